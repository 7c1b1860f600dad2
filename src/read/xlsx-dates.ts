import { type BusinessDate, type Day, dateOf, dayOf } from '../core/values/business-date.js'

/** What a number format makes of a number. Durations (`[h]:mm`) are numbers. */
export const NUMBER = 0
export const DATE = 1
/** With hours or seconds, with or without a date. */
export const TIME = 2
/** A number with a currency's mark or a percent sign behind or before it: this and all above are places in a list of marks. */
export const MARKED = 3
export type FormatKind = number

const SECONDS = 86_400
/** Day of 1900-01-00 by the serials from 1900-03-01 on; those before the 29th of February 1900, which never was, are one less. */
const EPOCH_1900 = -25_569
const EPOCH_1904 = -24_107
const LAST_SERIAL = 2_958_465
const LEAP_DAY_1900 = 60
const REMEMBERED = 20_000

const ISO_DATE = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?(?:Z|[+-]\d\d:?\d\d)?$/
const ISO_TIME = /^T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?$/

/** Turns the dates of one workbook into the text of a cell. */
export class DateTexts {
  private readonly days = new Map<number, string>()

  constructor(private readonly since1904: boolean) {}

  /**
   * A serial number under a date format: `YYYY-MM-DD`, `YYYY-MM-DD HH:MM:SS` when it has a time or the format shows one,
   * `HH:MM:SS` below 1, rounded to the second. Day 60 of the 1900 system is 1900-02-29 and day 0 is 1900-01-00, as Excel
   * shows them. Numbers outside the calendar stay numbers.
   */
  ofSerial(serial: number, kind: FormatKind): string | number {
    if (kind === NUMBER || !(serial >= 0 && serial < LAST_SERIAL + 1)) return serial
    const seconds = Math.round(serial * SECONDS)
    const time = seconds % SECONDS
    if (serial < 1 && (kind === TIME || time !== 0)) return timeText(time)
    const date = this.dateText((seconds - time) / SECONDS)
    return time === 0 && kind === DATE ? date : `${date} ${timeText(time)}`
  }

  /** An ISO 8601 cell in the same three shapes; anything else as written. Offsets are dropped: cells hold wall clocks. */
  ofIso(text: string, kind: FormatKind): string {
    const time = ISO_TIME.exec(text)
    if (time) return timeText(secondsOf(time[1], time[2], time[3]) % SECONDS)
    const [, date, hours, minutes, seconds] = ISO_DATE.exec(text) ?? []
    const day = date === undefined ? undefined : possibleDay(date)
    if (day === undefined) return text
    const rounded = secondsOf(hours, minutes, seconds)
    const within = rounded % SECONDS
    const shown = dateOf(day + (rounded - within) / SECONDS)
    return within === 0 && kind !== TIME ? shown : `${shown} ${timeText(within)}`
  }

  private dateText(serialDay: number): string {
    let text = this.days.get(serialDay)
    if (text === undefined) {
      if (this.days.size >= REMEMBERED) this.days.clear()
      text = this.since1904 ? dateOf(serialDay + EPOCH_1904) : dateSince1900(serialDay)
      this.days.set(serialDay, text)
    }
    return text
  }
}

function dateSince1900(serialDay: number): string {
  if (serialDay === 0) return '1900-01-00'
  if (serialDay === LEAP_DAY_1900) return '1900-02-29'
  return dateOf(serialDay + EPOCH_1900 + (serialDay < LEAP_DAY_1900 ? 1 : 0))
}

function possibleDay(date: string): Day | undefined {
  try {
    return dayOf(date as BusinessDate)
  } catch {
    return undefined
  }
}

function secondsOf(hours = '0', minutes = '0', seconds = '0'): number {
  return Math.round(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds))
}

function timeText(seconds: number): string {
  return `${twoDigits(Math.floor(seconds / 3600))}:${twoDigits(Math.floor(seconds / 60) % 60)}:${twoDigits(seconds % 60)}`
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}
