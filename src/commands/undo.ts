import type { Context } from '../context.js'
import { UserError } from '../core/values/failure.js'
import { forTerminal } from '../core/values/text.js'
import { exists } from '../file-facts.js'
import { batchWords } from '../messages/batches.js'
import { importWords } from '../messages/import.js'
import type { BatchEffect, NamedCustomer } from '../store/batch-effect.js'
import { type Batch, leftWithDecisions, nextBatch, restoreBatch, voidBatch } from '../store/batches.js'
import { holdToDecide, type Ledger, settle } from '../store/ledger.js'
import { batchSentence } from './batch-words.js'
import { instant, printJson } from './decision.js'
import { watchFits } from './undo-fits.js'
import { effectSentences, namesOf } from './undo-words.js'

export interface UndoArgs {
  readonly batch?: string | undefined
  readonly redo: boolean
}

/** `crm undo`: takes a batch back, or with `--redo` puts it into force again (R36). */
export async function undoCommand(args: UndoArgs, context: Context): Promise<number> {
  const id = args.batch === undefined ? undefined : batchNumber(args.batch)
  const isDryRun = context.options.dryRun === true
  const ledger = await (exists(context.place.path) ? context.writeLedger() : context.readLedger())
  holdToDecide(ledger)
  const planned = nextBatch(ledger, id, args.redo)
  const what = batchSentence(ledger, planned, context.lang)
  const refuseMisfits = watchFits(ledger, planned, args.redo, context)
  const done = perform(ledger, planned, args.redo, context)
  refuseMisfits()
  if (!isDryRun) settle(ledger)
  const told = { batch: planned, what, isRedo: args.redo, ...done }
  if (context.options.json === true) tellMachines(told, context)
  else tell(told, context)
  return 0
}

function batchNumber(typed: string): number {
  const digits = /^#?(\d{1,15})$/.exec(typed.normalize('NFKC').trim())?.[1]
  if (digits === undefined) throw new UserError('usage', 'cli.bad-number', { name: 'BATCH', value: typed, least: 1 })
  return Number(digits)
}

/** What the change did, and the customers that what was taken back leaves with decisions only. */
interface Done {
  readonly effect: BatchEffect
  readonly left: readonly NamedCustomer[]
}

function perform(ledger: Ledger, { id, kind, command }: Batch, isRedo: boolean, context: Context): Done {
  const effect = isRedo ? restoreBatch(ledger, id) : voidBatch(ledger, id, instant(context))
  const namesCustomers = kind === 'import' || command === 'add'
  return { effect, left: namesCustomers && !isRedo ? leftWithDecisions(ledger) : [] }
}

/** What was done, or would be. */
interface Told extends Done {
  readonly batch: Batch
  readonly what: string
  readonly isRedo: boolean
}

function tell(told: Told, context: Context): void {
  const { batch, what, isRedo, effect, left } = told
  const isDryRun = context.options.dryRun === true
  const words = context.words(importWords)
  const say = isDryRun ? (isRedo ? words.wouldRedo : words.wouldUndo) : isRedo ? words.redone : words.undone
  context.say(forTerminal(say(batch.id, what)))
  for (const sentence of effectSentences(effect, batch, isRedo, context.lang)) context.say(forTerminal(sentence))
  if (left.length > 0) context.say(forTerminal(context.words(batchWords).left(namesOf(left), left.length)))
}

function tellMachines({ batch, what, isRedo, effect, left }: Told, context: Context): void {
  const { orders, customers, decisions } = effect
  const plain = ({ id, name }: NamedCustomer) => ({ id, name })
  const grouped = ({ whole, parts }: BatchEffect['customers']['joined'][number]) => ({
    ...plain(whole),
    customers: parts.map(plain),
  })
  printJson(context, {
    ...{ report: 'undo', batch: batch.id, what, redo: isRedo, dryRun: context.options.dryRun === true },
    orders: {
      ...{ removed: orders.removed, inserted: orders.inserted, unchanged: orders.unchanged },
      updated: orders.updated.map(({ order, changes, currency }) => ({
        ...{ order, currency: currency.to },
        changes: changes.map((change) => ({ ...change })),
      })),
      alsoIn: orders.alsoIn.map((also) => ({ ...also })),
    },
    customers: {
      ...{ removed: customers.removed.map(plain), inserted: customers.inserted.map(plain), updated: customers.updated },
      ...{ separated: customers.separated.map(grouped), joined: customers.joined.map(grouped) },
    },
    decisions: decisions.map(({ batch: of, command, customer }) => ({ batch: of, command, customer: plain(customer) })),
    leftWithDecisions: left.map(plain),
  })
}
