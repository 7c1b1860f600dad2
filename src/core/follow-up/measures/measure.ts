import type { EventFacts } from '../../events.js'
import type { Day } from '../../values/business-date.js'

/** What a countermeasure is for: to keep a key customer, or to set right what a problem customer has. */
export type MeasureGround = 'key' | 'problem'

/** A countermeasure planned for a customer (R31); '' where nothing was filled in. */
export interface Measure {
  /** `M3`. */
  readonly subject: string
  readonly customer: number
  /** The day it was planned. */
  readonly on: Day
  readonly ground: MeasureGround
  readonly aim: string
  readonly text: string
  readonly owner: string
  /** By when; null where no day was set. */
  readonly dueOn: Day | null
}

/** The countermeasures planned for each customer, by customer index, oldest first; events come in the order of their ids. */
export function measuresOf(events: readonly EventFacts[]): ReadonlyMap<number, readonly Measure[]> {
  const found = new Map<number, Measure[]>()
  for (const event of events) {
    if (event.kind !== 'measure' || event.customer < 0) continue
    const own = found.get(event.customer) ?? []
    if (event.what === 'complete') complete(own, event)
    else if (event.what === 'plan') found.set(event.customer, [...own, measureOf(event)])
  }
  return found
}

/** A row filled in further says of its countermeasure what it said before, and more; it was planned when it was first told. */
function complete(own: Measure[], event: EventFacts): void {
  const at = own.findIndex(({ subject }) => subject === event.subject)
  if (at >= 0) own[at] = { ...measureOf(event), on: own[at]!.on }
}

function measureOf({ subject, customer, on, dueOn, text, details }: EventFacts): Measure {
  const ground = details.ground === 'key' ? 'key' : 'problem'
  return { subject, customer, on, ground, text, dueOn, aim: details.aim ?? '', owner: details.owner ?? '' }
}

/** What a countermeasure is called in a line: what is to be done, else what it aims at. */
export function measureText({ text, aim }: Pick<Measure, 'text' | 'aim'>): string {
  return text || aim
}
