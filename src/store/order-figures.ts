const total = 'coalesce(o.total_minor, 0)'
const left = `${total} - coalesce(o.refund_minor, 0)`
const isSale = "o.is_paid AND o.kind = 'order'"
const isCounted = `${isSale} AND o.status <> 'refunded' AND ${left} > 0`

/** What a current order `o` adds, as `orderFigures` (core/order-figures.ts) says it. */
export const figureColumns = `CASE WHEN ${isSale} THEN ${total} ELSE 0 END AS grossMinor, CASE WHEN o.is_paid THEN ${left} ELSE 0 END AS netMinor,
  CASE WHEN ${isCounted} THEN coalesce(o.fee_minor + o.cost_minor, o.fee_minor, o.cost_minor)
    WHEN o.is_paid AND o.kind = 'return' THEN -o.cost_minor END AS costsMinor, ${isCounted} AS isCounted,
  CASE WHEN ${isCounted} THEN (o.cost_minor IS NOT NULL) + 2 * (o.fee_minor IS NOT NULL) ELSE 0 END AS costed`

/** Which current orders `o` are in figures (core/order-figures.ts); an order without a day is in no period. */
export const isInFigures = "o.placed_on IS NOT NULL AND o.kind IN ('order', 'return')"
