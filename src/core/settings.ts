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

function currencySetting(name: string, en: string, zh: string): LedgerSetting {
  return {
    name,
    words: bilingual(
      { meaning: en, takes: 'a currency code such as USD or CNY' },
      { meaning: zh, takes: '币种代码，如 CNY、USD' },
    ),
    choices: () => ['CNY', 'USD', 'EUR', 'GBP', 'HKD', 'JPY', 'AUD', 'CAD', 'SGD'],
    read: (typed) => (isCurrency(typed.toUpperCase()) ? typed.toUpperCase() : null),
  }
}

const baseCurrency = currencySetting('currency.base', 'currency all figures are shown in', '所有数字换算成哪个币种')
const shopCurrency = currencySetting('shop.currency', 'currency of files that name none', '没写币种的表按哪个币种算')

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

const yesWords: readonly string[] = ['yes', 'y', 'true', 'on', '是', '计入']
const noWords: readonly string[] = ['no', 'n', 'false', 'off', '否', '不计入']

const countPending: LedgerSetting = {
  name: 'count.pending',
  words: bilingual(
    {
      meaning: 'whether orders not yet paid count as purchases, for shops that ship before payment',
      takes: 'yes or no',
    },
    { meaning: '未付款的订单是否算成交（先发货后付款的店铺用）', takes: 'yes（是）或 no（否）' },
  ),
  choices: () => ['yes', 'no'],
  read: (typed) =>
    yesWords.includes(typed.toLowerCase()) ? 'yes' : noWords.includes(typed.toLowerCase()) ? 'no' : null,
}

/** Every setting a ledger keeps as a decision. */
export const ledgerSettingsKnown: readonly LedgerSetting[] = [baseCurrency, countPending, shopCurrency, zone]
