import type { OrderColumns, Snapshot } from '../../snapshot.js'
import type { OrderDays } from '../cycle.js'
import { everyone } from '../cycle-pools.js'

/** Weeks are the unit of time of every published answer of these models. */
export const WEEK = 7

/**
 * What the models look at, one entry a customer who has ordered (ALGORITHMS §4): repeat order days `x`, days from the first
 * to the last order day, days from the first order day to the as-of day, and what the repeat order days brought, in minor units.
 */
export interface Histories {
  /** Customer index in the snapshot. */
  readonly customer: Int32Array
  readonly x: Int32Array
  readonly lastDays: Int32Array
  readonly ageDays: Int32Array
  /** Net of the counted orders of all repeat order days, and the sum of the squares of each day's net. */
  readonly repeatMinor: Float64Array
  readonly repeatSquares: Float64Array
  /** Net of the counted orders of every order day, the first ones too. */
  readonly allMinor: number
  /** What is left of a customer's orders after returns that name none (R2), from 0 to 1. */
  readonly keptShare: Float64Array
}

/** The histories up to the day of `days`, from all orders however old; customers without an order have none. */
export function historiesOf({ orders }: Snapshot, days: OrderDays): Histories {
  const customer = everyone(days).filter((i) => days.start[i + 1]! > days.start[i]!)
  const first = (i: number) => days.day[days.start[i]!]!
  const last = (i: number) => days.day[days.start[i + 1]! - 1]!
  const repeatMinor = new Float64Array(customer.length)
  const repeatSquares = new Float64Array(customer.length)
  const keptShare = new Float64Array(customer.length)
  let allMinor = 0
  customer.forEach((i, at) => {
    const spent = spending(orders, days, i)
    const ordered = spent.firstMinor + spent.repeatMinor
    allMinor += ordered
    keptShare[at] = ordered > 0 ? Math.max(0, 1 - spent.returnedMinor / ordered) : 1
    repeatMinor[at] = spent.repeatMinor
    repeatSquares[at] = spent.squares
  })
  return {
    customer,
    x: customer.map((i) => days.start[i + 1]! - days.start[i]! - 1),
    lastDays: customer.map((i) => last(i) - first(i)),
    ageDays: customer.map((i) => days.asOf - first(i)),
    repeatMinor,
    repeatSquares,
    allMinor,
    keptShare,
  }
}

function spending({ start, day, counted, netMinor }: OrderColumns, days: OrderDays, customer: number) {
  const spent = { firstMinor: 0, repeatMinor: 0, squares: 0, returnedMinor: 0 }
  const first = days.day[days.start[customer]!]!
  let dayMinor = 0
  for (let i = start[customer]!; i < start[customer + 1]! && day[i]! <= days.asOf; i++) {
    if (i > start[customer]! && day[i] !== day[i - 1]) dayMinor = 0
    if (!counted[i]) {
      spent.returnedMinor += Math.max(0, -netMinor[i]!)
      continue
    }
    if (day[i] === first) {
      spent.firstMinor += netMinor[i]!
      continue
    }
    // (d + n)² − d² is what an order of n adds to the square of a day that stood at d.
    spent.squares += netMinor[i]! * (2 * dayMinor + netMinor[i]!)
    dayMinor += netMinor[i]!
    spent.repeatMinor += netMinor[i]!
  }
  return spent
}

/** A customer as the models see him: x repeat order days, t_x and T in weeks. */
export interface History {
  readonly x: number
  readonly tx: number
  readonly T: number
}

/** One of the histories, in weeks. */
export function historyOf({ x, lastDays, ageDays }: Histories, place: number): History {
  return { x: x[place]!, tx: lastDays[place]! / WEEK, T: ageDays[place]! / WEEK }
}

/** Customers whose histories are equal, counted together: the likelihood sees them as one. */
export interface Groups {
  readonly x: Int32Array
  readonly lastDays: Int32Array
  readonly ageDays: Int32Array
  readonly customers: Int32Array
  /** Customers in all, and those of them with a repeat order day. */
  readonly n: number
  readonly repeaters: number
}

/** Base of the digits a history is packed with: more days than any ledger spans. */
const DAYS = 2 ** 17

/** Equal histories put together; sorted by x, so that the result does not hang on the order of customers. */
export function groupsOf({ x, lastDays, ageDays }: Histories): Groups {
  const keys = new Float64Array(x.length)
  for (let i = 0; i < keys.length; i++) keys[i] = (x[i]! * DAYS + lastDays[i]!) * DAYS + ageDays[i]!
  keys.sort()
  const runs = runsOf(keys)
  const firsts = runs.subarray(0, -1)
  const digit = (unit: number) => firsts.map((i) => Math.floor(keys[i]! / unit) % DAYS)
  return {
    x: digit(DAYS * DAYS),
    lastDays: digit(DAYS),
    ageDays: digit(1),
    customers: firsts.map((i, group) => runs[group + 1]! - i),
    n: keys.length,
    repeaters: x.reduce((sum, orders) => sum + (orders > 0 ? 1 : 0), 0),
  }
}

/** Where each run of equal numbers begins, and the end of the last. */
export function runsOf(column: Float64Array | Int32Array): Int32Array {
  const runs = new Int32Array(column.length + 1)
  let count = 0
  for (let i = 0; i < column.length; i++) if (i === 0 || column[i] !== column[i - 1]) runs[count++] = i
  runs[count++] = column.length
  return runs.slice(0, count)
}

/** Groups from which a sample is drawn, about this many. */
const SAMPLE = 4000

/** Every k-th of many groups; as they are sorted by history, every kind of customer is in it. Null where there are few. */
export function sampleOf({ x, lastDays, ageDays, customers, n, repeaters }: Groups): Groups | null {
  const each = Math.floor(x.length / SAMPLE)
  if (each < 2) return null
  const drawn = (column: Int32Array) => column.filter((_, i) => i % each === 0)
  return { x: drawn(x), lastDays: drawn(lastDays), ageDays: drawn(ageDays), customers: drawn(customers), n, repeaters }
}
