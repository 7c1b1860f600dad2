import {
  COSTED,
  type ContactFacts,
  type CustomerFacts,
  type OrderColumns,
  type Snapshot,
} from '../../src/core/snapshot.js'
import { dayOf } from '../../src/core/values/business-date.js'

/** One order or return of a made-up customer; gross follows net, and an order counts when its net is above zero, unless said. */
export interface MadeOrder {
  readonly on: string | number
  readonly net: number
  readonly gross?: number
  readonly counted?: boolean
  /** Fees and costs together, where a file names them. */
  readonly cost?: number
}

export interface MadeCustomer extends Partial<CustomerFacts> {
  readonly id: string
  readonly bought?: readonly MadeOrder[]
}

const unknown = {
  key: null,
  name: null,
  country: null,
  email: null,
  phone: null,
  platforms: [],
  tags: [],
  blocked: false,
  consent: null,
}

/** A snapshot of made-up customers; their orders are put in order of days. */
export function snapshotOf(
  customers: readonly MadeCustomer[],
  contacts: readonly ContactFacts[] = [],
  unassigned?: readonly MadeOrder[],
): Snapshot {
  const start = new Int32Array(customers.length + 1)
  customers.forEach(({ bought = [] }, i) => {
    start[i + 1] = start[i]! + bought.length
  })
  const orders = { start, ...columnsOf(customers.flatMap(({ bought = [] }) => inOrder(bought))) }
  return {
    currency: 'USD',
    customers: customers.map(({ bought: _bought, ...facts }) => ({ ...unknown, ...facts })),
    orders,
    contacts,
    ...(unassigned ? { unassigned: columnsOf(inOrder(unassigned)) } : {}),
  }
}

function day(on: string | number): number {
  return typeof on === 'number' ? on : dayOf(on)
}

function inOrder(orders: readonly MadeOrder[]): MadeOrder[] {
  return orders.toSorted((a, b) => day(a.on) - day(b.on))
}

function columnsOf(orders: readonly MadeOrder[]): Omit<OrderColumns, 'start'> {
  return {
    day: Int32Array.from(orders, ({ on }) => day(on)),
    grossMinor: Float64Array.from(orders, ({ net, gross }) => gross ?? Math.max(0, net)),
    netMinor: Float64Array.from(orders, ({ net }) => net),
    profitMinor: Float64Array.from(orders, ({ net, cost }) => net - (cost ?? 0)),
    costed: Uint8Array.from(orders, ({ cost }) => (cost === undefined ? 0 : COSTED)),
    counted: Uint8Array.from(orders, ({ net, counted }) => Number(counted ?? net > 0)),
  }
}
