import type { Context } from '../context.js'
import { noteParts } from '../core/batch-note.js'
import type { Delisting } from '../core/follow-up/delisting.js'
import type { DelistingCause, DelistingStep } from '../core/follow-up/delisting-steps.js'
import { dateOf } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { delistingMessages } from '../messages/delistings.js'
import type { Mark } from '../store/decisions.js'
import { addDelistingSteps, delistingOf } from '../store/delistings.js'
import { type NewEvent, nextSubject } from '../store/events.js'
import { carryOut, type DecisionBasis, recordAbout } from './decision.js'

export interface BlockArgs {
  readonly step?: DelistingStep | undefined
  readonly customer: string
  readonly text: string
  readonly cause?: DelistingCause | undefined
  readonly reason?: string | undefined
  /** Who agreed. */
  readonly by?: string | undefined
  readonly drop: boolean
}

/**
 * `crm block`: delists a customer step by step, or in one (R30): in no list any more and still in the figures. UserError
 * `block.already`, `block.not-proposed`, `block.not-checked`, `block.undecided`, `block.not-decided`, `block.nobody-agreed`, `block.no-reason`.
 */
export async function blockCommand(args: BlockArgs, context: Context): Promise<number> {
  // A name of several words needs no quotes where no step is named.
  const typed = args.step === undefined ? [args.customer, args.text].filter(Boolean).join(' ') : args.customer
  const basis = await recordAbout(typed, context)
  const now = delistingOf(basis.ledger, basis.customer.key, basis.on)
  const open = now !== null && now.endedOn === null ? now : null
  refuse(args, open, basis)
  const { steps, marks } = planned(args, open, basis)
  return record({ ...args, step: args.step ?? 'block' }, { steps, marks }, basis, context)
}

/** Why a step cannot be taken now. */
function refuse(
  { step, drop, by, reason, text }: BlockArgs,
  open: Delisting | null,
  { customer }: DecisionBasis,
): void {
  const { id } = customer
  const isDecided = open !== null && open.decidedOn !== null
  if (step === undefined || step === 'propose') {
    if (isDecided) throw new UserError('failed', 'block.already', { id, day: dateOf(open.decidedOn!) })
    if (step === 'propose' && open !== null)
      throw new UserError('failed', 'block.proposed', { id, day: dateOf(open.proposedOn) })
    if (step === 'propose' && !reason && text === '') throw new UserError('usage', 'block.no-reason', { id })
    return
  }
  if (step === 'check' || step === 'decide') {
    if (open === null) throw new UserError('failed', 'block.not-proposed', { id, step })
    if (isDecided) throw new UserError('failed', 'block.already', { id, day: dateOf(open.decidedOn!) })
    if (step === 'check' && text === '') throw new UserError('usage', 'block.no-text', { id, step })
    if (step === 'decide' && !drop && open.checkedOn === null)
      throw new UserError('failed', 'block.not-checked', { id, day: dateOf(open.proposedOn) })
    if (step === 'decide' && !drop && !by) throw new UserError('usage', 'block.nobody-agreed', { id })
    return
  }
  if (open === null) throw new UserError('failed', 'block.not-decided', { id, step })
  if (!isDecided) throw new UserError('failed', 'block.undecided', { id, step })
  if (step === 'objection' && text === '') throw new UserError('usage', 'block.no-text', { id, step })
}

interface Planned {
  readonly steps: readonly NewEvent[]
  readonly marks: readonly Mark[]
}

function planned(args: BlockArgs, open: Delisting | null, { ledger, customer, on }: DecisionBasis): Planned {
  const subject = open?.subject ?? nextSubject(ledger, 'delisting', 'D')
  const event = (what: string, text: string, details: NewEvent['details'] = {}): NewEvent => ({
    ...{ kind: 'delisting', subject, key: customer.key, what, on, dueOn: null, value: null, text, details },
  })
  const { step, text, reason = '', by = '', cause = 'other' } = args
  const block: Mark = { kind: 'block', value: reason || open?.reason || '' }
  if (step === undefined) {
    // A reason is owed to the customer (R30); without one there is nothing to tell.
    const proposal = open === null ? [event('propose', reason, { cause, ...(reason ? {} : { told: 'no' }) })] : []
    return { steps: [...proposal, event('decide', reason, { by })], marks: [block] }
  }
  if (step === 'propose') return { steps: [event('propose', reason || text, { cause })], marks: [] }
  if (step !== 'decide') return { steps: [event(step, text)], marks: [] }
  if (args.drop) return { steps: [event('drop', text || reason)], marks: [] }
  return { steps: [event('decide', text || reason, { by })], marks: [block] }
}

type Taken = Omit<BlockArgs, 'step'> & { readonly step: DelistingStep | 'block' }

function record(
  taken: Taken,
  { steps, marks }: Planned,
  { ledger, customer, who, on, madeAt }: DecisionBasis,
  context: Context,
): Promise<number> | number {
  const { text, reason = '', by = '', drop } = taken
  const { subject } = steps[0]!
  const said = text || reason
  const change = {
    command: 'block',
    sentences: sentences(taken, steps, { who, customer }, context),
    facts: {
      ...{ customer: customer.id, on: dateOf(on), delisting: subject, step: drop ? 'drop' : taken.step },
      ...{ reason: said, by },
    },
  }
  const detail = noteParts(subject, { of: 'delisting', code: steps.at(-1)!.what }, said, by)
  const note = { customer: customer.id, detail }
  return carryOut(context, change, () => addDelistingSteps(ledger, madeAt, 'block', note, steps, marks))
}

/** What is done, or in a dry run would be, and that the customer is to be told of it. */
function sentences(
  { step, drop }: Taken,
  steps: readonly NewEvent[],
  { who, customer: { id } }: Pick<DecisionBasis, 'who' | 'customer'>,
  context: Context,
): string[] {
  const words = context.words(delistingMessages)
  const { subject } = steps[0]!
  const isDryRun = context.options.dryRun === true
  const say = isDryRun ? words.would : words.done
  const isToBeTold = steps.at(-1)!.what === 'decide' && steps.every(({ details }) => details.told !== 'no')
  return [say[drop ? 'drop' : step](who, subject, id), ...(isToBeTold && !isDryRun ? [words.tellNext(id)] : [])]
}
