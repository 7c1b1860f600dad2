import type { Context } from '../context.js'
import { type BlockArgs, markBlocked } from './blocking.js'

/** `crm unblock`: a customer is dealt with again. */
export function unblockCommand(args: BlockArgs, context: Context): Promise<number> {
  return markBlocked('unblock', args, context)
}
