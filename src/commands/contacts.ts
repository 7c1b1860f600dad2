import type { Context } from '../context.js'
import { contacts } from '../reports/contacts.js'
import { reportInput } from './report-input.js'

/** `crm contacts`: phones and e-mails of the customers a filter chooses. */
export async function contactsCommand(args: { readonly filter: string }, context: Context): Promise<number> {
  await context.output(contacts.build(await reportInput(context, args.filter)))
  return 0
}
