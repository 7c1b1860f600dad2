import { baseCurrencySetting, countPending, countZero, shopCurrencySetting, zoneSetting } from './general.js'
import type { LedgerSetting } from './setting.js'
import { tierBoundary, tierCuts, windowDays } from './tiers.js'

/** Every setting a ledger keeps as a decision. */
export const ledgerSettingsKnown: readonly LedgerSetting[] = [
  baseCurrencySetting,
  countPending,
  countZero,
  shopCurrencySetting,
  tierBoundary,
  tierCuts,
  windowDays,
  zoneSetting,
]
