import type { Day } from './calendar.js'

const daySeconds = 86_400

/** A wall clock: a day and the seconds since its midnight. */
export interface WallClock {
  readonly day: Day
  readonly seconds: number
}

interface ZoneClock {
  readonly format: Intl.DateTimeFormat
  /** Seconds east of UTC for each UTC day on which they do not change. */
  readonly offsetOfDay: Map<number, number>
}

const clocks = new Map<string, ZoneClock>()

function clockOf(zone: string): ZoneClock {
  const known = clocks.get(zone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  const clock = { format, offsetOfDay: new Map<number, number>() }
  clocks.set(zone, clock)
  return clock
}

/** Seconds east of UTC at an instant (whole epoch seconds), asked of the runtime's zone tables. */
function askOffset(format: Intl.DateTimeFormat, instant: number): number {
  const part: Record<string, number> = {}
  for (const { type, value } of format.formatToParts(instant * 1000)) part[type] = Number(value)
  const utc = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!)
  return utc / 1000 - instant
}

function offsetAt(zone: string, instant: number): number {
  const { format, offsetOfDay } = clockOf(zone)
  const day = Math.floor(instant / daySeconds)
  const known = offsetOfDay.get(day)
  if (known !== undefined) return known
  const start = askOffset(format, day * daySeconds)
  if (start !== askOffset(format, (day + 1) * daySeconds)) return askOffset(format, instant)
  offsetOfDay.set(day, start)
  return start
}

/** What a wall clock in the IANA zone shows at an instant (epoch seconds); throws RangeError for an unknown zone. */
export function wallClock(zone: string, instant: number): WallClock {
  const whole = Math.floor(instant)
  const local = whole + (zone === 'UTC' ? 0 : offsetAt(zone, whole))
  const day = Math.floor(local / daySeconds)
  return { day, seconds: local - day * daySeconds }
}

/** The day it is in the IANA zone at an instant (epoch milliseconds); throws RangeError for an unknown zone. */
export function todayIn(zone: string, now: number): Day {
  return wallClock(zone, now / 1000).day
}

/**
 * The instant (epoch seconds) at which a wall clock in the IANA zone shows a moment. Of a moment it shows twice, when clocks go back, the
 * first; one it leaps over, when they go forward, as if it had not leapt yet.
 */
export function instantOf(zone: string, { day, seconds }: WallClock): number {
  const local = day * daySeconds + seconds
  const found = [local - daySeconds, local + daySeconds].map((near) => local - offsetAt(zone, near))
  const shows = (instant: number) => instant + offsetAt(zone, instant) === local
  return found.find(shows) ?? found[0]!
}
