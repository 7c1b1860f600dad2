import { resolve } from 'node:path'
import { checkWritable, writeFileAtomically } from '../atomic-write.js'
import type { Context } from '../context.js'
import type { Report } from '../core/report/model.js'
import type { Column, Table } from '../core/report/table.js'
import { dateOf } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { shownInput, standardInput } from '../core/values/input-name.js'
import { forTerminal } from '../core/values/text.js'
import { fileStamp } from '../file-facts.js'
import { dataFolder } from '../files.js'
import { importWords } from '../messages/import.js'
import { issueWords } from '../messages/issues.js'
import { rejectColumns, rejectWords } from '../messages/rejects.js'
import type { Ledger } from '../store/ledger.js'
import { type StagedReject, stagedRejects } from '../store/staged-summary.js'
import { isOwnWork, rememberOwnWork } from '../written.js'
import type { FileIntake } from './import-file.js'
import type { SheetIntake } from './stage-sheet.js'

/** What became of the files of rejected rows. */
export interface Rejects {
  readonly written: readonly string[]
  readonly failed: readonly { readonly file: string; readonly error: UserError }[]
}

/** Fails before anything is read when nothing can be written where `--rejects` says; UserError as `writeFileAtomically`. */
export function checkRejects(asked: string | undefined, context: Context): void {
  if (asked !== undefined && context.options.dryRun !== true) {
    checkWritable(resolve(context.io.cwd, asked), { force: true })
  }
}

/**
 * Writes the rows that were not taken, with the file's own headers, the reason, what to do and the row they stood in, to
 * `--rejects FILE` or beside each input as `NAME.rejected.xlsx`: sheets to correct and import. A file somebody has worked
 * on stays; then the next free name is taken. What cannot be written is told, not thrown: the import is done.
 */
export async function writeRejects(
  ledger: Ledger,
  intakes: readonly FileIntake[],
  asked: string | undefined,
  context: Context,
): Promise<Rejects> {
  const { rendererFor } = await import('../render/index.js')
  const files = intakes
    .map((intake) => ({ intake, tables: rejectedTables(ledger, intake, intakes.length > 1, context) }))
    .filter(({ tables }) => tables.length > 0)
  const all = files.flatMap(({ tables }) => tables)
  const wanted =
    asked === undefined
      ? files.map(({ intake, tables }) => ({ name: nameBeside(intake.name), tables }))
      : (rendererFor(asked)?.holds === 'the main table' ? all.map((table) => [table]) : [all])
          .filter((tables) => tables.length > 0)
          .map((tables) => ({ name: asked, tables }))
  const kept = [...intakes.map(({ file }) => file.path), context.place.path]
  const written: string[] = []
  const failed: { file: string; error: UserError }[] = []
  for (const { name, tables } of wanted) {
    const file = freeName(name, [...kept, ...written.map((done) => resolve(context.io.cwd, done))], context)
    try {
      await writeTables(file, tables, kept, context)
      written.push(file)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      failed.push({ file, error })
    }
  }
  return { written, failed }
}

/** Why rejected rows could not be written, for the reader. */
export function notWritten({ file, error }: Rejects['failed'][number], context: Context): string {
  const { why, notWritten: say } = context.words(rejectWords)
  const { reason = error.code, kept = '' } = error.params
  const text = (): string => {
    if (error.code === 'disk.full') return why.full
    if (error.code === 'write.denied') return why.denied
    if (error.code === 'write.long-name') return why.long
    return error.code === 'write.in-use' ? why.open(String(kept)) : why.other(String(reason))
  }
  return forTerminal(say(file, text()))
}

/** The rejected rows of `orders.csv`, and those of `orders.rejected.xlsx` again, go to `orders.rejected.xlsx`. */
function nameBeside(input: string): string {
  const name = input === standardInput ? 'stdin' : input.replace(/\.[^./\\]+$/, '').replace(/\.rejected(-\d+)?$/, '')
  return `${name}.rejected.xlsx`
}

