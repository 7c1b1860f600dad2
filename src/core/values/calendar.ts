/** A calendar day as an integer: days since 1970-01-01. Order days, due days and periods are days, never instants. */
export type Day = number

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** The day of a year, month (1–12) and day of the month; null when the calendar has no such day in the years 1–9999. */
export function civilDay(year: number, month: number, date: number): Day | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || date < 1) return null
  if (date > (month === 2 && isLeap(year) ? 29 : monthDays[month - 1]!)) return null
  const y = month <= 2 ? year - 1 : year
  const century = Math.floor(y / 100)
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1
  return y * 365 + Math.floor(y / 4) - century + Math.floor(century / 4) + dayOfYear - 719468
}

/** Year, month (1–12) and day of the month. */
export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly date: number
}

/** The calendar's name of a day: civil-from-days over eras of 400 years that begin in March. */
export function civilDate(day: Day): CivilDate {
  const shifted = day + 719468
  const era = Math.floor(shifted / 146097)
  const inEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36524) - Math.floor(inEra / 146096)) / 365,
  )
  const dayOfYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date }
}
