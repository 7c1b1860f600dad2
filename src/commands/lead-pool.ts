import type { Context } from '../context.js'
import { type ClaimRefusal, claimRefusal, holdingOf } from '../core/follow-up/leads/pool.js'
import { dateOf } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { leadSentences } from '../messages/leads.js'
import type { LeadActionArgs } from './lead-args.js'
import { type LeadBasis, openLead, recordLead } from './lead-basis.js'

/**
 * `crm lead claim CUSTOMER --owner NAME`: takes a lead out of the pool. UserError `lead.no-owner`, `lead.held`, `lead.cool-off`,
 * `lead.holding-limit`, `lead.claim-limit`.
 */
export async function claimLead(args: LeadActionArgs, context: Context): Promise<number> {
  const owner = args.owner?.trim() ?? ''
  const basis = await openLead(args.who, context)
  const { holding, view, on, who, customer } = basis
  if (owner === '') throw new UserError('usage', 'lead.no-owner', { id: customer.id })
  const refusal = claimRefusal(holding, owner, heldBy(owner, basis), view.rules, on)
  if (refusal !== null) throw refused(refusal, owner, basis)
  const sentences = [context.words(leadSentences).claimed(who, owner)]
  return recordLead(
    basis,
    { what: 'claim', details: { owner } },
    { sentences, detail: [{ of: 'lead', code: 'claim' }, owner] },
    context,
  )
}

/** How many open leads an owner holds, and how many of all he claimed on the day. */
function heldBy(owner: string, { view, on }: LeadBasis) {
  const all = [...view.leads.values()]
  const held = all.filter((lead) => lead.outcome === 'open' && holdingOf(lead, view.rules, view.asOf).owner === owner)
  const claims = all.flatMap(({ touches }) => touches.filter((touch) => touch.what === 'claim'))
  return { held: held.length, claimedToday: claims.filter((claim) => claim.owner === owner && claim.on === on).length }
}

function refused(refusal: ClaimRefusal, owner: string, { who, customer, view }: LeadBasis): UserError {
  const params = { who, id: customer.id, owner }
  if (refusal.why === 'held') return new UserError('failed', 'lead.held', { ...params, holder: refusal.owner })
  if (refusal.why === 'cool-off')
    return new UserError('failed', 'lead.cool-off', {
      ...params,
      day: dateOf(refusal.until),
      days: view.rules.coolOffDays,
    })
  if (refusal.why === 'holding-limit')
    return new UserError('failed', 'lead.holding-limit', { ...params, count: refusal.held })
  return new UserError('failed', 'lead.claim-limit', { ...params, count: refusal.claimed })
}

/** `crm lead release CUSTOMER`: gives a lead back to the pool. UserError `lead.not-held`. */
export async function releaseLead(who: string, context: Context): Promise<number> {
  const basis = await openLead(who, context)
  const { owner } = basis.holding
  if (owner === '') throw new UserError('failed', 'lead.not-held', { who: basis.who, id: basis.customer.id })
  const sentences = [context.words(leadSentences).released(basis.who, owner)]
  return recordLead(
    basis,
    { what: 'release' },
    { sentences, detail: [{ of: 'lead', code: 'release' }, owner] },
    context,
  )
}

/** `crm lead lock|unlock CUSTOMER`: a locked lead stays with its owner. UserError `lead.not-held`. */
export async function lockLead(what: 'lock' | 'unlock', who: string, context: Context): Promise<number> {
  const basis = await openLead(who, context)
  const { owner } = basis.holding
  if (owner === '') throw new UserError('failed', 'lead.not-held', { who: basis.who, id: basis.customer.id })
  const words = context.words(leadSentences)
  const sentences = [what === 'lock' ? words.locked(basis.who, owner) : words.unlocked(basis.who)]
  return recordLead(basis, { what }, { sentences, detail: [{ of: 'lead', code: what }] }, context)
}
