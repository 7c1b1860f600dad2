import { platformWords } from '../../report/platforms.js'
import { bilingual } from '../../values/lang.js'
import type { Dimension } from './dimension.js'
import { whereBought } from './where-bought.js'

/** The platforms customers bought on in the window. */
export const platform: Dimension = {
  words: bilingual(
    {
      label: 'Platform',
      title: 'Customers by platform',
      none: '(no order in this window)',
      several: 'Who bought on several platforms counts on each; amounts stand where they were paid.',
      unknown: '',
    },
    {
      label: '平台',
      title: '各平台的客户',
      none: '（统计期内没有订单）',
      several: '在几个平台都买过的客户，每个平台各算一位；金额算在成交的平台。',
      unknown: '',
    },
  ),
  needs: 'shops',
  partsOf: ({ shops, measure }) => whereBought(shops, measure, (shop) => shop.platform),
  nameOf: (code, lang) => platformWords[lang][code] ?? code,
}
