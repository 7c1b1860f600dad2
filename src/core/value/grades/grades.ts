import { creditBands, creditCuts, vipCategories } from '../../settings/grades.js'
import { type DecidedSettings, settingOf } from '../../settings/setting.js'
import type { Snapshot } from '../../snapshot.js'
import type { Day } from '../../values/business-date.js'
import { once } from '../../values/once.js'
import { TIERS, type Tier } from '../abc.js'
import { aggregate, type Window, windowOf } from '../aggregate.js'
import { type CreditRules, creditColour, type Fulfilment, fulfilment, isLowered } from '../credit.js'
import type { Cycles } from '../cycle.js'
import { type Grading, gradingOn, type ValueOptions } from '../standing.js'
import { decisionOn, type GradeDecision, type GradeKind } from './decision.js'
import type { CategorySales, GradeFacts } from './facts.js'
import { customerClass, type ServiceLevel, serviceLevel } from './service-level.js'
import { type Signs, signsOn } from './signs.js'
import { settingMinor, type VipBounds, type VipEvidence, vipBounds, vipEvidence, vipEvidences } from './vip.js'
import type { BuyerType, Colour, CustomerClass } from './words.js'

/** VIP, potential and fulfilment look at the year, whatever window tiers are taken over. */
const GRADE_DAYS = 365

/** What the grades of a day are made from. */
export interface GradesBasis {
  readonly snapshot: Snapshot
  readonly asOf: Day
  readonly decided: DecidedSettings
  readonly facts: GradeFacts
  /** How this ledger grades when nothing else is asked for: there is one service level, whatever a report is taken by. */
  readonly usual: ValueOptions
  /** The usual cycles of the day, where they are at hand; else they are worked out when asked for. */
  readonly cycles?: () => Cycles
}

/** A tier report that may be the usual one already. */
export interface KnownGrading {
  readonly grading: Grading
  readonly value: ValueOptions
}

export interface Vip {
  /** What the seller granted and is in force. */
  readonly granted: GradeDecision | null
  /** What met the bounds since the seller last declined it, also where returns took it back; null where nothing did. */
  readonly evidence: VipEvidence | null
  /** Evidence that returns have left, and neither granted nor declined since. */
  readonly isCandidate: boolean
}

export interface Credit {
  readonly fulfilment: Fulfilment
  readonly tradedMinor: number
  /** By the orders; null below four placed ones. */
  readonly computed: Colour | null
  readonly byHand: GradeDecision | null
  /** In force: by hand, else computed. */
  readonly colour: Colour | null
  /** R28: only strategic, key, VIP and hand-listed customers get a list. */
  readonly isListed: boolean
}

/** Everything said of customers beside A, B and C on a day, worked out for those who are asked for. */
export interface Grades extends Signs {
  readonly bounds: VipBounds
  /** The categories of goods that alone count towards VIP; none where all do. */
  readonly vipCategories: readonly string[]
  /** Those of them that no product is in. */
  readonly unknownVipCategories: () => CategorySales['unknown']
  readonly creditRules: CreditRules
  readonly window: Window
  decision(customer: number, what: GradeKind): GradeDecision | null
  /** By orders, as the ledger usually grades. */
  tier(customer: number): Tier
  handTier(customer: number): Tier | null
  classOf(customer: number): CustomerClass
  vip(customer: number): Vip
  credit(customer: number): Credit
  level(customer: number): ServiceLevel
  /** By hand, else proposed. */
  buyerType(customer: number): BuyerType | null
  /** Customers with any decision in force. */
  readonly decidedCustomers: readonly number[]
}

