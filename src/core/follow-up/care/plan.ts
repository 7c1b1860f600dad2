/** The care plan (R21): which occasions each service level is remembered on, by a gift or a greeting, and what that may cost. */
import {
  careBudget,
  careFestivals,
  careGift,
  careGiftA,
  careOwnDays,
  carePlanA,
  carePlanB,
  carePlanC,
  careTreat,
  type LevelPlan,
} from '../../settings/care.js'
import { type DecidedSettings, settingOf } from '../../settings/setting.js'
import { settingMinor } from '../../value/grades/vip.js'
import type { Level } from '../../value/grades/words.js'
import { type Festival, festivals } from '../calendar/festivals.js'
import { readOwnFestivals } from '../calendar/own-festivals.js'
import type { Treatment } from './occasions.js'

/** Service levels that are cared for; the blocked are not. */
export type CaredLevel = Exclude<Level, 'none'>

export interface CarePlan {
  readonly currency: string | null
  /** Those greeted at all: the built-in ones that are switched on, then the seller's own. */
  readonly festivals: readonly Festival[]
  /** What a level gets on an occasion of the plan or on a festival; `none` where nothing is planned. */
  treatment(level: CaredLevel, occasion: 'birthday' | 'anniversary' | Festival): Treatment
  /** What one gift may cost, in minor units; null without a limit. */
  giftMinor(level: CaredLevel): number | null
  /** What the yearly treat of a customer of level A may cost, in minor units; null where none is set. */
  readonly treatMinor: number | null
  /** What all care of a calendar year may cost, in minor units; null where none is set. */
  readonly yearMinor: number | null
}

/** Limits of like worth by base currency, in its major unit: level A, the others (R21). */
const USUAL: Readonly<Record<string, readonly [a: string, others: string]>> = {
  CNY: ['500', '100'],
  ...{ USD: ['70', '15'], EUR: ['70', '15'], GBP: ['70', '15'], CHF: ['70', '15'] },
  ...{ AUD: ['100', '20'], CAD: ['100', '20'], SGD: ['100', '20'] },
  ...{ HKD: ['550', '110'], TWD: ['2200', '450'], JPY: ['10000', '2000'] },
}

const builtIn: ReadonlySet<Festival> = new Set(festivals)

/** Whether a festival is one of the seller's own days. */
export function isOwnDay(festival: Festival): boolean {
  return !builtIn.has(festival)
}

/** The plan as decided, else as usual for the currency. */
export function carePlan(decided: DecidedSettings, currency: string | null): CarePlan {
  const levels: Readonly<Record<CaredLevel, LevelPlan>> = {
    A: settingOf(decided, carePlanA),
    B: settingOf(decided, carePlanB),
    C: settingOf(decided, carePlanC),
  }
  const usual = currency === null ? undefined : USUAL[currency]
  const limit = (set: string, auto: string | undefined) =>
    settingMinor(set === 'auto' ? (auto ?? 'none') : set, currency)
  const [a, others] = [
    limit(settingOf(decided, careGiftA), usual?.[0]),
    limit(settingOf(decided, careGift), usual?.[1]),
  ]
  return {
    currency,
    festivals: greeted(decided),
    treatment: (level, occasion) => treatmentOf(levels[level], occasion),
    giftMinor: (level) => (level === 'A' ? a : others),
    treatMinor: settingMinor(settingOf(decided, careTreat), currency),
    yearMinor: settingMinor(settingOf(decided, careBudget), currency),
  }
}

function greeted(decided: DecidedSettings): readonly Festival[] {
  const on = settingOf(decided, careFestivals)
  return [
    ...festivals.filter(({ key }) => on.includes(key)),
    ...readOwnFestivals(settingOf(decided, careOwnDays)).festivals,
  ]
}

/** A festival named by itself comes before all festivals. */
function treatmentOf(plan: LevelPlan, occasion: 'birthday' | 'anniversary' | Festival): Treatment {
  if (typeof occasion === 'string') return plan.get(occasion) ?? 'none'
  const found = isOwnDay(occasion) ? plan.get('own-days') : (plan.get(occasion.key) ?? plan.get('festivals'))
  return found ?? 'none'
}
