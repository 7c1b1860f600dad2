import type { SourcedValue, ValueField } from '../core/customer-file.js'
import { finishOther, finishTable, type ReportDefinition, reportHead } from '../core/report/build.js'
import { currencyOf } from '../core/report/columns.js'
import type { Fact, Json, Table } from '../core/report/model.js'
import { platformWords } from '../core/report/platforms.js'
import { teamRules } from '../core/settings/leads.js'
import type { Cycles, CycleWindow } from '../core/value/cycle.js'
import { everyone } from '../core/value/cycle-pools.js'
import { type Grades, gradesOn } from '../core/value/grades/grades.js'
import type { Lifecycle } from '../core/value/lifecycle.js'
import { nextOrder } from '../core/value/next-order.js'
import { regularity, rhythmNames } from '../core/value/regularity.js'
import { type Standing, standingOn, type ValueOptions } from '../core/value/standing.js'
import { dateOf } from '../core/values/business-date.js'
import { countryName } from '../core/values/country.js'
import type { Lang } from '../core/values/lang.js'
import { dateOrNull } from './dates.js'
import { aheadNotes, emptyWindowNotes } from './empty-window.js'
import { gradeHistoryTable } from './grades-columns.js'
import { type CustomerGradesInput, gradeFacts, gradeJson } from './grades-why.js'
import { leadJson, leadLine } from './lead-facts.js'
import { type SeenLead, seenLead } from './leads-view.js'
import { percentText } from './notes.js'
import { refillNotes, refillsTables } from './refills-table.js'
import { orderPlacesTable, valuePlacesTable } from './show-sources.js'
import {
  contactsTable,
  delistingTables,
  entriesTable,
  type FileInput,
  followUpsTable,
  ordersTable,
  valuesTable,
} from './show-tables.js'
import { showWords as words } from './show-words.js'
import { stageJson, stageText } from './why-stage.js'

export interface ShowInput extends FileInput, CustomerGradesInput {
  readonly value: ValueOptions
  /** Who looks after each customer, by customer index. */
  readonly owners: () => ReadonlyMap<number, string>
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
        lead: leadOf(input, life, leadJson),
        regularity: regularityJson(input, grades),
        grades: gradeJson(input, grades),
      },
      facts: showFacts(input, standing, life, grades),
      tables: [
        finishTable(ordersTable(input), input.shape),
        finishTable(followUpsTable(input)),
        ...refillsTables(input, refills),
        finishOther(contactsTable(input), input.shape),
        ...delistingTables(input).map((table) => finishTable(table)),
        ...(input.file.entries.length > 0 ? [finishOther(entriesTable(input), input.shape)] : []),
        ...historyTables(input),
        ...sourceTables(input),
      ],
      notes: [
        ...refillNotes(input, refills, 'show'),
        ...emptyWindowNotes(input, standing.sums.window),
        ...aheadNotes(input),
      ],
    }
  },
}

