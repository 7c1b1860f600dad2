import type { Snapshot } from '../../snapshot.js'
import type { Day } from '../../values/business-date.js'
import type { Campaign } from './campaign.js'
import { heldOutOf } from './held-out.js'
import { heldOutUntil } from './held-out-until.js'

/** Why a customer the filter keeps is in no campaign. */
export type LeftOut = 'blocked' | 'refusing' | 'held-out' | 'busy'

/** The customers a campaign may draw from, by customer index, and how many it may not, by the reason. */
export interface Eligible {
  readonly customers: readonly number[]
  readonly leftOut: Readonly<Record<LeftOut, number>>
}

/** A list nobody wrote for so long is given up: its customers are free again. */
const OPEN_DAYS = 30

/**
 * Whom a new campaign may draw from, of the customers a filter keeps: without those who are blocked or do not agree to be written to, those
 * held out of another campaign that still runs, and those who are in an open one or were written to within `pauseDays` (R22, R24).
 */
export function eligibleCustomers(
  { customers }: Snapshot,
  kept: readonly number[],
  campaigns: readonly Campaign[],
  { pauseDays, asOf }: { readonly pauseDays: number; readonly asOf: Day },
): Eligible {
  const held = heldOutUntil(campaigns, asOf)
  const busy = new Set(campaigns.filter((one) => isBusy(one, pauseDays, asOf)).flatMap(membersOf))
  const obstacle = (customer: number): LeftOut | null => {
    const { blocked, consent } = customers[customer]!
    if (blocked) return 'blocked'
    if (consent === 'no') return 'refusing'
    if (held.has(customer)) return 'held-out'
    return busy.has(customer) ? 'busy' : null
  }
  const leftOut = { blocked: 0, refusing: 0, 'held-out': 0, busy: 0 }
  const eligible = kept.filter((customer) => {
    const why = obstacle(customer)
    if (why !== null) leftOut[why]++
    return why === null
  })
  return { customers: eligible, leftOut }
}

/** Who is contacted and who is held out, by customer index. */
export interface Groups {
  readonly contacted: readonly number[]
  readonly heldOut: readonly number[]
}

/** Draws the groups of a campaign among its customers. */
export function drawGroups(
  { customers }: Snapshot,
  chosen: readonly number[],
  campaign: string,
  heldOutPercent: number,
): Groups {
  const idOf = (customer: number) => customers[customer]!.id
  const drawn = heldOutOf(campaign, chosen.map(idOf), heldOutPercent)
  const isHeldOut = (customer: number) => drawn.has(idOf(customer))
  return { contacted: chosen.filter((one) => !isHeldOut(one)), heldOut: chosen.filter(isHeldOut) }
}

function isBusy({ exportedOn, createdOn }: Campaign, pauseDays: number, asOf: Day): boolean {
  return exportedOn === null ? asOf - createdOn < OPEN_DAYS : asOf - exportedOn < pauseDays
}

function membersOf({ contacted, heldOut, inBoth, exportedOn }: Campaign): readonly number[] {
  return exportedOn === null ? [...contacted, ...heldOut, ...inBoth] : [...contacted, ...inBoth]
}
