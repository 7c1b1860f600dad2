import { UserError } from '../values/failure.js'
import type { Lang } from '../values/lang.js'
import { nearest } from '../values/nearest.js'
import { callHoursSetting } from './calls.js'
import { campaignPause } from './campaigns.js'
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
} from './care.js'
import { fileFacts } from './files.js'
import {
  baseCurrencySetting,
  countPending,
  countZero,
  shopCountrySetting,
  shopCurrencySetting,
  zoneSetting,
} from './general.js'
import { creditBands, creditCuts, vipCategories, vipMonth, vipOrder } from './grades.js'
import { poolClaimLimit, poolCoolOff, poolDaysWithoutContact, poolDaysWithoutDeal, poolHoldingLimit } from './leads.js'
import { levelOwners, levelTopics } from './levels.js'
import {
  pointsExpiry,
  pointsMinimum,
  pointsMultipliers,
  pointsRate,
  pointsScheme,
  pointsWarning,
  pointsWorth,
} from './points.js'
import { problemRefunds } from './problems.js'
import { reminderSetting, reminderSettings } from './reminders.js'
import { frequencyBands, monetaryBands, recencyBands, rfmScoring } from './rfm.js'
import { feedbackHours } from './service.js'
import { type DecidedSettings, type LedgerSetting, type SettingChanges, settingsWith } from './setting.js'
import { contactsTarget, salesTarget, visitsTarget } from './targets.js'
import { priceBands, tierBoundary, tierCuts, tierMeasure, windowDays } from './tiers.js'
import {
  builtInFault,
  ownVocabularySetting,
  ownVocabularySettings,
  rfmVocabulary,
  vocabularyOf,
} from './vocabularies.js'

/** Every setting a ledger keeps as a decision, but for those of the due rules and those that carry names of the seller's own. */
export const ledgerSettingsKnown: readonly LedgerSetting[] = [
  baseCurrencySetting,
  callHoursSetting,
  campaignPause,
  carePlanA,
  carePlanB,
  carePlanC,
  careBudget,
  careFestivals,
  careGift,
  careGiftA,
  careOwnDays,
  careTreat,
  countPending,
  countZero,
  creditBands,
  creditCuts,
  feedbackHours,
  ...Object.values(fileFacts),
  frequencyBands,
  monetaryBands,
  recencyBands,
  rfmScoring,
  rfmVocabulary,
  pointsExpiry,
  pointsMinimum,
  pointsMultipliers,
  pointsRate,
  pointsScheme,
  pointsWarning,
  pointsWorth,
  poolClaimLimit,
  poolCoolOff,
  poolDaysWithoutContact,
  poolDaysWithoutDeal,
  poolHoldingLimit,
  priceBands,
  shopCountrySetting,
  problemRefunds,
  shopCurrencySetting,
  ...Object.values(levelOwners),
  ...Object.values(levelTopics),
  contactsTarget,
  salesTarget,
  visitsTarget,
  tierBoundary,
  tierCuts,
  tierMeasure,
  vipCategories,
  vipMonth,
  vipOrder,
  windowDays,
  zoneSetting,
]

/** A setting by its name, in any case, among those known; null where there is none. */
export function settingNamed(name: string, known: readonly LedgerSetting[]): LedgerSetting | null {
  const lower = name.trim().toLowerCase()
  const own = ownVocabularySetting(lower) ?? reminderSetting(lower)
  return known.find((setting) => setting.name === lower) ?? own
}

/** Every setting of a ledger: those known and those decided that carry names of the seller's own, by name. */
export function settingsOfLedger(decided: DecidedSettings, known: readonly LedgerSetting[]): readonly LedgerSetting[] {
  const all = [...known, ...ownVocabularySettings(decided), ...reminderSettings(decided)]
  return all.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Why there is no setting of a name: UserError `vocabulary.built-in`, or `config.unknown` with near names and, where asked for, all. */
export function unknownSetting(
  name: string,
  decided: DecidedSettings,
  isListed: boolean,
  known: readonly LedgerSetting[],
): UserError {
  const names = settingsOfLedger(decided, known).map((setting) => setting.name)
  const allowed = isListed ? names : ''
  return (
    builtInFault(name.trim().toLowerCase()) ??
    new UserError('usage', 'config.unknown', { name, near: nearest(name, names), allowed })
  )
}

/** Why what was typed is no value of a setting: UserError `config.bad-value` with what it takes and near values, or the faults the setting itself names. */
export function badSetting(setting: LedgerSetting, typed: string, lang: Lang): readonly UserError[] {
  const faults = setting.faults?.(typed) ?? []
  if (faults.length > 0) return faults
  const { takes } = setting.words[lang]
  const near = nearest(typed, setting.choices())
  return [new UserError('usage', 'config.bad-value', { name: setting.name, value: typed, near, takes })]
}

/** What does not fit together in settings that are right each by itself. */
export interface UnfitSetting {
  readonly name: string
  readonly fault: UserError
}

/**
 * Whether the vocabulary decided on is there once some settings are changed: UserError `vocabulary.in-use` where the change would take it away, `vocabulary.unknown`
 * where there is none of that name. A change of other settings is not held up.
 */
export function unfitSettings(decided: DecidedSettings, changes: SettingChanges): readonly UnfitSetting[] {
  if (![...changes.keys()].some((name) => name.startsWith(rfmVocabulary.name))) return []
  const { name } = rfmVocabulary
  try {
    vocabularyOf(settingsWith(decided, changes))
    return []
  } catch (fault) {
    if (!(fault instanceof UserError)) throw fault
    const own = `${name}.${fault.params.name}`
    if (changes.get(own) !== null) return [{ name, fault }]
    return [{ name: own, fault: new UserError('settings', 'vocabulary.in-use', fault.params) }]
  }
}
