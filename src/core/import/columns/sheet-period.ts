import { monthOfWord } from '../../values/month-names.js'

/** The year, and perhaps the month, of dates that leave them out, and where it was read. */
export interface SheetPeriod {
  readonly year: number
  /** 1–12, of month sheets only. */
  readonly month?: number
  readonly from: 'sheet' | 'title' | 'file'
}

/** A year by itself, or with a month and a day behind it as file names have them: 2024, 202403, 20240305. */
const years = /(?<!\d)(20\d{2})(?=(?:[01]\d(?:[0-3]\d)?)?(?!\d))/g

/** The one year some text names; undefined when it names none or several. */
export function yearIn(text: string): number | undefined {
  const found = new Set([...text.matchAll(years)].map(([, year]) => Number(year)))
  return found.size === 1 ? [...found][0] : undefined
}

const monthForms = [
  /(?<!\d)(\d{1,2}) ?月(?!\d)/,
  /(?<!\d)20\d{2} ?[-_./年] ?(\d{1,2})(?!\d)/,
  /(?<!\d)20\d{2}([01]\d)(?!\d)/,
]

/** The month a sheet is called after: 2024年3月, 3月, March 2024, 2024-03; undefined for a name that says more days or none. */
export function monthIn(text: string): number | undefined {
  // Two months, or a day besides, are the span of a download and no month's sheet.
  if (/月.*月|日|号|20\d{2}.*20\d{2}/.test(text)) return undefined
  const digits = monthForms.map((form) => form.exec(text)?.[1]).find((found) => found !== undefined)
  if (digits !== undefined) return isMonth(Number(digits)) ? Number(digits) : undefined
  const words = text.match(/\p{L}{3,}/gu) ?? []
  return words.map((word) => monthOfWord(word)).find((month) => month !== null) ?? undefined
}

function isMonth(number: number): boolean {
  return number >= 1 && number <= 12
}

/** The year of dates without one: from the sheet's name, else the lines above its header, else the file's name (FORMATS §3). */
export function periodOf(told: {
  readonly sheet: string
  readonly title: string
  readonly file: string
}): SheetPeriod | null {
  const texts = { ...told, file: told.file.replace(/^.*[\\/]/, '') }
  // A text file is its own only sheet.
  const month = monthIn(told.sheet === '' ? texts.file : told.sheet)
  for (const from of ['sheet', 'title', 'file'] as const) {
    const year = yearIn(texts[from])
    if (year !== undefined) return { year, from, ...(month === undefined ? {} : { month }) }
  }
  return null
}
