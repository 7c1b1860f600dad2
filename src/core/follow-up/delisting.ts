/**
 * Delisting (R30): proposed with its cause, checked, decided with those who agreed, told with the reason, an objection noted; reviewed
 * yearly until it is lifted. The customer's own wish not to be contacted is consent, not this.
 */
import type { EventFacts } from '../events.js'
import type { Day } from '../values/business-date.js'
import { bilingual, type Lang } from '../values/lang.js'
import { type DelistingCause, type DelistingStep, delistingCauses } from './delisting-steps.js'

export const delistingWords: Readonly<
  Record<
    Lang,
    {
      readonly causes: Readonly<Record<DelistingCause, string>>
      readonly steps: Record<DelistingStep | 'drop' | 'lift', string>
    }
  >
> = bilingual(
  {
    causes: delistingCauses.words.en,
    steps: {
      propose: 'proposed',
      check: 'checked',
      decide: 'decided',
      told: 'told',
      objection: 'objection',
      review: 'reviewed',
      drop: 'dropped',
      lift: 'lifted',
    },
  },
  {
    causes: delistingCauses.words.zh,
    steps: {
      propose: '提出摘牌',
      check: '已核实',
      decide: '已决定',
      told: '已书面通知',
      objection: '客户异议',
      review: '已复核',
      drop: '不摘牌',
      lift: '取消摘牌',
    },
  },
)

/** One step taken, with what was written down. */
export interface DelistingEntry {
  readonly step: DelistingStep | 'drop' | 'lift'
  readonly on: Day
  readonly text: string
}

/** The latest delisting of a customer. */
export interface Delisting {
  /** `D3`. */
  readonly subject: string
  readonly cause: DelistingCause
  readonly reason: string
  readonly proposedOn: Day
  readonly checkedOn: Day | null
  readonly decidedOn: Day | null
  /** Who agreed. */
  readonly agreedBy: string
  /** Whether the customer is to be told; one blocked in a single step is not. */
  readonly isToBeTold: boolean
  readonly toldOn: Day | null
  readonly reviewedOn: Day | null
  /** Dropped before it was decided, or lifted afterwards. */
  readonly endedOn: Day | null
  readonly entries: readonly DelistingEntry[]
}

/**
 * The delisting of each customer, by customer index: the latest that stands, else the latest. Events come in the order of their ids. Of
 * two customers who turned out to be one each may have brought a delisting.
 */
export function delistingsOf(events: readonly EventFacts[]): ReadonlyMap<number, Delisting> {
  return new Map([...foldDelistings(events).all].map(([customer, own]) => [customer, current(own)]))
}

/** Those of one customer that block him: decided and not lifted. */
export function standingDelistings(events: readonly EventFacts[]): readonly Delisting[] {
  return [...foldDelistings(events).all.values()].flat().filter(isStanding)
}

/** The delistings of each customer, in the order they were proposed, and the events that make no sense among the others. */
export interface FoldedDelistings {
  readonly all: ReadonlyMap<number, readonly Delisting[]>
  /** A proposal while a delisting is open, a step whose turn it is not. */
  readonly unfit: readonly EventFacts[]
}

/** All delistings there were, and what does not fit. */
export function foldDelistings(events: readonly EventFacts[]): FoldedDelistings {
  const found = new Map<number, Map<string, Delisting>>()
  const unfit: EventFacts[] = []
  for (const event of events) {
    if (event.kind !== 'delisting') continue
    const own = found.get(event.customer) ?? new Map<string, Delisting>()
    const now = own.get(event.subject)
    if (!isInTurn(event, now, own)) unfit.push(event)
    if (event.what === 'propose') own.set(event.subject, proposed(event))
    else if (now !== undefined) own.set(event.subject, stepped(now, event))
    if (own.size > 0) found.set(event.customer, own)
  }
  return { all: new Map([...found].map(([customer, own]) => [customer, [...own.values()]])), unfit }
}

/** Whether an event could be recorded for its day: nothing is proposed while something is open, all but the checking follows the decision. */
function isInTurn({ what, on }: EventFacts, now: Delisting | undefined, own: ReadonlyMap<string, Delisting>): boolean {
  const isOver = ({ endedOn }: Delisting) => endedOn !== null && endedOn <= on
  if (what === 'propose') return ![...own.values()].some((other) => other.proposedOn <= on && !isOver(other))
  if (now === undefined || isOver(now)) return false
  const isDecided = now.decidedOn !== null && now.decidedOn <= on
  return isDecided !== (what === 'check' || what === 'decide' || what === 'drop')
}

function current(delistings: readonly Delisting[]): Delisting {
  return delistings.findLast(isStanding) ?? delistings.at(-1)!
}

function isStanding({ decidedOn, endedOn }: Delisting): boolean {
  return decidedOn !== null && endedOn === null
}

function proposed({ subject, on, text, details }: EventFacts): Delisting {
  return {
    ...{ subject, cause: (details.cause ?? 'other') as DelistingCause, reason: text, proposedOn: on },
    ...{ checkedOn: null, decidedOn: null, agreedBy: '', isToBeTold: details.told !== 'no', toldOn: null },
    ...{ reviewedOn: null, endedOn: null, entries: [{ step: 'propose', on, text }] },
  }
}

function stepped(now: Delisting, { what, on, text, details }: EventFacts): Delisting {
  const step = what as DelistingEntry['step']
  const entries = [...now.entries, { step, on, text }]
  if (step === 'check') return { ...now, entries, checkedOn: on }
  // Steps taken back and put back can come in any order; what blocks is the decision.
  if (step === 'decide') return { ...now, entries, decidedOn: on, agreedBy: details.by ?? '', endedOn: null }
  if (step === 'told') return { ...now, entries, toldOn: on }
  if (step === 'review') return { ...now, entries, reviewedOn: on }
  if (step === 'lift' || (step === 'drop' && now.decidedOn === null)) return { ...now, entries, endedOn: on }
  return { ...now, entries }
}

/** Whether a delisting still waits for its steps or stands. */
export function isOpenDelisting(delisting: Delisting | undefined): delisting is Delisting {
  return delisting !== undefined && delisting.endedOn === null
}
