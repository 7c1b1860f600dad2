import { creditBands, creditCuts } from '../../settings/grades.js'
import { type DecidedSettings, settingOf } from '../../settings/setting.js'
import type { Snapshot } from '../../snapshot.js'
import type { Aggregate, Window } from '../aggregate.js'
import { type CreditRules, creditColour, type Fulfilment, fulfilment } from '../credit.js'
import type { Classes } from './classes.js'
import type { DecisionReader, GradeDecision } from './decision.js'
import type { GradeFacts } from './facts.js'
import { settingMinor } from './vip.js'
import type { Colour } from './words.js'

/** How a customer keeps to what was ordered, and the list that follows (R28). */
export interface Credit {
  readonly fulfilment: Fulfilment
  readonly tradedMinor: number
  /** By the orders; null below four placed ones. */
  readonly computed: Colour | null
  readonly byHand: GradeDecision | null
  /** In force: by hand, else computed. */
  readonly colour: Colour | null
  /** Only strategic, key, VIP and hand-listed customers get a list. */
  readonly isListed: boolean
}

/** The credit lists, and where they begin. */
export interface Credits {
  readonly creditRules: CreditRules
  credit(customer: number): Credit
}

interface CreditsBasis {
  readonly snapshot: Snapshot
  readonly decided: DecidedSettings
  readonly facts: GradeFacts
}

/** What else decides on a list; `year` are the sums of the window. */
interface Standing {
  readonly decision: DecisionReader
  readonly classes: Classes
  readonly year: () => Aggregate
}

/** The credit of customers over a window that ends on the as-of day. */
export function creditsOn(
  { snapshot, decided, facts }: CreditsBasis,
  window: Window,
  { decision, classes, year }: Standing,
): Credits {
  const creditRules = creditRulesOf(decided, snapshot.currency)
  return {
    creditRules,
    credit(customer) {
      const kept = fulfilment(snapshot.orders, customer, window, facts.unpaid.get(customer) ?? [])
      const tradedMinor = year().netMinor[customer]!
      const computed = creditColour(kept, tradedMinor, creditRules)
      const byHand = decision(customer, 'credit')
      const colour = (byHand?.value ?? computed) as Colour | null
      const isListed = byHand !== null || mayBeListed(classes, customer)
      return { fulfilment: kept, tradedMinor, computed, byHand, colour, isListed }
    },
  }
}

function creditRulesOf(decided: DecidedSettings, currency: string | null): CreditRules {
  const [yellow, green] = settingOf(decided, creditCuts) as [number, number]
  return { cuts: [yellow, green], greenFromMinor: settingMinor(settingOf(decided, creditBands), currency) }
}

function mayBeListed(classes: Classes, customer: number): boolean {
  const which = classes.classOf(customer)
  return which === 'strategic' || which === 'key' || classes.isVip(customer)
}
