/** Orders read as numbers (bulk-read.ts), and what they add to the figures. */
import { type CountRules, type OrderFacts, orderFigures } from '../core/order-figures.js'
import type { Day } from '../core/values/business-date.js'
import type { Ledger } from './ledger.js'
import { rateReader } from './settings.js'

const RETURN = 1
const PAID = 2
const REFUNDED = 4
const PENDING = 8

/** What decides on the figures of an order `o`, as numbers: what matters of kind and status as bits, then the amounts. */
export const factValues = [
  `(o.kind = 'return') * ${RETURN} + o.is_paid * ${PAID} + (o.status = 'refunded') * ${REFUNDED} + (o.status = 'pending') * ${PENDING}`,
  ...['o.total_minor', 'o.refund_minor', 'o.fee_minor', 'o.cost_minor'],
]

/** An order of which `factValues` stand at a place of a row. */
export function factsOf(row: Float64Array, at: number): OrderFacts {
  const bits = row[at]!
  return {
    kind: bits & RETURN ? 'return' : 'order',
    isPaid: bits & PAID ? 1 : 0,
    status: bits & REFUNDED ? 'refunded' : bits & PENDING ? 'pending' : '',
    totalMinor: orNull(row[at + 1]!),
    refundMinor: orNull(row[at + 2]!),
    feeMinor: orNull(row[at + 3]!),
    costMinor: orNull(row[at + 4]!),
  }
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value
}

/** The place of an order's currency in the list, as an SQL expression. */
export function currencyPlace(currencies: readonly string[]): string {
  const places = currencies.map((code, place) => `WHEN '${code.replaceAll("'", "''")}' THEN ${place}`)
  return places.length > 1 ? `CASE o.currency ${places.join(' ')} END` : '0'
}

/** What figures are reckoned with: the base currency, those of the orders, and which orders count. */
interface Reckoning {
  readonly base: string | null
  readonly currencies: readonly string[]
  readonly counts: CountRules
  readonly unrated?: Unrated
}

/** What becomes of an amount no rate turns into the base currency: nothing is shown without it, or it adds nothing where days alone matter. */
export type Unrated = 'refused' | 'as-zero'

/** What an order adds to the figures, in minor units of the base currency. */
interface FiguresInBase {
  readonly grossMinor: number
  readonly netMinor: number
  readonly profitMinor: number
  readonly isCounted: boolean
}

/** Reckons orders by their facts, the place of their currency and their day (R4); UserError `rate.missing`, unless what lacks a rate is to add nothing. */
export function figuresInBase(
  ledger: Ledger,
  { base, currencies, counts, unrated = 'refused' }: Reckoning,
): (order: OrderFacts, place: number, day: Day) => FiguresInBase {
  const { convert, has } = rateReader(ledger, base ?? '')
  return (order, place, day) => {
    const currency = currencies[place]!
    const isLeftOut = unrated === 'as-zero' && !has(currency, day)
    const inBase = (minor: number) => (currency === base ? minor : isLeftOut ? 0 : convert(minor, currency, day))
    const { grossMinor, netMinor: ownMinor, costsMinor, isCounted } = orderFigures(order, counts)
    const netMinor = inBase(ownMinor)
    const profitMinor = costsMinor === null ? netMinor : netMinor - inBase(costsMinor)
    return { grossMinor: inBase(grossMinor), netMinor, profitMinor, isCounted }
  }
}
