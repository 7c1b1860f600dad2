import { Worker } from 'node:worker_threads'
import type { ByteSource, Cell, RowBatch, Sheet, Workbook } from '../core/import/sheet.js'
import { readAt } from './bytes.js'
import { DateTexts, type FormatKind } from './xlsx-dates.js'
import { LIMITS, Place } from './xlsx-place.js'
import { formatKind } from './xlsx-styles.js'

/** Node counts only the objects of the thread here; the bytes of the file come on top. */
const MEMORY = { maxOldGenerationSizeMb: 560, maxYoungGenerationSizeMb: 48, stackSizeMb: 4 }
/** Loading the library takes a third of a second; a computer that needs this long is broken. */
const LOAD_MS = 60_000
/** It stops hangs only: a megabyte of cells takes a third of a second, and on a computer with much else to do ten times that. */
const READ_MS = 4000
const READ_MS_PER_MEGABYTE = 10_000

/** The errors of cells by their number in the file (MS-XLS 2.5.10). */
const ERRORS: Readonly<Record<number, string>> = {
  ...{ 0: '#NULL!', 7: '#DIV/0!', 15: '#VALUE!', 23: '#REF!', 29: '#NAME?', 36: '#NUM!', 42: '#N/A' },
  43: '#GETTING_DATA',
}

/** A cell as the worker hands it over: a number with its format, an error by its number. */
type RawCell = string | number | boolean | readonly [number, string] | { readonly error: number }

interface RawWorkbook {
  readonly since1904: boolean
  readonly sheets: readonly {
    readonly name: string
    readonly hidden: boolean
    readonly batches: readonly Uint8Array[]
  }[]
}

/** Time and memory for the reading of a workbook. */
export interface Allowance {
  readonly memory?: Worker['resourceLimits']
  readonly readMs?: number
}

/**
 * Opens an Excel workbook of the kinds before 2007 (BIFF 2 to 8). A library reads it in a thread of its own, with little
 * memory and time: what goes wrong there is UserError `read.xls`, `read.xls-heavy` or `read.encrypted`.
 */
export async function openXls(source: ByteSource, allowance: Allowance = {}): Promise<Workbook> {
  const place = new Place(source.name)
  if (source.size > LIMITS['xls-bytes']) throw place.tooLarge('xls-bytes')
  const { since1904, sheets } = await readApart(source, place, allowance)
  const dates = new DateTexts(since1904)
  if (sheets.length === 0) throw place.refuse('read.no-sheets')
  return {
    kind: 'xls',
    sheets: sheets.map(({ name, hidden, batches }): Sheet => ({ name, hidden, rows: () => rowsOf(batches, dates) })),
  }
}

async function readApart(source: ByteSource, place: Place, allowance: Allowance): Promise<RawWorkbook> {
  const { memory = MEMORY, readMs = READ_MS + (source.size / 2 ** 20) * READ_MS_PER_MEGABYTE } = allowance
  const bytes = readAt(source, 0, source.size)
  const worker = new Worker(new URL('./xls-worker.js', import.meta.url), {
    ...{ resourceLimits: memory, execArgv: [], env: {} },
    // What the library prints is not for the reader.
    ...{ stdout: true, stderr: true },
  })
  let watchdog: NodeJS.Timeout | undefined
  try {
    return await new Promise<RawWorkbook>((resolve, reject) => {
      const watch = (ms: number) => {
        clearTimeout(watchdog)
        watchdog = setTimeout(() => reject(place.refuse('read.xls-heavy')), ms)
      }
      worker.on('error', (error) => reject(failureOf(error, place)))
      worker.on('exit', () => reject(place.refuse('read.xls')))
      worker.once('message', () => {
        worker.once('message', resolve)
        worker.postMessage(bytes, [bytes.buffer as ArrayBuffer])
        watch(readMs)
      })
      watch(LOAD_MS)
    })
  } finally {
    clearTimeout(watchdog)
    await worker.terminate()
  }
}

/** The library throws anything, also nothing. */
function failureOf(error: NodeJS.ErrnoException | undefined, place: Place) {
  if (error?.code === 'ERR_WORKER_OUT_OF_MEMORY') return place.refuse('read.xls-heavy', error)
  return place.refuse(/password/i.test(String(error?.message)) ? 'read.encrypted' : 'read.xls', error)
}

async function* rowsOf(batches: readonly Uint8Array[], dates: DateTexts): AsyncGenerator<RowBatch> {
  const kinds = new Map<string, FormatKind>()
  const kindOf = (format: string): FormatKind => {
    const kind = kinds.get(format) ?? formatKind(format)
    kinds.set(format, kind)
    return kind
  }
  const cellOf = (raw: RawCell): Cell => {
    if (typeof raw === 'boolean') return raw ? 'TRUE' : 'FALSE'
    if (typeof raw !== 'object') return raw
    if ('error' in raw) return { error: ERRORS[raw.error] ?? `#${raw.error}` }
    return dates.ofSerial(raw[0], kindOf(raw[1]))
  }
  for (const batch of batches) {
    const { numbers, rows } = JSON.parse(Buffer.from(batch).toString()) as { numbers: number[]; rows: RawCell[][] }
    yield { numbers, rows: rows.map((cells) => cells.map(cellOf)) }
  }
}
