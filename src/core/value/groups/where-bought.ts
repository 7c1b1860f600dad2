import type { Measure } from '../measure.js'
import { measuredSums } from '../standing.js'
import { type GroupPart, NO_GROUP } from './dimension.js'
import type { Sales } from './sales.js'

/** A dimension of orders: what a customer is worth stands where he bought it; who bought nothing in the window is in no group. */
export function whereBought<Place>(sales: Sales<Place> | null, measure: Measure, groupOf: (place: Place) => string) {
  const groups = sales?.places.map(groupOf) ?? []
  return (customer: number): readonly GroupPart[] => {
    const parts = new Map<string, GroupPart>()
    for (const sale of sales?.of.get(customer) ?? []) {
      const group = groups[sale.place]!
      const { value, netMinor, orders } = parts.get(group) ?? { value: 0, netMinor: 0, orders: 0 }
      parts.set(group, {
        group,
        value: value + measuredSums(sale, measure),
        netMinor: netMinor + sale.netMinor,
        orders: orders + sale.orders,
      })
    }
    return parts.size > 0 ? [...parts.values()] : [{ group: NO_GROUP, value: 0, netMinor: 0, orders: 0 }]
  }
}
