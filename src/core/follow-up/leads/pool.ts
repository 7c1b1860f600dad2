/**
 * Who holds a lead, and when it goes back to the pool (R17). The return is worked out from what was done, day by day: a lead that went
 * back stays in the pool until somebody claims it, also when its former owner has been in touch since.
 */
import type { Day } from '../../values/business-date.js'
import type { Lead, Touch } from './lead.js'
import type { LeadRhythm } from './rhythm.js'
import type { LeadLevel } from './words.js'

/** The rules of the pool; null switches one off. */
export interface PoolRules {
  /** Without two owners nothing returns. */
  readonly hasTeam: boolean
  readonly daysWithoutContact: number | null
  readonly daysWithoutDeal: number | null
  /** Open leads one owner may hold. */
  readonly holdingLimit: number | null
  /** Leads one owner may claim on a day. */
  readonly claimLimit: number | null
  /** Days after which a former owner may claim again. */
  readonly coolOffDays: number
  readonly rhythm: LeadRhythm
}

/** A lead is due with the reason that it goes back so many days before it does. */
export const WARNING_DAYS = 3

const RHYTHMS_WITHOUT_CONTACT = 1.5

export type PoolCause = 'contact' | 'deal' | 'release'

/** Who has a lead on the as-of day. */
export interface Holding {
  /** '' for one in the pool, and where nobody was ever named. */
  readonly owner: string
  readonly isLocked: boolean
  /** Since when and why it is in the pool; null while somebody has it or nobody ever had. */
  readonly pooled: { readonly on: Day; readonly cause: PoolCause; readonly formerOwner: string } | null
  /** When it goes back to the pool unless something is done; null where it does not. */
  readonly returns: PoolReturn | null
}

/** The day a lead goes back to the pool, and the day it is due with that reason. */
export interface PoolReturn {
  readonly dueOn: Day
  readonly returnsOn: Day
  readonly cause: Exclude<PoolCause, 'release'>
}

/** Who holds a lead on a day, by what was done up to it. */
export function holdingOf(lead: Lead, rules: PoolRules, asOf: Day): Holding {
  const walk = new PoolWalk(rules)
  for (const touch of lead.touches) {
    if (touch.on > asOf) break
    walk.passTo(touch.on)
    walk.take(touch)
  }
  if (lead.outcome === 'open') walk.passTo(asOf)
  return walk.holding(lead.outcome === 'open')
}

/** Days without contact after which a lead of a level is due back: never for D (R17). */
export function daysWithoutContact(level: LeadLevel | null, rules: PoolRules): number | null {
  if (rules.daysWithoutContact === null || level === 'D') return null
  const rhythm = level === null ? 0 : (rules.rhythm[level] ?? 0)
  return Math.max(rules.daysWithoutContact, Math.ceil(RHYTHMS_WITHOUT_CONTACT * rhythm))
}

/** Follows a lead from hand to hand. */
class PoolWalk {
  private owner = ''
  private isLocked = false
  private level: LeadLevel | null = null
  private heldOn: Day = 0
  private touchedOn: Day = 0
  private pooled: Holding['pooled'] = null

  constructor(private readonly rules: PoolRules) {}

  /** What has befallen the lead by waiting when a day begins. */
  passTo(day: Day): void {
    const back = this.returns()
    if (back !== null && back.returnsOn <= day) this.drop(back.returnsOn, back.cause)
  }

  take({ on, what, owner, level }: Touch): void {
    if (what === 'register' || what === 'claim') this.hold(on, owner)
    if (what === 'release' && this.owner !== '') this.drop(on, 'release')
    if (what === 'contact') this.touchedOn = Math.max(this.touchedOn, on)
    if (what === 'level') this.setLevel(on, level)
    if (what === 'lock') this.isLocked = true
    if (what === 'unlock') this.unlock(on)
  }

  holding(isOpen: boolean): Holding {
    const { owner, isLocked, pooled } = this
    return { owner, isLocked, pooled, returns: isOpen ? this.returns() : null }
  }

  private hold(on: Day, owner: string): void {
    this.owner = owner
    this.heldOn = on
    this.touchedOn = on
    this.pooled = null
  }

  /** Time spent locked, or at level D, does not count: no rule is due before its cause. */
  private unlock(on: Day): void {
    if (this.isLocked) this.restart(on)
    this.isLocked = false
  }

  private setLevel(on: Day, level: LeadLevel | null): void {
    if (this.level === 'D' && level !== 'D') this.restart(on)
    this.level = level
  }

  private restart(on: Day): void {
    this.heldOn = on
    this.touchedOn = on
  }

  private drop(on: Day, cause: PoolCause): void {
    this.pooled = { on, cause, formerOwner: this.owner }
    this.owner = ''
  }

  private returns(): PoolReturn | null {
    if (!this.rules.hasTeam || this.owner === '' || this.isLocked || this.level === 'D') return null
    const silence = daysWithoutContact(this.level, this.rules)
    const { daysWithoutDeal } = this.rules
    const days: [Day, PoolReturn['cause']][] = []
    if (silence !== null) days.push([this.touchedOn + silence, 'contact'])
    if (daysWithoutDeal !== null) days.push([this.heldOn + daysWithoutDeal, 'deal'])
    const [first] = days.sort((a, b) => a[0] - b[0])
    return first === undefined ? null : { dueOn: first[0], returnsOn: first[0] + WARNING_DAYS, cause: first[1] }
  }
}

/** Why somebody may not claim a lead now; null when he may. */
export type ClaimRefusal =
  | { readonly why: 'held'; readonly owner: string }
  | { readonly why: 'cool-off'; readonly until: Day }
  | { readonly why: 'holding-limit'; readonly held: number }
  | { readonly why: 'claim-limit'; readonly claimed: number }

/** What of an owner's other leads counts for a claim. */
export interface ClaimedSoFar {
  readonly held: number
  readonly claimedToday: number
}

/** Whether a lead may be claimed (R17): out of the pool, within the limits, and by its former owner only after the cool-off. */
export function claimRefusal(
  { owner, pooled }: Holding,
  claimer: string,
  { held, claimedToday }: ClaimedSoFar,
  rules: PoolRules,
  on: Day,
): ClaimRefusal | null {
  if (owner !== '') return { why: 'held', owner }
  const until = pooled !== null && pooled.formerOwner === claimer ? pooled.on + rules.coolOffDays : on
  if (until > on) return { why: 'cool-off', until }
  if (rules.holdingLimit !== null && held >= rules.holdingLimit) return { why: 'holding-limit', held }
  if (rules.claimLimit !== null && claimedToday >= rules.claimLimit)
    return { why: 'claim-limit', claimed: claimedToday }
  return null
}
