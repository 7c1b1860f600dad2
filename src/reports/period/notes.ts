import { countedDays, isWithin, NEVER } from '../../core/value/aggregate.js'
import { type Span, spanCode, spanOn } from '../../core/value/span.js'
import { type Day, dateOf } from '../../core/values/business-date.js'
import { joined } from '../../core/values/joined.js'
import { costNotes, countIncluded, nobodyNotes, sampleNotes, tagNotes, viewNotes } from '../notes.js'
import { scoreNotes, scoringNote } from '../rfm-notes.js'
import { type PeriodView, reportNames, type SpanSales } from './view.js'
import { periodWords } from './words.js'

/** What the reader should know before trusting the figures of a period: its days, the filter, blanks and their reasons, thin data (R15). */
export function periodNotes(view: PeriodView): string[] {
  const { input, standing } = view
  return [
    ...viewNotes(input),
    ...spanNotes(view),
    ...filterNotes(view),
    ...blankNotes(view),
    ...windowNotes(view),
    ...costNotes(input, standing.sums),
    ...sampleNotes(input, standing.sums, input.filter !== undefined),
    // Where nobody is scored, the table of segments says why.
    ...(standing.rfm.hasScores ? [scoringNote(standing.rfm, input.lang)] : []),
    ...scoreNotes(input, standing),
  ]
}

function command(span: Span): string {
  return `crm report ${reportNames[span.kind]} --period ${spanCode(span)}`
}

/** Which period it is, and that nothing was sold in it. */
export function spanNotes(view: PeriodView): string[] {
  const { input, span, now, isOver } = view
  const say = periodWords[input.lang]
  return [
    ...emptyNotes(view),
    ...chosenNotes(view),
    ...(span.isWhole ? [] : [runningNote(view)]),
    ...(!isOver ? [] : [say.dueOn(dateOf(now.asOf), dateOf(input.asOf))]),
  ]
}

/** Said of a period nobody named. */
export function chosenNotes({ input: { lang, chosenBy }, span }: PeriodView): string[] {
  if (chosenBy === undefined || span.to >= chosenBy) return []
  return [periodWords[lang].chosen(dateOf(chosenBy), command(spanOn(span.kind, chosenBy, chosenBy)))]
}

/** Said of a period that is not over; the whole one before it is named where the ledger has sales of it. */
function runningNote({ input: { lang }, span, openedOn }: PeriodView): string {
  const say = periodWords[lang]
  const { running } = say.kinds[span.kind]
  const hasWhole = openedOn !== null && openedOn <= span.from
  return hasWhole ? say.whole(running, command(spanOn(span.kind, span.from, span.from))) : running
}

/** Said of a period without a counted order, in a ledger that has some: which period has. */
function emptyNotes({ input, span }: PeriodView): string[] {
  const say = periodWords[input.lang]
  const { first, lastUpTo } = countedDays(input.snapshot, 'all', span.to)
  if (first === NEVER || isWithin(lastUpTo, span)) return []
  const days = [dateOf(span.from + 1), dateOf(span.to)] as const
  const of = (day: Day) => command(spanOn(span.kind, day, Number.MAX_SAFE_INTEGER))
  return [
    lastUpTo === NEVER
      ? say.noneBefore(...days, dateOf(first), of(first))
      : say.none(...days, dateOf(lastUpTo), of(lastUpTo)),
  ]
}

function filterNotes({ input, now }: PeriodView): string[] {
  if (!input.filter) return []
  const count = countIncluded(input)
  if (count === 0) return nobodyNotes(input)
  return [periodWords[input.lang].filtered(input.filter.text, count, dateOf(now.asOf)), ...tagNotes(input)]
}

/** Why a change is blank, or flatters. */
function blankNotes({ input, span, sold, openedOn }: PeriodView): string[] {
  if (openedOn === null || openedOn > span.to) return []
  const say = periodWords[input.lang]
  const { said } = say.kinds[span.kind]
  const others = [
    [said.before, sold.previous],
    [said.yearBefore, sold.yearBefore],
  ] as const
  const named = (isSo: (one: SpanSales) => boolean) =>
    joined(
      others.filter(([, one]) => isSo(one)).map(([name]) => name),
      input.lang,
    )
  const untold = named(({ sales }) => sales === null)
  const nothing = named(({ sales }) => sales !== null && sales.netMinor <= 0)
  const half = named(({ isHalf }) => isHalf)
  return [
    ...(untold === '' ? [] : [say.blankBefore(untold, dateOf(openedOn))]),
    ...(nothing === '' ? [] : [say.blankNothing(nothing)]),
    ...(half === '' ? [] : [say.half(half, dateOf(openedOn))]),
  ]
}

/** Over which days classes and scores are taken, which are not those of the period. */
function windowNotes({ input, standing, span }: PeriodView): string[] {
  const say = periodWords[input.lang]
  const { from, to } = standing.sums.window
  if (span.kind === 'week') return []
  return [say.windows(from === null ? say.windowAll(dateOf(to)) : say.windowDays(to - from, dateOf(to)))]
}
