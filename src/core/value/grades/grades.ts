import type { DecidedSettings } from '../../settings/setting.js'
import type { Snapshot } from '../../snapshot.js'
import type { Day } from '../../values/business-date.js'
import { once } from '../../values/once.js'
import { TIERS } from '../abc.js'
import { aggregate, type Window, windowOf } from '../aggregate.js'
import { isLowered } from '../credit.js'
import type { Cycles } from '../cycle.js'
import { type Grading, gradingOn, isSameGrading, type ValueOptions } from '../standing.js'
import { type Classes, classesOn } from './classes.js'
import { type Credits, creditsOn } from './credits.js'
import { type DecisionReader, decisionReader } from './decision.js'
import type { GradeFacts } from './facts.js'
import { type ServiceLevel, serviceLevel } from './service-level.js'
import { type Signs, signsOn } from './signs.js'
import { type Vips, vipsOn } from './vips.js'
import type { BuyerType } from './words.js'

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

/** Everything said of customers beside A, B and C on a day, worked out for those who are asked for. */
export interface Grades extends Classes, Vips, Credits, Signs {
  readonly window: Window
  readonly decision: DecisionReader
  level(customer: number): ServiceLevel
  /** By hand, else proposed. */
  buyerType(customer: number): BuyerType | null
  /** Customers with any decision in force. */
  readonly decidedCustomers: readonly number[]
}

/** The grades of a day (R11–R13, R28). */
export function gradesOn(basis: GradesBasis, known?: KnownGrading): Grades {
  const { snapshot, asOf, facts } = basis
  const window = windowOf(asOf, GRADE_DAYS)
  const grading = once(() => usualGrading(basis, known))
  const year = once(() => (grading().sums.window.from === window.from ? grading().sums : aggregate(snapshot, window)))
  const decision = decisionReader(facts.decisions, facts.on)
  const classes = classesOn(decision, (customer) => TIERS[grading().abc.tier[customer]!]!)
  const credits = creditsOn(basis, window, { decision, classes, year })
  const signs = signsOn(basis, window)
  return {
    ...{ window, decision },
    decidedCustomers: [...facts.decisions.keys()].sort((a, b) => a - b),
    ...classes,
    ...vipsOn(basis, window, decision),
    ...credits,
    ...signs,
    level: (customer) => levelOf(basis, classes, credits, customer),
    buyerType: (customer) =>
      (decision(customer, 'buyer-type')?.value as BuyerType | undefined) ?? signs.proposedType(customer)?.type ?? null,
  }
}

function levelOf({ snapshot, facts }: GradesBasis, classes: Classes, credits: Credits, customer: number): ServiceLevel {
  // Who has paid every order, and of whom the seller said nothing, keeps to what was ordered.
  const mayBeLow = facts.unpaid.has(customer) || facts.decisions.has(customer)
  return serviceLevel({
    tier: classes.tier(customer),
    handTier: classes.handTier(customer),
    isStrategic: classes.isStrategic(customer),
    isVip: classes.isVip(customer),
    isCreditLow: mayBeLow && isLowered(credits.credit(customer).colour),
    isBlocked: snapshot.customers[customer]!.blocked,
  })
}

function usualGrading({ snapshot, asOf, usual }: GradesBasis, known: KnownGrading | undefined): Grading {
  return known !== undefined && isSameGrading(known.value, usual) ? known.grading : gradingOn(snapshot, asOf, usual)
}
