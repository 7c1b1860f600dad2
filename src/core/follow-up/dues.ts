import { levelTopics, ofLevel } from '../settings/levels.js'
import type { Snapshot } from '../snapshot.js'
import type { Tier } from '../value/abc.js'
import type { DayView } from '../value/as-of.js'
import { type Cycles, usualCycles } from '../value/cycle.js'
import { FORECAST_DEFAULTS, type Forecast, forecastOn } from '../value/forecast/forecast.js'
import { type GradesBasis, gradesOn } from '../value/grades/grades.js'
import { vipBounds } from '../value/grades/vip.js'
import type { Level } from '../value/grades/words.js'
import { type Refill, refillReader } from '../value/refill.js'
import { usualOptions } from '../value/standing.js'
import type { Day } from '../values/business-date.js'
import { once } from '../values/once.js'
import { type CareCalendar, NO_CARE } from './care/care-calendar.js'
import { deliveryReader } from './deliveries.js'
import { type FactsReader, itemsReader, numbersOf, type Standpoint } from './due-items.js'
import { type DueFacts, type FactsSources, SourcedFacts } from './facts.js'
import { type ContactHistory, contactHistories, NO_HISTORY } from './history.js'
import type { KeptRecords } from './kept.js'
import { byStrength, type RankingBasis, ranked } from './ranking.js'
import { reminderReader } from './reminders.js'
import type { DueItem, DueLine, Rule } from './rule.js'
import { type StakeBasis, type StakeParts, stakesOf } from './stake.js'

export type { DueLine } from './rule.js'

/** How far ahead the days of care of one customer are told; `crm care` looks further. */
const CARE_AHEAD_DAYS = 31

/** What the due list of a day is made from. */
export interface DuesBasis {
  readonly snapshot: Snapshot
  readonly asOf: Day
  /** The same by days of the calendar; absent where nothing stands in for today. */
  readonly calendar?: DayView
  /** How the ledger usually grades: tiers and service levels are those every other report shows. */
  readonly graded: GradesBasis
  readonly rules: readonly Rule[]
  readonly kept?: KeptRecords
  /** When customers are remembered; nobody is without it. */
  readonly care?: CareCalendar
  /** What stakes are told by, where it is at hand. */
  readonly forecast?: () => Forecast
}

/**
 * The ranked list, and what is due of customers who do not want to be contacted (R24): of them the list has the steps of a delisting alone,
 * for to decide on one, and to tell the customer of it, is no marketing (R30).
 */
export interface DueQueue {
  readonly lines: readonly DueLine[]
  readonly optedOut: readonly DueLine[]
  /** What is due and given up before marketing may reach its customer again (R24). */
  readonly heldBack: readonly DueItem[]
}

/** Everything that is due of the customers on a day, worked out for those who are asked for. */
export interface Dues {
  readonly asOf: Day
  /** The rules that are switched on. */
  readonly rules: readonly Rule[]
  readonly cycles: Cycles
  readonly stakeBasis: () => StakeBasis
  /** What an item's stake is part of, and which part; null where its rule tells it. */
  stakeParts(item: DueItem): StakeParts | null
  tier(customer: number): Tier
  level(customer: number): Level
  history(customer: number): ContactHistory
  /** What the customer buys again and again; none where the snapshot holds no lines. */
  refills(customer: number): readonly Refill[]
  facts(customer: number): DueFacts
  /**
   * Everything the rules hold for one customer, past or to come, as closing, sleeping and the pause leave it; days of care that are prepared
   * up to a day, a month ahead without one.
   */
  items(customer: number, careUntil?: Day): DueItem[]
  /** What is due on the day and the `ahead` days after it, by all rules or `only` some: one line a customer, in the order of `ranked`; blocked ones only for the steps of their delisting. */
  queue(ahead: number, only?: readonly string[]): DueQueue
  /** Lines in the order of the list, also where those of a customer were told apart. */
  ranked<L extends DueLine>(lines: readonly L[]): L[]
}

/**
 * What is due on the as-of day (R16–R31), a pure function of the ledger's facts and the day. Stakes and cycles look at the net
 * revenue of the 365 days before it. UserError `tier.no-costs`.
 */
