import type { Context } from '../context.js'
import { contacts } from '../reports/contacts.js'
import { buildReport } from './build-report.js'
import { reportInput } from './report-input.js'

/** `crm contacts`: phones and e-mails of the customers a filter chooses. */
export async function contactsCommand(args: { readonly filter: string }, context: Context): Promise<number> {
  await context.output(buildReport(contacts, await reportInput(context, args.filter)))
  return 0
}
