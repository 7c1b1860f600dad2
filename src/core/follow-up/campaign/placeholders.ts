import { type Day, dateOf } from '../../values/business-date.js'
import { fold } from '../../values/filter.js'
import { bilingual, LANGS, type Lang } from '../../values/lang.js'
import { nearest } from '../../values/nearest.js'
import { isMasked, isPlaceholder } from '../../values/text.js'
import { firstName } from './first-name.js'

/** What a message may be filled with, by customer. */
export const PLACEHOLDERS = [
  ...(['name', 'first_name', 'company', 'product', 'last_order', 'days', 'tier', 'shop', 'points'] as const),
] as const

export type Placeholder = (typeof PLACEHOLDERS)[number]

/** What placeholders are called where they are typed. */
export const placeholderWords = bilingual<Record<Placeholder, string>>(
  {
    name: 'name',
    first_name: 'first_name',
    company: 'company',
    product: 'product',
    last_order: 'last_order',
    days: 'days',
    tier: 'tier',
    shop: 'shop',
    points: 'points',
  },
  {
    name: '姓名',
    first_name: '称呼',
    company: '公司',
    product: '产品',
    last_order: '上次下单',
    days: '天数',
    tier: '类别',
    shop: '店铺',
    points: '积分',
  },
)

/** A placeholder as it is typed in any language; null when it is none. */
export function placeholderNamed(typed: string): Placeholder | null {
  const word = plain(typed)
  const found = PLACEHOLDERS.find(
    (one) => one === word || LANGS.some((lang) => plain(placeholderWords[lang][one]) === word),
  )
  return found ?? null
}

function plain(typed: string): string {
  return fold(typed.trim()).replace(/[\s-]+/g, '_')
}

/** Placeholders that may have been meant by a word that is none, nearest first. */
export function nearPlaceholders(typed: string): readonly string[] {
  return nearest(
    plain(typed),
    new Set([...PLACEHOLDERS, ...LANGS.flatMap((lang) => Object.values(placeholderWords[lang]))]),
  )
}

/** All placeholders, as a reader types them. */
export function allPlaceholders(lang: Lang): readonly string[] {
  return PLACEHOLDERS.map((one) => `{${placeholderWords[lang][one]}}`)
}

/** What is known of somebody a message goes to; null for what is not. */
export interface Recipient {
  readonly name: string | null
  /** ISO code; null where nothing tells. */
  readonly country: string | null
  readonly company: string | null
  /** What the last counted order was mostly of. */
  readonly product: string | null
  readonly lastOrderOn: Day | null
  /** A, B or C; null where nothing counts. */
  readonly tier: string | null
  /** The shop the last order was placed in, where it has a name. */
  readonly shop: string | null
  /** Balance of the day; null where no points are kept, and where points are owed, of which nobody wants to read. */
  readonly points: number | null
  /** Language (ISO 639-1) to write in; null where nothing tells. */
  readonly language: string | null
}

/** The text of a placeholder in a language; null where it is not known. `138****8000` and `Guest` are nobody's name. */
export function placeText(placeholder: Placeholder, recipient: Recipient, language: string, asOf: Day): string | null {
  const { lastOrderOn } = recipient
  if (placeholder === 'last_order') return lastOrderOn === null ? null : longDate(lastOrderOn, language)
  if (placeholder === 'days') return lastOrderOn === null ? null : String(asOf - lastOrderOn)
  if (placeholder === 'points') return recipient.points === null ? null : recipient.points.toLocaleString(language)
  if (placeholder === 'name') return nameOf(recipient)
  if (placeholder === 'first_name') return firstNameOf(recipient)
  return recipient[placeholder] || null
}

function nameOf({ name }: Recipient): string | null {
  return !name || isMasked(name) || isPlaceholder(name) ? null : name
}

function firstNameOf(recipient: Recipient): string | null {
  const name = nameOf(recipient)
  return name === null ? null : firstName(name, recipient.country)
}

/** A day as it is written out in a language, in English for want of it: 31 August 2026 reads alike everywhere, 08/31 does not. */
function longDate(day: Day, language: string): string {
  const format = new Intl.DateTimeFormat([language === 'en' ? 'en-GB' : language, 'en-GB'], {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
  return format.format(new Date(`${dateOf(day)}T00:00:00Z`))
}
