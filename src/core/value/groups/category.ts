import { bilingual } from '../../values/lang.js'
import type { Dimension } from './dimension.js'
import { whereBought } from './where-bought.js'

/** What kind of goods customers bought during the window, as the files call it. */
export const category: Dimension = {
  words: bilingual(
    {
      label: 'Category',
      title: 'Customers by product category',
      none: '(no category)',
      several:
        'Who bought of several categories counts in each, and so does an order; amounts stand with the lines they were paid for.',
      unknown:
        'No line of an order names a category. Import a file with a row an item and a column Category: crm import FILE',
    },
    {
      label: '商品类目',
      title: '各商品类目的客户',
      none: '（没有类目）',
      several: '买过几个类目的客户，每个类目各算一位，订单也是；金额按商品明细算到各类目。',
      unknown: '没有任何订单明细写明商品类目。请导入一行一件商品、带“商品类目”一列的表：crm import 文件',
    },
  ),
  needs: 'categories',
  partsOf: ({ categories, measure }) => whereBought(categories, measure, (name) => name),
  nameOf: (name) => name,
}
