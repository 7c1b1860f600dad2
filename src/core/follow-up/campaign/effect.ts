/**
 * What came of a campaign (R22, ALGORITHMS §6): those who were contacted beside those held out by lot, over the orders of the 30 days after
 * the list was written. All chosen customers stay in the group they were drawn for, whatever became of them.
 */
import type { Snapshot } from '../../snapshot.js'
import type { Day } from '../../values/business-date.js'
import { type Campaign, EFFECT_DAYS } from './campaign.js'
import { extraSales, type Spending } from './extra-sales.js'
import { type Estimate, shareDifference } from './share-difference.js'

/** With fewer orders in both groups together, chance is all there is to see. */
export const FEWEST_ORDERS = 20

/** With fewer buyers in one of the groups, nobody knows how their amounts scatter: drawing the same few anew gives too narrow an interval. */
export const FEWEST_BUYERS = 5

/** What one group did in the days that count. */
export interface GroupOutcome {
  readonly customers: number
  /** With at least one counted order. */
  readonly buyers: number
  /** Counted orders. */
  readonly orders: number
  /** Net of refunds and returns, in minor units. */
  readonly netMinor: number
}

/**
 * What can be said: nothing without held-out customers, or with too few orders; else whether those contacted bought more often, less
 * often, or whether the interval holds zero, so that it may be chance.
 */
export type Verdict = 'no-held-out' | 'too-few' | 'more' | 'less' | 'unclear'

export interface CampaignEffect {
  readonly contacted: GroupOutcome
  readonly heldOut: GroupOutcome
  /** First and last day whose orders count. */
  readonly from: Day
  readonly until: Day
  /** Whether the last of these days is over on the as-of day: on it, orders may still come. */
  readonly isFinished: boolean
  readonly verdict: Verdict
  /** By how much the share of buyers is larger among those contacted, a fraction; null where it cannot be told. */
  readonly difference: Estimate | null
  /** What can be said of what they spent; never that it is more, or less, where the share of buyers does not say so too. */
  readonly salesVerdict: Verdict
  /** What those contacted spent beyond the others' pace, in minor units; null where it cannot be told. */
  readonly extraNetMinor: Estimate | null
  /** Extra net sales for each unit of cost; null where nothing was spent, or it may be chance that there are any. */
  readonly salesPerCost: number | null
}

/** The effect of a campaign whose list was written on `exportedOn`, as seen on the as-of day. */
export function campaignEffect(snapshot: Snapshot, campaign: Campaign, exportedOn: Day, asOf: Day): CampaignEffect {
  const window = { from: exportedOn + 1, until: exportedOn + EFFECT_DAYS }
  const counted = { from: window.from, until: Math.min(window.until, asOf) }
  const contacted = sumGroup(snapshot, campaign.contacted, counted)
  const heldOut = sumGroup(snapshot, campaign.heldOut, counted)
  return {
    ...window,
    contacted: outcome(contacted),
    heldOut: outcome(heldOut),
    isFinished: asOf > window.until,
    ...compared(contacted, heldOut, campaign.currency === snapshot.currency ? campaign.costMinor : 0),
  }
}

type SalesComparison = Pick<CampaignEffect, 'salesVerdict' | 'extraNetMinor' | 'salesPerCost'>
type Comparison = Pick<CampaignEffect, 'verdict' | 'difference'> & SalesComparison

function compared(contacted: Group, heldOut: Group, costMinor: number): Comparison {
  if (heldOut.customers === 0 || contacted.customers === 0) return untold('no-held-out')
  if (contacted.orders + heldOut.orders < FEWEST_ORDERS) return untold('too-few')
  const difference = shareDifference(shareOf(contacted), shareOf(heldOut))
  const verdict = direction(difference)
  return { verdict, difference, ...comparedSales(verdict, contacted, heldOut, costMinor) }
}

function untold(verdict: Verdict): Comparison {
  return { verdict, difference: null, ...noSales(verdict) }
}

function noSales(salesVerdict: Verdict): SalesComparison {
  return { salesVerdict, extraNetMinor: null, salesPerCost: null }
}

/** Amounts scatter far more than whether somebody bought: they are told only where the shares are told apart already. */
function comparedSales(shares: Verdict, contacted: Group, heldOut: Group, costMinor: number): SalesComparison {
  if (shares === 'unclear') return noSales('unclear')
  if (Math.min(contacted.buyers, heldOut.buyers) < FEWEST_BUYERS) return noSales('too-few')
  const extraNetMinor = extraSales(contacted, heldOut)
  if (direction(extraNetMinor) !== shares) return { salesVerdict: 'unclear', extraNetMinor, salesPerCost: null }
  const salesPerCost = shares === 'more' && costMinor > 0 ? extraNetMinor.value / costMinor : null
  return { salesVerdict: shares, extraNetMinor, salesPerCost }
}

type Group = GroupOutcome & Spending

function sumGroup({ orders }: Snapshot, group: readonly number[], days: { from: Day; until: Day }): Group {
  const sums = { customers: group.length, buyers: 0, orders: 0, netMinor: 0, amountsMinor: [] as number[] }
  for (const customer of group) {
    let [counted, netMinor] = [0, 0]
    for (let i = orders.start[customer]!; i < orders.start[customer + 1]!; i++) {
      if (orders.day[i]! < days.from || orders.day[i]! > days.until) continue
      counted += orders.counted[i]!
      netMinor += orders.netMinor[i]!
    }
    if (counted > 0) sums.buyers++
    if (netMinor !== 0) sums.amountsMinor.push(netMinor)
    sums.orders += counted
    sums.netMinor += netMinor
  }
  return sums
}

function outcome({ customers, buyers, orders, netMinor }: Group): GroupOutcome {
  return { customers, buyers, orders, netMinor }
}

function shareOf({ buyers, customers }: GroupOutcome) {
  return { count: buyers, of: customers }
}

function direction({ low, high }: Estimate): Verdict {
  if (low > 0) return 'more'
  return high < 0 ? 'less' : 'unclear'
}
