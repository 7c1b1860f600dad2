import { basename, dirname, join } from 'node:path'
import { besideOf, putInPlace, refuseDevice } from './atomic-write.js'
import { type BackupCause, backupName, backupsToDrop, type NamedBackup, namedBackup } from './core/backup.js'
import type { Day } from './core/values/business-date.js'
import { UserError } from './core/values/failure.js'
import { wallClock } from './core/values/zone.js'
import { exists, fileSize, freeBytes, isNoFile } from './file-facts.js'
import { listDirectory, makePrivateFile, makePrivateFolder, removeFile, removeForGood } from './files.js'
import { type CopyContent, checkedCopy, copyLedger } from './store/backup.js'
import { type Ledger, openLedger, write } from './store/ledger.js'

/** A backup in the folder beside its ledger. */
export interface Backup extends NamedBackup {
  readonly path: string
  readonly bytes: number
}

/** Where the backups of a ledger stand. */
export function backupFolder(ledger: string): string {
  return `${ledger}.backups`
}

/** The backups of a ledger, newest first. */
export function listBackups(ledger: string): Backup[] {
  const folder = backupFolder(ledger)
  return listDirectory(folder)
    .flatMap((name) => namedBackup(name) ?? [])
    .map((named) => ({ ...named, path: join(folder, named.name), bytes: fileSize(join(folder, named.name)) ?? 0 }))
    .toSorted((a, b) => b.at - a.at)
}

/** When and in which zone a backup is made. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly now: number
  readonly zone: string
  readonly today: Day
}

/** A backup just made. */
export interface MadeBackup extends Backup {
  readonly content: CopyContent
  /** Names of those rotation dropped. */
  readonly dropped: readonly string[]
}

/**
 * Makes a backup of an open ledger in the folder beside it and drops old ones (R33), but for the one at the path `kept`; what is made is
 * whole, or is not there.
 */
export function makeBackup(
  ledger: Pick<Ledger, 'db' | 'path'>,
  cause: BackupCause,
  moment: Moment,
  kept = '',
): MadeBackup {
  const folder = backupFolder(ledger.path)
  makePrivateFolder(folder)
  const name = freeName(folder, moment.now, cause)
  const path = join(folder, name)
  const content = copyTo(ledger, path)
  const dropped = rotate(ledger.path, moment, kept)
  return { ...namedBackup(name)!, path, bytes: fileSize(path) ?? 0, content, dropped }
}

/** Copies an open ledger into a private file, checked before it takes its name; UserError `disk.full`, `backup.damaged` and those of writing. */
export function copyTo(ledger: Pick<Ledger, 'db' | 'path'>, path: string): CopyContent {
  refuseDevice(path)
  refuseFullDisk(ledger.path, path)
  const made = besideOf(path)
  // Made by us before SQLite fills it: what it makes itself is open to others until it is done.
  makePrivateFile(made)
  try {
    copyLedger(ledger, made)
    const content = checkedCopy(made)
    putInPlace(made, path)
    return content
  } catch (error) {
    removeFile(made)
    throw error
  }
}

function refuseFullDisk(ledger: string, path: string): void {
  const [free, needed] = [freeBytes(dirname(path)), fileSize(ledger) ?? 0]
  if (free !== null && free < needed) throw new UserError('disk', 'disk.full', { file: path })
}

/** Two backups of one millisecond stand one after the other. */
function freeName(folder: string, now: number, cause: BackupCause): string {
  let at = now
  const taken = new Set(listDirectory(folder).map((name) => namedBackup(name)?.at))
  while (taken.has(at)) at++
  return backupName(at, cause)
}

function rotate(ledger: string, { today, zone }: Moment, kept: string): string[] {
  const old = backupsToDrop(listBackups(ledger), today, (at) => wallClock(zone, at / 1000).day)
  const dropped = old.filter(({ path }) => path !== kept)
  for (const { path } of dropped) removeFile(path)
  return dropped.map(({ name }) => name)
}

/** The backup a word names: LATEST, a name in the folder, or a file; UserError `backup.none`, `backup.unknown`. */
export function backupNamed(ledger: string, word: string, resolvePath: (path: string) => string): string {
  const backups = listBackups(ledger)
  if (word.toLowerCase() === 'latest' || word.toLowerCase() === 'last') {
    if (backups[0] === undefined) throw new UserError('no-input', 'backup.none', { folder: backupFolder(ledger) })
    return backups[0].path
  }
  const found = backups.find(({ name }) => name === word || name === `${word}.db`)
  if (found !== undefined) return found.path
  const path = resolvePath(word)
  if (exists(path) && !isNoFile(path)) return path
  const list = backups.slice(0, 5).map(({ name }) => name)
  throw new UserError('no-input', 'backup.unknown', { name: word, list, folder: basename(backupFolder(ledger)) })
}

/** What became of the copies of a ledger from which somebody was erased. */
export interface CleanedBackups {
  readonly cleaned: number
  /** Names of files that could not be cleaned and were removed. */
  readonly removed: readonly string[]
  /** Names of all backups there were. */
  readonly found: readonly string[]
}

/**
 * Erases somebody from every backup of a ledger but the `clean` ones: each is written anew and takes the place of the old one whole; what cannot be read is
 * removed, with damaged ledgers kept beside and unfinished files of ours. UserError of writing where one stays.
 */
export function cleanBackups(
  ledger: string,
  erase: (copy: Ledger) => void,
  clean: readonly string[] = [],
): CleanedBackups {
  const removed = leftoversOf(ledger)
  for (const path of removed) removeForGood(path)
  const backups = listBackups(ledger).filter(({ name }) => !clean.includes(name))
  let cleaned = 0
  for (const { path } of backups) {
    if (cleanCopy(path, erase)) cleaned++
    else {
      removeForGood(path)
      removed.push(path)
    }
  }
  return { cleaned, removed: removed.map((path) => basename(path)), found: backups.map(({ name }) => name) }
}

/** Whether the copy could be cleaned; a full disk or a folder that cannot be written is no reason to lose it. */
function cleanCopy(path: string, erase: (copy: Ledger) => void): boolean {
  const made = besideOf(path)
  try {
    makePrivateFile(made)
    const old = openLedger(path, { isReadOnly: true, isMigrating: false })
    try {
      checkedCopy(path)
      copyLedger(old, made)
    } finally {
      old.close()
    }
    const copy = openLedger(made)
    try {
      write(copy, () => erase(copy))
      copy.db.exec('VACUUM')
    } finally {
      copy.close()
    }
    checkedCopy(made)
    putInPlace(made, path)
    return true
  } catch (error) {
    if (error instanceof UserError && error.kind === 'bad-data') return false
    throw error
  } finally {
    removeFile(made)
  }
}

/** Damaged ledgers kept beside (`crm restore`) and files a program that was killed left half written. */
function leftoversOf(ledger: string): string[] {
  const beside = listDirectory(dirname(ledger)).filter((name) =>
    [`${basename(ledger)}.damaged-`, `${basename(ledger)}.tmp-`].some((start) => name.startsWith(start)),
  )
  const inBackups = listDirectory(backupFolder(ledger)).filter((name) => name.includes('.db.tmp-'))
  return [
    ...beside.map((name) => join(dirname(ledger), name)),
    ...inBackups.map((name) => join(backupFolder(ledger), name)),
  ]
}
