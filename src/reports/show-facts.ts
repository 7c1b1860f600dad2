import { type CustomerDetails, type DetailField, isOwnField, ownFieldName } from '../core/customer-details.js'
import type { SourcedValue, ValueField } from '../core/customer-file.js'
import type { Voice } from '../core/follow-up/feedback/voice.js'
import type { Lead } from '../core/follow-up/leads/lead.js'
import type { PoolRules } from '../core/follow-up/leads/pool.js'
import { valueText } from '../core/hand-field-words.js'
import { currencyOf } from '../core/report/columns.js'
import type { Fact } from '../core/report/model.js'
import { platformWords } from '../core/report/platforms.js'
import type { DayView } from '../core/value/as-of.js'
import type { Cycles } from '../core/value/cycle.js'
import { everyone } from '../core/value/cycle-pools.js'
import type { Grades } from '../core/value/grades/grades.js'
import type { Lifecycle } from '../core/value/lifecycle.js'
import { nextOrder } from '../core/value/next-order.js'
import { regularity, rhythmNames } from '../core/value/regularity.js'
import type { Standing } from '../core/value/standing.js'
import { dateOf } from '../core/values/business-date.js'
import { countryName } from '../core/values/country.js'
import { bilingual, type Lang } from '../core/values/lang.js'
import { compareText } from '../core/values/text.js'
import { missingOf, missingText } from './completeness-table.js'
import { dateOrNull } from './dates.js'
import { type CustomerGradesInput, gradeFacts } from './grades-why.js'
import { leadLine } from './lead-facts.js'
import { leadViewer, type SeenLead } from './leads-view.js'
import { percentText } from './notes.js'
import { type FileInput, isRated } from './show-tables.js'
import { fieldName, showWords as words } from './show-words.js'
import { stageText } from './why-stage.js'

/** What the head of the file is made from. */
export interface FactsInput extends FileInput, CustomerGradesInput {
  readonly voice: () => Voice
  /** Who looks after each customer, by customer index. */
  readonly owners: () => ReadonlyMap<number, string>
  /** What is known besides, by customer index. */
  readonly details: () => ReadonlyMap<number, CustomerDetails>
  /** Leads as they stand by days of the calendar, which no newest order stands in for. */
  readonly calendar: LeadsByCalendar
}

/** Where leads are looked at from. */
interface LeadsByCalendar extends DayView {
  readonly leads: () => ReadonlyMap<number, Lead>
  readonly poolRules: () => PoolRules
}

/** What was worked out of the customer. */
export interface Worked {
  readonly standing: Standing
  readonly life: Lifecycle
  readonly grades: Grades
}

/** The head of the file, as somebody who picks up the phone reads it: who, how to reach them, what they like, how they buy. */
export function showFacts(input: FactsInput, worked: Worked): Fact[] {
  const facts = [
    ...standingFacts(input, worked),
    ...reachFacts(input),
    ...personFacts(input),
    ...buyingFacts(input, worked),
    { label: words[input.lang].facts.byHand, kind: 'text', value: byHandText(input) } as const,
  ]
  return facts.filter(({ value }) => value !== null)
}

/** Who it is, what they are worth, who looks after them, and whether they may be written to. */
function standingFacts(input: FactsInput, { standing, life, grades }: Worked): Fact[] {
  const { customer, lang, snapshot } = input
  const { facts: say, yes } = words[lang]
  const { id, name, blocked, consent, tags } = snapshot.customers[customer]!
  const { r, f, m } = standing.rfm
  const missing = isRated(input) ? missingOf(input, customer, standing.tier(customer)) : []
  const byMoney: Fact[] = [
    { label: say.tier, kind: 'tier', value: standing.tier(customer) },
    ...gradeFacts(input, grades),
    { label: say.segment, kind: 'text', value: standing.segmentHit(customer)?.segment?.words[lang] ?? null },
    { label: say.scores, kind: 'text', value: r[customer] ? `${r[customer]} ${f[customer]} ${m[customer]}` : null },
  ]
  return [
    { label: say.customer, kind: 'id', value: id },
    { label: say.name, kind: 'text', value: name },
    { label: say.company, kind: 'text', value: valueInUse(input, 'company') },
    { label: say.blocked, kind: 'text', value: blocked ? yes : null },
    { label: say.consent, kind: 'text', value: consent && valueText('consent', consent, lang) },
    { label: say.owner, kind: 'text', value: ownerText(input) },
    { label: say.topic, kind: 'text', value: topicOf(input) },
    { label: say.missing, kind: 'text', value: missingText(missing, lang) },
    { label: say.tags, kind: 'text', value: tags.join(', ') || null },
    ...(isRated(input) ? byMoney : []),
    { label: say.stage, kind: 'text', value: stageText(input, life) },
    { label: say.lead, kind: 'text', value: leadOf(input, (seen) => leadLine(seen, lang)) },
  ]
}

