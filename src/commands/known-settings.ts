import { ledgerSettingsKnown } from '../core/settings/index.js'
import type { LedgerSetting } from '../core/settings/setting.js'
import { rules } from '../rules/index.js'

/** Every setting a ledger keeps, those of the due rules too, but for those that carry names of the seller's own. */
export const knownSettings: readonly LedgerSetting[] = [...ledgerSettingsKnown, ...rules.map(({ setting }) => setting)]
