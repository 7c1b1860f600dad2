import type { Snapshot } from '../snapshot.js'
import type { Standing } from './standing.js'

/** A customer who is in another segment than on an earlier day; null where the customer has no scores on a day. */
export interface SegmentMove {
  readonly customer: number
  readonly before: string | null
  readonly now: string | null
}

/** How many went from one segment to another, or stayed; never from no scores to none. */
export interface SegmentFlow {
  readonly before: string | null
  readonly now: string | null
  readonly customers: number
  /** Net revenue in the later window. */
  readonly netMinor: number
}

/** How customers moved between the segments of two days of one ledger (R14). */
export interface SegmentMigration {
  /** Of the customers asked for; those who moved come first, the largest number first. */
  readonly flows: readonly SegmentFlow[]
  /** Those of them who moved, the largest net revenue (in either window) first. */
  readonly moves: readonly SegmentMove[]
  /** How many of all customers moved. */
  readonly moved: number
  /** How many of all were scored on both days, and in the same segment. */
  readonly stayed: number
}

/** Compares the segments of two standings of one snapshot and one vocabulary; flows and moves are of the customers asked for, all unless said. */
export function segmentMigration(
  { customers }: Snapshot,
  earlier: Standing,
  later: Standing,
  includes: (customer: number) => boolean = () => true,
): SegmentMigration {
  const flows = new Map<string, { before: string | null; now: string | null; customers: number; netMinor: number }>()
  const moves: SegmentMove[] = []
  let [moved, stayed] = [0, 0]
  for (let customer = 0; customer < customers.length; customer++) {
    const [before, now] = [earlier.segment(customer), later.segment(customer)]
    if (before === null && now === null) continue
    if (before === now) stayed++
    else moved++
    if (!includes(customer)) continue
    if (before !== now) moves.push({ customer, before, now })
    const key = JSON.stringify([before, now])
    const flow = flows.get(key) ?? { before, now, customers: 0, netMinor: 0 }
    flow.customers++
    flow.netMinor += later.sums.netMinor[customer]!
    flows.set(key, flow)
  }
  const size = (i: number) => Math.max(earlier.sums.netMinor[i]!, later.sums.netMinor[i]!)
  const id = (i: number) => customers[i]!.id
  return {
    flows: inOrder([...flows.values()], later),
    moves: moves.sort((a, b) => size(b.customer) - size(a.customer) || (id(a.customer) < id(b.customer) ? -1 : 1)),
    ...{ moved, stayed },
  }
}

/** Moves before stays, then by number, then as the vocabulary has the segments. */
function inOrder(flows: readonly SegmentFlow[], { vocabulary }: Standing): readonly SegmentFlow[] {
  const place = (key: string | null) => {
    const at = vocabulary.segments.findIndex((segment) => segment.key === key)
    return at < 0 ? vocabulary.segments.length : at
  }
  const stays = ({ before, now }: SegmentFlow) => Number(before === now)
  return flows.toSorted(
    (a, b) =>
      stays(a) - stays(b) ||
      b.customers - a.customers ||
      place(a.before) - place(b.before) ||
      place(a.now) - place(b.now),
  )
}
