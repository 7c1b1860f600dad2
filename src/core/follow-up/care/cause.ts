import { type Day, dateOf } from '../../values/business-date.js'
import type { Lang } from '../../values/lang.js'
import { formatMoney } from '../../values/money.js'
import { plural } from '../../values/plural.js'
import type { DueFacts } from '../facts.js'
import type { Proposal } from '../rule.js'
import { type CareDay, careSubject } from './care-calendar.js'

/** What is behind a day of care: when, in how many days, and what the plan says. */
export type CareCause = {
  readonly on: string
  readonly inDays: number
  readonly treatment: 'gift' | 'greeting'
  readonly limitMinor: number | null
  readonly currency: string | null
}

/** A day of care as an item: due so many days before, sensible until the day itself. */
export function careProposal<M extends object>(
  { on, treatment, limitMinor, festival }: CareDay,
  asOf: Day,
  { prepareDays, currency, more }: { readonly prepareDays: number; readonly currency: string | null; readonly more: M },
): Proposal<CareCause & M> {
  const cause = { on: dateOf(on), inDays: on - asOf, treatment, limitMinor, currency, ...more }
  return { subject: careSubject(cause.on, festival), dueOn: on - prepareDays, lastSensibleOn: on, cause }
}

/** The customer's next birthday or anniversary as an item, unless it was closed for the year. */
export function yearlyProposals<M extends object>(
  facts: DueFacts,
  asOf: Day,
  kind: 'birthday' | 'anniversary',
  options: { readonly prepareDays: number; readonly more: M },
): readonly Proposal<CareCause & M>[] {
  const { kept, care } = facts
  if (kept[kind] === undefined || facts.level === null) return []
  const next = care.nextOf({ level: facts.level, country: facts.who.country, kept }, kind, asOf)
  if (next === null || !isNear(next.on - options.prepareDays, asOf)) return []
  const proposal = careProposal(next, asOf, { ...options, currency: care.plan.currency })
  return facts.closedOn(kind, proposal.subject) === null ? [proposal] : []
}

/** Days of care are told of a customer a month ahead; `crm care` looks further. */
const AHEAD_DAYS = 31

/** Whether a day of care is due soon enough to be told of. */
export function isNear(dueOn: Day, asOf: Day): boolean {
  return dueOn <= asOf + AHEAD_DAYS
}

/** `today`, `tomorrow, 2026-05-03`, `on 2026-05-03, in 3 days`. */
export const careWhen: Readonly<Record<Lang, (cause: CareCause) => string>> = {
  en: ({ on, inDays }) => {
    if (inDays === 0) return 'today'
    return inDays === 1 ? `tomorrow, ${on}` : `on ${on}, in ${plural(inDays, 'day')}`
  },
  zh: ({ on, inDays }) => (inDays === 0 ? '就在今天' : inDays === 1 ? `是明天（${on}）` : `在${on}，还有${inDays}天`),
}

/** What the plan says is to be done before the day, and on it. */
export const carePreparing: Readonly<Record<Lang, (cause: CareCause) => string>> = {
  en: (cause) => (cause.treatment === 'gift' ? `send a gift${limitText.en(cause)} and ` : ''),
  zh: (cause) => (cause.treatment === 'gift' ? `送一份礼品${limitText.zh(cause)}，` : ''),
}

const limitText: Readonly<Record<Lang, (cause: CareCause) => string>> = {
  en: ({ limitMinor, currency }) =>
    limitMinor === null || currency === null ? '' : ` of up to ${formatMoney(limitMinor, currency, 'en')}`,
  zh: ({ limitMinor, currency }) =>
    limitMinor === null || currency === null ? '' : `（不超过${formatMoney(limitMinor, currency, 'zh')}）`,
}
