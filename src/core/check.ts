/** What a check came to: all right, worth looking at, or broken. */
export type CheckState = 'ok' | 'note' | 'fault'

/** Things that are looked at, in the order they are told. */
export const CHECK_CODES = [
  ...(['ledger', 'integrity', 'references', 'derived', 'backup'] as const),
  ...(['reach', 'country', 'shared', 'decided-shared', 'nobody', 'unknown-status', 'rates'] as const),
  ...(['waiting-refunds', 'waiting-parts', 'waiting-entries', 'not-counted'] as const),
  ...([
    'node',
    'sqlite',
    'place',
    'private',
    'synced',
    'network',
    'disk',
    'left-over',
    'terminal',
    'powershell',
  ] as const),
] as const

export type CheckCode = (typeof CHECK_CODES)[number]

/** One thing that was looked at; `count` and `detail` fill its sentence. */
export interface CheckLine {
  readonly code: CheckCode
  readonly state: CheckState
  readonly count?: number
  readonly detail?: string
  /** Sentences in the reader's language that stand in place of the code's own. */
  readonly said?: { readonly found: string; readonly fix: string }
}

/** A line about something of which there should be none. */
export function countLine(code: CheckCode, count: number): CheckLine {
  return { code, state: count === 0 ? 'ok' : 'note', count }
}
