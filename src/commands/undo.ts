import type { Context } from '../context.js'
import { UserError } from '../core/values/failure.js'
import { forTerminal } from '../core/values/text.js'
import { exists } from '../files.js'
import { batchWords } from '../messages/batches.js'
import { importWords } from '../messages/import.js'
import {
  type Batch,
  type LeftCustomer,
  leftWithDecisions,
  nextBatch,
  restoreBatch,
  voidBatch,
} from '../store/batches.js'
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
  const left = isDryRun ? [] : perform(ledger, planned, args.redo, context)
  tell({ batch: planned.id, what, isRedo: args.redo, left }, context)
  return 0
}

function batchNumber(typed: string): number {
  const digits = /^#?(\d{1,15})$/.exec(typed.normalize('NFKC').trim())?.[1]
  if (digits === undefined) throw new UserError('usage', 'cli.bad-number', { name: 'BATCH', value: typed, least: 1 })
  return Number(digits)
}

/** Changes the batch; gives the customers an import taken back leaves with decisions only. */
function perform(ledger: Ledger, { id, kind }: Batch, isRedo: boolean, context: Context): readonly LeftCustomer[] {
  if (isRedo) restoreBatch(ledger, id)
  else voidBatch(ledger, id, instant(context))
  return kind === 'import' && !isRedo ? leftWithDecisions(ledger) : []
}

/** What was done, or would be. */
interface Told {
  readonly batch: number
  readonly what: string
  readonly isRedo: boolean
  readonly left: readonly LeftCustomer[]
}

/** Customers named one by one; the others are counted. */
const shownLeft = 10

function tell({ batch, what, isRedo, left }: Told, context: Context): void {
  const isDryRun = context.options.dryRun === true
  if (context.options.json === true) {
    const customers = left.map(({ id, name }) => ({ id, name }))
    printJson(context, { report: 'undo', batch, what, redo: isRedo, dryRun: isDryRun, leftWithDecisions: customers })
    return
  }
  const words = context.words(importWords)
  const say = isDryRun ? (isRedo ? words.wouldRedo : words.wouldUndo) : isRedo ? words.redone : words.undone
  context.say(forTerminal(say(batch, what)))
  if (left.length === 0) return
  const shown = left.slice(0, shownLeft).map(({ id, name }) => (name === '' ? id : `${name} (${id})`))
  context.say(forTerminal(context.words(batchWords).left(shown, left.length)))
}
