import { countPending, countZero } from '../core/settings/general.js'
import type { LedgerSetting } from '../core/settings/setting.js'
import { inForce } from './in-force.js'

/** R1: whether orders not yet paid (`count.pending`), or of zero (`count.zero`), count; asked for once a statement, not once a row. */
const counts = (setting: LedgerSetting): string => `coalesce((SELECT d.value FROM setting d ${inForce('d', 'e')}
  WHERE d.name = '${setting.name}' ORDER BY d.batch_id DESC LIMIT 1) = 'yes', 0)`

/** Whether the money of an order in the named table counts as paid (`isPaidFor` in core/order-figures.ts). */
export const isPaidIn = (table: string): string =>
  `(${table}.is_paid OR (${table}.status = 'pending' AND ${counts(countPending)}))`

const isPaid = isPaidIn('o')
const total = 'coalesce(o.total_minor, 0)'
const left = `${total} - coalesce(o.refund_minor, 0)`
const isSale = `${isPaid} AND o.kind = 'order'`
const isOfZero = `o.total_minor = 0 AND ${left} = 0 AND ${counts(countZero)}`
const isCounted = `(${isSale} AND o.status <> 'refunded' AND (${left} > 0 OR (${isOfZero})))`

/** What a current order `o` adds, as `orderFigures` (core/order-figures.ts) says it. */
export const figureColumns = `CASE WHEN ${isSale} THEN ${total} ELSE 0 END AS grossMinor, CASE WHEN ${isPaid} THEN ${left} ELSE 0 END AS netMinor,
  CASE WHEN ${isCounted} THEN coalesce(o.fee_minor + o.cost_minor, o.fee_minor, o.cost_minor)
    WHEN ${isPaid} AND o.kind = 'return' THEN -o.cost_minor END AS costsMinor, ${isCounted} AS isCounted,
  CASE WHEN ${isCounted} THEN (o.cost_minor IS NOT NULL) + 2 * (o.fee_minor IS NOT NULL) ELSE 0 END AS costed`

/** Which current orders `o` are in figures (core/order-figures.ts); an order without a day is in no period. */
export const isInFigures = "o.placed_on IS NOT NULL AND o.kind IN ('order', 'return')"
