import { basename, dirname, resolve } from 'node:path'
import { besideOf, putInPlace } from '../atomic-write.js'
import { backupNamed, copyTo, type MadeBackup, makeBackup } from '../backups.js'
import type { Context } from '../context.js'
import { backupName } from '../core/backup.js'
import { UserError } from '../core/values/failure.js'
import { forTerminal } from '../core/values/text.js'
import { exists } from '../file-facts.js'
import { makePrivateFolder, removeFile, renameFile } from '../files.js'
import { safetyMessages } from '../messages/safety.js'
import { type CopyContent, checkedCopy, openToOverwrite, overwriteLedger } from '../store/backup.js'
import { forgetAgainIn, rememberedIn } from '../store/forget-again.js'
import { type Ledger, openLedger } from '../store/ledger.js'
import { momentOf } from './backup.js'
import { type ConfirmArgs, confirmNamed } from './confirm.js'
import { printJson } from './decision.js'

export interface RestoreArgs extends ConfirmArgs {
  /** `LATEST`, a name of `crm backup list`, or a file. */
  readonly backup: string
}

/** What a restore did with the ledger that was there. */
interface Restored {
  /** Its backup, or the name under which a damaged one is kept; null where there was none. */
  readonly former: string | null
  readonly isDamaged: boolean
}

/**
 * `crm restore`: makes the ledger what a backup says. What was there is backed up first, so that restoring that backup takes it back;
 * a damaged ledger is kept beside as it is. UserError `backup.none`, `backup.unknown`, `backup.damaged`, `ledger.busy`.
 */
export async function restoreCommand(args: RestoreArgs, context: Context): Promise<number> {
  const { path } = context.place
  const chosen = backupNamed(path, args.backup, (word) => resolve(context.io.cwd, word))
  if (resolve(chosen) === resolve(path)) throw new UserError('usage', 'backup.is-ledger', { ledger: path })
  const content = checkedCopy(chosen)
  const words = context.words(safetyMessages)
  const isDryRun = context.options.dryRun === true
  if (!isDryRun) await confirmNamed(args, basename(path), words.willRestore(path, chosen, content.orders), context)
  const done = isDryRun ? { former: null, isDamaged: false } : restore(chosen, path, context)
  tell({ chosen, content, isDryRun, ...done }, context)
  return 0
}

function restore(chosen: string, path: string, context: Context): Restored {
  if (!exists(path)) {
    makePrivateFolder(dirname(path))
    removeFile(`${path}-journal`)
    copyOf(chosen, path)
    return { former: null, isDamaged: false }
  }
  const ledger = openWhole(path)
  if (ledger === null) return setAside(chosen, path, context)
  try {
    const { name } = backupHeld(path, chosen, context)
    overwriteLedger(ledger, chosen)
    return { former: name, isDamaged: false }
  } finally {
    ledger.close()
  }
}

/** What is held by one connection is read by another: a backup is no part of a transaction. */
function backupHeld(path: string, chosen: string, context: Context): MadeBackup {
  const reader = openLedger(path, { isReadOnly: true, isMigrating: false })
  try {
    return makeBackup(reader, 'restore', momentOf(context), chosen)
  } finally {
    reader.close()
  }
}

/** The ledger that is there, held; null where it is damaged. Another program's file is refused (`ledger.foreign`). */
function openWhole(path: string): Ledger | null {
  try {
    checkedCopy(path)
  } catch (error) {
    if (error instanceof UserError && error.code === 'backup.damaged') return null
    throw error
  }
  return openToOverwrite(path)
}

/**
 * A damaged ledger keeps its bytes under a name of its own; the journal beside it belongs to it and would be played into another. It makes
 * room only for a copy that is whole and holds nobody who was forgotten: where none can be made, all is as it was.
 */
function setAside(chosen: string, path: string, context: Context): Restored {
  const aside = `${path}.damaged-${backupName(context.io.now(), 'restore').replace(/-restore\.db$/, '')}`
  const made = besideOf(path)
  try {
    copyOf(chosen, made)
    forgetAgainIn(made, rememberedIn(path))
    moveWithJournal(path, aside)
    try {
      putInPlace(made, path)
    } catch (error) {
      moveWithJournal(aside, path)
      throw error
    }
  } finally {
    removeFile(made)
  }
  return { former: basename(aside), isDamaged: true }
}

function moveWithJournal(from: string, to: string): void {
  if (exists(`${from}-journal`)) renameFile(`${from}-journal`, `${to}-journal`)
  renameFile(from, to)
}

function copyOf(chosen: string, path: string): void {
  const copy = openLedger(chosen, { isReadOnly: true, isMigrating: false })
  try {
    copyTo(copy, path)
  } finally {
    copy.close()
  }
}

interface Told extends Restored {
  readonly chosen: string
  readonly content: CopyContent
  readonly isDryRun: boolean
}

function tell({ chosen, content, isDryRun, former, isDamaged }: Told, context: Context): void {
  const words = context.words(safetyMessages)
  if (context.options.json === true) {
    const facts = { backup: chosen, former, formerDamaged: isDamaged, ...content }
    printJson(context, { report: 'restore', dryRun: isDryRun, ...facts })
    return
  }
  const say = isDryRun ? words.wouldRestore : words.restored
  context.say(forTerminal(say(basename(chosen), content.orders, content.customers)))
  if (isDryRun) context.say(words.nothingWritten)
  if (former !== null) context.say(forTerminal(isDamaged ? words.keptAside(former) : words.takeBack(former)))
}