/** The grades of a day (R11–R13, R28). */
export function gradesOn(basis: GradesBasis, known?: KnownGrading): Grades {
  const { snapshot, asOf, decided, facts } = basis
  const window = windowOf(asOf, GRADE_DAYS)
  const grading = once(() => usualGrading(basis, known))
  const year = once(() => (grading().sums.window.from === window.from ? grading().sums : aggregate(snapshot, window)))
  const [yellow, green] = settingOf(decided, creditCuts) as [number, number]
  const creditRules: CreditRules = {
    cuts: [yellow, green],
    greenFromMinor: settingMinor(settingOf(decided, creditBands), snapshot.currency),
  }
  const bounds = vipBounds(decided, snapshot.currency)
  const counted = settingOf(decided, vipCategories)
  // Where all goods count, no line need be read.
  const sold = once(() => (counted.length === 0 ? null : facts.salesOf(counted, window)))
  const vipSales = () => sold()?.sales ?? snapshot.orders
  const isVipSought = bounds.orderMinor !== null || bounds.monthMinor !== null
  const evidences = once(() =>
    isVipSought ? vipEvidences(vipSales(), window, bounds) : new Map<number, VipEvidence>(),
  )
  const decision = (customer: number, what: GradeKind) => {
    const decisions = facts.decisions.get(customer)
    return decisions === undefined ? null : decisionOn(decisions, what, facts.on)
  }

  const grades: Grades = {
    ...{ bounds, creditRules, window, decision, vipCategories: counted },
    unknownVipCategories: () => sold()?.unknown ?? [],
    ...signsOn(basis, window),
    decidedCustomers: [...facts.decisions.keys()].sort((a, b) => a - b),
    tier: (customer) => TIERS[grading().abc.tier[customer]!]!,
    handTier: (customer) => (decision(customer, 'tier')?.value ?? null) as Tier | null,
    classOf: (customer) => customerClass(gradedBy(customer)),
    vip(customer) {
      const said = decision(customer, 'vip')
      const granted = said?.value === 'yes' ? said : null
      const evidence =
        said?.value === 'no' && isVipSought
          ? vipEvidence(vipSales(), customer, since(window, said), bounds)
          : (evidences().get(customer) ?? null)
      return { granted, evidence, isCandidate: evidence?.isTakenBack === false && granted === null }
    },
    credit(customer) {
      const kept = fulfilment(snapshot.orders, customer, window, facts.unpaid.get(customer) ?? [])
      const tradedMinor = year().netMinor[customer]!
      const computed = creditColour(kept, tradedMinor, creditRules)
      const byHand = decision(customer, 'credit')
      const colour = (byHand?.value ?? computed) as Colour | null
      return {
        fulfilment: kept,
        tradedMinor,
        computed,
        byHand,
        colour,
        isListed: byHand !== null || isListed(customer),
      }
    },
    level(customer) {
      const { isStrategic, tier, handTier } = gradedBy(customer)
      const isBlocked = snapshot.customers[customer]!.blocked
      const isCreditLow = mayBeLow(customer) && isLowered(grades.credit(customer).colour)
      return serviceLevel({ isStrategic, tier, handTier, isVip: isVip(customer), isCreditLow, isBlocked })
    },
    buyerType: (customer) =>
      (decision(customer, 'buyer-type')?.value as BuyerType | undefined) ?? grades.proposedType(customer)?.type ?? null,
  }
  return grades

  function gradedBy(customer: number) {
    const isStrategic = decision(customer, 'class') !== null
    return { isStrategic, tier: grades.tier(customer), handTier: grades.handTier(customer) }
  }
  /** Who has paid every order, and of whom the seller said nothing, keeps to what was ordered. */
  function mayBeLow(customer: number): boolean {
    return facts.unpaid.has(customer) || facts.decisions.has(customer)
  }
  function isVip(customer: number): boolean {
    return decision(customer, 'vip')?.value === 'yes'
  }
  function isListed(customer: number): boolean {
    const which = grades.classOf(customer)
    return which === 'strategic' || which === 'key' || isVip(customer)
  }
}

/** The days after a candidate was declined: what the seller has seen makes nobody one again. */
function since(window: Window, said: GradeDecision): Window {
  return { from: Math.max(window.from!, said.on), to: window.to }
}

function usualGrading({ snapshot, asOf, usual }: GradesBasis, known: KnownGrading | undefined): Grading {
  return known !== undefined && isSame(known.value, usual) ? known.grading : gradingOn(snapshot, asOf, usual)
}

function isSame(a: ValueOptions, b: ValueOptions): boolean {
  const textOf = ({ days, measure, cuts, boundary }: ValueOptions) => [days, measure, ...cuts, boundary].join()
  return textOf(a) === textOf(b)
}
