import { todayIn } from './values/business-date.js'
import { bilingual, type Lang } from './values/lang.js'
import { isCurrency } from './values/money.js'

/** One setting of the ledger, declared: what it means and which values it takes. */
export interface LedgerSetting {
  readonly name: string
  readonly words: Readonly<Record<Lang, { readonly meaning: string; readonly takes: string }>>
  /** Values worth naming when what was typed is none. */
  choices(): readonly string[]
  /** What was typed as it is kept; null when it is no value of this setting. */
  read(typed: string): string | null
}

/** Codes worth naming to somebody who typed none. */
const commonCurrencies = ['CNY', 'USD', 'EUR', 'GBP', 'HKD', 'JPY', 'AUD', 'CAD', 'SGD']

const readCurrency = (typed: string) => (isCurrency(typed.toUpperCase()) ? typed.toUpperCase() : null)

const shopCurrency: LedgerSetting = {
  name: 'shop.currency',
  words: bilingual(
    { meaning: 'currency of files that name none', takes: 'a currency code such as USD or CNY' },
    { meaning: '没写币种的表按哪个币种算', takes: '币种代码，如 CNY、USD' },
  ),
  choices: () => commonCurrencies,
  read: readCurrency,
}

const baseCurrency: LedgerSetting = {
  name: 'currency.base',
  words: bilingual(
    { meaning: 'currency all figures are shown in', takes: 'a currency code such as USD or CNY' },
    { meaning: '所有数字换算成哪个币种', takes: '币种代码，如 CNY、USD' },
  ),
  choices: () => commonCurrencies,
  read: readCurrency,
}

const zone: LedgerSetting = {
  name: 'zone',
  words: bilingual(
    { meaning: 'time zone that says when a day begins', takes: 'a zone such as Asia/Shanghai or Europe/London' },
    { meaning: '按哪个时区算一天的开始', takes: '时区名称，如 Asia/Shanghai' },
  ),
  choices: () => Intl.supportedValuesOf('timeZone'),
  read: (typed) => {
    const known = Intl.supportedValuesOf('timeZone').find((name) => name.toLowerCase() === typed.toLowerCase())
    return known ?? (isZone(typed) ? typed : null)
  },
}

/** Names the runtime's list leaves out: UTC, Asia/Beijing's older spellings. */
function isZone(name: string): boolean {
  try {
    todayIn(name, 0)
    return true
  } catch {
    return false
  }
}

/** Every setting a ledger keeps as a decision. */
export const ledgerSettingsKnown: readonly LedgerSetting[] = [baseCurrency, shopCurrency, zone]
