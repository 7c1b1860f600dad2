import type { Context } from '../context.js'
import { scaledColumns } from '../core/import/columns/amount-unit.js'
import type { Remembered } from '../core/import/columns/detect.js'
import type { Guess } from '../core/import/columns/understand.js'
import { statesCurrency } from '../core/import/deciders/currency.js'
import { type SkipReason, statusClasses } from '../core/import/record.js'
import { minorDigits } from '../core/values/money.js'
import { importWords } from '../messages/import.js'
import { rejectColumns } from '../messages/rejects.js'
import { sharedKeyWords } from '../messages/shared-keys.js'
import { waitingWords } from '../messages/waiting.js'
import { againNote } from './import-again.js'
import type { TakenSheet } from './import-file.js'
import type { FileReport } from './import-report.js'
import { foundNotes, waitingNote } from './import-waiting.js'
import { dayIn } from './imports.js'
import { pairsOf } from './named-columns.js'
import type { SheetIntake } from './stage-sheet.js'

type Note = string | false

const SHOWN_NAMESAKES = 5

/** Counted remarks: nothing that was read is passed over in silence. */
export function notesOf(report: FileReport, context: Context): string[] {
  const w = context.words(importWords)
  const { unknownStatuses } = report.intake
  const notes = [
    ...rowNotes(report, context),
    ...columnNotes(report.intake, context),
    ...amountNotes(report.intake, context),
    againNote(report, context),
    report.older > 0 && w.older(report.older),
    ...besideNotes(report, context),
    ...entryNotes(report, context),
    ...sharedNotes(report, context),
    unknownStatuses.size > 0 && w.unknownStatus(listed(unknownStatuses, context)),
    currencyNote(report.intake, context),
  ]
  return notes.filter((note) => note !== false)
}

function listed(entries: Iterable<readonly [string, number]>, context: Context): string {
  return [...entries].map(([word, count]) => `${word} ${count}`).join(context.words(importWords).listed)
}

/** How many rows were passed over, by reason, in all of some sheets; false for none. */
export function passedOver(sheets: readonly TakenSheet['skipped'][], context: Context): Note {
  const w = context.words(importWords)
  const counts = new Map<SkipReason, number>()
  for (const skipped of sheets)
    for (const [reason, count] of skipped) counts.set(reason, (counts.get(reason) ?? 0) + count)
  const list = [...counts].map(([reason, count]) => [w.skip[reason], count] as const)
  return list.length > 0 && w.skipped(listed(list, context))
}

/** What states the orders are in, and which rows are nobody's, passed over or hidden. */
function rowNotes({ intake, staged }: FileReport, context: Context): Note[] {
  const w = context.words(importWords)
  const isOrders = intake.match.format.kind === 'orders'
  const shown = statusClasses
    .filter((status) => staged.status[status] > 0)
    .map((status) => [w.status[status], staged.status[status]] as const)
  return [
    isOrders && shown.length > 0 && w.statuses(listed(shown, context)),
    isOrders && staged.nobody > 0 && w.nobody(staged.nobody),
    passedOver([intake.skipped], context),
    intake.hiddenRows > 0 && w.hiddenRows(intake.hiddenRows),
  ]
}

/** How columns were taken where their names do not say it, and which were not. */
function columnNotes(intake: TakenSheet, context: Context): Note[] {
  const w = context.words(importWords)
  const { header, ignored, format, remembered } = intake.match
  const unused = ignored.filter((index) => !rejectColumns.has(header.keys[index]!))
  return [
    // A platform's own layout has dozens of columns nobody asked for; in a plain sheet an unused one may be a misunderstanding.
    format.weight < 2 && unused.length > 0 && w.ignored(unused.map((index) => header.texts[index]).join(w.listed)),
    dayPartsNote(intake.match, context),
    remembered !== null && rememberedNote(remembered, intake, context),
    ...(['word', 'values'] as const).map((by) => guessNote(by, intake, context)),
    intake.ordersCommand !== null &&
      (format.entry === 'lead' ? w.noWon : format.entry === 'contact' ? w.noSold : w.noOrders)(intake.ordersCommand),
  ]
}

