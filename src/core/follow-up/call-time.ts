/** When a customer can be called (R24): in call hours of working days by his own clock; his own preference wins. */
import { wallClock } from '../values/zone.js'
import type { CallWindow } from './call-hours.js'

/** 9–12 and 14–18 o'clock. */
export const CALL_HOURS: readonly CallWindow[] = [
  { from: 9 * 60, to: 12 * 60 },
  { from: 14 * 60, to: 18 * 60 },
]

/** A customer's clock at an instant, and when he can be called next. */
export interface CallTime {
  /** What his clock shows, `08:12`. */
  readonly localTime: string
  /** What the seller's clock shows when call hours begin, `15:00`; null while they are. */
  readonly from: string | null
  /** Weekday of that moment by the seller's clock, 0 is Sunday; null where it is today. */
  readonly weekday: number | null
}

/** Hours by a preference of the customer's own hold on every day of the week. */
export interface CallRule {
  readonly hours: readonly CallWindow[]
  readonly isOwn: boolean
}

/** Reads the clocks of two zones at an instant (epoch milliseconds). A change of clocks in between moves the answer by that hour. */
export function callTime(now: number, zone: string, sellerZone: string, { hours, isOwn }: CallRule): CallTime {
  const local = minuteClock(now, zone)
  const localTime = clockText(local.minutes)
  if (isWorkingDay(local.day, isOwn) && hours.some(({ from, to }) => from <= local.minutes && local.minutes < to))
    return { localTime, from: null, weekday: null }
  const wait = minutesUntil(local, hours, isOwn)
  const [today, then] = [minuteClock(now, sellerZone), minuteClock(now + wait * 60_000, sellerZone)]
  return { localTime, from: clockText(then.minutes), weekday: then.day === today.day ? null : weekdayOf(then.day) }
}

interface MinuteClock {
  readonly day: number
  readonly minutes: number
}

function minuteClock(now: number, zone: string): MinuteClock {
  const { day, seconds } = wallClock(zone, now / 1000)
  return { day, minutes: Math.floor(seconds / 60) }
}

/** Minutes until the next call hours begin. */
function minutesUntil({ day, minutes }: MinuteClock, hours: readonly CallWindow[], isOwn: boolean): number {
  for (let ahead = 0; ; ahead++) {
    if (!isWorkingDay(day + ahead, isOwn)) continue
    const next = hours.map(({ from }) => ahead * 1440 + from - minutes).find((wait) => wait > 0)
    if (next !== undefined) return next
  }
}

function isWorkingDay(day: number, isOwn: boolean): boolean {
  const weekday = weekdayOf(day)
  return isOwn || (weekday > 0 && weekday < 6)
}

/** 1970-01-01 was a Thursday; 0 is Sunday. */
function weekdayOf(day: number): number {
  return (day + 4) % 7
}

function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
