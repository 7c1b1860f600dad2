import type { Snapshot } from '../snapshot.js'
import type { Day } from '../values/business-date.js'

/** By order day, the last day since a day on which one of a customer's counted orders of it was delivered. */
export type DeliveryReader = (customer: number, since: Day) => ReadonlyMap<Day, Day>

const NONE: ReadonlyMap<Day, Day> = new Map()

/** Deliveries are read when they are first asked for; every customer's are read at once. */
export function deliveryReader({ orders, deliveries }: Snapshot): DeliveryReader {
  if (deliveries === undefined) return () => NONE
  let read: { readonly since: Day; readonly deliveredOn: Int32Array } | null = null
  return (customer, since) => {
    // Who was put off is asked about further back: then all are read, once.
    if (read === null) read = { since, deliveredOn: deliveries(since) }
    else if (since < read.since) read = { since: 0, deliveredOn: deliveries(0) }
    const { deliveredOn } = read
    return byOrderDay(orders.day, deliveredOn, since, [orders.start[customer]!, orders.start[customer + 1]!])
  }
}

/** What is said to have been delivered before it was ordered is a slip of its file. */
function byOrderDay(
  day: Int32Array,
  deliveredOn: Int32Array,
  since: Day,
  [from, to]: readonly [number, number],
): ReadonlyMap<Day, Day> {
  let found: Map<Day, Day> | null = null
  for (let at = from; at < to; at++) {
    const [ordered, delivered] = [day[at]!, deliveredOn[at] ?? 0]
    if (delivered === 0 || delivered < since || delivered < ordered) continue
    found ??= new Map()
    found.set(ordered, Math.max(found.get(ordered) ?? delivered, delivered))
  }
  return found ?? NONE
}