/** Who looks after the customer, with what makes it so where no owner is set. */
function ownerText(input: FactsInput): string | null {
  const { customer, hands, lang } = input
  const by = hands().by(customer)
  if (by === 'level' && !isRated(input)) return null
  return by && words[lang].ownerBy[by](hands().ofCustomer(customer))
}

/** What the seller wants talked about with customers of this service level (R11). */
export function topicOf(input: FactsInput): string | null {
  const { customer, dues } = input
  if (!isRated(input)) return null
  return dues().facts(customer).topic
}

/** What is to be said of the customer's newest lead; null where there is none. */
export function leadOf<T>(input: FactsInput, say: (seen: SeenLead) => T): T | null {
  const { calendar } = input
  const leads = calendar.leads()
  const found = leads.get(input.customer)
  if (found === undefined) return null
  return say(leadViewer({ ...input, ...calendar, leads, poolRules: calendar.poolRules() })(found))
}

/** How and when to reach the customer, and who is there. */
function reachFacts(input: FactsInput): Fact[] {
  const { customer, lang, snapshot } = input
  const say = words[lang].facts
  const { phone, email, key, country, platforms } = snapshot.customers[customer]!
  return [
    { label: say.phone, kind: 'phone', value: phone },
    { label: say.email, kind: 'email', value: email },
    ...detailFacts(input, ['wechat', 'channel', 'callHours', 'frequency', 'contacts']),
    { label: say.country, kind: 'text', value: country && countryName(country, lang) },
    { label: say.place, kind: 'text', value: placeText(input), person: 'street' },
    { label: say.platforms, kind: 'text', value: platformsText(platforms, lang) },
    { label: say.key, kind: 'id', value: key },
    { label: say.keys, kind: 'text', value: furtherKeys(input) },
  ]
}

/** What is known of the person, with the seller's own fields and the note. */
function personFacts(input: FactsInput): Fact[] {
  const { customer, lang } = input
  const say = words[lang].facts
  const known = input.details().get(customer) ?? {}
  const own = Object.keys(known).filter(isOwnField).sort(compareText)
  return [
    ...detailFacts(input, ['language', 'birthday', 'anniversary', 'interests', 'needs', 'background']),
    ...own.map((field): Fact => ({ label: ownFieldName(field), kind: 'text', value: known[field] ?? null })),
    { label: say.note, kind: 'text', value: known.note ?? null },
  ]
}

function detailFacts({ details, customer, lang }: FactsInput, fields: readonly DetailField[]): Fact[] {
  const known = details().get(customer) ?? {}
  return fields.map((field) => {
    const value = known[field]
    return {
      label: words[lang].facts[field],
      kind: 'text',
      value: value === undefined ? null : valueText(field, value, lang),
      ...(field === 'wechat' ? { person: field } : {}),
    }
  })
}

/** How the customer buys, and what was said of it. */
function buyingFacts(input: FactsInput, { standing, life, grades }: Worked): Fact[] {
  const { customer, lang, snapshot } = input
  const say = words[lang].facts
  const { orders, netMinor } = standing.sums
  const { cycles } = life
  return [
    { label: say.orders, kind: 'count', value: orders[customer]! },
    {
      label: say.net,
      kind: 'money',
      value: isRated(input) ? netMinor[customer]! : null,
      ...currencyOf(snapshot.currency),
    },
    { label: say.last, kind: 'date', value: dateOrNull(standing.lastOrderOn(customer)) },
    { label: say.cycle, kind: 'days', value: cycles.window(customer)?.openDays ?? null },
    { label: say.regularity, kind: 'text', value: regularityText(input, cycles, grades) },
    { label: say.expected, kind: 'text', value: expectedText(input, cycles) },
    { label: say.remark, kind: 'text', value: remarkText(input) },
    { label: say.points, kind: 'count', value: pointsOf(input) },
    { label: say.rating, kind: 'text', value: ratingOf(input) },
  ]
}

