import type { Context } from '../context.js'
import { UserError } from '../core/values/failure.js'
import { type Batch, commandsOf } from '../store/batches.js'
import { batchesBefore, kindsToHold } from '../store/events-about.js'
import type { Ledger } from '../store/ledger.js'
import { type Unfit, unfitIn } from './unfit.js'

/**
 * R36: nothing is taken back or put back that would leave something in force which fitted before and does not any more. Looks at the ledger
 * as it is, and gives what looks at it after the change. UserError `undo.blocked`, `redo.blocked`, `redo.rests`, `redo.unfit`.
 */
export function watchFits(ledger: Ledger, batch: Batch, isRedo: boolean, context: Context): () => void {
  const kinds = kindsToHold(ledger, batch)
  const before = unfitIn(ledger, kinds, context)
  return () => {
    const after = [...unfitIn(ledger, kinds, context).values()]
    const own = after.filter(({ event }) => event.batch === batch.id)
    const news = after.filter(({ event, lacking }) => lacking > (before.get(event.id)?.lacking ?? 0))
    if (own.length > 0) refuseOwn(ledger, batch, own)
    refuseOthers(ledger, batch, isRedo, news)
  }
}

/** What is put back rests on what was taken back with another batch, or came to be impossible otherwise. */
function refuseOwn(ledger: Ledger, { id }: Batch, own: readonly Unfit[]): never {
  const missing = batchesBefore(
    ledger,
    own.map(({ event }) => event.id),
  )
  if (missing.length === 0) throw new UserError('failed', 'redo.unfit', { batch: id })
  throw new UserError('failed', 'redo.rests', { batch: id, list: missing.map(String), first: missing[0]! })
}

function refuseOthers(ledger: Ledger, { id }: Batch, isRedo: boolean, news: readonly Unfit[]): void {
  const batches = [...new Set(news.map(({ event }) => event.batch))].sort((a, b) => b - a)
  if (batches.length === 0) return
  const params = { batch: id, list: commandsOf(ledger, batches), last: batches[0]! }
  if (isRedo) throw new UserError('failed', 'redo.blocked', params)
  throw new UserError('failed', 'undo.blocked', params)
}
