import { type CustomerDetails, ownFieldName, ownFieldsIn } from '../customer-details.js'
import { readBirthday } from '../follow-up/calendar/birthday.js'
import { type LunarCalendar, nextDay } from '../follow-up/calendar/yearly.js'
import { CHANNELS, channelWords } from '../follow-up/channels.js'
import { consentNames } from '../hand-field-words.js'
import { civilDate, type Day } from '../values/calendar.js'
import { fold } from '../values/filter.js'
import type { FilterChoice, FilterField, FilterRow } from '../values/filter-field.js'
import { LANGUAGES, languageWords } from '../values/language.js'

/** A field of the filter that asks for what is known of the person (R8). */
export interface DetailFilterField extends FilterField {
  /** `lunar` is there where a filter asks for birthdays. */
  read(details: CustomerDetails, asOf: Day, lunar: LunarCalendar | undefined): FilterRow[string]
}

const monthNames = 'January February March April May June July August September October November December'.split(' ')

/** `05`, `5`, `5月`, `May`. */
const months = monthNames.map((name, at): FilterChoice => {
  const month = String(at + 1)
  return { value: month.padStart(2, '0'), words: [month, `${month}月`, name, name.slice(0, 3)] }
})

/** The fields by which customers are chosen by what is known of them. */
export const detailFilterFields: readonly DetailFilterField[] = [
  {
    name: 'language',
    kind: 'choice',
    words: ['语言', '语种'],
    choices: LANGUAGES.map((value) => ({ value, words: languageWords(value) })),
    read: ({ language }) => language,
  },
  {
    name: 'channel',
    kind: 'choice',
    words: ['渠道', '偏好渠道'],
    choices: CHANNELS.map((value) => ({ value, words: channelWords(value) })),
    read: ({ channel }) => channel,
  },
  {
    name: 'birthday',
    kind: 'choice',
    words: ['生日', '生日月份'],
    choices: months,
    read: ({ birthday }, asOf, lunar) => birthdayMonth(birthday, asOf, lunar),
  },
  {
    name: 'interest',
    kind: 'text',
    words: ['interests', '兴趣', '偏好', '兴趣偏好'],
    read: ({ interests }) => interests,
  },
  { name: 'need', kind: 'text', words: ['needs', '需求'], read: ({ needs }) => needs },
  { name: 'contact', kind: 'text', words: ['contacts', '联系人'], read: ({ contacts }) => contacts },
  { name: 'note', kind: 'text', words: ['备注'], read: ({ note }) => note },
]

/** The month of the next birthday: that of a lunar one moves from year to year. */
function birthdayMonth(birthday: string | undefined, asOf: Day, lunar: LunarCalendar | undefined): string | null {
  const day = birthday === undefined ? null : readBirthday(birthday)
  if (day === null) return null
  const month = day.isLunar && lunar !== undefined ? civilDate(nextDay(day, asOf, lunar)).month : day.month
  return String(month).padStart(2, '0')
}

/** Whether a filter may ask for birthdays, for which the lunar calendar is loaded. */
export function asksBirthdays(filter: string): boolean {
  return /birthday|生日/i.test(filter)
}

/** Whether a filter may name one of the seller's own fields: `field.Size:XL`. */
export function namesOwnField(filter: string): boolean {
  return /field\.|字段[.．]/i.test(filter)
}

/** The fields of the seller's own that some customer has. */
export function ownFilterFields(details: Iterable<CustomerDetails>): DetailFilterField[] {
  return ownFieldsIn(details).map((field) => ({
    name: fold(field),
    kind: 'text',
    words: [`字段.${ownFieldName(field)}`],
    read: (known) => known[field],
  }))
}

/** Consent, which every customer has an answer to: unknown is one. */
export const consentField: FilterField = {
  name: 'consent',
  kind: 'choice',
  words: ['同意联系', '是否同意联系', '意愿'],
  choices: [
    { value: 'yes', words: ['是', '同意', consentNames.zh.yes] },
    { value: 'no', words: ['否', '不同意', '退订', consentNames.zh.no] },
    { value: 'unknown', words: ['未知', consentNames.zh.unknown] },
  ],
}