/** What is to be said of the customer's newest lead; null where there is none. */
function leadOf<T>(input: ShowInput, { leads }: Lifecycle, say: (seen: SeenLead) => T): T | null {
  const found = leads.get(input.customer)
  if (found === undefined) return null
  const poolRules = teamRules(input.decided, leads, input.owners().values())
  return say(seenLead({ ...input, leads, poolRules }, found))
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

/** The fields whose value in use was typed by hand, with the day; null for none. */
function byHandText({ file, lang }: ShowInput): string | null {
  const say = words[lang]
  const typed = file.values.filter(({ source, on }) => source === null && on !== null)
  const days = [...new Set(typed.map(({ on }) => on!))].sort()
  const parts = days.map((day) =>
    say.byHand(
      typed
        .filter(({ on }) => on === day)
        .map(({ field }) => say.fields[field])
        .join(say.listed),
      day,
    ),
  )
  return parts.join(say.parts) || null
}

function showSummary(input: ShowInput, standing: Standing, window: CycleWindow | null): Record<string, Json> {
  const { customer } = input
  const { id, key, name, tags, blocked } = input.snapshot.customers[customer]!
  const { rfm, sums } = standing
  return {
    customer: id,
    key,
    name,
    owner: input.owners().get(customer) ?? null,
    tags,
    note: valueInUse(input, 'note'),
    blocked,
    tier: standing.tier(customer),
    segment: standing.segment(customer),
    r: rfm.r[customer]! || null,
    f: rfm.f[customer]! || null,
    m: rfm.m[customer]! || null,
    orders: sums.orders[customer]!,
    netMinor: sums.netMinor[customer]!,
    lastOrderOn: dateOrNull(standing.lastOrderOn(customer)),
    cycle: window && { ...window, group: window.group?.key ?? null },
  }
}

function platformsText(platforms: readonly string[], lang: Lang): string | null {
  return platforms.map((platform) => platformWords[lang][platform] ?? platform).join(', ') || null
}

/** The newest balance a file gives (R29). */
function pointsOf({ file }: ShowInput): number | null {
  return file.entries.findLast(({ kind }) => kind === 'points')?.value ?? null
}

/** Mean of the ratings with their number (R27). */
function ratingOf({ file, lang }: ShowInput): string | null {
  const ratings = file.entries.flatMap(({ kind, value }) => (kind === 'rating' && value !== null ? [value] : []))
  if (ratings.length === 0) return null
  const mean = ratings.reduce((sum, value) => sum + value, 0) / ratings.length
  return words[lang].ratingOf(mean.toFixed(1), ratings.length)
}

/** The value of a field that counts, which stands first; null where it is said that there is none. */
function valueInUse({ file }: ShowInput, field: ValueField): string | null {
  return file.values.find((value) => value.field === field)?.value || null
}

/** What a file notes of an order, the newest such order; its column of the table has those of all. */
function remarkText({ file, lang }: ShowInput): string | null {
  const noted = file.orders.findLast(({ note }) => note !== null)
  return noted === undefined ? null : words[lang].byHand(noted.note!, dateOf(noted.on))
}

const keyFields = ['name', 'buyerId', 'phone', 'email'] as const

/** The names, ids and contact points beside those shown above: with any of them `crm split` can take records out. */
function furtherKeys({ customer, snapshot, file }: ShowInput): string | null {
  const { name, key, phone, email } = snapshot.customers[customer]!
  const isFurther = ({ field, value }: SourcedValue) =>
    keyFields.some((known) => known === field) && ![name, key, phone, email].includes(value)
  return [...new Set(file.values.filter(isFurther).map(({ value }) => value))].join(', ') || null
}

/** When the next order is expected, and for how long that is over; null where no cycle is known. */
function expectedText({ customer, lang }: ShowInput, cycles: Cycles): string | null {
  const say = words[lang]
  const window = cycles.window(customer)
  if (window === null) return null
  const last = cycles.days.day[cycles.days.start[customer + 1]! - 1]!
  const between = say.between(dateOf(last + window.openDays), dateOf(last + window.closeDays))
  const { lateDays } = nextOrder(cycles, customer)
  return lateDays === null ? between : say.late(between, lateDays)
}

/** How evenly the customer orders; with fewer than five orders, what is known of the shop's customers. */
function regularityText({ customer, snapshot, lang }: ShowInput, { days }: Cycles, grades: Grades): string | null {
  const say = words[lang]
  const own = grades.steady(customer)
  if (own !== null) return say.evenly(own.gaps, own.meanDays.toFixed(1), percentText(own.variation))
  if (days.start[customer + 1] === days.start[customer]) return null
  const shop = regularity(snapshot, days, everyone(days))
  return shop && say.shopEvenly(rhythmNames[lang][shop.rhythm])
}

function regularityJson({ customer }: ShowInput, grades: Grades): Json {
  const own = grades.steady(customer)
  return own && { gaps: own.gaps, meanDays: own.meanDays, variation: own.variation }
}

function showFacts(input: ShowInput, standing: Standing, life: Lifecycle, grades: Grades): Fact[] {
  const { customer, lang, snapshot } = input
  const say = words[lang]
  const known = snapshot.customers[customer]!
  const segment = standing.segmentHit(customer)?.segment
  const last = standing.lastOrderOn(customer)
  const { r, f, m } = standing.rfm
  const { cycles } = life
  const facts: Fact[] = [
    { label: say.facts.customer, kind: 'id', value: known.id },
    { label: say.facts.key, kind: 'id', value: known.key },
    { label: say.facts.name, kind: 'text', value: known.name },
    { label: say.facts.phone, kind: 'phone', value: known.phone },
    { label: say.facts.email, kind: 'email', value: known.email },
    { label: say.facts.keys, kind: 'text', value: furtherKeys(input) },
    { label: say.facts.company, kind: 'text', value: valueInUse(input, 'company') },
    { label: say.facts.country, kind: 'text', value: known.country && countryName(known.country, lang) },
    { label: say.facts.byHand, kind: 'text', value: byHandText(input) },
    { label: say.facts.platforms, kind: 'text', value: platformsText(known.platforms, lang) },
    { label: say.facts.owner, kind: 'text', value: input.owners().get(customer) ?? null },
    { label: say.facts.tags, kind: 'text', value: known.tags.join(', ') || null },
    { label: say.facts.note, kind: 'text', value: valueInUse(input, 'note') },
    { label: say.facts.remark, kind: 'text', value: remarkText(input) },
    { label: say.facts.points, kind: 'count', value: pointsOf(input) },
    { label: say.facts.rating, kind: 'text', value: ratingOf(input) },
    { label: say.facts.blocked, kind: 'text', value: known.blocked ? say.yes : null },
    { label: say.facts.tier, kind: 'tier', value: standing.tier(customer) },
    ...gradeFacts(input, grades),
    { label: say.facts.segment, kind: 'text', value: segment?.words[lang] ?? null },
    {
      label: say.facts.scores,
      kind: 'text',
      value: r[customer] ? `${r[customer]} ${f[customer]} ${m[customer]}` : null,
    },
    { label: say.facts.orders, kind: 'count', value: standing.sums.orders[customer]! },
    { label: say.facts.net, kind: 'money', value: standing.sums.netMinor[customer]!, ...currencyOf(snapshot.currency) },
    { label: say.facts.last, kind: 'date', value: dateOrNull(last) },
    { label: say.facts.stage, kind: 'text', value: stageText(input, life) },
    { label: say.facts.lead, kind: 'text', value: leadOf(input, life, (seen) => leadLine(seen, lang)) },
    { label: say.facts.cycle, kind: 'days', value: cycles.window(customer)?.openDays ?? null },
    { label: say.facts.regularity, kind: 'text', value: regularityText(input, cycles, grades) },
    { label: say.facts.expected, kind: 'text', value: expectedText(input, cycles) },
  ]
  return facts.filter(({ value }) => value !== null)
}