/** What was rounded, and how lines and order amounts agree. */
function amountNotes(intake: TakenSheet, context: Context): Note[] {
  const w = context.words(importWords)
  const { rounding, arithmetic, repeatedTotals, match, reading } = intake
  return [
    ...scaledColumns(match).map(({ column, shift }) => w.scaled(match.header.texts[column]!, shift)),
    rounding.lines > 0 && w.rounding(rounding.lines, roundingText(intake)),
    arithmetic.checked > 0 && w.arithmetic(arithmetic.fitting, arithmetic.checked),
    arithmetic.fitting < arithmetic.checked && linesDiffer(intake, context),
    match.format.kind === 'orders' &&
      repeatedTotals > 0 &&
      arithmetic.checked === 0 &&
      match.format.weight < 2 &&
      w.repeated[reading.levels.get('orderTotal') ?? 'order'](
        repeatedTotals,
        match.header.texts[match.columns.get('orderTotal')![0]!]!,
      ),
  ]
}

/** Phones and e-mails that join nobody, and what was decided on them. */
function sharedNotes({ shared }: FileReport, context: Context): Note[] {
  return [
    shared.count > 0 && context.words(importWords).shared(shared.count),
    shared.decided > 0 && context.words(sharedKeyWords).decided(shared.decided),
  ]
}

/** Where the currency comes from when the file does not name it. */
function currencyNote({ match, reading, unmarked }: TakenSheet, context: Context): Note {
  const { origin, code } = reading.currency
  const hasAmounts = match.format.kind === 'orders' || match.columns.has('expectedAmount')
  if (!hasAmounts || isStatedByColumn(match)) return false
  if (origin === 'column' || origin === 'unit' || origin === 'symbol') return false
  if (!statesCurrency(reading) && unmarked === 0) return false
  return context.words(importWords).currencyAssumed[origin](code)
}

/** Whether a column of the file's own says it row by row. */
function isStatedByColumn({ columns, shownCurrency }: TakenSheet['match']): boolean {
  return columns.has('currency') && shownCurrency === undefined
}

/** What of a file is in no figure of its own, and what would change that. */
function besideNotes(report: FileReport, context: Context): Note[] {
  const w = context.words(importWords)
  const { beside, file } = report
  return [
    beside.waitingRefunds > 0 && w.waiting(beside.waitingRefunds),
    waitingNote(report, context),
    ...foundNotes(report.found, context),
    beside.waitingParts > 0 && w.waitingParts(beside.waitingParts),
    beside.enriching > 0 && w.enriching(beside.enriching),
    beside.notCounted > 0 && w.notCounted(beside.notCounted, file),
  ]
}

/** What of the rows waits for its order, and who may be somebody known. */
function entryNotes({ waitingEntries, namesakes }: FileReport, context: Context): Note[] {
  const [w, say] = [context.words(importWords), context.words(waitingWords)]
  const pairs = namesakes.slice(0, SHOWN_NAMESAKES).map(({ name, id, knownId }) => say.namesake(name, knownId, id))
  return [
    ...waitingEntries.map(({ kind, waiting }) => say.entries(w.entryKinds[kind], waiting)),
    namesakes.length > 0 && say.namesakes(namesakes.length, pairs.join(w.listed), namesakes[0]!),
  ]
}

/** Which columns the order day was put together of. */
function dayPartsNote({ dayParts, header }: TakenSheet['match'], context: Context): Note {
  if (dayParts === undefined) return false
  const { year, month, day } = dayParts
  const names = [year, month, day].flatMap((at) => (at < 0 ? [] : [header.texts[at]!]))
  return context.words(importWords).dayParts(names)
}

function rememberedNote({ id, madeAt }: Remembered, { match, zone }: TakenSheet, context: Context): string {
  return context.words(importWords).remembered(dayIn(zone, madeAt), pairsOf(match.mapping, context), id)
}

/** Columns taken without their name being known, for the seller to look at. */
function guessNote(by: Guess['by'], { match }: TakenSheet, context: Context): Note {
  const found = match.guesses.filter((guess) => guess.by === by)
  const fields = new Map(found.map(({ field, column }) => [field, match.header.texts[column] || `#${column + 1}`]))
  return found.length > 0 && context.words(importWords).guessed[by](pairsOf(fields, context))
}

/** Which amount counts where lines do not add up to it, and what to do. */
function linesDiffer({ match, reading }: SheetIntake, context: Context): string {
  const header = match.header.texts[match.columns.get('orderTotal')?.[0] ?? -1] ?? ''
  return context.words(importWords).linesDiffer[reading.levels.get('orderTotal') ?? 'order'](header)
}

/** Exact less rounded, in the currency with three more decimals than it has. */
function roundingText(intake: SheetIntake): string {
  const { code, assumed = code } = intake.reading.currency
  const digits = minorDigits(assumed)
  return `${(intake.rounding.differenceMinor / 10 ** digits).toFixed(digits + 3)} ${code}`
}
