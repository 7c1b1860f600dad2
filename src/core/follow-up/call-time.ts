/** When a customer can be called (R24): in call hours of working days by his own clock; his own preference wins. */
import { instantOf, type WallClock, wallClock } from '../values/zone.js'
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

/** In which hours a customer is called, and on which days of the week he is not, 0 is Sunday. */
export interface CallRule {
  readonly hours: readonly CallWindow[]
  readonly daysOff: readonly number[]
}

/** Reads the clocks of two zones at an instant (epoch milliseconds), and at the next call hours by the clock of their own day. */
export function callTime(now: number, zone: string, sellerZone: string, rule: CallRule): CallTime {
  const local = wallClock(zone, now / 1000)
  const localTime = clockText(local)
  if (isCalled(local, rule)) return { localTime, from: null, weekday: null }
  const today = wallClock(sellerZone, now / 1000).day
  const then = wallClock(sellerZone, instantOf(zone, nextCall(local, rule)))
  return { localTime, from: clockText(then), weekday: then.day === today ? null : weekdayOf(then.day) }
}

function isCalled({ day, seconds }: WallClock, { hours, daysOff }: CallRule): boolean {
  const isOpen = hours.some(({ from, to }) => from * 60 <= seconds && seconds < to * 60)
  return isOpen && !daysOff.includes(weekdayOf(day))
}

/** When the next call hours begin, by the customer's clock. */
function nextCall({ day, seconds }: WallClock, { hours, daysOff }: CallRule): WallClock {
  for (let on = day; ; on++) {
    if (daysOff.includes(weekdayOf(on))) continue
    const next = hours.find(({ from }) => on > day || from * 60 > seconds)
    if (next !== undefined) return { day: on, seconds: next.from * 60 }
  }
}

/** 1970-01-01 was a Thursday; 0 is Sunday. */
function weekdayOf(day: number): number {
  return (day + 4) % 7
}

function clockText({ seconds }: WallClock): string {
  const minutes = Math.floor(seconds / 60)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
