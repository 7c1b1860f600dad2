/**
 * Points (R29, ALGORITHMS §10): floor(net ÷ rate × multiplier of the service level) for each counted order. Amounts are integer
 * minor units and the settings decimal text, so that nothing is rounded but the last step.
 */
import {
  pointsExpiry,
  pointsMinimum,
  pointsMultipliers,
  pointsRate,
  pointsScheme,
  pointsWarning,
  pointsWorth,
} from '../../settings/points.js'
import { type DecidedSettings, settingOf } from '../../settings/setting.js'
import type { Day } from '../../values/business-date.js'
import { type Decimal, minorDigits, multiply, parseAmount, toMinor } from '../../values/money.js'

/** Service levels that earn points. */
export type EarningLevel = 'A' | 'B' | 'C'

/** A scheme as the seller set it. */
export interface PointsScheme {
  /** The first day whose orders earn; null for all. */
  readonly from: Day | null
  readonly rate: string
  readonly multipliers: Readonly<Record<EarningLevel, string>>
  readonly expiryDays: number
  readonly warningDays: number
  /** Least number of points redeemed at once. */
  readonly minimum: number
  /** Points that an amount in minor units earns at a level, rounded down. */
  pointsOf(minor: number, level: EarningLevel): number
  /** Money off for points, in minor units rounded half up; null in a ledger without a currency. */
  worthMinor(points: number): number | null
}

/** The scheme of a ledger with a base currency; null where the seller has none. */
export function schemeOf(decided: DecidedSettings, currency: string | null): PointsScheme | null {
  const { isOn, from } = settingOf(decided, pointsScheme)
  if (!isOn) return null
  const rate = settingOf(decided, pointsRate)
  const [A, B, C] = settingOf(decided, pointsMultipliers)
  const multipliers = { A, B, C }
  const places = currency === null ? 0 : minorDigits(currency)
  const factors = {
    A: earningFactor(A, rate, places),
    B: earningFactor(B, rate, places),
    C: earningFactor(C, rate, places),
  }
  const worth = decimal(settingOf(decided, pointsWorth))
  return {
    ...{ from, rate, multipliers },
    expiryDays: settingOf(decided, pointsExpiry),
    warningDays: settingOf(decided, pointsWarning),
    minimum: settingOf(decided, pointsMinimum),
    pointsOf: (minor, level) => floorTimes(minor, factors[level]),
    worthMinor: (points) => (currency === null ? null : moneyOff(points, worth, currency)),
  }
}

/** The level at which an amount earns most. */
export function bestLevel({ multipliers }: PointsScheme): EarningLevel {
  return (['A', 'B', 'C'] as const).reduce((best, level) =>
    Number(multipliers[level]) > Number(multipliers[best]) ? level : best,
  )
}

function decimal(text: string): Decimal {
  return parseAmount(text, '.')!
}

function moneyOff(points: number, worth: Decimal, currency: string): number | null {
  const amount = multiply({ units: points, scale: 0 }, worth)
  return amount === null ? null : toMinor(amount, currency).minor
}

/** Points for one minor unit, as a fraction in lowest terms. */
interface Factor {
  readonly numerator: bigint
  readonly denominator: bigint
}

function earningFactor(multiplier: string, rate: string, places: number): Factor {
  const [times, price] = [decimal(multiplier), decimal(rate)]
  const numerator = BigInt(times.units) * 10n ** BigInt(price.scale)
  const denominator = BigInt(price.units) * 10n ** BigInt(places + times.scale)
  const common = greatestCommon(numerator, denominator)
  return { numerator: numerator / common, denominator: denominator / common }
}

function greatestCommon(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommon(b, a % b)
}

function floorTimes(minor: number, { numerator, denominator }: Factor): number {
  return minor <= 0 ? 0 : Number((BigInt(minor) * numerator) / denominator)
}
