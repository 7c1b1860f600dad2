import type { Context } from '../context.js'
import { type CloseArgs, closeItems } from './close.js'

/** `crm snooze`: what is due for a customer is put off until a day. */
export function snoozeCommand(args: CloseArgs & { readonly until: string }, context: Context): Promise<number> {
  return closeItems({ ...args, kind: 'snooze' }, context)
}
