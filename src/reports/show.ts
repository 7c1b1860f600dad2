import { finishOther, finishTable, type ReportDefinition, reportHead } from '../core/report/build.js'
import type { Json } from '../core/report/model.js'
import type { Table } from '../core/report/table.js'
import type { CycleWindow } from '../core/value/cycle.js'
import { type Grades, gradesOn } from '../core/value/grades/grades.js'
import { type Standing, standingOn, type ValueOptions } from '../core/value/standing.js'
import { missingOf } from './completeness-table.js'
import { dateOrNull } from './dates.js'
import { aheadNotes, emptyWindowNotes } from './empty-window.js'
import { customerFeedbackTable, scoresTable } from './feedback-table.js'
import { gradeHistoryTable } from './grades-columns.js'
import { gradeJson } from './grades-why.js'
import { leadJson } from './lead-facts.js'
import { measuresTables } from './measures-table.js'
import { refillNotes, refillsTables } from './refills-table.js'
import { type FactsInput, leadOf, showFacts, topicOf } from './show-facts.js'
import { orderPlacesTable, valuePlacesTable } from './show-sources.js'
import {
  contactsTable,
  delistingTables,
  entriesTable,
  followUpsTable,
  isRated,
  ordersTable,
  valuesTable,
} from './show-tables.js'
import { showWords as words } from './show-words.js'
import { unratedNotes } from './unrated-notes.js'
import { stageJson } from './why-stage.js'

export interface ShowInput extends FactsInput {
  readonly value: ValueOptions
}

/** One customer's whole file; the orders are the main table, each with the file and row it came from. */
export const show: ReportDefinition<ShowInput> = {
  name: 'show',
  words,
  build(input) {
    const standing = standingOn(input.snapshot, input.asOf, input.value)
    const dues = input.dues()
    const grades = gradesOn(input.grades(), { grading: standing, value: input.value })
    const life = input.lifecycle()
    const refills = dues.refills(input.customer)
    const head = reportHead(show, input, standing.sums.window)
    const { name, key, id } = input.snapshot.customers[input.customer]!
    return {
      ...head,
      title: `${head.title} · ${name ?? key ?? id}`,
      params: { customer: id, days: input.value.days, asOfMoved: input.isAsOfMoved },
      summary: {
        ...showSummary(input, standing, life.cycles.window(input.customer)),
        stage: stageJson(input, life),
        regularity: regularityJson(input, grades),
        grades: isRated(input) ? gradeJson(input, grades) : null,
        lead: leadOf(input, leadJson),
      },
      facts: showFacts(input, { standing, life, grades }),
      tables: [
        finishTable(ordersTable(input), input.shape),
        finishTable(followUpsTable(input)),
        ...refillsTables(input, refills),
        finishOther(contactsTable(input), input.shape),
        ...delistingTables(input).map((table) => finishTable(table)),
        ...voiceTables(input),
        ...measuresTables(input).map((table) => finishTable(table)),
        ...(input.file.entries.length > 0 ? [finishOther(entriesTable(input), input.shape)] : []),
        ...historyTables(input),
        ...sourceTables(input),
      ],
      notes: [
        ...refillNotes(input, refills, 'show'),
        ...emptyWindowNotes(input, standing.sums.window),
        ...aheadNotes(input),
        ...unratedNotes(input, 'customer'),
      ],
    }
  },
}

/** What the customer said of us, the newest first, and the scores that were typed; nothing where there is none. */
function voiceTables(input: ShowInput): Table[] {
  const isOwn = ({ customer }: { readonly customer: number }) => customer === input.customer
  const feedback = input.voice().feedback.filter(isOwn)
  const scores = input.voice().scores.filter(isOwn)
  return [
    ...(feedback.length > 0 ? [finishOther(customerFeedbackTable(input, feedback), input.shape)] : []),
    ...(scores.some(({ isFiled }) => !isFiled) ? [finishOther(scoresTable(input, scores), input.shape)] : []),
  ]
}

/** What was decided of the customer by hand, the newest first; nothing where nothing was. */
function historyTables(input: ShowInput): Table[] {
  const decisions = input.grades().facts.decisions.get(input.customer) ?? []
  return decisions.length === 0 ? [] : [finishOther(gradeHistoryTable(input, decisions), input.shape)]
}

function sourceTables(input: ShowInput): Table[] {
  const { provenance } = input.file
  if (provenance === undefined) return [finishTable(valuesTable(input))]
  const [values, orders] = [valuePlacesTable(provenance, input.lang), orderPlacesTable(provenance, input.lang)]
  return [finishTable(values), finishOther(orders, input.shape)]
}

function showSummary(input: ShowInput, standing: Standing, window: CycleWindow | null): Record<string, Json> {
  const { customer } = input
  const { id, key, name, tags, blocked, consent } = input.snapshot.customers[customer]!
  const { rfm, sums } = standing
  const rated = <T>(value: T) => (isRated(input) ? value : null)
  return {
    customer: id,
    key,
    name,
    owner: input.owners().get(customer) ?? null,
    inHandsOf: [...input.hands().peopleOf(customer)],
    topic: topicOf(input),
    missing: isRated(input) ? [...missingOf(input, customer, standing.tier(customer))] : null,
    tags,
    note: input.details().get(customer)?.note ?? null,
    blocked,
    consent,
    details: detailsJson(input),
    tier: rated(standing.tier(customer)),
    segment: rated(standing.segment(customer)),
    r: rated(rfm.r[customer]! || null),
    f: rated(rfm.f[customer]! || null),
    m: rated(rfm.m[customer]! || null),
    orders: sums.orders[customer]!,
    netMinor: rated(sums.netMinor[customer]!),
    lastOrderOn: dateOrNull(standing.lastOrderOn(customer)),
    cycle: window && { ...window, group: window.group?.key ?? null },
  }
}

/** What is known besides, in the form it is kept in. */
function detailsJson({ details, customer }: ShowInput): Json {
  const known: [string, string][] = Object.entries(details().get(customer) ?? {})
  return Object.fromEntries(known.filter(([field]) => field !== 'note'))
}

function regularityJson({ customer }: ShowInput, grades: Grades): Json {
  const own = grades.steady(customer)
  return own && { gaps: own.gaps, meanDays: own.meanDays, variation: own.variation }
}
