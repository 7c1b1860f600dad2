import { type Day, parseUserDate } from '../../values/business-date.js'
import { wallClock } from '../../values/zone.js'
import type { Feedback, Moment } from './feedback.js'

/** By when an answer is promised. */
export type Promised = Pick<Feedback, 'promisedOn' | 'promisedTime'>

/** So many hours after a moment, to the minute; where only its day is known, in whole days. */
export function promisedIn(hours: number, { on, at }: Moment, zone: string): Promised {
  if (at === null) return { promisedOn: on + Math.ceil(hours / 24), promisedTime: null }
  const { day, seconds } = wallClock(zone, at / 1000 + hours * 3600)
  return { promisedOn: day, promisedTime: timeText(seconds) }
}

/** A promised time as typed: hours (`24h`, `24小时`), or a day with or without a time; `bad` for what is none, `past` for one gone by. */
export function promiseTyped(typed: string, from: Moment, zone: string): Promised | 'bad' | 'past' {
  const text = typed.normalize('NFKC').trim()
  const hours = /^\+?(\d{1,4}) ?(?:h|hours?|个?小时)$/i.exec(text)
  if (hours !== null) return Number(hours[1]) > 0 ? promisedIn(Number(hours[1]), from, zone) : 'past'
  const [, date = text, hour, minute] = /^(.*\S)[ T](\d{1,2}):(\d{2})$/.exec(text) ?? []
  const day = parseUserDate(date, from.on)
  const seconds = hour === undefined ? null : Number(hour) * 3600 + Number(minute) * 60
  if (day === null || (seconds !== null && (seconds >= 86_400 || Number(minute) > 59))) return 'bad'
  if (isPast(day, seconds, from, zone)) return 'past'
  return { promisedOn: day, promisedTime: seconds === null ? null : timeText(seconds) }
}

function isPast(day: Day, seconds: number | null, { on, at }: Moment, zone: string): boolean {
  return day < on || (day === on && seconds !== null && at !== null && seconds <= wallClock(zone, at / 1000).seconds)
}

function timeText(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
