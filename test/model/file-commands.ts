import type { Fact } from './ledger-model.js'
import { impossibleIn } from './possible.js'
import { BUYERS, dateOf, emailOf, type Make, nameOf, refused } from './typed.js'

const HEADER = 'Order No,Order Date,Customer Name,E-mail,Order Total,Refund,Status,Currency'

/** New orders, now and then an order told again with a larger refund, or a file that was imported before. */
export const importFile: Make = ({ chance, model, today }) => {
  const before = model.batches.filter(({ file }) => file !== undefined)
  const name = `orders-${model.batches.length + 1}.csv`
  if (before.length > 0 && chance.int(1, 4) === 1) {
    const again = chance.pick(before)
    const isThere = before.some(({ file, voided }) => voided === null && file === again.file)
    const file = [name, again.file!] as const
    return { argv: ['import', name], file, records: isThere ? 'nothing' : () => again.facts }
  }
  const rows = Array.from({ length: chance.int(1, 3) }, (_, at): Extract<Fact, { of: 'order' }> => {
    const paid = chance.int(100, 9999)
    const who = chance.int(0, BUYERS - 1)
    const number = `N${model.batches.length + 1}-${at}`
    return { of: 'order', who, number, on: today - chance.int(0, 9), paid, refund: chance.pick([0, 0, 150, paid]) }
  }).map((order) => ({ ...order, refund: Math.min(order.refund, order.paid) }))
  const known = before.flatMap(({ facts }) => facts).filter((fact) => fact.of === 'order')
  const told = known.length > 0 && chance.int(1, 3) === 1 ? [chance.pick(known)] : []
  const facts = [...rows, ...told.map((order) => ({ ...order, refund: Math.min(order.paid, order.refund + 77) }))]
  const dollars = (cents: number) => (cents / 100).toFixed(2)
  const lines = facts.map(({ number, on, who, paid, refund }) =>
    [number, dateOf(on), nameOf(who), emailOf(who), dollars(paid), dollars(refund), 'paid', 'USD'].join(','),
  )
  return { argv: ['import', name], file: [name, `${[HEADER, ...lines].join('\n')}\n`], records: () => facts }
}

/** Takes back the newest or any batch, or puts one back. */
export const undo =
  (isRedo: boolean): Make =>
  ({ chance, model }) => {
    const newest = isRedo ? model.lastVoided() : model.inForce().at(-1)
    // What the run began with stays: without its settings the model would know of no points.
    const isAny = chance.int(1, 2) === 1 || newest?.command === 'config'
    const named = isAny
      ? chance.int(model.batches.filter(({ command }) => command === 'config').length + 1, model.batches.length + 1)
      : null
    const argv = ['undo', ...(isRedo ? ['--redo'] : []), ...(named === null ? [] : [String(named)])]
    const batch = named === null ? newest : model.batches[named - 1]
    if (batch === undefined || (batch.voided !== null) !== isRedo) return refused(...argv)
    const kinds = new Set(batch.facts.map(({ of }) => (of === 'order' ? 'lead' : of)))
    const before = impossibleIn(model, kinds)
    const after = model.supposing(batch, !isRedo, () => impossibleIn(model, kinds))
    if ([...after].some(([fact, lacking]) => lacking > (before.get(fact) ?? 0))) return refused(...argv)
    return { argv, records: 'nothing', voids: [batch, !isRedo] }
  }
