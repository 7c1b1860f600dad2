import type { StatusWord } from '../core/import/record.js'

/** States of Lazada's and Zalora's items; a `failed` one never reached its buyer. */
export const lazadaStatuses: Readonly<Record<string, StatusWord>> = {
  unpaid: 'pending',
  pending: 'paid',
  packed: 'paid',
  'ready to ship': 'paid',
  shipped: 'paid',
  delivered: 'paid',
  confirmed: 'paid',
  canceled: 'cancelled',
  cancelled: 'cancelled',
  failed: 'cancelled',
  returned: 'refunded',
  'package returned': 'refunded',
  'in transit: returning to seller': 'refunded',
}
