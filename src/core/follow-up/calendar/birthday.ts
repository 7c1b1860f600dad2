import { bilingual, type Lang } from '../../values/lang.js'

/** A day that returns each year; `year` null where only the day is known. Lunar months and days are those of the Chinese calendar. */
export interface Birthday {
  readonly month: number
  readonly day: number
  readonly year: number | null
  readonly isLunar: boolean
  readonly isLeapMonth: boolean
}

const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const months = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const numerals = '〇一二三四五六七八九'

const MONTH = '正|腊|冬|十[一二]?|[一二三四五六七八九]|\\d{1,2}'
const DAY = '[初十廿][一二三四五六七八九十]|[二三]十[一二三四五六七八九]?|十|[一二三四五六七八九]|\\d{1,2}'
/** The year first, where it is known; points stand only behind one, since without it nobody can tell which is the month. */
const written = new RegExp(
  `^(?:(\\d{4})(?:[-/.]|年\\s*)(闰|l)?(${MONTH})[-/.月]|(?:--)?(闰|l)?(${MONTH})[-/月])\\s*(${DAY})[日号]?$`,
)
const LUNAR_WORDS = /lunar|[农阴旧]历|\([农阴]\)/
const SOLAR_WORDS = /[公阳新]历|\([公阳]\)/
/** Months and days that only the Chinese calendar calls so. */
const LUNAR_FORMS = /[正冬腊]月|闰|初[一二三四五六七八九十]|廿/
const CALENDAR_WORDS = /lunar:?|\(?[农阴旧公阳新]历\)?|\([农阴公阳]\)|生日/g
const TRADITIONAL: Readonly<Record<string, string>> = {
  ...{ 農: '农', 曆: '历', 歷: '历', 陰: '阴', 陽: '阳', 舊: '旧', 閏: '闰', 臘: '腊', 號: '号' },
}
const FIRST_YEAR = 1900
const LAST_YEAR = 2100

/** A yearly day as typed: `1990-05-03`, `5-3`, `5月3日`, `农历八月十五`, `腊月初八`, `8月15(阴)`, `lunar 8-15`, or as kept; null for none. */
export function readBirthday(typed: string): Birthday | null {
  const text = simplified(typed.normalize('NFKC').trim().toLowerCase())
  const isLunar = LUNAR_WORDS.test(text) || (LUNAR_FORMS.test(text) && !SOLAR_WORDS.test(text))
  const match = written.exec(text.replace(CALENDAR_WORDS, '').trim())
  if (match === null) return null
  const [, years, leap = match[4], monthText = match[5]!, , , dayText = ''] = match
  const year = years === undefined ? null : Number(years)
  const day = { year, month: monthOf(monthText), day: dayOf(dayText), isLunar, isLeapMonth: leap !== undefined }
  const isWritten = isLunar || (!day.isLeapMonth && /^\d/.test(monthText))
  return isWritten && isDay(day) ? day : null
}

function simplified(text: string): string {
  return text.replace(/[農曆歷陰陽舊閏臘號]/g, (sign) => TRADITIONAL[sign]!)
}

function isDay({ year, month, day, isLunar }: Birthday): boolean {
  if (year !== null && (year < FIRST_YEAR || year > LAST_YEAR)) return false
  const isShort = month === 2 && year !== null && !isLeapYear(year)
  const longest = isLunar ? 30 : isShort ? 28 : (LONGEST[month - 1] ?? 0)
  return month >= 1 && month <= 12 && day >= 1 && day <= longest
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function monthOf(text: string): number {
  if (/^\d/.test(text)) return Number(text)
  if (text === '一') return 1
  return text === '冬' ? 11 : text === '腊' ? 12 : months.indexOf(text) + 1
}

function dayOf(text: string): number {
  if (/^\d/.test(text)) return Number(text)
  if (text === '初十' || text === '十') return 10
  const [tens = '', ones = ''] = text.length === 1 ? ['', text] : [text.slice(0, -1), text.slice(-1)]
  const ten = { '': 0, 初: 0, 十: 10, 廿: 20, 二十: 20, 三十: 30, 二: 20, 三: 30 }[tens] ?? 0
  return ten + (ones === '十' ? (tens === '' ? 10 : 0) : numerals.indexOf(ones))
}

/** As it is kept: `1990-05-03`, `--05-03`, `lunar:1990-08-15`, `lunar:--08-15`, with an `L` before a leap month. */
export function writeBirthday({ month, day, year, isLunar, isLeapMonth }: Birthday): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${isLunar ? 'lunar:' : ''}${year === null ? '--' : `${year}-`}${isLeapMonth ? 'L' : ''}${two(month)}-${two(day)}`
}

/** As people read it: `1990-05-03`, `lunar 8-15`; `1990年5月3日`, `农历八月十五`. */
export function showBirthday(birthday: Birthday, lang: Lang): string {
  return shown[lang](birthday)
}

const shown = bilingual(
  ({ month, day, year, isLunar, isLeapMonth }: Birthday) => {
    const leap = isLeapMonth ? ' (leap month)' : ''
    const two = (n: number) => String(n).padStart(2, '0')
    return `${isLunar ? 'lunar ' : ''}${year === null ? '' : `${year}-`}${two(month)}-${two(day)}${leap}`
  },
  ({ month, day, year, isLunar, isLeapMonth }) => {
    const inYear = year === null ? '' : `${year}年`
    if (!isLunar) return `${inYear}${month}月${day}日`
    return `农历${inYear}${isLeapMonth ? '闰' : ''}${months[month - 1]}月${lunarDay(day)}`
  },
)

/** 初一 … 初十, 十一 … 二十, 廿一 … 三十. */
function lunarDay(day: number): string {
  if (day % 10 === 0) return ['', '初十', '二十', '三十'][day / 10]!
  return `${['初', '十', '廿'][Math.floor(day / 10)]}${numerals[day % 10]}`
}
