/** Hours in which somebody may be called, in minutes of the day: from `from` up to `to`. */
export interface CallWindow {
  readonly from: number
  readonly to: number
}

const NOON = 12 * 60
const LAST = 24 * 60

/**
 * Hours as somebody types them: `19:00-21:00`, `9-12, 14-18`, `晚上7点到9点`, `9am-5pm`; in order of the day, null where they are none or
 * end before they begin.
 */
export function readCallHours(typed: string): readonly CallWindow[] | null {
  const parts = typed
    .normalize('NFKC')
    .split(/[,;、和]|\band\b/)
    .map((part) => part.trim())
  const windows = parts.map(windowOf).sort((a, b) => (a?.from ?? 0) - (b?.from ?? 0))
  return windows.every((window) => window !== null) ? windows : null
}

function windowOf(text: string): CallWindow | null {
  const ends = text.split(/\s*(?:[-–—~～]|到|至|\bto\b)\s*/)
  if (ends.length !== 2) return null
  const [first, last] = [momentOf(ends[0]!), momentOf(ends[1]!)]
  if (first === null || last === null) return null
  // The half of the day said once holds for both: 晚上7点到9点, 1-5pm.
  const from = first.half === null && last.half !== null && first.hour < last.hour ? inHalf(first, last.half) : first.at
  const until = last.half === null && first.half !== null && last.at <= from ? inHalf(last, first.half) : last.at
  const to = until === NOON && from > NOON ? LAST : until
  return from < to && to <= LAST ? { from, to } : null
}

interface Moment {
  readonly hour: number
  readonly at: number
  readonly half: 'am' | 'pm' | null
}

const halves: Readonly<Record<string, 'am' | 'pm'>> = {
  ...{ am: 'am', 早上: 'am', 上午: 'am', 凌晨: 'am' },
  ...{ pm: 'pm', 下午: 'pm', 晚上: 'pm', 中午: 'pm' },
}

function momentOf(text: string): Moment | null {
  const match = /^(早上|上午|凌晨|下午|晚上|中午)? *(\d{1,2})(?:[:点时h](\d{2}|半)?分?)? *(am|pm)?$/i.exec(text)
  if (match === null) return null
  const [, before, hours, minutes = '0', after] = match
  const hour = Number(hours)
  const minute = minutes === '半' ? 30 : Number(minutes)
  const half = halves[(before ?? after ?? '').toLowerCase()] ?? null
  if (hour > 24 || minute > 59) return null
  const moment = { hour, at: hour * 60 + minute, half }
  return half === null ? moment : { ...moment, at: inHalf(moment, half) }
}

/** 12 pm is noon (behind an hour of the evening, midnight: 晚上10点到12点), 12 am midnight; 19点 stays what it is whatever stands before it. */
function inHalf({ hour, at }: Moment, half: 'am' | 'pm'): number {
  if (half === 'pm') return hour < 12 ? at + NOON : at
  return hour === 12 ? at - NOON : at
}

/** As they are kept and shown: `09:00-12:00, 14:00-18:00`. */
export function writeCallHours(windows: readonly CallWindow[]): string {
  return windows.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(', ')
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