type PlacePart = 'address' | 'postcode' | 'city' | 'region'

const known = (...parts: readonly (string | null)[]) => parts.filter((part) => part !== null)

/** An address in the order of the reader's language, without the parts that are not known. */
const placeWords = bilingual(
  (of: Readonly<Record<PlacePart, string | null>>) => known(of.address, of.postcode, of.city, of.region).join(', '),
  (of) => known(of.region, of.city, of.address, of.postcode).join(' '),
)

/** The address as one line; null where nothing of it is known. */
function placeText(input: FactsInput): string | null {
  const [address, postcode] = [valueInUse(input, 'address'), valueInUse(input, 'postcode')]
  const [city, region] = [valueInUse(input, 'city'), valueInUse(input, 'region')]
  return placeWords[input.lang]({ address, postcode, city, region }) || null
}

/** The fields whose value in use was typed by hand, with the day; null for none. */
function byHandText({ file, lang }: FactsInput): string | null {
  const say = words[lang]
  const typed = file.values.filter(({ source, on }) => source === null && on !== null)
  const days = [...new Set(typed.map(({ on }) => on!))].sort()
  const parts = days.map((day) =>
    say.byHand(
      typed
        .filter(({ on }) => on === day)
        .map(({ field }) => fieldName(field, lang))
        .join(say.listed),
      day,
    ),
  )
  return parts.join(say.parts) || null
}

function platformsText(platforms: readonly string[], lang: Lang): string | null {
  return platforms.map((platform) => platformWords[lang][platform] ?? platform).join(', ') || null
}

/** The newest balance a file gives (R29). */
function pointsOf({ file }: FactsInput): number | null {
  return file.entries.findLast(({ kind }) => kind === 'points')?.value ?? null
}

/** Mean of the ratings with their number (R27). */
function ratingOf({ customer, voice, lang }: FactsInput): string | null {
  const scores = voice().scores.filter((score) => score.customer === customer)
  if (scores.length === 0) return null
  const mean = scores.reduce((sum, { score }) => sum + score, 0) / scores.length
  return words[lang].ratingOf(mean.toFixed(1), scores.length)
}

/** The value of a field that counts, which stands first; null where it is said that there is none. */
function valueInUse({ file }: FactsInput, field: ValueField): string | null {
  return file.values.find((value) => value.field === field)?.value || null
}

/** What a file notes of an order, the newest such order; its column of the table has those of all. */
function remarkText({ file, lang }: FactsInput): string | null {
  const noted = file.orders.findLast(({ note }) => note !== null)
  return noted === undefined ? null : words[lang].byHand(noted.note!, dateOf(noted.on))
}

const keyFields = ['name', 'buyerId', 'phone', 'email'] as const

/** The names, ids and contact points beside those shown above: with any of them `crm split` can take records out. */
function furtherKeys({ customer, snapshot, file }: FactsInput): string | null {
  const { name, key, phone, email } = snapshot.customers[customer]!
  const isFurther = ({ field, value }: SourcedValue) =>
    keyFields.some((known) => known === field) && ![name, key, phone, email].includes(value)
  return [...new Set(file.values.filter(isFurther).map(({ value }) => value))].join(', ') || null
}

/** When the next order is expected, and for how long that is over; null where no cycle is known. */
function expectedText({ customer, lang }: FactsInput, cycles: Cycles): string | null {
  const say = words[lang]
  const window = cycles.window(customer)
  if (window === null) return null
  const last = cycles.days.day[cycles.days.start[customer + 1]! - 1]!
  const between = say.between(dateOf(last + window.openDays), dateOf(last + window.closeDays))
  const { lateDays } = nextOrder(cycles, customer)
  return lateDays === null ? between : say.late(between, lateDays)
}

/** How evenly the customer orders; with fewer than five orders, what is known of the shop's customers. */
function regularityText({ customer, snapshot, lang }: FactsInput, { days }: Cycles, grades: Grades): string | null {
  const say = words[lang]
  const own = grades.steady(customer)
  if (own !== null) return say.evenly(own.gaps, own.meanDays.toFixed(1), percentText(own.variation))
  if (days.start[customer + 1] === days.start[customer]) return null
  const shop = regularity(snapshot, days, everyone(days))
  return shop && say.shopEvenly(rhythmNames[lang][shop.rhythm])
}
