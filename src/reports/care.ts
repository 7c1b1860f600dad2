import { type Gift, givenIn, spendOf } from '../core/follow-up/care/gifts.js'
import { allCare, careOutcomes, careRecords } from '../core/follow-up/care/outcomes.js'
import { type CareOccasion, caredCustomers, careOutlook, plannedMinor } from '../core/follow-up/care/outlook.js'
import {
  commonParams,
  filtered,
  finishOther,
  finishTable,
  type ReportDefinition,
  reportHead,
} from '../core/report/build.js'
import { currencyOf } from '../core/report/columns.js'
import type { Fact, Json, Report } from '../core/report/model.js'
import type { Snapshot } from '../core/snapshot.js'
import { ranking } from '../core/value/abc.js'
import type { Day } from '../core/values/business-date.js'
import { civilDate } from '../core/values/calendar.js'
import { firstDayOf, lastDayOf, monthOfDay } from '../core/values/month.js'
import { careEntries } from './care-calendar.js'
import type { CareInput } from './care-input.js'
import { careNotes } from './care-notes.js'
import { type CarePeriod, calendarTable, linesSheet, outcomesTable, spendTable } from './care-tables.js'
import { careReportWords } from './care-words.js'
import { aheadNotes } from './empty-window.js'
import { listOrNextStep } from './no-orders.js'
import { nobodyNotes, tagNotes } from './notes.js'

/** R21: the coming eight weeks of care, what came of the past ones, and what gifts have cost. */
export const care: ReportDefinition<CareInput> = {
  name: 'care',
  words: careReportWords,
  build(input) {
    const { snapshot, asOf, lang, shape } = input
    const { year } = civilDate(asOf)
    const { chosen, cared, records, gifts, periods } = careOver(input, spans(asOf, lang))
    const occasions = careOutlook(input.care, cared, records)
    const ofYear = givenIn(gifts, year).filter(({ on }) => on <= asOf)
    const hasHeldBack = periods.some(({ counts }) => allCare(counts).heldBack > 0)
    const summed = { occasions, ofYear, periods, year }
    const report: Report = {
      ...reportHead(care, input, null),
      params: commonParams(input),
      summary: careSummary(input, summed),
      facts: careFacts(input, summed),
      tables: [
        finishTable({ ...calendarTable(input, occasions), reason: careReportWords[lang].nothing }, shape),
        ...(input.isForScreen || occasions.length === 0
          ? []
          : [{ ...finishOther(linesSheet(input, occasions), shape), isDetail: true }]),
        finishOther(outcomesTable(input, periods), shape),
        finishOther(spendTable(input, ofYear, year), shape),
      ],
      ...(input.isForCalendar === true ? { calendar: careEntries(input, occasions.slice(0, shape.limit)) } : {}),
      notes: [
        ...nobodyNotes(input),
        ...tagNotes(input),
        ...aheadNotes(input),
        ...careNotes(input, { chosen, cared, occasions, ofYear, hasHeldBack }),
      ],
    }
    return listOrNextStep(report, snapshot, lang)
  },
}

/** Days from the first to the last, both included, with what the span is called. */
export interface CareSpan {
  /** `2026-Q2`, `2026-07`, `2026`. */
  readonly code: string
  readonly name: string
  readonly span: readonly [Day, Day]
}

/** What came of the care of some spans for the customers of an input, and what it is told from. */
export function careOver(input: CareInput, spans: readonly CareSpan[]) {
  const { snapshot, asOf } = input
  const chosen = filtered(ranking(input.dues().cycles.standing.sums.netMinor, snapshot.customers), input)
  const cared = caredCustomers(
    { ...input, customers: snapshot.customers, level: input.dues().level, knownOn: knownReader(input) },
    chosen,
  )
  const records = careRecords({ ...input, contacts: snapshot.contacts }, asOf)
  const gifts = giftsChosen(input, chosen)
  const periods = spans.map(({ code, name, span: [from, to] }): CarePeriod => {
    const counts = careOutcomes(input.care, [from, to], cared, records)
    return { code, name, counts, spend: spendOf(gifts.filter(({ on }) => on >= from && on <= to)) }
  })
  return { chosen, cared, records, gifts, periods }
}

/** Since the first order or contact, and not before the ledger itself. */
function knownReader({ snapshot, knownOn }: CareInput): (customer: number) => Day {
  const firstContact = new Map<number, Day>()
  for (const { customer, on } of snapshot.contacts) if (!firstContact.has(customer)) firstContact.set(customer, on)
  return (customer) => Math.max(knownOn, firstOrder(snapshot, customer) ?? firstContact.get(customer) ?? knownOn)
}

function firstOrder({ orders: { start, day } }: Snapshot, customer: number): Day | null {
  return start[customer + 1]! > start[customer]! ? day[start[customer]!]! : null
}

/** Of the customers chosen. */
function giftsChosen({ gifts, filter }: CareInput, chosen: Uint32Array): readonly Gift[] {
  const isChosen = new Set(filter === undefined ? [] : chosen)
  return gifts.filter(({ customer }) => filter === undefined || isChosen.has(customer))
}

/** The calendar quarter before that of the as-of day, and the year up to the as-of day. */
function spans(asOf: Day, lang: CareInput['lang']): CareSpan[] {
  const say = careReportWords[lang]
  const month = monthOfDay(asOf)
  const first = month - (month % 3) - 3
  const { year, month: firstMonth } = civilDate(firstDayOf(first))
  const quarter = (firstMonth + 2) / 3
  const thisYear = civilDate(asOf).year
  return [
    { code: `${year}-Q${quarter}`, name: say.quarter(year, quarter), span: [firstDayOf(first), lastDayOf(first + 2)] },
    { code: String(thisYear), name: say.yearSoFar(thisYear), span: [firstDayOf(month - (month % 12)), asOf] },
  ]
}

/** What the report sums up. */
interface Summed {
  readonly occasions: readonly CareOccasion[]
  readonly ofYear: readonly Gift[]
  readonly periods: readonly CarePeriod[]
  readonly year: number
}

function costs({ care: { plan } }: CareInput, { occasions, ofYear }: Summed) {
  const { spentMinor } = spendOf(ofYear)
  const items = occasions.flatMap((occasion) => occasion.items)
  return {
    customers: new Set(items.map(({ customer }) => customer)).size,
    plannedMinor: plannedMinor(items),
    spentMinor,
    budgetMinor: plan.yearMinor,
    leftMinor: plan.yearMinor === null ? null : plan.yearMinor - spentMinor,
  }
}

function careSummary(input: CareInput, summed: Summed): Record<string, Json> {
  const { customers, ...money } = costs(input, summed)
  const { gifts, replies, treats, treatsMinor } = spendOf(summed.ofYear)
  return { occasions: summed.occasions.length, customers, ...money, gifts, replies, treats, treatsMinor }
}

function careFacts(input: CareInput, summed: Summed): Fact[] {
  const { facts } = careReportWords[input.lang]
  const { customers, plannedMinor: planned, spentMinor, budgetMinor, leftMinor } = costs(input, summed)
  const money = (label: string, value: number): Fact => ({
    ...{ label, kind: 'money', value },
    ...currencyOf(input.snapshot.currency),
  })
  return [
    { label: facts.customers, kind: 'count', value: customers },
    money(facts.planned, planned),
    money(facts.spent(summed.year), spentMinor),
    ...(budgetMinor === null ? [] : [money(facts.budget(summed.year), budgetMinor), money(facts.left, leftMinor!)]),
  ]
}
