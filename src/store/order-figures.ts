import { inForce } from './in-force.js'

/** R1: shops that ship before payment may count orders not yet paid; asked for once a statement, not once a row. */
const countsPending = `coalesce((SELECT d.value FROM setting d ${inForce('d', 'e')}
  WHERE d.name = 'count.pending' ORDER BY d.batch_id DESC LIMIT 1) = 'yes', 0)`

/** Whether the money of an order in the named table counts as paid (`isPaidFor` in core/order-figures.ts). */
export const isPaidIn = (table: string): string =>
  `(${table}.is_paid OR (${table}.status = 'pending' AND ${countsPending}))`

const isPaid = isPaidIn('o')
const total = 'coalesce(o.total_minor, 0)'
const left = `${total} - coalesce(o.refund_minor, 0)`
const isSale = `${isPaid} AND o.kind = 'order'`
const isCounted = `${isSale} AND o.status <> 'refunded' AND ${left} > 0`

/** What a current order `o` adds, as `orderFigures` (core/order-figures.ts) says it. */
export const figureColumns = `CASE WHEN ${isSale} THEN ${total} ELSE 0 END AS grossMinor, CASE WHEN ${isPaid} THEN ${left} ELSE 0 END AS netMinor,
  CASE WHEN ${isCounted} THEN coalesce(o.fee_minor + o.cost_minor, o.fee_minor, o.cost_minor)
    WHEN ${isPaid} AND o.kind = 'return' THEN -o.cost_minor END AS costsMinor, ${isCounted} AS isCounted,
  CASE WHEN ${isCounted} THEN (o.cost_minor IS NOT NULL) + 2 * (o.fee_minor IS NOT NULL) ELSE 0 END AS costed`

/** Which current orders `o` are in figures (core/order-figures.ts); an order without a day is in no period. */
export const isInFigures = "o.placed_on IS NOT NULL AND o.kind IN ('order', 'return')"