/** The name, or the next one with a number that is neither taken in this run nor somebody's work. */
function freeName(name: string, taken: readonly string[], context: Context): string {
  const own = dataFolder(context.io)
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? name : name.replace(/(\.[^./\\]+)?$/, `-${count}$1`)
    const path = resolve(context.io.cwd, candidate)
    if (!taken.includes(path) && (fileStamp(path) === null || isOwnWork(path, own))) return candidate
  }
}

async function writeTables(file: string, tables: readonly Table[], keep: string[], context: Context): Promise<void> {
  const path = resolve(context.io.cwd, file)
  await writeFileAtomically(path, await rendered(file, tables, context), { force: true, keep })
  await rememberOwnWork(path, dataFolder(context.io))
}

async function rendered(file: string, tables: readonly Table[], context: Context): Promise<string | Uint8Array> {
  const { rendererFor } = await import('../render/index.js')
  const report: Report = {
    name: 'rejected',
    title: context.words(rejectWords).title,
    asOf: dateOf(context.today()),
    window: null,
    currency: null,
    params: {},
    summary: {},
    facts: [],
    tables,
    notes: [],
  }
  return (rendererFor(file) ?? rendererFor('xlsx')!).render(report, {
    lang: context.lang,
    destination: 'file',
    width: Number.POSITIVE_INFINITY,
    color: false,
    ascii: false,
    raw: false,
    encoding: 'utf-8',
    isBare: true,
  })
}

function rejectedTables(ledger: Ledger, { name, sheets }: FileIntake, isOneOfMany: boolean, context: Context): Table[] {
  const { title } = context.words(rejectWords)
  return sheets.flatMap((sheet) => {
    const rejects = stagedRejects(ledger, sheet.source)
    const place = isOneOfMany
      ? [shownInput(name, context.lang).replace(/^.*[/\\]/, ''), sheet.sheet].filter(Boolean).join(' ')
      : sheet.sheet
    return rejects.length === 0 ? [] : [rejectedTable(rejects, sheet, place || title, context)]
  })
}

/** A workbook has 16,384 columns, and three of them tell why. */
const MOST_COLUMNS = 16_381

function rejectedTable(rejects: readonly StagedReject[], sheet: SheetIntake, title: string, context: Context): Table {
  const { columns } = context.words(rejectWords)
  const { texts, keys } = sheet.match.header
  // Cells beyond the header are why a row was rejected: they are kept.
  const width = rejects.reduce((most, { cells }) => Math.max(most, cells.length), texts.length)
  const positions = Array.from({ length: width }, (_, at) => at)
    .filter((at) => !rejectColumns.has(keys[at] ?? ''))
    .slice(0, MOST_COLUMNS)
  return {
    key: 'rejected',
    title,
    columns: [
      ...positions.map((at): Column => ({ key: `c${at}`, kind: 'id', label: texts[at] ?? '' })),
      { key: 'reason', kind: 'text', label: columns.reason },
      { key: 'hint', kind: 'text', label: columns.hint },
      { key: 'row', kind: 'id', label: columns.row },
    ],
    rows: rejects.map((reject) => ({
      ...Object.fromEntries(positions.map((at) => [`c${at}`, reject.cells[at] ?? ''])),
      ...reasonOf(reject, texts, context),
      row: String(reject.row),
    })),
    omitted: 0,
  }
}

/** The sentence with the column it speaks of (and the row, where that is another one of the order), and what to do. */
function reasonOf({ row, issue }: StagedReject, texts: readonly string[], context: Context) {
  const [sentence, hint] = issueWords[issue.code]?.[context.lang](issue.params) ?? [issue.code, '']
  const otherRow = issue.row === row ? '' : context.words(rejectWords).row(issue.row)
  const place = [otherRow, texts[issue.column] ?? ''].filter(Boolean).join(' › ')
  return { reason: place === '' ? sentence : context.words(importWords).said(place, sentence), hint }
}
