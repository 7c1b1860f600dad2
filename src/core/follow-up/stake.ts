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
  /** What a stake is part of, and which part; null where the proposal tells its own. */
  parts(customer: number, rule: Rule, proposal: Waiting): StakeParts | null
}

/** A stake is a value in minor units times a share from 0 to 1. */
export interface StakeParts {
  readonly ofMinor: number
  readonly share: number
}

/** Reads stakes off a forecast of 90 days, or off the net revenue of the year (by customer index, minor units). */
export function stakesOf(forecast: Forecast, yearNetMinor: Float64Array): Stakes {
  const { fit, histories } = forecast
  if (!isFit(fit)) return { basis: 'year', ...byYear(yearNetMinor) }
  const places = new Int32Array(yearNetMinor.length).fill(-1)
  histories.customer.forEach((customer, place) => {
    places[customer] = place
  })
  const basis = hidesLeaving(fit) ? 'weight' : 'chance'
  const shareOf = (rule: Rule, place: number, proposal: Waiting) => {
    if (rule.stakes === 'all') return 1
    return basis === 'weight' ? rule.weightPercent / 100 : chanceLost(forecast, fit, place, proposal)
  }
  return {
    basis,
    of: (customer, rule, proposal) => {
      if (proposal.stakeMinor !== undefined) return proposal.stakeMinor
      const place = places[customer]!
      return place < 0 ? 0 : Math.round(forecast.valueMinor(place) * shareOf(rule, place, proposal))
    },
    parts: (customer, rule, proposal) => {
      const place = places[customer]!
      if (proposal.stakeMinor !== undefined || place < 0) return null
      return { ofMinor: forecast.valueMinor(place), share: shareOf(rule, place, proposal) }
    },
  }
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

function byYear(yearNetMinor: Float64Array): Pick<Stakes, 'of' | 'parts'> {
  const percentOf = (rule: Rule) => (rule.stakes === 'all' ? 100 : rule.weightPercent)
  const yearOf = (customer: number) => Math.max(0, yearNetMinor[customer]!)
  return {
    of: (customer, rule, { stakeMinor }) => stakeMinor ?? Math.round((yearOf(customer) * percentOf(rule)) / 400),
    parts: (customer, rule, { stakeMinor }) =>
      stakeMinor === undefined ? { ofMinor: yearOf(customer) / 4, share: percentOf(rule) / 100 } : null,
  }
}
