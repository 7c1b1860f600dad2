import type { Day } from './values/business-date.js'

/** What a backup was made before; `hand` where the seller asked for it. */
export type BackupCause = 'hand' | 'restore' | 'migration'

/** A backup by its file name. */
export interface NamedBackup {
  readonly name: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly cause: BackupCause
}

const pattern = /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)(\d{3})-(hand|restore|migration)\.db$/

/** The file name of a backup made at an instant: names sort by time, and hold no sign a file system refuses. */
export function backupName(at: number, cause: BackupCause): string {
  const [day = '', time = ''] = new Date(at).toISOString().split('T')
  return `${day.replaceAll('-', '')}-${time.replace(/[:.Z]/g, '')}-${cause}.db`
}

/** What the name of a file in the backup folder says; null for a file that is no backup of ours. */
export function namedBackup(name: string): NamedBackup | null {
  const found = pattern.exec(name)
  if (found === null) return null
  const [, year, month, day, hour, minute, second, ms, cause] = found
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`)
  return Number.isNaN(at) ? null : { name, at, cause: cause as BackupCause }
}

const KEPT_OF_TODAY = 3
const KEPT_IN_ALL = 10

/** The backups rotation drops (R33): all but the newest three of today and the newest of each day before, ten in all. */
export function backupsToDrop<B extends Pick<NamedBackup, 'at'>>(
  backups: readonly B[],
  today: Day,
  dayOf: (at: number) => Day,
): B[] {
  const newestFirst = backups.toSorted((a, b) => b.at - a.at)
  const kept = new Map<Day, number>()
  let all = 0
  return newestFirst.filter(({ at }) => {
    const day = dayOf(at)
    const own = kept.get(day) ?? 0
    // A clock that was set back makes days to come: they are kept as today's are.
    if (all >= KEPT_IN_ALL || own >= (day >= today ? KEPT_OF_TODAY : 1)) return true
    kept.set(day, own + 1)
    all++
    return false
  })
}

/** Days after which the seller is reminded to make a backup. */
export const BACKUP_DUE_DAYS = 7