export function duesOn(basis: DuesBasis): Dues {
  const { snapshot, asOf, graded } = basis
  const cycles = graded.cycles?.() ?? usualCycles(snapshot, asOf, graded.usual)
  const grades = gradesOn(graded, { grading: cycles.standing, value: usualOptions(graded.usual) })
  const levels: Level[] = []
  const level = (customer: number) => {
    levels[customer] ??= grades.level(customer).level
    return levels[customer]
  }
  const refills = once(() => (snapshot.purchases ? refillReader(snapshot.purchases(), asOf) : () => []))
  const known = {
    ...{ asOf, cycles, tier: grades.tier, level },
    rules: basis.rules.filter((rule) => numbersOf(rule, graded) !== null),
    history: historyReader({ snapshot, asOf }),
    refills: (customer: number) => refills()(customer),
  }
  const sources = factsSources(basis, known)
  const facts: FactsReader = (customer, careUntil) => new SourcedFacts(sources, customer, careUntil)
  const ofOrders = { ...known, facts, aheadDays: 0 }
  const stakes = once(() => {
    const forecast = basis.forecast?.() ?? forecastOn(snapshot, asOf, FORECAST_DEFAULTS)
    return stakesOf(forecast, cycles.standing.sums.netMinor)
  })
  const itemsBy = itemsReader(basis, { ofOrders, ofCalendar: calendarOf(basis, sources) ?? ofOrders, stakes })
  const ranking = {
    ...{ asOf, level, id: (customer: number) => snapshot.customers[customer]!.id },
    isReseller: (customer: number) => grades.decision(customer, 'buyer-type')?.value === 'reseller',
  }
  const queue: Dues['queue'] = (ahead, only) => {
    const asked = known.rules.filter(({ name }) => only?.includes(name) ?? true)
    const until = asOf + ahead
    return queueOf(snapshot, ranking, itemsBy(asked, { until, careUntil: until }))
  }
  // Several parts of a report ask for it.
  const ofTheDay = once(() => queue(0))
  return {
    ranked: (lines) => ranked(lines, ranking),
    ...{ ...known, facts: (customer: number) => facts(customer, asOf + CARE_AHEAD_DAYS) },
    stakeBasis: () => stakes().basis,
    stakeParts: ({ customer, rule, ...item }) =>
      stakes().parts(customer, rule, { ...item, stakeMinor: item.isStakeTold ? item.stakeMinor : undefined }),
    items: (customer, careUntil = asOf + CARE_AHEAD_DAYS) =>
      itemsBy(known.rules, { until: Number.POSITIVE_INFINITY, careUntil })(customer),
    queue: (ahead, only) => (ahead === 0 && only === undefined ? ofTheDay() : queue(ahead, only)),
  }
}

function historyReader({ snapshot, asOf }: DayView): Dues['history'] {
  const histories = contactHistories(snapshot.contacts, asOf)
  return (customer) => histories.get(customer) ?? NO_HISTORY
}

/** The calendar, where another day stands in for today. */
function calendarOf({ asOf, calendar }: DuesBasis, sources: FactsSources): Standpoint | null {
  if (calendar === undefined || calendar.asOf === asOf) return null
  const history = historyReader(calendar)
  const facts: FactsReader = (customer, careUntil) => new SourcedFacts({ ...sources, history }, customer, careUntil)
  return { asOf: calendar.asOf, history, facts, aheadDays: calendar.asOf - asOf }
}

type Known = Pick<Dues, 'asOf' | 'rules' | 'cycles' | 'tier' | 'level' | 'history' | 'refills'>

function factsSources({ snapshot, graded, kept = NO_RECORDS, care = NO_CARE }: DuesBasis, known: Known): FactsSources {
  const { orderMinor: vipOrderMinor } = vipBounds(graded.decided, snapshot.currency)
  const reminders = once(() => reminderReader(snapshot, known.asOf, graded.decided))
  return {
    ...{ ...known, snapshot, kept, care, vipOrderMinor },
    topic: (level) => ofLevel(graded.decided, levelTopics, level),
    deliveredSince: deliveryReader(snapshot),
    reminders: (customer) => reminders()(customer),
  }
}

const NO_RECORDS: KeptRecords = new Map()

/** The lines in the order of the list, each with its reasons in theirs. */
function queueOf(snapshot: Snapshot, basis: RankingBasis, itemsOf: (customer: number) => DueItem[]): DueQueue {
  const queue = { lines: [] as DueLine[], optedOut: [] as DueLine[], heldBack: [] as DueItem[] }
  const inOrder = byStrength(basis.asOf)
  for (let customer = 0; customer < snapshot.customers.length; customer++) {
    const all = itemsOf(customer)
    if (all.length === 0) continue
    const wantsNone = snapshot.customers[customer]!.consent === 'no'
    if (!wantsNone) queue.heldBack.push(...all.filter(({ isHeldBack }) => isHeldBack))
    const items = all.filter(({ isHeldBack }) => !isHeldBack).sort(inOrder)
    const isListed = ({ rule }: DueItem) => !wantsNone || rule.isAboutBlocked === true
    addLine(queue.lines, customer, items.filter(isListed))
    addLine(
      queue.optedOut,
      customer,
      items.filter((item) => !isListed(item)),
    )
  }
  return { ...queue, lines: ranked(queue.lines, basis), optedOut: ranked(queue.optedOut, basis) }
}

function addLine(lines: DueLine[], customer: number, [strongest, ...others]: readonly DueItem[]): void {
  if (strongest !== undefined) lines.push({ customer, items: [strongest, ...others] })
}
