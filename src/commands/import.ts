import { createHash } from 'node:crypto'
import type { Context } from '../context.js'
import { aspectBits } from '../core/import/current-order.js'
import { detect, fieldsOf, knownWords, type Mapping, type Match, matchWith } from '../core/import/detect.js'
import { type Field, isField } from '../core/import/field.js'
import type { Format } from '../core/import/format.js'
import { findHeader, type Header, headerDepth, headerOf } from '../core/import/header.js'
import type { ReadingHints } from '../core/import/reading.js'
import type { RowBatch, Sheet, Workbook } from '../core/import/sheet.js'
import type { DateOrder } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { nearest, normaliseHeader } from '../core/values/text.js'
import { type InputFile, isOpenInExcel } from '../files.js'
import { formats } from '../formats/index.js'
import { importWords as importMessages } from '../messages/import.js'
import { readWorkbook } from '../read/open.js'
import { applyImport } from '../store/apply.js'
import { type Ledger, write } from '../store/ledger.js'
import { planImport } from '../store/plan.js'
import { allCustomerCounts, type CustomerCounts, ledgerState, onlyCurrency, onlyShop } from '../store/staged-summary.js'
import { openStaging, type Staging } from '../store/staging.js'
import { writeRejects } from './import-rejects.js'
import { type FileReport, fileReports, printJson, printReport } from './import-report.js'
import { type SheetIntake, takeSheet } from './import-sheet.js'
import { ledgerToChange, localeCurrency } from './ledger.js'

export interface ImportArgs {
  readonly files: readonly string[]
  readonly map: readonly string[]
  readonly shop?: string | undefined
  readonly currency?: string | undefined
  readonly encoding?: string | undefined
  readonly delimiter?: string | undefined
  readonly sheet?: string | undefined
  readonly headerRow?: number | undefined
  readonly dateOrder?: DateOrder | undefined
  readonly decimal?: 'point' | 'comma' | undefined
  readonly rejects?: string | undefined
  readonly strict: boolean
}

/** One file of an import with the sheets that were taken from it. */
export interface FileIntake {
  readonly name: string
  readonly file: InputFile
  readonly workbook: Workbook
  readonly sheets: readonly SheetIntake[]
  /** Sheets left out: hidden ones and ones no format claims. */
  readonly left: readonly { readonly name: string; readonly hidden: boolean }[]
}

const isHeaderWord = (() => {
  const words = knownWords(formats)
  return (key: string) => words.has(key)
})()

const normalise = (text: string): string => normaliseHeader(text).key

/** `crm import`: reads the files, plans, and applies the plan in one transaction (R3, R36). */
export async function importCommand(args: ImportArgs, context: Context): Promise<number> {
  const isDryRun = context.options.dryRun === true
  const ledger = await ledgerToChange(context)
  const staging = openStaging(ledger)
  const intakes: FileIntake[] = []
  for (const name of args.files) intakes.push(await takeFile(name, args, context, ledger, staging))
  staging.finish()
  const { reports, batch, customers } = apply(ledger, intakes, args, context, isDryRun)
  const rejects = isDryRun ? [] : await writeRejects(ledger, intakes, args.rejects, context)
  if (context.options.json) printJson({ reports, batch, customers, isDryRun }, context)
  else printReport({ reports, batch, isDryRun, rejects, intakes, plan: planUpdates(ledger, isDryRun) }, context)
  return reports.some((report) => report.orders.rejected > 0) ? 3 : 0
}

function planUpdates(ledger: Ledger, isDryRun: boolean) {
  return isDryRun ? planImport(ledger).updates() : []
}

/** What an import did, or would do. */
interface Applied {
  readonly reports: FileReport[]
  readonly batch: number | null
  readonly customers: CustomerCounts
}

/** Thrown to leave the transaction of a dry run without a trace. */
class RolledBack extends Error {}

