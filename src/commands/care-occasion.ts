import { festivals } from '../core/follow-up/calendar/festivals.js'
import { type CareCalendar, type CareDay, nearestYearly } from '../core/follow-up/care/care-calendar.js'
import { NO_OCCASION, TREAT } from '../core/follow-up/care/gifts.js'
import { OCCASIONS, occasionNamed, occasionNames } from '../core/follow-up/care/occasions.js'
import { careKey } from '../core/follow-up/care/outcomes.js'
import type { Kept } from '../core/follow-up/kept.js'
import type { Day } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { inEach, LANGS, type Lang } from '../core/values/lang.js'
import { nearest } from '../core/values/nearest.js'
import { careWords } from '../messages/care.js'

/** What a gift was given on. */
export interface GivenOccasion {
  /** As it is kept with the gift. */
  readonly key: string
  readonly name: string
  /** The due item it closes; null where the occasion has none. */
  readonly item: string | null
  readonly day: Day | null
}

/** To whom and when a gift is given. */
interface Giving {
  readonly care: CareCalendar
  readonly kept: Kept
  readonly country: string | null
  readonly who: string
  readonly id: string
  readonly on: Day
}

const treatWords = [TREAT, '答谢', '年度答谢', 'yearly treat']
const otherWords = [NO_OCCASION, 'none', '其他', '无']

/** The occasion somebody typed, with the day nearest to the gift; UserError `care.bad-gift-occasion`, `care.day-not-known`. */
export function givenOccasion(typed: string | undefined, giving: Giving, lang: Lang): GivenOccasion {
  const word = (typed ?? NO_OCCASION).trim().toLowerCase()
  const { occasions } = careWords[lang]
  if (otherWords.includes(word)) return { key: NO_OCCASION, name: occasions.other!, item: null, day: null }
  if (treatWords.includes(word)) return { key: TREAT, name: occasions.treat!, item: null, day: null }
  const key = occasionNamed(word)
  if (key === 'birthday' || key === 'anniversary') return yearly(key, giving, lang)
  return festivalGiven(typed ?? '', giving, lang)
}

function yearly(kind: 'birthday' | 'anniversary', { care, kept, who, id, on }: Giving, lang: Lang): GivenOccasion {
  const day = kept[kind]
  const name = occasionNames[lang][kind]!
  if (day === undefined) throw new UserError('failed', 'care.day-not-known', { occasion: name, who, id, field: kind })
  const nearestOn = nearestYearly(care, day, on)
  return { key: kind, name, ...closed({ kind, on: nearestOn, festival: null }) }
}

/** A festival by its key or any of its names; the seller's own days by their name. */
function festivalGiven(typed: string, { care, country, on }: Giving, lang: Lang): GivenOccasion {
  const known = occasionNamed(typed)
  const called = [...care.plan.festivals, ...festivals].filter(
    ({ key, words }) => key === known || LANGS.some((of) => words[of].toLowerCase() === typed.trim().toLowerCase()),
  )
  const days = called.flatMap((festival) => {
    const found = care.nearest(festival, country, on)
    return found === null ? [] : [{ kind: 'festival' as const, on: found, festival }]
  })
  const [day] = days.sort((a, b) => Math.abs(a.on - on) - Math.abs(b.on - on))
  if (day !== undefined) return { key: day.festival.key, name: day.festival.words[lang], ...closed(day) }
  const keys = OCCASIONS.filter((key) => key !== 'festivals' && key !== 'own-days')
  const own = care.plan.festivals.filter(({ key }) => !keys.includes(key))
  const allowed = (of: Lang) => [
    ...keys.map((key) => occasionNames[of][key]!),
    ...own.map(({ words }) => words[of]),
    careWords[of].occasions.treat!,
  ]
  const words = inEach(allowed)
  throw new UserError('usage', 'care.bad-gift-occasion', {
    value: typed,
    near: nearest(typed, [...keys, ...LANGS.flatMap((of) => words[of])]),
    allowed: words,
  })
}

function closed(day: Pick<CareDay, 'kind' | 'on' | 'festival'>): Pick<GivenOccasion, 'item' | 'day'> {
  return { item: careKey(day), day: day.on }
}
