/**
 * Gap distributions shared by many customers (ALGORITHMS §3), each taken at the order number a customer stands at, for the
 * gap from a first to a second order is another than that from a fifth to a sixth.
 */
import type { Snapshot } from '../snapshot.js'
import type { Day } from '../values/business-date.js'
import type { Lang } from '../values/lang.js'
import { once } from '../values/once.js'
import { addGap, type Curve, survivalCurve, type Tally } from './survival.js'

/** Narrowest first: buyers of the same main product, the same RFM segment, all customers after the same order number, all gaps. */
export const POOL_NAMES = ['product', 'segment', 'order-number', 'shop'] as const
export type PoolName = (typeof POOL_NAMES)[number]

/** Gap distributions: the curve that fits a customer who stands at his `orderNumber`-th order day. */
export interface Pool {
  readonly name: PoolName
  curve(customer: number, orderNumber: number): Curve | null
  /** The customer's group, where the pool has several: its main product, or its segment. */
  group?(customer: number): GroupName | null
}

/** Order days (days with a counted order, each once) up to the as-of day, grouped by customer as in OrderColumns. */
export interface OrderDays {
  readonly asOf: Day
  readonly start: Int32Array
  readonly day: Int32Array
}

export function orderDays(snapshot: Snapshot, asOf: Day): OrderDays {
  const { start, day, counted } = snapshot.orders
  const size = snapshot.customers.length
  const days: OrderDays = { asOf, start: new Int32Array(size + 1), day: new Int32Array(day.length) }
  let end = 0
  for (let customer = 0; customer < size; customer++) {
    days.start[customer] = end
    for (let i = start[customer]!; i < start[customer + 1]!; i++) {
      if (!counted[i] || day[i]! > asOf) continue
      if (end === days.start[customer] || days.day[end - 1] !== day[i]) days.day[end++] = day[i]!
    }
  }
  days.start[size] = end
  return days
}

/** The shop's pools, narrowest first: the gaps after the same order number, then all gaps. */
export function shopPools(days: OrderDays): readonly Pool[] {
  const curves = once(() => gapCurves(days, everyone(days)))
  return [
    { name: 'order-number', curve: (_customer, orderNumber) => curves().cells[orderNumber - 1] ?? null },
    { name: 'shop', curve: () => curves().all },
  ]
}

/** What a group is called: by machines, and by people in their language. */
export interface GroupName {
  readonly key: string
  readonly words: Readonly<Record<Lang, string>>
}

/** Customers in groups numbered from 0; a negative number for a customer in none. */
export interface Grouping {
  readonly of: ArrayLike<number>
  readonly count: number
  label(group: number): GroupName
}

/** A pool of the gaps within each group, looked at when one of its customers is asked for. */
export function groupPool(name: PoolName, days: OrderDays, groups: Grouping): Pool {
  const members = membersOf(groups)
  const known: Curve[][] = []
  return {
    name,
    curve(customer, orderNumber) {
      const group = groups.of[customer]!
      if (group < 0) return null
      known[group] ??= groupCurves(days, members(group))
      return known[group][orderNumber - 1] ?? null
    },
    group: (customer) => (groups.of[customer]! < 0 ? null : groups.label(groups.of[customer]!)),
  }
}

/**
 * The curves of a group's gaps that follow each order number with an observed one. A shop of many products has many groups too thin for
 * anybody to ask more than how thin: the others' curves are worked out when they are read.
 */
function groupCurves(days: OrderDays, customers: Int32Array): Curve[] {
  return observedGaps(days, customers).map((n, at) => new GroupCurve(n, at, days, customers))
}

/** One of them. */
class GroupCurve implements Curve {
  private known: Curve | null = null

  constructor(
    readonly n: number,
    private readonly at: number,
    private readonly days: OrderDays,
    private readonly customers: Int32Array,
  ) {}

  get returningShare(): number {
    return this.curve().returningShare
  }

  quantile(p: number): number {
    return this.curve().quantile(p)
  }

  private curve(): Curve {
    this.known ??= curveOf(gapsAfter(this.at, this.days, this.customers))!
    return this.known
  }
}

/** How many gaps follow each order number: all customers with more order days have one. */
function observedGaps({ start }: OrderDays, customers: Int32Array): number[] {
  const counts: number[] = []
  for (const customer of customers) {
    const gaps = start[customer + 1]! - start[customer]! - 1
    for (let at = 0; at < gaps; at++) counts[at] = (counts[at] ?? 0) + 1
  }
  return counts
}

/** The customers of each group, as one array in order of groups. */
export function membersOf({ of, count }: Grouping): (group: number) => Int32Array {
  const start = new Int32Array(count + 1)
  for (let customer = 0; customer < of.length; customer++) if (of[customer]! >= 0) start[of[customer]! + 1]!++
  for (let group = 0; group < count; group++) start[group + 1]! += start[group]!
  const next = start.slice()
  const members = new Int32Array(start[count]!)
  for (let customer = 0; customer < of.length; customer++)
    if (of[customer]! >= 0) members[next[of[customer]!]!++] = customer
  return (group) => members.subarray(start[group], start[group + 1])
}

/** Every customer's index. */
export function everyone({ start }: OrderDays): Int32Array {
  return Int32Array.from({ length: start.length - 1 }, (_, customer) => customer)
}

interface Gaps {
  readonly observed: Tally
  readonly open: Tally
}

/** What the gaps of some customers tell: by the order number they follow, and all together. */
export interface GapCurves {
  readonly cells: readonly (Curve | null)[]
  readonly all: Curve | null
}

/** Cell `k` holds the gaps that follow a customer's (k + 1)-th order day; the one after the last is open. */
export function gapCurves(days: OrderDays, customers: Int32Array): GapCurves {
  const cells = gapsByNumber(days, customers)
  const all = { observed: joined(cells.map(({ observed }) => observed)), open: joined(cells.map(({ open }) => open)) }
  return { cells: cells.map(curveOf), all: curveOf(all) }
}

function gapsByNumber(days: OrderDays, customers: Int32Array): Gaps[] {
  const cells: Gaps[] = []
  for (const customer of customers)
    for (let at = 0; at < orderDaysOf(days, customer); at++) {
      cells[at] ??= { observed: [], open: [] }
      addGapAfter(at, days, customer, cells[at]!)
    }
  return cells
}

/** One cell of them, where few are read. */
function gapsAfter(at: number, days: OrderDays, customers: Int32Array): Gaps {
  const gaps: Gaps = { observed: [], open: [] }
  for (const customer of customers) if (at < orderDaysOf(days, customer)) addGapAfter(at, days, customer, gaps)
  return gaps
}

function orderDaysOf({ start }: OrderDays, customer: number): number {
  return start[customer + 1]! - start[customer]!
}

function addGapAfter(at: number, { asOf, start, day }: OrderDays, customer: number, { observed, open }: Gaps): void {
  const from = start[customer]! + at
  if (from + 1 < start[customer + 1]!) addGap(observed, day[from + 1]! - day[from]!)
  else addGap(open, asOf - day[from]!)
}

/** The gaps of several tallies in one. */
function joined(tallies: readonly Tally[]): Tally {
  const all: Tally = []
  for (const tally of tallies)
    for (let days = 0; days < tally.length; days++) all[days] = (all[days] ?? 0) + tally[days]!
  return all
}

function curveOf({ observed, open }: Gaps): Curve | null {
  return survivalCurve(observed, open)
}
