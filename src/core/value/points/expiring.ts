import type { Day } from '../../values/business-date.js'
import type { PointsAccount } from './account.js'
import { expiringSoon } from './points.js'

/** Points that are to be told before they expire. */
export interface ExpiringPoints {
  readonly points: number
  readonly balance: number
  readonly firstOn: Day
  /** From when on they are told: so many days before, but not before they were earned. */
  readonly tellOn: Day
}

/** The points that expire first, and all within the warning days of that; null where none are left. */
export function nextExpiring(account: PointsAccount, warningDays: number): ExpiringPoints | null {
  const [first] = account.lots
  if (first === undefined) return null
  const tellOn = Math.max(first.earnedOn, first.expiresOn - warningDays)
  const { points } = expiringSoon(account, first.expiresOn - warningDays, warningDays * 2)
  return { points, balance: account.balance, firstOn: first.expiresOn, tellOn }
}
