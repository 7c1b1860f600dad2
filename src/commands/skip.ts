import type { Context } from '../context.js'
import { type CloseArgs, closeItems } from './close.js'

/** `crm skip`: what is due for a customer is dropped this time. */
export function skipCommand(args: CloseArgs, context: Context): Promise<number> {
  return closeItems({ ...args, kind: 'skip' }, context)
}
