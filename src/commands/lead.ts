import type { Context } from '../context.js'
import { UserError } from '../core/values/failure.js'
import { addLead } from './lead-add.js'
import type { LeadArgs } from './lead-args.js'
import { describeLead, setLevel, setStage } from './lead-change.js'
import { closeLead } from './lead-close.js'
import { listLeads } from './lead-list.js'
import { claimLead, lockLead, releaseLead } from './lead-pool.js'
import { showLead } from './lead-show.js'

/** `crm lead`: leads from their registration until they are won, lost or invalid (R16, R17). */
export async function leadCommand(args: LeadArgs, context: Context): Promise<number> {
  const who = args.words.join(' ')
  if (args.action === 'list') return listLeads({ filter: who, owner: args.owner, pool: args.pool }, context)
  if (who.trim() === '')
    throw new UserError('usage', 'cli.missing-argument', { command: `lead ${args.action}`, name: 'CUSTOMER' })
  const asked = { ...args, who }
  if (args.action === 'add') return addLead(asked, context)
  if (args.action === 'show') return showLead(who, context)
  if (args.action === 'level') return setLevel(asked, context)
  if (args.action === 'stage') return setStage(asked, context)
  if (args.action === 'note') return describeLead(asked, context)
  if (args.action === 'claim') return claimLead(asked, context)
  if (args.action === 'release') return releaseLead(who, context)
  if (args.action === 'lock' || args.action === 'unlock') return lockLead(args.action, who, context)
  return closeLead(args.action, asked, context)
}
