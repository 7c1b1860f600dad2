import { type FileFact, fileFactNames, missingFacts } from '../core/completeness.js'
import type { CustomerDetails } from '../core/customer-details.js'
import { type CallWindow, readCallHours } from '../core/follow-up/call-hours.js'
import { type CallTime, callTime } from '../core/follow-up/call-time.js'
import { type Channel, isChannel } from '../core/follow-up/channels.js'
import { zoneOfCustomer } from '../core/follow-up/country-zones.js'
import { daysOffIn } from '../core/follow-up/days-off.js'
import type { CustomerFacts } from '../core/snapshot.js'
import { countryOfPhone } from '../core/values/calling-code.js'
import { bilingual, type Lang } from '../core/values/lang.js'

/** The seller's clock when a list is of today; without one nobody is told the time. */
export interface Clock {
  /** Epoch milliseconds. */
  readonly now: number
  readonly zone: string
  readonly hours: readonly CallWindow[]
}

/** What the contact of a customer is read from. */
export interface ContactSources {
  readonly details: () => ReadonlyMap<number, CustomerDetails>
  /** Regions of countries with several clocks, by customer index. */
  readonly regions: () => ReadonlyMap<number, string>
  readonly clock: Clock | null
}

/** How to reach a customer: his own preference, else phone before e-mail before the platform's messages. */
export interface Reach {
  readonly channel: Channel | null
  /** What to dial or write to; the platform's id where there is nothing else. */
  readonly contact: string | null
}

/** Of who wants no contact, and is on a list all the same, it does not say where to call or write (R24). */
export const NO_REACH: Reach = { channel: null, contact: null }

export function reachOf({ phone, email, platforms, key }: CustomerFacts, details: CustomerDetails): Reach {
  const contacts: Readonly<Partial<Record<Channel, string | null>>> = {
    ...{ phone, sms: phone, whatsapp: phone, email, wechat: details.wechat ?? null, visit: phone ?? email },
    platform: platforms.length > 0 ? key : null,
  }
  const { channel } = details
  if (channel !== undefined && isChannel(channel) && contacts[channel]) return { channel, contact: contacts[channel] }
  const usual = (['phone', 'wechat', 'email', 'platform'] as const).find((one) => contacts[one])
  return usual === undefined ? { channel: null, contact: key } : { channel: usual, contact: contacts[usual] ?? null }
}

const words = bilingual(
  {
    now: 'now',
    from: (time: string) => `from ${time}`,
    onDay: (day: string, time: string) => `${day} from ${time}`,
    weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
    ask: (facts: string) => `ask for ${facts}`,
    facts: { phone: 'the phone number', birthday: 'the birthday', interests: 'what they like' },
  },
  {
    now: '现在',
    from: (time) => `${time}起`,
    onDay: (day, time) => `${day}${time}起`,
    weekdays: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
    ask: (facts) => `顺便问${facts}`,
    facts: { phone: '电话', birthday: '生日', interests: '喜欢什么' },
  },
)

/** When a customer can be called by the seller's clock; null without a clock, or where neither a country nor the phone tells his. His own hours hold on every day. */
export function callOf(
  { clock, regions }: ContactSources,
  customer: number,
  facts: CustomerFacts,
  { callHours }: CustomerDetails,
): CallTime | null {
  const country = facts.country ?? (facts.phone === null ? null : countryOfPhone(facts.phone))
  if (clock === null || country === null) return null
  const zone = zoneOfCustomer(country, facts.country === null ? null : (regions().get(customer) ?? null))
  if (zone === null) return null
  const own = callHours === undefined ? null : readCallHours(callHours)
  const rule = own === null ? { hours: clock.hours, daysOff: daysOffIn(country) } : { hours: own, daysOff: [] }
  return callTime(clock.now, zone, clock.zone, rule)
}

/** That in words: `now`, `from 15:00`, `Mon from 09:00`. */
export function callText({ from, weekday }: CallTime, lang: Lang): string {
  const say = words[lang]
  if (from === null) return say.now
  return weekday === null ? say.from(from) : say.onDay(say.weekdays[weekday]!, from)
}

/** What to ask a customer for beside the reason: the first of these facts that is missing; nothing where none is. */
export function askTexts(
  required: readonly FileFact[],
  who: CustomerFacts,
  details: CustomerDetails,
  lang: Lang,
): readonly string[] {
  const [missing] = missingFacts(required, who, details)
  if (missing === undefined) return []
  const asked: Readonly<Partial<Record<FileFact, string>>> = words[lang].facts
  return [words[lang].ask(asked[missing] ?? fileFactNames[lang][missing])]
}
