import { countPending } from '../core/settings/general.js'
import { inForce } from './in-force.js'

/** R1: shops that ship before payment may count orders not yet paid; asked for once a statement, not once a row. */
const countsPending = `coalesce((SELECT d.value FROM setting d ${inForce('d', 'e')}
  WHERE d.name = '${countPending.name}' ORDER BY d.batch_id DESC LIMIT 1) = 'yes', 0)`

/** Whether the money of an order in the named table counts as paid (`isPaidFor` in core/order-figures.ts). */
export const isPaidIn = (table: string): string =>
  `(${table}.is_paid OR (${table}.status = 'pending' AND ${countsPending}))`

/** Which current orders `o` are in figures (core/order-figures.ts); an order without a day is in no period. */
export const isInFigures = "o.placed_on IS NOT NULL AND o.kind IN ('order', 'return')"
