import type { Context } from '../context.js'
import { decisionWords } from '../messages/decisions.js'
import { addIdentities } from '../store/decisions.js'
import { planSplit, type SplitSide } from '../store/split.js'
import { carryOut, decisionAbout } from './decision.js'

export interface SplitArgs {
  readonly customer: string
  /** Contact points, buyer ids, names or order numbers of the customer that are somebody else's. */
  readonly keys: readonly string[]
}

/** `crm split`: takes the records that carry certain contact points out into a customer of their own. */
export async function splitCommand(args: SplitArgs, context: Context): Promise<number> {
  const { ledger, customer, madeAt } = await decisionAbout(args.customer, context)
  const { decisions, out, stay } = planSplit(ledger, customer, args.keys)
  const words = context.words(decisionWords)
  const side = ({ id, name, orders }: SplitSide) => words.side(name, id, orders)
  const change = {
    command: 'split',
    sentences: [words.split(args.keys.join(words.listed), side(out), side(stay))],
    facts: { customer: stay.id, out: out.id, keys: args.keys, orders: out.orders },
  }
  const note = { customer: customer.id, detail: `− ${args.keys.join(' − ')}` }
  return carryOut(context, change, () => addIdentities(ledger, madeAt, 'split', note, decisions))
}
