import { type Abc, TIERS } from '../abc.js'
import { windowOf } from '../aggregate.js'
import { concentration } from '../concentration.js'
import type { Period } from '../period.js'
import { STAGES } from '../stages.js'
import type { IndicatorBasis } from './basis.js'

const LAPSED = STAGES.indexOf('lapsed')
const NEW = STAGES.indexOf('new')
const B = TIERS.indexOf('B')

/** How the customers stand on a period's last day, by the window that ends with it; shares null where they would divide by nothing. */
export interface CustomersStanding {
  readonly windowCustomers: number
  readonly repeatCustomers: number
  readonly repurchaseRate: number | null
  readonly churned: number
  readonly churnRate: number | null
  readonly winBack: number
  readonly top20Share: number | null
  readonly gini: number | null
  readonly contributionA: number | null
  readonly contributionB: number | null
  readonly contributionC: number | null
}

/** Repurchase, churn, win-back, concentration and contribution (ALGORITHMS §8, §10) at the end of a period. */
export function customersStanding(basis: IndicatorBasis, period: Period): CustomersStanding {
  return { ...repurchase(basis, period), ...churn(basis, period), ...spread(basis, period) }
}

/** Customers with at least one and with several order days in the window. */
function repurchase({ lifecycle, options, includes }: IndicatorBasis, { to }: Period) {
  const { start, day } = lifecycle.cycles.days
  const from = windowOf(to, options.days).from ?? Number.NEGATIVE_INFINITY
  const counts = { windowCustomers: 0, repeatCustomers: 0 }
  for (let customer = 0; customer + 1 < start.length; customer++) {
    if (!includes(customer)) continue
    let days = 0
    for (let i = start[customer]!; i < start[customer + 1]!; i++) if (day[i]! > from && day[i]! <= to) days++
    if (days > 0) counts.windowCustomers++
    if (days > 1) counts.repeatCustomers++
  }
  const { windowCustomers, repeatCustomers } = counts
  return { ...counts, repurchaseRate: windowCustomers > 0 ? repeatCustomers / windowCustomers : null }
}

/**
 * Churned are customers who had bought and were not lapsed before the period and are lapsed at its end; the rate is their
 * share. Those of tier A or B, and not blocked, are to be won back: each in the one period in which he lapsed.
 */
function churn({ snapshot, lifecycle, includes, classesOn }: IndicatorBasis, { from, to }: Period) {
  const [before, after] = [lifecycle.stagesOn(from), lifecycle.stagesOn(to)]
  const { tier } = classesOn(to)
  const counts = { staying: 0, churned: 0, winBack: 0 }
  for (let customer = 0; customer < after.length; customer++) {
    if (!includes(customer) || before[customer]! < NEW || before[customer] === LAPSED) continue
    counts.staying++
    if (after[customer] !== LAPSED) continue
    counts.churned++
    if (tier[customer]! <= B && !snapshot.customers[customer]!.blocked) counts.winBack++
  }
  const { staying, churned, winBack } = counts
  return { churned, churnRate: staying > 0 ? churned / staying : null, winBack }
}

/** How the graded value, net revenue unless the seller set another measure, is spread over the customers of the filter; their classes are those among all customers. */
function spread({ isFiltered, includes, classesOn }: IndicatorBasis, { to }: Period) {
  const abc = classesOn(to)
  const of = isFiltered ? spreadOf(abc, includes) : abc
  const share = (tier: 'A' | 'B' | 'C') => (of.total > 0 ? of.totals[tier].value / of.total : null)
  return {
    ...{ top20Share: of.concentration.top20Share, gini: of.concentration.gini },
    ...{ contributionA: share('A'), contributionB: share('B'), contributionC: share('C') },
  }
}

/** The same sums for some of the customers graded. */
function spreadOf({ tier, value }: Abc, includes: (customer: number) => boolean) {
  const kept = value.filter((own, customer) => own > 0 && includes(customer)).sort()
  const totals = { A: { value: 0 }, B: { value: 0 }, C: { value: 0 }, U: { value: 0 } }
  for (let customer = 0; customer < value.length; customer++) {
    if (value[customer]! > 0 && includes(customer)) totals[TIERS[tier[customer]!]!].value += value[customer]!
  }
  return { total: kept.reduce((sum, own) => sum + own, 0), concentration: concentration(kept), totals }
}
