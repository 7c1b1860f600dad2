import type { Context } from '../context.js'
import { noteParts } from '../core/batch-note.js'
import { leadWords } from '../core/follow-up/leads/words.js'
import { UserError } from '../core/values/failure.js'
import { leadSentences } from '../messages/leads.js'
import type { LeadActionArgs } from './lead-args.js'
import { openLead, recordLead } from './lead-basis.js'
import { readInvalid } from './lead-options.js'

/**
 * `crm lead won|lost|invalid CUSTOMER`: ends a lead; one lost or invalid needs its reason. UserError `lead.lost-reason`, `lead.invalid-reason`,
 * `lead.unknown-reason`.
 */
export async function closeLead(
  what: 'won' | 'lost' | 'invalid',
  args: LeadActionArgs,
  context: Context,
): Promise<number> {
  const basis = await openLead(args.who, context)
  const { who, customer, lead } = basis
  const typed = args.reason?.trim() ?? ''
  if (typed === '' && what === 'lost') throw new UserError('usage', 'lead.lost-reason', { id: customer.id })
  if (typed === '' && what === 'invalid') throw new UserError('usage', 'lead.invalid-reason', { id: customer.id })
  const words = context.words(leadSentences)
  const reason = what === 'invalid' ? readInvalid(typed, context) : typed
  const told = what === 'invalid' ? context.words(leadWords).invalid[readInvalid(typed, context)] : typed
  const sentences = [words[what](who, told)]
  if (what === 'lost' && lead.contactDays.length === 0) sentences.push(words.lostUnseen)
  const event = { what, text: args.note ?? '', details: reason === '' ? {} : { reason } }
  const because = what === 'invalid' ? ({ of: 'invalid', code: reason } as const) : reason
  return recordLead(basis, event, { sentences, detail: noteParts({ of: 'lead', code: what }, because) }, context)
}
