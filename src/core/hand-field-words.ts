import { isOwnField, type OwnField, ownFieldName } from './customer-details.js'
import { readBirthday, showBirthday } from './follow-up/calendar/birthday.js'
import { birthdayInWords } from './follow-up/calendar/birthday-in-words.js'
import { channelNames } from './follow-up/channels.js'
import type { HandField } from './hand-values.js'
import { countryName } from './values/country.js'
import { bilingual, type Lang } from './values/lang.js'
import { languageNames } from './values/language.js'

/** The word for each field that can be typed by hand. */
export const handFieldWords = bilingual<Readonly<Record<HandField, string>>>(
  {
    name: 'name',
    company: 'company',
    email: 'e-mail',
    phone: 'phone',
    country: 'country',
    region: 'region',
    city: 'city',
    address: 'address',
    postcode: 'postcode',
    owner: 'owner',
    note: 'note',
    consent: 'consent',
    contacts: 'contact persons',
    wechat: 'WeChat id',
    channel: 'preferred channel',
    callHours: 'call hours',
    frequency: 'contact frequency',
    language: 'language',
    birthday: 'birthday',
    anniversary: 'anniversary',
    interests: 'interests',
    needs: 'needs',
    background: 'background',
  },
  {
    name: '姓名',
    company: '公司',
    email: '邮箱',
    phone: '电话',
    country: '国家/地区',
    region: '省/州',
    city: '城市',
    address: '地址',
    postcode: '邮编',
    owner: '负责人',
    note: '备注',
    consent: '是否同意联系',
    contacts: '联系人',
    wechat: '微信号',
    channel: '偏好渠道',
    callHours: '方便接电话的时间',
    frequency: '联系频率',
    language: '语言',
    birthday: '生日',
    anniversary: '纪念日',
    interests: '兴趣偏好',
    needs: '需求',
    background: '背景',
  },
)

/** What a field is called; one of the seller's own bears the name he gave it. */
export function fieldWord(field: HandField | OwnField, lang: Lang): string {
  return isOwnField(field) ? ownFieldName(field) : handFieldWords[lang][field]
}

/** What people read for whether a customer agrees to be written to. */
export const consentNames = bilingual(
  { yes: 'agrees to be written to', no: 'does not agree to be written to', unknown: 'not known' },
  { yes: '同意联系', no: '不同意联系', unknown: '不清楚' },
)

const everyDays = bilingual({ days: (n: string) => `every ${n} days` }, { days: (n) => `每${n}天` })

/** A value as it is kept, in words: codes by their names, lunar days with their moon; '' stays ''. */
export function valueText(field: string, value: string, lang: Lang): string {
  const among = (names: object) => (names as Readonly<Record<string, string>>)[value] ?? value
  if (field === 'country' && value !== '') return countryName(value, lang)
  if (field === 'channel') return among(channelNames[lang])
  if (field === 'language') return among(languageNames[lang])
  if (field === 'consent') return among(consentNames[lang])
  if (field === 'birthday' || field === 'anniversary') return yearlyDayText(value, lang)
  if (field === 'frequency' && value !== '') return everyDays[lang].days(value)
  return value
}

/** The same where it is confirmed what was typed: a day by the name of its month. */
export function typedText(field: string, value: string, lang: Lang): string {
  return field === 'birthday' || field === 'anniversary' ? birthdayInWords(value, lang) : valueText(field, value, lang)
}

function yearlyDayText(value: string, lang: Lang): string {
  const day = readBirthday(value)
  return day === null ? value : showBirthday(day, lang)
}