function apply(
  ledger: Ledger,
  intakes: readonly FileIntake[],
  args: ImportArgs,
  context: Context,
  isDryRun: boolean,
): Applied {
  let plan = planImport(ledger)
  const planned = ledgerState(ledger)
  let reports: FileReport[] = []
  let batch: number | null = null
  let customers: CustomerCounts = { inserted: 0, updated: 0 }
  try {
    write(ledger, () => {
      // Somebody may have written while the files were read; then the plan is made again, now under the lock.
      if (ledgerState(ledger) !== planned) plan = planImport(ledger)
      const madeAt = new Date(context.io.now()).toISOString()
      batch = applyImport(ledger, madeAt, JSON.stringify({ files: intakes.map((intake) => intake.name) }))
      reports = fileReports(ledger, intakes, plan)
      customers = allCustomerCounts(ledger)
      const rejected = reports.reduce((sum, report) => sum + report.orders.rejected, 0)
      if (args.strict && rejected > 0) throw new UserError('bad-data', 'import.strict', { rejected })
      if (isDryRun || isNothing(reports)) throw new RolledBack()
    })
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error
    batch = null
  }
  return { reports, batch, customers }
}

function isNothing(reports: readonly FileReport[]): boolean {
  return reports.every(
    (report) =>
      report.orders.inserted +
        report.orders.updated +
        report.stored +
        report.customers.inserted +
        report.customers.updated ===
      0,
  )
}

async function takeFile(
  name: string,
  args: ImportArgs,
  context: Context,
  ledger: Ledger,
  staging: Staging,
): Promise<FileIntake> {
  const file = await context.open(name)
  if (isOpenInExcel(file.path)) context.warn(excelWarning(name, context))
  const workbook = await openWorkbook(file, args)
  const sha256 = digest(file)
  const sheets: SheetIntake[] = []
  const left: { name: string; hidden: boolean }[] = []
  const refusals: UserError[] = []
  for (const sheet of chosenSheets(workbook, args, name)) {
    if (sheet.hidden && args.sheet === undefined) {
      left.push(sheet)
      continue
    }
    const match = await matchSheet(sheet, args, name)
    if (match instanceof UserError) {
      refusals.push(match)
      left.push(sheet)
      continue
    }
    sheets.push(
      await takeSheet(await sheetTask({ sheet, match, name, sha256, workbook, args, context, ledger, staging, file })),
    )
  }
  if (sheets.length === 0)
    throw (
      worst(refusals) ??
      new UserError('bad-data', 'import.all-hidden', { file: name, sheets: left.map((sheet) => sheet.name).join(', ') })
    )
  return { name, file, workbook, sheets, left }
}

/** Opens a file as the import does, with what the seller says of its encoding and delimiter. */
export function openWorkbook(
  file: InputFile,
  { encoding, delimiter }: Pick<ImportArgs, 'encoding' | 'delimiter'>,
): Promise<Workbook> {
  return readWorkbook(file, {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    headerWords: (cell) => isHeaderWord(normalise(cell)),
  })
}

/** Of several sheets' refusals the one that understood most. */
export function worst(refusals: readonly UserError[]): UserError | undefined {
  const order = [
    'import.unknown-columns',
    'import.no-date',
    'import.no-amount',
    'import.header-only',
    'import.not-understood',
    'import.empty',
  ]
  return [...refusals].sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code))[0]
}

function chosenSheets(workbook: Workbook, args: ImportArgs, file: string): readonly Sheet[] {
  if (args.sheet === undefined) return workbook.sheets
  const chosen = workbook.sheets.filter((sheet) => sheet.name === args.sheet)
  if (chosen.length > 0) return chosen
  const names = workbook.sheets.map((sheet) => sheet.name)
  throw new UserError('usage', 'import.no-sheet', {
    file,
    sheet: args.sheet,
    near: nearest(args.sheet, names).join(', '),
    sheets: names.join(', '),
  })
}

