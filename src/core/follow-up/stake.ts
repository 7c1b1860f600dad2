/**
 * What waiting puts at stake (ALGORITHMS §5): what the customer is expected to bring in the next 90 days times the chance lost by
 * waiting, 1 − P(alive on the last sensible day) / P(alive today), if nothing is ordered until then. An item that is past its last
 * sensible day and still stands would wait as long again. Where the history does not tell who leaves, the rule's weight stands for
 * the chance; without a forecast a quarter of the year's net for the value as well.
 */
import { hidesLeaving, isFit, type OrdersFit } from '../value/forecast/fit-orders.js'
import type { Forecast } from '../value/forecast/forecast.js'
import { historyOf, WEEK } from '../value/forecast/histories.js'
import { pAlive } from '../value/forecast/order-models.js'
import type { Day } from '../values/business-date.js'
import type { Proposal, Rule } from './rule.js'

/** What of a proposal decides how much waiting puts at stake. */
type Waiting = Pick<Proposal, 'dueOn' | 'lastSensibleOn' | 'stakeMinor'>

/** The stake of a proposal in minor units, never negative. */
export type StakeReader = (customer: number, rule: Rule, proposal: Waiting) => number

/** What stakes are told by: expected value and chance of leaving, expected value and weight, or the year's net and weight. */
export type StakeBasis = 'chance' | 'weight' | 'year'

export interface Stakes {
  readonly basis: StakeBasis
  readonly of: StakeReader
}

/** Reads stakes off a forecast of 90 days, or off the net revenue of the year (by customer index, minor units). */
export function stakesOf(forecast: Forecast, yearNetMinor: Float64Array): Stakes {
  const { fit, histories } = forecast
  if (!isFit(fit)) return { basis: 'year', of: byYear(yearNetMinor) }
  const places = new Int32Array(yearNetMinor.length).fill(-1)
  histories.customer.forEach((customer, place) => {
    places[customer] = place
  })
  const basis = hidesLeaving(fit) ? 'weight' : 'chance'
  const of: StakeReader = (customer, rule, proposal) => {
    if (proposal.stakeMinor !== undefined) return proposal.stakeMinor
    const place = places[customer]!
    if (place < 0) return 0
    const value = forecast.valueMinor(place)
    if (rule.stakes === 'all') return value
    return Math.round(
      value * (basis === 'weight' ? rule.weightPercent / 100 : chanceLost(forecast, fit, place, proposal)),
    )
  }
  return { basis, of }
}

function chanceLost({ days, histories }: Forecast, fit: OrdersFit, place: number, proposal: Waiting): number {
  const history = historyOf(histories, place)
  const waitWeeks = (waitUntil(proposal, days.asOf) - days.asOf) / WEEK
  const lost = 1 - pAlive(fit, { ...history, T: history.T + waitWeeks }) / pAlive(fit, history)
  return Math.min(1, Math.max(0, lost))
}

/** The last sensible day; where it is over, as long from now on as it was from the day the item became due. */
function waitUntil({ dueOn, lastSensibleOn }: Waiting, asOf: Day): Day {
  return lastSensibleOn > asOf ? lastSensibleOn : asOf + (lastSensibleOn - dueOn)
}

function byYear(yearNetMinor: Float64Array): StakeReader {
  return (customer, rule, { stakeMinor }) => {
    if (stakeMinor !== undefined) return stakeMinor
    const percent = rule.stakes === 'all' ? 100 : rule.weightPercent
    return Math.max(0, Math.round((yearNetMinor[customer]! * percent) / 400))
  }
}
