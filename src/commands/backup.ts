import { resolve } from 'node:path'
import { checkWritable } from '../atomic-write.js'
import { type Backup, backupFolder, copyTo, listBackups, type Moment, makeBackup } from '../backups.js'
import type { Context } from '../context.js'
import { BACKUP_DUE_DAYS } from '../core/backup.js'
import { draft } from '../core/report/build.js'
import type { Column } from '../core/report/table.js'
import { forTerminal } from '../core/values/text.js'
import { wallClock } from '../core/values/zone.js'
import { fileSize, linkTarget } from '../file-facts.js'
import { safetyMessages } from '../messages/safety.js'
import { copyContent } from '../store/backup.js'
import { printJson } from './decision.js'
import { timeIn } from './imports.js'
import { plainReport } from './plain-report.js'

export interface BackupArgs {
  readonly action: 'make' | 'list'
}

/** `crm backup`: makes a backup beside the ledger, or with `-o` wherever it is asked for; `list` shows those there are (R33). */
export async function backupCommand({ action }: BackupArgs, context: Context): Promise<number> {
  if (action === 'list') {
    await listCommand(context)
    return 0
  }
  const ledger = await context.readLedger()
  const { output } = context.options
  const made =
    output === undefined || output === '-'
      ? makeBackup(ledger, 'hand', momentOf(context))
      : await copyElsewhere(linkTarget(resolve(context.io.cwd, output)), context)
  if (context.options.json === true)
    printJson(context, {
      ...{ report: 'backup', file: made.path, bytes: made.bytes, ...made.content },
      dropped: [...made.dropped],
    })
  else tell(made, context)
  return 0
}

/** What telling of a backup takes. */
type Told = Pick<ReturnType<typeof makeBackup>, 'path' | 'bytes' | 'content' | 'dropped'>

async function copyElsewhere(path: string, context: Context): Promise<Told> {
  const { force = false, mkdirs = false } = context.options
  checkWritable(path, { force, keep: [context.place.path], makesFolder: mkdirs })
  const content = copyTo(await context.readLedger(), path)
  const { customers } = content
  await context.rememberExport({ report: 'backup', about: '', customers, file: path, format: 'db', isMasked: false })
  return { path, bytes: fileSize(path) ?? 0, content, dropped: [] }
}

function tell({ path, bytes, content, dropped }: Told, context: Context): void {
  const words = context.words(safetyMessages)
  context.say(forTerminal(words.backedUp(path, sizeText(bytes), content.orders, content.customers)))
  if (dropped.length > 0) context.say(words.dropped(dropped.length))
  const { output = '-' } = context.options
  context.say(output === '-' ? words.restoreWith : forTerminal(words.restoreFrom(output)))
}

/** The moment of a run, by the computer's zone: backups are also made of what cannot be read. */
export function momentOf(context: Context): Moment {
  return { now: context.io.now(), zone: context.io.zone, today: context.today() }
}

/** Bytes as people read them. */
export function sizeText(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB']
  let [size, unit] = [bytes, 0]
  while (size >= 1024 && unit < units.length - 1) [size, unit] = [size / 1024, unit + 1]
  return `${size >= 100 || unit === 0 ? Math.round(size) : size.toFixed(1)} ${units[unit]}`
}

async function listCommand(context: Context): Promise<void> {
  const words = context.words(safetyMessages)
  const backups = listBackups(context.place.path)
  const columns: Column[] = [
    { key: 'name', kind: 'text', label: words.columns.name, isWhole: true },
    { key: 'when', kind: 'text', label: words.columns.when, isWhole: true },
    { key: 'cause', kind: 'text', label: words.columns.cause, words: words.causes },
    { key: 'orders', kind: 'count', label: words.columns.orders },
    { key: 'customers', kind: 'count', label: words.columns.customers },
    { key: 'size', kind: 'text', label: words.columns.size },
    { key: 'bytes', kind: 'count', label: words.columns.bytes, wide: true },
  ]
  const table = draft('backups', words.backupsTitle, columns, backups, (backup) => rowOf(backup, context))
  const reminder = backupReminder(context.place.path, context)
  const notes = [
    words.folder(backupFolder(context.place.path)),
    ...(reminder ?? []),
    ...(backups.length > 0 ? [words.restoreWith] : []),
  ]
  const summary = { ledger: context.place.path, folder: backupFolder(context.place.path), backups: backups.length }
  await context.output(plainReport(context, { name: 'backups', title: words.backupsTitle, summary, notes }, [table]))
}

function rowOf({ name, at, cause, path, bytes }: Backup, context: Context) {
  const content = copyContent(path)
  return {
    ...{ name, when: timeIn(context.io.zone, new Date(at).toISOString()), cause },
    ...{ orders: content?.orders ?? null, customers: content?.customers ?? null, size: sizeText(bytes), bytes },
  }
}

/** Days since the newest backup of a ledger; null where there is none. */
export function backupAge(ledger: string, context: Context): number | null {
  const [newest] = listBackups(ledger)
  return newest === undefined ? null : Math.max(0, context.today() - wallClock(context.io.zone, newest.at / 1000).day)
}

/** What the seller is reminded of where there is no backup, or none of the last week (R33); null otherwise. */
export function backupReminder(ledger: string, context: Context): readonly string[] | null {
  const words = context.words(safetyMessages)
  const age = backupAge(ledger, context)
  if (age === null) return [words.noBackup]
  return age > BACKUP_DUE_DAYS ? [words.oldBackup(age)] : null
}
