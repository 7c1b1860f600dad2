import { bilingual, type Lang } from '../../values/lang.js'
import { type Birthday, readBirthday, showBirthday } from './birthday.js'

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]

const written = bilingual(
  ({ day, month, year }: Birthday) => [day, months[month - 1], year].filter((part) => part !== null).join(' '),
  (birthday) => showBirthday(birthday, 'zh'),
)

/** A yearly day as it is kept, so that nobody takes the month for the day: `5 March 1990`, `lunar 08-15`; `1990年3月5日`. */
export function birthdayInWords(kept: string, lang: Lang): string {
  const birthday = readBirthday(kept)
  if (birthday === null) return kept
  return birthday.isLunar ? showBirthday(birthday, lang) : written[lang](birthday)
}

/** The two numbers of a yearly day that half the world reads the other way round, such as `3/5`; null where it is plain which is the month. */
export function unclearDay(typed: string): readonly [number, number] | null {
  const found = /^(\d{1,2})\s*\/\s*(\d{1,2})$/.exec(typed.normalize('NFKC').trim())
  if (found === null) return null
  const [first, second] = [Number(found[1]), Number(found[2])]
  return first !== second && first <= 12 && second <= 12 ? [first, second] : null
}
