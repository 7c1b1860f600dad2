/** Years before the first of each era; 令和元年 is 2019. */
const eras: Readonly<Record<string, number>> = {
  ...{ 民國: 1911, 民国: 1911, 中華民國: 1911, 中华民国: 1911 },
  ...{ 令和: 2018, 平成: 1988, 昭和: 1925, 大正: 1911 },
  ...{ R: 2018, H: 1988, S: 1925 },
}

const named = /^(中華民國|中华民国|民國|民国|令和|平成|昭和|大正)\s*(\d{1,3}|元)(?=\s*年|[./-])/
const lettered = /^([RHS])\s?(\d{1,2})(?=[./-]\d{1,2}[./-]\d)/i
const republican = /^(1\d{2})(?=年|[./-]\d{1,2}[./-]\d{1,2}(?!\d))/
const compact = /^(1\d{2})([01]\d)([0-3]\d)$/

/** Which years count besides those that name their era. */
export interface EraOptions {
  /** Whether three digits are a year of the Republic, as in Taiwan: 113 is 2024. */
  readonly republican?: boolean
  /** Whether a letter is a Japanese era: R6 is 2024. A code of goods looks like it. */
  readonly letterEras?: boolean
}

/** The text with its year by the common count: `民國113年3月5日` is `2024年3月5日`; null where it names no era. */
export function withCommonYear(text: string, options: EraOptions): string | null {
  const era = named.exec(text) ?? (options.letterEras === true ? lettered.exec(text) : null)
  if (era !== null) {
    const [whole, name = '', year = ''] = era
    return `${eras[name.toUpperCase()]! + (year === '元' ? 1 : Number(year))}${text.slice(whole.length).trimStart()}`
  }
  if (options.republican !== true) return null
  const written = compact.exec(text)
  if (written !== null) return `${1911 + Number(written[1])}-${written[2]}-${written[3]}`
  const year = republican.exec(text)?.[1]
  return year === undefined ? null : `${1911 + Number(year)}${text.slice(3)}`
}

/** Whether a text is a year of the Republic, a month and a day in figures alone, where nothing says that it is one. */
export function looksRepublican(text: string): boolean {
  return /^1\d{2}([./-])\d{1,2}\1\d{1,2}$/.test(text)
}

const between = 543
const buddhist = /(?<!\d)2[56]\d{2}(?!\d)/

/** Whether the year in a date is of the Buddhist count of Thailand: 2567 is 2024. */
export function isBuddhist(text: string): boolean {
  return buddhist.test(text)
}

/** The date by the common count. */
export function fromBuddhist(text: string): string {
  return text.replace(buddhist, (year) => String(Number(year) - between))
}
