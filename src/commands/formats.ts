import type { Context } from '../context.js'
import { cellText } from '../core/import/cells.js'
import type { Match } from '../core/import/detect.js'
import type { RowBatch, Sheet } from '../core/import/sheet.js'
import { draft, type TableDraft } from '../core/report/build.js'
import type { Column, Fact } from '../core/report/model.js'
import { UserError } from '../core/values/failure.js'
import { formats } from '../formats/index.js'
import { formatWords } from '../messages/formats.js'
import { matchSheet, openWorkbook } from './import-match.js'
import { worst } from './import-refusal.js'
import { plainReport } from './plain-report.js'

/** Rows looked at for an example of each column. */
const EXAMPLE_ROWS = 200

/** `crm formats`: the exports it knows or, with a file, how that file would be read. */
export async function formatsCommand(args: { readonly file?: string | undefined }, context: Context): Promise<number> {
  if (args.file === undefined) await listFormats(context)
  else await explainFile(args.file, context)
  return 0
}

async function listFormats(context: Context): Promise<void> {
  const words = context.words(formatWords)
  const columns: Column[] = [
    { key: 'format', kind: 'id', label: words.name },
    { key: 'export', kind: 'text', label: words.export },
    { key: 'platform', kind: 'id', label: words.platform },
    { key: 'holds', kind: 'text', label: words.holds, words: words.kinds },
    { key: 'must', kind: 'text', label: words.must, wide: true },
  ]
  const table = draft('formats', words.title, columns, formats, ({ name, words: own, platform, kind, must }) => ({
    ...{ format: name, export: own[context.lang].title, platform, holds: kind },
    must: must.map((spellings) => spellings[0] ?? ''),
  }))
  await context.output(plainReport(context, { name: 'formats', title: words.title, notes: [words.look] }, [table]))
}

/** UserError of the import when no sheet of the file can be read. */
async function explainFile(name: string, context: Context): Promise<void> {
  const words = context.words(formatWords)
  const workbook = await openWorkbook(await context.open(name), {})
  const tables: TableDraft[] = []
  const notes: string[] = []
  const refusals: UserError[] = []
  for (const sheet of workbook.sheets) {
    const match = sheet.hidden ? null : await matchSheet(sheet, { map: [] }, name)
    if (match === null) notes.push(words.hidden(sheet.name))
    else if (match instanceof UserError) {
      refusals.push(match)
      notes.push(words.left(sheet.name))
    } else {
      tables.push(await sheetTable(sheet, match, workbook.kind === 'csv', context))
      notes.push(...sheetNotes(match, context))
    }
  }
  if (tables.length === 0) throw worst(refusals) ?? allHidden(name, workbook.sheets)
  const { encoding } = workbook
  const facts: Fact[] = [
    { label: words.file, kind: 'text', value: name },
    ...(encoding === undefined ? [] : [{ label: words.encoding, kind: 'text', value: encoding } as const]),
  ]
  const head = {
    name: 'formats',
    title: words.readTitle(name),
    facts,
    notes: [...notes, words.mapping, words.plan(name)],
  }
  await context.output(plainReport(context, head, tables))
}

function allHidden(file: string, sheets: readonly Sheet[]): UserError {
  return new UserError('bad-data', 'import.all-hidden', { file, sheets: sheets.map(({ name }) => name).join(', ') })
}

function sheetNotes(match: Match, context: Context): string[] {
  const words = context.words(formatWords)
  const row = words.headerRow(match.header.row)
  return match.ignored.length === 0 ? [row] : [row, words.unused(match.ignored.length)]
}

/** One row a column: its letter, header, the field it is taken as, and the first value in it. */
async function sheetTable(sheet: Sheet, match: Match, isCsv: boolean, context: Context): Promise<TableDraft> {
  const words = context.words(formatWords)
  const rows = await rowsBelow(sheet, match.header.row)
  const fieldOf = new Map([...match.columns].flatMap(([field, columns]) => columns.map((at) => [at, field] as const)))
  const columns: Column[] = [
    { key: 'column', kind: 'id', label: words.column },
    { key: 'header', kind: 'text', label: words.header },
    { key: 'field', kind: 'id', label: words.field },
    { key: 'example', kind: 'text', label: words.example },
  ]
  const title = words.sheetTitle(isCsv ? '' : sheet.name, match.format.words[context.lang].title)
  return draft('columns', title, columns, match.header.texts, (header, at) => ({
    ...{ column: columnLetters(at), header: header || null, field: fieldOf.get(at) ?? null },
    example: rows.map((row) => cellText(row[at])).find((text) => text !== '') ?? null,
  }))
}

async function rowsBelow(sheet: Sheet, headerRow: number): Promise<RowBatch['rows'][number][]> {
  const rows: RowBatch['rows'][number][] = []
  for await (const batch of sheet.rows()) {
    rows.push(...batch.rows.filter((_, at) => batch.numbers[at]! > headerRow))
    if (rows.length >= EXAMPLE_ROWS) break
  }
  return rows
}

/** The letters a spreadsheet puts over a column: A … Z, AA … */
function columnLetters(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : columnLetters(Math.floor(at / 26) - 1) + letter
}
