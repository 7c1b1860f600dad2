import { todayIn } from '../values/business-date.js'
import { countryCode } from '../values/country.js'
import { currencyOfCountry } from '../values/country-currency.js'
import { bilingual } from '../values/lang.js'
import { isCurrency } from '../values/money.js'
import { yesNo } from './kinds.js'
import { type Meaning, meant } from './meaning.js'
import type { DecidedSettings, LedgerSetting } from './setting.js'

function currencySetting(name: string, meaning: Meaning): LedgerSetting<string> {
  return {
    ...{ name, usual: null },
    words: meant(meaning, 'a currency code such as USD or CNY', '币种代码，如 CNY、USD'),
    choices: () => ['CNY', 'USD', 'EUR', 'GBP', 'HKD', 'JPY', 'AUD', 'CAD', 'SGD'],
    read: (typed) => (isCurrency(typed.toUpperCase()) ? typed.toUpperCase() : null),
    value: (kept) => kept,
  }
}

/** The currency of all figures. */
export const baseCurrencySetting = currencySetting('currency.base', {
  en: 'currency all figures are shown in',
  zh: '所有数字换算成哪个币种',
})
/** The currency of amounts whose file names none. */
export const shopCurrencySetting = currencySetting('shop.currency', {
  en: 'currency of files that name none',
  zh: '没写币种的表按哪个币种算',
})

/** Where customers without a country are taken to be: their festivals are those of the shop. */
export const shopCountrySetting: LedgerSetting<string> = {
  ...{ name: 'shop.country', usual: null },
  words: bilingual(
    {
      meaning: 'country of the shop, for customers whose country is not known',
      takes: 'a country such as CN or Germany',
    },
    { meaning: '店铺所在国家，用于国家不详的客户', takes: '国家代码或名称，如 CN、中国' },
  ),
  choices: () => ['CN', 'US', 'GB', 'DE', 'FR', 'CA', 'AU', 'JP', 'HK', 'TW', 'SG'],
  read: countryCode,
  value: (kept) => kept,
}

/** Where customers without a country are taken to be: as decided, else where the currency is of one country alone; null where nobody knows. */
export function shopCountry(decided: DecidedSettings, currency: string | null): string | null {
  const set = decided.get(shopCountrySetting.name)
  if (set !== undefined) return set
  // But for a few shared ones, a currency's code begins with that of its country.
  const country = currency?.slice(0, 2) ?? ''
  return currencyOfCountry[country] === currency ? country : null
}

/** Where the ledger's days begin. */
export const zoneSetting: LedgerSetting<string> = {
  ...{ name: 'zone', usual: null },
  words: bilingual(
    { meaning: 'time zone that says when a day begins', takes: 'a zone such as Asia/Shanghai or Europe/London' },
    { meaning: '按哪个时区算一天的开始', takes: '时区名称，如 Asia/Shanghai' },
  ),
  choices: () => Intl.supportedValuesOf('timeZone'),
  read: (typed) => {
    const known = Intl.supportedValuesOf('timeZone').find((name) => name.toLowerCase() === typed.toLowerCase())
    return known ?? (isZone(typed) ? typed : null)
  },
  value: (kept) => kept,
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

/** R1: shops that ship before payment count orders not yet paid. */
export const countPending = yesNo('count.pending', 'no', {
  en: 'whether orders not yet paid count as purchases, for shops that ship before payment',
  zh: '未付款的订单是否算成交（先发货后付款的店铺用）',
})

/** R1: orders of nothing, as gifts and samples are written. */
export const countZero = yesNo('count.zero', 'no', {
  en: 'whether paid orders of zero count as purchases (gifts, samples)',
  zh: '金额为零的已付款订单是否算成交（赠品、样品）',
})
