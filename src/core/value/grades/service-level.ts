import type { Tier } from '../abc.js'
import type { CustomerClass, Level } from './words.js'

/** What decided a service level. */
export const LEVEL_REASONS = ['strategic', 'key', 'vip', 'hand-tier', 'tier', 'credit', 'blocked'] as const
export type LevelReason = (typeof LEVEL_REASONS)[number]

/** What a service level follows from (R11). */
export interface LevelBasis {
  /** As the orders say. */
  readonly tier: Tier
  /** As the seller says. */
  readonly handTier: Tier | null
  readonly isStrategic: boolean
  readonly isVip: boolean
  /** Fulfilment below the yellow bound, or a red or black list by hand (R28). */
  readonly isCreditLow: boolean
  readonly isBlocked: boolean
}

export interface ServiceLevel {
  readonly level: Level
  readonly by: LevelReason
}

/** R11: the class of a customer; a tier set by hand can make it better than the orders do. */
export function customerClass(basis: Pick<LevelBasis, 'isStrategic' | 'tier' | 'handTier'>): CustomerClass {
  if (basis.isStrategic) return 'strategic'
  const tier = betterTier(basis)
  return tier === 'A' ? 'key' : tier === 'U' ? 'potential' : 'general'
}

function betterTier({ tier, handTier }: Pick<LevelBasis, 'tier' | 'handTier'>): Tier {
  // A, B, C, U: the letters stand in the order of the tiers.
  return handTier !== null && handTier < tier ? handTier : tier
}

/**
 * ALGORITHMS §10: the best of class, VIP and the tiers, computed and by hand; only credit and being blocked lower it, so a
 * lower tier by hand stands beside the computed one without lowering the service.
 */
export function serviceLevel(basis: LevelBasis): ServiceLevel {
  if (basis.isBlocked) return { level: 'none', by: 'blocked' }
  const best = bestLevel(basis)
  return basis.isCreditLow && best.level !== 'C' ? { level: 'C', by: 'credit' } : best
}

function bestLevel({ tier, handTier, isStrategic, isVip }: LevelBasis): ServiceLevel {
  if (isStrategic) return { level: 'A', by: 'strategic' }
  if (tier === 'A') return { level: 'A', by: 'key' }
  if (isVip) return { level: 'A', by: 'vip' }
  const better = betterTier({ tier, handTier })
  return { level: better === 'U' ? 'C' : better, by: better === tier ? 'tier' : 'hand-tier' }
}
