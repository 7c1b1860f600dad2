import { type OrderFacts, orderFigures } from '../core/order-figures.js'
import type { Day } from '../core/values/business-date.js'
import type { Source } from '../core/values/issue.js'
import { customerIds, shownNumber } from './customer-file.js'
import { inForce } from './in-force.js'
import { type Ledger, read } from './ledger.js'
import { isInFigures } from './order-figures.js'
import { type Place, sourceOf } from './place.js'
import { countRules, rateReader } from './settings.js'

/** An order or return of one customer, in minor units of the base currency, with where it is written. */
export interface OrderSource {
  readonly id: number
  readonly on: Day
  readonly grossMinor: number
  readonly netMinor: number
  readonly isCounted: boolean
  /** The platform's order number; '' where the file has none. */
  readonly order: string
  readonly source: Source
  readonly batch: number
}

interface OrderRow extends OrderFacts, Place {
  readonly id: number
  readonly on: Day
  readonly order: string
  readonly currency: string
  readonly batch: number
}

/** The orders and returns of a customer in the order of days, as a snapshot has them; UserError `rate.missing`. */
export function loadOrderSources(ledger: Ledger, publicId: string, base: string | null): OrderSource[] {
  return read(ledger, () => {
    const counts = countRules(ledger)
    const { convert } = rateReader(ledger, base ?? '')
    const rows = orderRows(ledger, customerIds(ledger, publicId)[0] ?? -1)
    return rows
      .map(({ id, on, order, currency, batch, ...row }): OrderSource => {
        const { grossMinor, netMinor, isCounted } = orderFigures(row, counts)
        const inBase = (minor: number) => convert(minor, currency, on)
        return {
          ...{ id, on, order, batch, isCounted, source: sourceOf(row) },
          ...{ grossMinor: inBase(grossMinor), netMinor: inBase(netMinor) },
        }
      })
      .sort((a, b) => a.on - b.on)
  })
}

function orderRows({ db }: Ledger, customer: number): OrderRow[] {
  return db
    .prepare(`SELECT o.order_id AS id, ${shownNumber} AS "order", o.placed_on AS "on", o.kind, o.is_paid AS isPaid, o.status, o.currency, o.total_minor AS totalMinor,
        o.refund_minor AS refundMinor, o.fee_minor AS feeMinor, o.cost_minor AS costMinor, f.file, f.sheet, v.row, b.id AS batch
      FROM party p JOIN sales_order o ON o.party_id = p.id JOIN order_key k ON k.id = o.order_id
      JOIN order_version v ON v.id = o.version_id JOIN source f ON f.id = v.source_id ${inForce('f')}
      WHERE p.customer_id = ? AND ${isInFigures} ORDER BY o.placed_on, k.number`)
    .all(customer) as OrderRow[]
}
