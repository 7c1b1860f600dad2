/** A calendar day as an integer: days since 1970-01-01. Order days, due days and periods are days, never instants. */
export type Day = number

const millisecondsPerDay = 86_400_000

/** The day of a year, month (1–12) and day of the month; null when the calendar has no such day in the years 1–9999. */
export function civilDay(year: number, month: number, date: number): Day | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || date < 1 || date > 31) return null
  // Not Date.UTC, which takes years below 100 for the twentieth century; both carry 30 February over into March.
  const midnight = new Date(0)
  midnight.setUTCFullYear(year, month - 1, date)
  return midnight.getUTCDate() === date ? midnight.getTime() / millisecondsPerDay : null
}

/** Year, month (1–12) and day of the month. */
export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly date: number
}

/** The calendar's name of a day. */
export function civilDate(day: Day): CivilDate {
  const midnight = new Date(day * millisecondsPerDay)
  return { year: midnight.getUTCFullYear(), month: midnight.getUTCMonth() + 1, date: midnight.getUTCDate() }
}
