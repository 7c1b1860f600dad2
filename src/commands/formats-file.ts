import type { Context } from '../context.js'
import { cellText, columnLetters } from '../core/import/cells.js'
import type { SheetPeriod } from '../core/import/columns/sheet-period.js'
import { summarySheets } from '../core/import/columns/summary-sheet.js'
import type { Undecided } from '../core/import/deciders/reading.js'
import { type Field, leveledFields } from '../core/import/field.js'
import { statusWord } from '../core/import/orders/status.js'
import type { Sheet, Workbook } from '../core/import/sheet.js'
import { refundInStatus } from '../core/import/words/stated-refund.js'
import { draft, type TableDraft } from '../core/report/build.js'
import type { Fact, Json } from '../core/report/model.js'
import type { Column } from '../core/report/table.js'
import { UserError } from '../core/values/failure.js'
import { shownInput } from '../core/values/input-name.js'
import { sentenceOf } from '../failures.js'
import { exists } from '../file-facts.js'
import { fieldWords } from '../messages/fields.js'
import { formatWords } from '../messages/formats.js'
import { importWords } from '../messages/import.js'
import { type Ledger, openMemoryLedger } from '../store/ledger.js'
import { savedMappings } from '../store/mappings.js'
import { type ImportArgs, type MatchedSheet, sheetView } from './import-file.js'
import { openWorkbook, readSheet } from './import-match.js'
import { dayIn } from './imports.js'
import { plainReport } from './plain-report.js'
import { worst } from './refusal-codes.js'
import { type Judged, judgeSheet, mergedCells, rowsBelowHeader } from './sheet-view.js'

/** Rows looked at for an example of each column. */
const EXAMPLE_ROWS = 200

/** A sheet the import would take, with what is decided of its columns. */
interface Explained extends MatchedSheet, Judged {
  readonly period: SheetPeriod | null
  readonly zone: string
  readonly examples: readonly string[]
  /** Why the import asks before it takes it; null where it does not. */
  readonly refusal: UserError | null
}

/** Shows how a file would be read, sheet by sheet and column by column; UserError of the import when none can be. */
export async function explainFile(name: string, context: Context): Promise<void> {
  const words = context.words(formatWords)
  const workbook = await openWorkbook(await context.open(name), {})
  const { sheets, notes } = await explainSheets(name, workbook, context)
  const report = plainReport(
    context,
    {
      name: 'formats',
      title: words.readTitle(shownInput(name, context.lang)),
      facts: [...fileFacts(name, workbook, context), ...sheets.flatMap((sheet) => sheetFacts(sheet, context))],
      summary: { file: name, encoding: workbook.encoding ?? null, sheets: sheets.map(told) },
      notes: [
        ...sheets.flatMap(({ refusal }) => whyAsked(refusal, context)),
        ...sheets.flatMap((sheet) => openQuestions(sheet, context)),
        ...notes,
        words.mapping(name),
        words.plan(name),
      ],
    },
    sheets.flatMap((sheet) => [columnsTable(sheet, context), ...statusTable(sheet, context)]),
  )
  await context.output(report)
}

async function explainSheets(name: string, workbook: Workbook, context: Context) {
  const words = context.words(formatWords)
  const ledger = await ledgerToAsk(context)
  const sheets: Explained[] = []
  const refusals: UserError[] = []
  const notes: string[] = []
  for (const sheet of workbook.sheets) {
    const found = sheet.hidden ? null : await explainSheet({ name, workbook, sheet }, ledger, context)
    if (found === null) notes.push(words.hidden(sheet.name))
    else if (!(found instanceof UserError)) sheets.push(found)
    else {
      refusals.push(found)
      notes.push(words.left(sheet.name))
    }
  }
  const sums = summarySheets(sheets.map(({ sheet, match }) => ({ name: sheet.name, match })))
  for (const name of sums) notes.push(context.words(importWords).summarySheet(name))
  if (sheets.length === 0) throw worst(refusals) ?? allHidden(name, workbook.sheets)
  return { sheets: sheets.filter(({ sheet }) => !sums.has(sheet.name)), notes }
}

/** The ledger the import would compare with; an empty one before there is one. */
async function ledgerToAsk(context: Context): Promise<Ledger> {
  return exists(context.place.path) ? context.readLedger() : openMemoryLedger()
}

function allHidden(file: string, sheets: readonly Sheet[]): UserError {
  return new UserError('bad-data', 'import.all-hidden', { file, sheets: sheets.map(({ name }) => name).join(', ') })
}

