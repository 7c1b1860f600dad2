import type { Tier } from '../abc.js'
import type { DecisionReader } from './decision.js'
import { customerClass } from './service-level.js'
import type { CustomerClass } from './words.js'

/** The tiers and classes of customers: what their orders say, and what the seller says (R11). */
export interface Classes {
  /** By orders, as the ledger usually grades. */
  tier(customer: number): Tier
  handTier(customer: number): Tier | null
  isStrategic(customer: number): boolean
  /** Granted by the seller. */
  isVip(customer: number): boolean
  classOf(customer: number): CustomerClass
}

/** Classes by the tier of orders and what is decided. */
export function classesOn(decision: DecisionReader, tier: (customer: number) => Tier): Classes {
  const handTier = (customer: number) => (decision(customer, 'tier')?.value ?? null) as Tier | null
  const isStrategic = (customer: number) => decision(customer, 'class') !== null
  return {
    ...{ tier, handTier, isStrategic },
    isVip: (customer) => decision(customer, 'vip')?.value === 'yes',
    classOf: (customer) =>
      customerClass({ isStrategic: isStrategic(customer), tier: tier(customer), handTier: handTier(customer) }),
  }
}
