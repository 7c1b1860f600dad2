import type { Context } from '../context.js'
import { compareKeys } from '../core/import/told/party-keys.js'
import { UserError } from '../core/values/failure.js'
import { publicId } from '../core/values/hash.js'
import { decisionWords } from '../messages/decisions.js'
import { addIdentities } from '../store/decisions.js'
import { carryOut, decisionAboutSeveral } from './decision.js'

export interface MergeArgs {
  readonly customers: readonly string[]
}

/** `crm merge`: joins customers who are one person; every id they had goes on leading there. */
export async function mergeCommand(args: MergeArgs, context: Context): Promise<number> {
  if (args.customers.length < 2) throw new UserError('usage', 'merge.alone')
  const { ledger, customers, madeAt } = await decisionAboutSeveral(args.customers, context)
  for (const [at, { customer, who }] of customers.entries()) {
    const first = customers.findIndex((other) => other.customer.key === customer.key)
    if (first < at)
      throw new UserError('failed', 'merge.same', { a: args.customers[first]!, b: args.customers[at]!, who })
  }
  const id = publicId(customers.map(({ customer }) => customer.key).reduce((a, b) => (compareKeys(a, b) <= 0 ? a : b)))
  const words = context.words(decisionWords)
  const list = customers.map(({ who }) => who).join(words.listed)
  const change = {
    command: 'merge',
    sentences: [words.merged(list, id)],
    facts: { customer: id, merged: customers.map(({ customer }) => customer.id) },
  }
  const sides = customers.map(({ customer }) => [customer.key])
  return carryOut(context, change, () =>
    addIdentities(ledger, madeAt, 'merge', { detail: customers.map(({ who }) => who).join(' = ') }, [
      { kind: 'merge', sides },
    ]),
  )
}
