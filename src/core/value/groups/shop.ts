import { platformWords } from '../../report/platforms.js'
import { bilingual } from '../../values/lang.js'
import type { Dimension } from './dimension.js'
import { whereBought } from './where-bought.js'

/** The seller's shops that customers bought in during the window: `platform`, or `platform/name`. */
export const shop: Dimension = {
  words: bilingual(
    {
      label: 'Shop',
      title: 'Customers by shop',
      none: '(no order in this window)',
      several: 'Who bought in several shops counts in each; amounts stand where they were paid.',
      unknown: '',
    },
    {
      label: '店铺',
      title: '各店铺的客户',
      none: '（统计期内没有订单）',
      several: '在几家店铺都买过的客户，每家各算一位；金额算在成交的店铺。',
      unknown: '',
    },
  ),
  needs: 'shops',
  partsOf: ({ shops, measure }) =>
    whereBought(shops, measure, ({ platform, name }) => (name === '' ? platform : `${platform}/${name}`)),
  nameOf: (group, lang) => {
    const [platform = '', ...name] = group.split('/')
    return [platformWords[lang][platform] ?? platform, name.join('/')].filter((part) => part !== '').join(' · ')
  },
}
