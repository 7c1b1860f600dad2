import { type Day, dateOf } from '../../values/business-date.js'
import { bilingual } from '../../values/lang.js'
import { formatMoney } from '../../values/money.js'
import { plural } from '../../values/plural.js'
import type { DueFacts } from '../facts.js'
import type { Proposal } from '../rule.js'
import { type CareDay, type CareKind, careSubject } from './care-calendar.js'

/** What is behind a day of care: when, in how many days, and what the plan says. */
export type CareCause = {
  readonly on: string
  readonly inDays: number
  readonly treatment: 'gift' | 'greeting'
  readonly limitMinor: number | null
  readonly currency: string | null
  /** Closed ahead of the day: what is left is to greet on it. */
  readonly isPrepared: boolean
}

/** A day of care as an item: due so many days before, sensible until the day itself. */
export function careProposal<M extends object>(
  { on, treatment, limitMinor, festival }: CareDay,
  asOf: Day,
  { prepareDays, currency, more }: { readonly prepareDays: number; readonly currency: string | null; readonly more: M },
): Proposal<CareCause & M> {
  const cause = { on: dateOf(on), inDays: on - asOf, treatment, limitMinor, currency, isPrepared: false, ...more }
  return { subject: careSubject(cause.on, festival), dueOn: on - prepareDays, lastSensibleOn: on, cause }
}

/** The customer's birthdays or anniversaries as items: each to be prepared ahead, and greeted on the day, whatever was closed before it; skipped once, it is over for its year. */
export function yearlyProposals<M extends object>(
  facts: DueFacts,
  asOf: Day,
  kind: 'birthday' | 'anniversary',
  options: { readonly prepareDays: number; readonly more: M },
): readonly Proposal<CareCause & M>[] {
  const { kept, care } = facts
  if (kept[kind] === undefined || facts.level === null) return []
  return careToPrepare(facts, kind, options.prepareDays).flatMap((day) => {
    const proposal = careProposal(day, asOf, { ...options, currency: care.plan.currency })
    const closedOn = facts.closedOn(kind, proposal.subject)
    if (closedOn === null) return [asOf < day.on ? { ...proposal, againOn: day.on } : proposal]
    if (closedOn >= day.on || facts.isSkipped(kind, proposal.subject)) return []
    return [{ ...proposal, dueOn: day.on, cause: { ...proposal.cause, isPrepared: true } }]
  })
}

/** A customer's days of care of a kind that are to be prepared in the time looked at. */
export function careToPrepare(facts: DueFacts, kind: CareKind, prepareDays: number): readonly CareDay[] {
  const { level, who, kept, care, careUntil } = facts
  return level === null ? [] : care.upTo(careUntil + prepareDays).of({ level, country: who.country, kept }, kind)
}

/** `today`, `tomorrow, 2026-05-03`, `on 2026-05-03, in 3 days`. */
export const careWhen = bilingual(
  ({ on, inDays }: CareCause) => {
    if (inDays === 0) return 'today'
    return inDays === 1 ? `tomorrow, ${on}` : `on ${on}, in ${plural(inDays, 'day')}`
  },
  ({ on, inDays }) => (inDays === 0 ? '就在今天' : inDays === 1 ? `是明天（${on}）` : `在${on}，还有${inDays}天`),
)

/** What the plan says is to be done before the day, and on it. */
export const carePreparing = bilingual(
  (cause: CareCause) => (isGiftDue(cause) ? `send a gift${limitText.en(cause)} and ` : ''),
  (cause) => (isGiftDue(cause) ? `送一份礼品${limitText.zh(cause)}，` : ''),
)

function isGiftDue({ treatment, isPrepared }: CareCause): boolean {
  return treatment === 'gift' && !isPrepared
}

const limitText = bilingual(
  ({ limitMinor, currency }: CareCause) =>
    limitMinor === null || currency === null ? '' : ` of up to ${formatMoney(limitMinor, currency, 'en')}`,
  ({ limitMinor, currency }) =>
    limitMinor === null || currency === null ? '' : `（不超过${formatMoney(limitMinor, currency, 'zh')}）`,
)
