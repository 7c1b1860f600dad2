import type { Day } from '../../values/business-date.js'
import { type Lead, lastContactOn } from './lead.js'
import type { LeadLevel } from './words.js'

/** Days from one contact to the next by level (R16); null for none. H is contacted on the same day. */
export type LeadRhythm = Readonly<Record<LeadLevel, number | null>>

/** When a lead is to be contacted, and why. */
export interface LeadDue {
  readonly dueOn: Day
  readonly level: LeadLevel
  readonly everyDays: number
  /** Days since the last contact, or since it was registered. */
  readonly sinceDays: number
  readonly since: 'contact' | 'registration'
  /** A lead of level H not contacted today is overdue today. */
  readonly isOverdue: boolean
}

/**
 * When an open lead of a level is due: its rhythm after the last contact, before any after its registration, never before the level was
 * set or its owner claimed it. Null for a closed one, one of level D, and one whose opening nobody knows.
 */
export function leadDue(lead: Lead, level: LeadLevel, asOf: Day, rhythm: LeadRhythm): LeadDue | null {
  const everyDays = rhythm[level]
  const { openedOn, outcome } = lead
  if (outcome !== 'open' || everyDays === null || openedOn === null) return null
  const metOn = lastContactOn(lead)
  const isMet = metOn !== null && metOn >= openedOn
  const last = isMet ? metOn : openedOn
  // A day on which the lead was contacted is done: of the same day's rhythm the next day is due.
  const next = isMet ? last + Math.max(1, everyDays) : last + everyDays
  const setOn = lead.level === level ? (lead.levelOn ?? openedOn) : openedOn
  const claimedOn = lead.touches.findLast(({ what }) => what === 'claim')?.on ?? openedOn
  const dueOn = Math.max(next, setOn, claimedOn)
  const isOverdue = dueOn < asOf || (level === 'H' && dueOn === asOf)
  return { dueOn, level, everyDays, sinceDays: asOf - last, since: isMet ? 'contact' : 'registration', isOverdue }
}