const AS_IT_COMES: ImportArgs = { files: [], map: [], strict: false, force: false }

async function explainSheet(
  at: Omit<MatchedSheet, 'match' | 'merged'>,
  ledger: Ledger,
  context: Context,
): Promise<Explained | UserError> {
  const { match, refusal } = await readSheet(at.sheet, AS_IT_COMES, at.name, context.lang, savedMappings(ledger))
  if (match === null || (refusal !== null && !isSettledByMapping(refusal))) return refusal!
  const matched = { ...at, match, merged: await mergedCells(at.sheet, match) }
  const view = sheetView({ args: AS_IT_COMES, context, ledger }, matched)
  const { period, zone } = view
  return { ...matched, ...(await judgeSheet(view)), refusal, period, zone, examples: await examplesOf(matched) }
}

/** Whether the columns are understood, and one word of the seller says what they are of. */
const isSettledByMapping = ({ code }: UserError): boolean =>
  code === 'import.gifts-or-orders' || code === 'import.gifts-no-day'

/** The first value of each column. */
async function examplesOf({ sheet, match }: Pick<MatchedSheet, 'sheet' | 'match'>): Promise<string[]> {
  const examples = match.header.texts.map(() => '')
  let seen = 0
  for await (const { rows } of rowsBelowHeader({ sheet, match })) {
    for (const row of rows.slice(0, EXAMPLE_ROWS)) {
      for (const at of examples.keys()) examples[at] ||= cellText(row[at])
    }
    seen += rows.length
    if (seen >= EXAMPLE_ROWS) break
  }
  return examples
}

function fileFacts(name: string, { encoding, delimiter }: Workbook, context: Context): Fact[] {
  const words = context.words(formatWords)
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.file, shownInput(name, context.lang)],
    [words.encoding, encoding],
    [words.delimiter, delimiter && (words.delimiters[delimiter] ?? delimiter)],
  ]
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, kind: 'text', value }]))
}

function sheetFacts({ workbook, sheet, match, reading, period, zone }: Explained, context: Context): Fact[] {
  const words = context.words(formatWords)
  const { format, header, remembered } = match
  const currency = match.columns.has('currency')
    ? words.currencyColumn
    : words.currencyOf(reading.currency.code, words.origins[reading.currency.origin])
  return [
    ...(workbook.kind === 'csv' ? [] : [{ label: words.sheet, kind: 'text', value: sheet.name } as const]),
    { label: words.readAs, kind: 'text', value: words.format(format.title[context.lang], format.name) },
    { label: words.score, kind: 'text', value: String(scoreOf(match)) },
    { label: words.headerRow, kind: 'count', value: header.row },
    ...(format.kind === 'orders' || match.columns.has('expectedAmount')
      ? [{ label: words.currency, kind: 'text', value: currency } as const]
      : []),
    ...(period === null ? [] : [{ label: words.period, kind: 'text', value: words.periodOf(period) } as const]),
    ...(remembered === null
      ? []
      : [
          {
            label: words.named,
            kind: 'text',
            value: words.namedOn(dayIn(zone, remembered.madeAt), remembered.id),
          } as const,
        ]),
  ]
}

/** To two decimals. */
function scoreOf({ score }: MatchedSheet['match']): number {
  return Math.round(score * 100) / 100
}

/** Why the import asks before it takes the sheet, and what to type. */
function whyAsked(refusal: UserError | null, context: Context): readonly string[] {
  if (refusal === null) return []
  const { message, hints } = sentenceOf(refusal, context.lang)
  return [message, ...hints]
}

/** What the values leave open, with the option to type. */
function openQuestions({ match, undecided }: Explained, context: Context): string[] {
  const words = context.words(formatWords)
  return undecided.map(({ what, column, samples }) =>
    words.open[what](match.header.texts[column] ?? '', samples.join(', ')),
  )
}

/** The same for machines. */
function told({ workbook, sheet, match, reading, period, undecided, refusal, statusWords }: Explained): Json {
  return {
    sheet: workbook.kind === 'csv' ? null : sheet.name,
    format: match.format.name,
    score: scoreOf(match),
    period: period === null ? null : { ...period },
    remembered: match.remembered?.id ?? null,
    refused: refusal?.code ?? null,
    undecided: undecided.map(({ what, column, samples }) => ({ what, column: columnLetters(column), samples })),
    statusWords: [...statusWords].map(([word, rows]) => ({ word, class: statusClassOf(word, match), rows })),
    headerRow: match.header.row,
    delimiter: workbook.delimiter ?? null,
    currency: match.format.kind === 'customers' || match.columns.has('currency') ? null : { ...reading.currency },
    levels: Object.fromEntries(reading.levels),
  }
}