async function firstRows(sheet: Sheet, depth: number): Promise<RowBatch> {
  const numbers: number[] = []
  const rows: RowBatch['rows'][number][] = []
  for await (const batch of sheet.rows()) {
    numbers.push(...batch.numbers)
    rows.push(...batch.rows)
    if (rows.length > depth) break
  }
  return { numbers, rows }
}

function readMapping(map: readonly string[]): Mapping {
  const mapping = new Map<Field, string>()
  for (const pair of map) {
    const at = pair.indexOf('=')
    const field = pair.slice(0, at).trim()
    if (at < 1 || !isField(field))
      throw new UserError('usage', 'import.bad-map', {
        value: pair,
        near: nearest(at < 1 ? pair : field, [
          'orderId',
          'placedAt',
          'orderTotal',
          'buyerName',
          'phone',
          'email',
          'buyerId',
        ]).join(', '),
      })
    mapping.set(
      field,
      pair
        .slice(at + 1)
        .trim()
        .replace(/^"(.*)"$/, '$1'),
    )
  }
  return mapping
}

/** How one sheet would be read, or why it cannot be. */
export async function matchSheet(
  sheet: Sheet,
  args: Pick<ImportArgs, 'map' | 'headerRow'>,
  file: string,
): Promise<Match | UserError> {
  const mapping = readMapping(args.map)
  const head = await firstRows(sheet, Math.max(headerDepth + 1, args.headerRow ?? 0))
  if (head.rows.length === 0) return new UserError('bad-data', 'import.empty', { file })
  const mapped = new Set([...mapping.values()].map(normalise))
  const found =
    args.headerRow === undefined
      ? findHeader(head, (key) => isHeaderWord(key) || mapped.has(key))
      : chosenHeader(head, args.headerRow)
  if (!found) return new UserError('bad-data', 'import.not-understood', { file })
  for (const header of mapping.values()) {
    if (/^#\d+$/.test(header) || found.header.texts.includes(header) || found.header.keys.includes(normalise(header)))
      continue
    throw new UserError('usage', 'import.map-no-header', {
      file,
      header,
      near: nearest(header, found.header.texts).join(', '),
      headers: found.header.texts.filter(Boolean).join(', '),
    })
  }
  const match = detect(found.header, formats, mapping, normalise)
  const problem = problemOf(match, found, file, head)
  return problem ?? match!
}

function chosenHeader(head: RowBatch, row: number): { header: Header; known: number } | null {
  const index = head.numbers.indexOf(row)
  return index < 0 ? null : { header: headerOf(row, head.rows[index]!), known: Number.POSITIVE_INFINITY }
}

/** Why a sheet cannot be taken although its rows were read; null when it can. */
function problemOf(
  match: Match | null,
  found: { header: Header; known: number },
  file: string,
  head: RowBatch,
): UserError | null {
  const { header } = found
  const headers = header.texts.filter(Boolean).join(', ')
  if (!match)
    return found.known === 0
      ? new UserError('bad-data', 'import.not-understood', {
          file,
          headers,
          command: mapCommand(file, header, ['placedAt', 'orderTotal']),
        })
      : incomplete(header, file)
  if (match.format.kind === 'orders') {
    const has = (...fields: Field[]) => fields.some((field) => match.columns.has(field))
    if (!has('placedAt', 'paidAt'))
      return new UserError('bad-data', 'import.no-date', {
        file,
        headers,
        command: mapCommand(file, header, ['placedAt']),
      })
    if (!has('orderTotal', 'itemAmount', 'unitPrice'))
      return new UserError('bad-data', 'import.no-amount', {
        file,
        headers,
        command: mapCommand(file, header, ['orderTotal']),
      })
  }
  const hasRows = head.numbers.some((number) => number > header.row)
  return hasRows ? null : new UserError('bad-data', 'import.header-only', { file, row: header.row })
}

function incomplete(header: Header, file: string): UserError {
  const match = matchWith(everything, 0, header, new Map(), normalise)
  const headers = header.texts.filter(Boolean).join(', ')
  const understood = [...match.columns].map(([field, columns]) => `${field} ← ${header.texts[columns[0]!]}`).join(', ')
  const hasDate = match.columns.has('placedAt') || match.columns.has('paidAt')
  const hasAmount = match.columns.has('orderTotal') || match.columns.has('itemAmount') || match.columns.has('unitPrice')
  if (hasAmount && !hasDate)
    return new UserError('bad-data', 'import.no-date', {
      file,
      headers,
      understood,
      command: mapCommand(file, header, ['placedAt']),
    })
  if (hasDate && !hasAmount)
    return new UserError('bad-data', 'import.no-amount', {
      file,
      headers,
      understood,
      command: mapCommand(file, header, ['orderTotal']),
    })
  return new UserError('bad-data', 'import.unknown-columns', {
    file,
    headers,
    understood,
    command: mapCommand(file, header, ['placedAt', 'orderTotal']),
  })
}

/** Reads whatever the common words tell, to say what was understood. */
const everything: Format = { ...formats.find((format) => format.name === 'order-sheet')!, must: [] }

/** The command line to type: each field still missing with a header nobody has understood. */
function mapCommand(file: string, header: Header, missing: readonly Field[]): string {
  const unknown = header.texts.filter((text, index) => text !== '' && !isHeaderWord(header.keys[index]!))
  const pairs = missing.map(
    (field, index) => `--map ${field}="${unknown[index] ?? unknown[0] ?? header.texts.find(Boolean) ?? '…'}"`,
  )
  return `crm import ${/[\s"']/.test(file) ? `"${file}"` : file} ${pairs.join(' ')}`
}

interface TaskParts {
  readonly sheet: Sheet
  readonly match: Match
  readonly name: string
  readonly sha256: string
  readonly workbook: Workbook
  readonly args: ImportArgs
  readonly context: Context
  readonly ledger: Ledger
  readonly staging: Staging
  readonly file: InputFile
}

async function sheetTask(parts: TaskParts) {
  const { match, args, context, ledger, workbook, sheet, name } = parts
  const base = onlyCurrency(ledger)
  const hints: ReadingHints = {
    ...(args.dateOrder === undefined ? {} : { dateOrder: args.dateOrder }),
    ...(args.decimal === undefined ? {} : { mark: args.decimal === 'comma' ? (',' as const) : ('.' as const) }),
    ...(args.currency === undefined ? {} : { currency: args.currency.toUpperCase() }),
    ...(base === undefined ? {} : { baseCurrency: base }),
    ...(workbook.delimiter === undefined ? {} : { delimiter: workbook.delimiter }),
    localeCurrency: localeCurrency(context.io.locale),
  }
  const year = yearOf(sheet.name) ?? yearOf(name)
  return {
    context,
    ledger,
    staging: parts.staging,
    staged: {
      file: name,
      sheet: workbook.kind === 'csv' ? '' : sheet.name,
      sha256: parts.sha256,
      format: match.format.name,
      platform: match.format.platform,
      aspects: aspectBits(fieldsOf(match)),
      summary: '{}',
    },
    sheet,
    match,
    isRagged: workbook.kind !== 'csv',
    defaultShop: args.shop ?? onlyShop(ledger, match.format.platform),
    hints,
    year,
    progress: () => {},
  }
}

/** A year that stands in a sheet or file name. */
function yearOf(text: string): number | undefined {
  const found = /(?<!\d)(20\d{2})(?!\d{2,})/.exec(text)
  return found ? Number(found[1]) : undefined
}

function digest(file: InputFile): string {
  const hash = createHash('sha256')
  const chunk = new Uint8Array(1 << 20)
  for (let position = 0; ; ) {
    const length = file.read(chunk, position)
    if (length === 0) return hash.digest('hex')
    hash.update(chunk.subarray(0, length))
    position += length
  }
}

function excelWarning(name: string, context: Context): string {
  return context.words(importMessages).excelOpen(name)
}
