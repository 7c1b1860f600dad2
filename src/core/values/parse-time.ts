/** Seconds since midnight, 86,400 for 24:00, and the seconds east of UTC where the text gives them. */
export interface DaySeconds {
  readonly seconds: number
  readonly offset: number | null
}

const before = '(?:(上午|下午|凌晨|[AP]M) *)?'
const clock = '(\\d{1,2})(?::(\\d{2})|[时点](?:(\\d{1,2})分?)?)(?::(\\d{2})|(\\d{1,2})秒)?(?:[.,]\\d{1,9})?'
const after = '(?: *([AP])\\.?M\\.?)?'
const zone = '(?: *(Z|UTC|GMT|[A-Z]{3,4})?(?: *([-+−])(\\d{1,2}):?(\\d{2})?)?)'
const written = new RegExp(`^[\\sT,]*${before}${clock}${after}${zone}$`, 'i')

/** Seconds east of UTC of the abbreviations that marketplaces write; those with two meanings are left out. */
const offsets: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  BST: 3600,
  CET: 3600,
  MEZ: 3600,
  CEST: 7200,
  MESZ: 7200,
  JST: 32400,
  EST: -18000,
  EDT: -14400,
  CDT: -18000,
  MST: -25200,
  MDT: -21600,
  PST: -28800,
  PDT: -25200,
}

/** Reads the time that stands at the end of a date cell from `at` on; null when that is no time of day. */
export function parseTime(text: string, at: number): DaySeconds | null {
  return plainTime(text, at) ?? writtenTime(text.slice(at))
}

/** The hot path: one space or T, H:MM or HH:MM:SS, then nothing, Z, or an offset like +0500 and +05:00. */
function plainTime(text: string, at: number): DaySeconds | null {
  const gap = text.charCodeAt(at)
  let from = gap === 32 || gap === 84 ? at + 1 : at
  let end = from
  let seconds = 0
  let parts = 0
  for (; parts < 3; parts++) {
    end = numberEnd(text, from, parts === 0)
    if (end < 0 || (parts > 0 && twoDigits(text, end) > 59)) return null
    seconds = seconds * 60 + twoDigits(text, end)
    from = end + 1
    if (text.charCodeAt(end) !== 58) break
  }
  const total = parts === 1 ? seconds * 60 : seconds
  if (parts === 0 || parts === 3 || total > 86_400) return null
  if (end === text.length) return { seconds: total, offset: null }
  const offset = plainOffset(text, end)
  return offset === null ? null : { seconds: total, offset }
}

/** Seconds east of UTC of a Z, +HHMM or +HH:MM that ends the text; null when something else stands there. */
function plainOffset(text: string, at: number): number | null {
  if (text.charCodeAt(at) === 90 && at + 1 === text.length) return 0
  const signAt = text.charCodeAt(at) === 32 ? at + 1 : at
  const sign = text.charCodeAt(signAt)
  const hoursEnd = numberEnd(text, signAt + 1, false)
  if ((sign !== 43 && sign !== 45) || hoursEnd < 0) return null
  const minutesEnd = numberEnd(text, text.charCodeAt(hoursEnd) === 58 ? hoursEnd + 1 : hoursEnd, false)
  if (minutesEnd !== text.length) return null
  const east = twoDigits(text, hoursEnd) * 3600 + twoDigits(text, minutesEnd) * 60
  return east > 50_400 ? null : sign === 43 ? east : -east
}

/** Where the two digits (one is enough for an hour) at `from` end; -1 when there are none. */
function numberEnd(text: string, from: number, isHour: boolean): number {
  if (!isDigit(text.charCodeAt(from))) return -1
  if (isDigit(text.charCodeAt(from + 1))) return from + 2
  return isHour ? from + 1 : -1
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** The number of the last two characters before `end`, of which the first need not be a digit. */
function twoDigits(text: string, end: number): number {
  const tens = text.charCodeAt(end - 2)
  return (isDigit(tens) ? (tens - 48) * 10 : 0) + text.charCodeAt(end - 1) - 48
}

function writtenTime(text: string): DaySeconds | null {
  const match = written.exec(text)
  if (match === null) return null
  const half = match[1] ?? (match[7] === undefined ? undefined : `${match[7]}M`)
  const hour = hourOf(Number(match[2]), half)
  const minute = Number(match[3] ?? match[4] ?? 0)
  const second = Number(match[5] ?? match[6] ?? 0)
  const offset = offsetOf(
    match[8]?.toUpperCase(),
    match[9],
    Number(match[10] ?? 0) * 3600 + Number(match[11] ?? 0) * 60,
  )
  if (hour === null || minute > 59 || second > 59 || offset === undefined) return null
  const seconds = hour * 3600 + minute * 60 + second
  return seconds > 86_400 ? null : { seconds, offset }
}

/** The hour of 0–24 that an hour of a half day means; null when the half day has no such hour. */
function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour
  const isLate = /^(?:下午|PM)$/i.test(half)
  if (hour > 12) return isLate ? hour : null
  return (hour % 12) + (isLate ? 12 : 0)
}

/** Seconds east of UTC; null when the text names no zone, undefined when it names one nobody can place. */
function offsetOf(name: string | undefined, sign: string | undefined, east: number): number | null | undefined {
  if (name === undefined && sign === undefined) return null
  const base = name === undefined ? 0 : offsets[name]
  if (base === undefined || east > 50_400) return undefined
  return base + (sign === '+' ? east : -east)
}