/** The words of state in a sheet, each with what it is taken as and how many rows have it. */
function statusTable({ workbook, sheet, match, statusWords }: Explained, context: Context): TableDraft[] {
  if (statusWords.size === 0) return []
  const words = context.words(formatWords)
  const columns: Column[] = [
    { key: 'word', kind: 'text', label: words.statusWord },
    { key: 'class', kind: 'text', label: words.statusClass, words: words.statusClasses },
    { key: 'rows', kind: 'count', label: words.rows },
  ]
  const title = words.statusTitle(workbook.kind === 'csv' ? '' : sheet.name)
  const table = draft('statusWords', title, columns, [...statusWords], ([word, rows]) => ({
    word,
    class: statusClassOf(word, match),
    rows,
  }))
  return [{ ...table, most: SHOWN_WORDS }]
}

/** A column of free text taken for states has as many words as rows. */
const SHOWN_WORDS = 50

function statusClassOf(text: string, { format }: MatchedSheet['match']): string {
  if (format.fields === 'aliases' && refundInStatus(text, format) !== null) return 'partially_refunded'
  return statusWord({ text, hasStatusColumn: true, hasPaidColumn: false, isPaidDated: false }, format) ?? 'unknown'
}

/** One row a column: its letter, header, the field it is taken as, how it is read, and the first value in it. */
function columnsTable(explained: Explained, context: Context): TableDraft {
  const { workbook, sheet, match, examples } = explained
  const words = context.words(formatWords)
  const meanings = context.words(fieldWords)
  // A column of a platform is told by the last of its fields; one of a plain sheet has two where its cells say either.
  const isPlain = match.format.fields === 'aliases'
  const fieldsAt = (at: number) =>
    [...match.columns].flatMap(([field, taken]) => (taken.includes(at) ? [field] : [])).slice(isPlain ? 0 : -1)
  const columns: Column[] = [
    { key: 'column', kind: 'id', label: words.column },
    { key: 'header', kind: 'text', label: words.header },
    { key: 'field', kind: 'id', label: words.field },
    { key: 'meaning', kind: 'text', label: words.meaning },
    { key: 'how', kind: 'text', label: words.how },
    { key: 'example', kind: 'text', label: words.example },
  ]
  const title = words.sheetTitle(workbook.kind === 'csv' ? '' : sheet.name)
  return draft('columns', title, columns, match.header.texts, (header, at) => {
    const taken = fieldsAt(at)
    const [field] = taken
    const meaning = field === undefined ? words.unused : taken.map((one) => meanings[one]).join(words.listed)
    const how = field === undefined ? whyLeft(at, match, context) : howRead(field, at, explained, context)
    return {
      column: columnLetters(at),
      header: header || null,
      field: field ?? null,
      meaning,
      how,
      example: examples[at] || null,
    }
  })
}

function howRead(field: Field, at: number, explained: Explained, context: Context): string | null {
  const { match, reading, undecided } = explained
  const words = context.words(formatWords)
  const order = reading.dateOrders.get(at)
  const fault = reading.dayFaults.get(at)
  const mark = reading.marks.get(at)
  const leveled = leveledFields.find((name) => name === field)
  const level = leveled && reading.levels.get(leveled)
  const open = undecided.filter(({ column }) => column === at).map(({ what }: Undecided) => words.openShort[what])
  const guess = match.guesses.find(({ column }) => column === at)
  const parts = [
    match.mapping.has(field) && words.byYou,
    guess && words.guessed[guess.by],
    order && words.dateOrders[order],
    fault && words.dayFaults[fault],
    level && words.levels[level],
    mark && words.marks[mark],
    field === 'probability' && words.probabilities[reading.probability],
    ...open,
  ]
  return parts.filter(Boolean).join(words.listed) || null
}

/** Why a column with a word for a field is not taken: another says the same better. */
function whyLeft(at: number, { rivals, columns, header }: MatchedSheet['match'], context: Context): string | null {
  const rival = rivals.find(({ column }) => column === at)
  const better = rival && columns.get(rival.field)?.[0]
  if (rival === undefined || better === undefined) return null
  return context.words(formatWords).rival(context.words(fieldWords)[rival.field], header.texts[better] ?? '')
}
