import type { Context } from '../context.js'
import { type CloseArgs, closeItems } from './close.js'

/** `crm done`: what was due for a customer was done. */
export function doneCommand(args: CloseArgs, context: Context): Promise<number> {
  return closeItems({ ...args, kind: 'done' }, context)
}
