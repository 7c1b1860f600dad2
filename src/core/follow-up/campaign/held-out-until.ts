import type { Day } from '../../values/business-date.js'
import { type Campaign, EFFECT_DAYS } from './campaign.js'

/**
 * Until which day customers held out of a running campaign get no other marketing reason (R22), by customer index: whoever is reminded all
 * the same is nobody to compare with. Those held out of several wait for the last.
 */
export function heldOutUntil(campaigns: readonly Campaign[], asOf: Day): ReadonlyMap<number, Day> {
  const until = new Map<number, Day>()
  for (const { exportedOn, heldOut } of campaigns) {
    if (exportedOn === null || exportedOn > asOf || exportedOn + EFFECT_DAYS < asOf) continue
    for (const customer of heldOut) until.set(customer, Math.max(exportedOn + EFFECT_DAYS, until.get(customer) ?? 0))
  }
  return until
}
