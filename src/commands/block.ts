import type { Context } from '../context.js'
import { type BlockArgs, markBlocked } from './blocking.js'

/** `crm block`: a customer is in no list any more and still in the figures (R30). */
export function blockCommand(args: BlockArgs, context: Context): Promise<number> {
  return markBlocked('block', args, context)
}
