import { type Bands, SCORINGS, USUAL_BANDS } from '../value/rfm.js'
import { numberToDecimal, toMinor } from '../values/money.js'
import { oneOf, risingNumbers } from './kinds.js'
import { type DecidedSettings, type LedgerSetting, settingOf } from './setting.js'

/** How scores are cut (ALGORITHMS §2). */
export const rfmScoring = oneOf('rfm.scoring', 'rank', SCORINGS, {
  en: 'how RFM scores are cut: by rank, at quantiles, or at bounds of your own (bands)',
  zh: 'RFM怎样评分：按名次（rank）、按分位数（quantile）或按自定分界（bands）',
})

/** Days since the last order up to which a customer scores 5, 4, 3, 2. */
export const recencyBands = risingNumbers(
  'rfm.bands.recency',
  USUAL_BANDS.recencyDays,
  { count: 4, least: 0, most: 36500, decimals: 0 },
  {
    en: 'for scoring by bands: days since the last order up to which R is 5, 4, 3, 2',
    zh: '按自定分界评分：距上次下单不超过多少天，R得5、4、3、2分',
  },
)

/** Orders up to which a customer scores 1, 2, 3, 4. */
export const frequencyBands = risingNumbers(
  'rfm.bands.frequency',
  USUAL_BANDS.orders,
  { count: 4, least: 1, most: 999_999_999, decimals: 0 },
  {
    en: 'for scoring by bands: orders up to which F is 1, 2, 3, 4',
    zh: '按自定分界评分：不超过多少单，F得1、2、3、4分',
  },
)

/** Net revenue up to which a customer scores 1, 2, 3, 4, in units of the base currency. No amounts fit every shop, so none are usual. */
export const monetaryBands: LedgerSetting<readonly number[]> = {
  ...risingNumbers(
    'rfm.bands.monetary',
    [100, 500, 1000, 3000],
    { count: 4, least: 0, most: 999_999_999, decimals: 2 },
    {
      en: 'for scoring by bands: net revenue in the base currency up to which M is 1, 2, 3, 4',
      zh: '按自定分界评分：净销售额（本位币）不超过多少，M得1、2、3、4分',
    },
  ),
  usual: null,
}

/** The bounds decided, amounts in minor units of the base currency; null amounts where none were. */
export function bandsOf(decided: DecidedSettings, currency: string | null): Bands {
  const amounts = decided.get(monetaryBands.name)
  const minor = (amount: number) => toMinor(numberToDecimal(amount)!, currency ?? 'CNY').minor
  return {
    recencyDays: settingOf(decided, recencyBands),
    orders: settingOf(decided, frequencyBands),
    netMinor: amounts === undefined ? null : monetaryBands.value(amounts).map(minor),
  }
}
