import type { Context } from '../context.js'
import { UserError } from '../core/values/failure.js'
import { forTerminal } from '../core/values/text.js'
import { exists } from '../files.js'
import { importWords } from '../messages/import.js'
import { type Batch, nextBatch, restoreBatch, voidBatch } from '../store/batches.js'
import type { Ledger } from '../store/ledger.js'
import { batchSentence } from './batch-words.js'
import { instant, printJson } from './decision.js'

export interface UndoArgs {
  readonly batch?: string | undefined
  readonly redo: boolean
}

/** `crm undo`: takes a batch back, or with `--redo` puts it into force again (R36). */
export async function undoCommand(args: UndoArgs, context: Context): Promise<number> {
  const id = args.batch === undefined ? undefined : batchNumber(args.batch)
  const isDryRun = context.options.dryRun === true
  const isToRead = isDryRun || !exists(context.place.path)
  const ledger = isToRead ? await context.readLedger() : await context.writeLedger()
  const planned = nextBatch(ledger, id, args.redo)
  const what = batchSentence(ledger, planned, context.lang)
  if (!isDryRun) perform(ledger, planned, args.redo, context)
  tell(planned, what, args.redo, context)
  return 0
}

function batchNumber(typed: string): number {
  const digits = /^#?(\d{1,15})$/.exec(typed.normalize('NFKC').trim())?.[1]
  if (digits === undefined) throw new UserError('usage', 'cli.bad-number', { name: 'BATCH', value: typed, least: 1 })
  return Number(digits)
}

function perform(ledger: Ledger, { id }: Batch, isRedo: boolean, context: Context): void {
  if (isRedo) restoreBatch(ledger, id)
  else voidBatch(ledger, id, instant(context))
}

function tell({ id }: Batch, what: string, isRedo: boolean, context: Context): void {
  const isDryRun = context.options.dryRun === true
  if (context.options.json === true) {
    printJson(context, { report: 'undo', batch: id, what, redo: isRedo, dryRun: isDryRun })
    return
  }
  const words = context.words(importWords)
  const say = isDryRun ? (isRedo ? words.wouldRedo : words.wouldUndo) : isRedo ? words.redone : words.undone
  context.say(forTerminal(say(id, what)))
}
