import type { CountRules } from '../core/order-figures.js'
import type { Uncounted } from '../core/snapshot.js'
import type { Ledger } from './ledger.js'

/** Why orders that are no purchases are none (core/order-figures.ts), counted over the whole ledger; an order stands under one cause. */
export function loadUncounted({ db }: Ledger, { pending, zero }: CountRules): Uncounted {
  const isPaid = `(is_paid OR (status = 'pending' AND ${Number(pending)}))`
  const left = '(coalesce(total_minor, 0) - coalesce(refund_minor, 0))'
  const isSale = `kind = 'order' AND ${isPaid} AND status <> 'refunded'`
  const isOfZero = `${isSale} AND total_minor = 0 AND ${left} = 0`
  const causes: Readonly<Record<keyof Uncounted, string>> = {
    zero: `${isOfZero} AND NOT ${Number(zero)}`,
    pending: `kind = 'order' AND NOT ${isPaid} AND status = 'pending'`,
    cancelled: `kind = 'order' AND NOT ${isPaid} AND status = 'cancelled'`,
    refunded: `kind = 'order' AND ${isPaid} AND total_minor <> 0 AND (status = 'refunded' OR ${left} <= 0)`,
    unclear: `kind = 'order' AND ((NOT ${isPaid} AND status NOT IN ('pending', 'cancelled')) OR (${isPaid} AND total_minor IS NULL))`,
    returns: "kind = 'return'",
    waitingRefunds: "kind = 'refund' AND is_paid",
    waitingParts: "kind = 'part'",
  }
  const counts = Object.entries(causes).map(([cause, holds]) => `count(*) FILTER (WHERE ${holds}) AS ${cause}`)
  return db.prepare(`SELECT ${counts.join(', ')} FROM sales_order`).get() as Uncounted
}
