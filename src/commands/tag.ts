import type { Context } from '../context.js'
import { UserError } from '../core/values/failure.js'
import { decisionWords } from '../messages/decisions.js'
import { addMarks } from '../store/decisions.js'
import { carryOut, recordAbout } from './decision.js'

export interface TagArgs {
  readonly customer: string
  readonly tags: readonly string[]
  readonly remove: boolean
}

/** `crm tag`: puts tags on a customer or takes them off; UserError `decision.ahead` for a day to come. */
export async function tagCommand(args: TagArgs, context: Context): Promise<number> {
  const { ledger, customer, who, on, madeAt } = await recordAbout(args.customer, context)
  const tags = readTags(args.tags)
  const words = context.words(decisionWords)
  const list = tags.join(words.listed)
  const change = {
    command: 'tag',
    sentences: [args.remove ? words.untagged(who, list) : words.tagged(who, list)],
    facts: { customer: customer.id, tags, removed: args.remove },
  }
  const note = { customer: customer.id, detail: tags.map((tag) => `${args.remove ? '−' : '+'}${tag}`).join(' ') }
  const marks = tags.map((value) => ({ kind: args.remove ? 'untag' : 'tag', value }) as const)
  return carryOut(context, change, () => addMarks(ledger, madeAt, 'tag', note, customer.key, on, marks))
}

/** Tags hold no commas or semicolons: those stand between tags, in files and in filters. */
function readTags(typed: readonly string[]): readonly string[] {
  const tags = typed.flatMap((word) => word.split(/[,，;；、]/)).map((tag) => tag.trim())
  const known = [...new Set(tags.filter((tag) => tag !== ''))]
  if (known.length === 0) throw new UserError('usage', 'tag.empty')
  return known
}
