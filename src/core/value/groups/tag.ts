import { bilingual } from '../../values/lang.js'
import { type Dimension, wholeCustomer } from './dimension.js'

/** Tags of files and of the seller: a customer stands under each of his. */
export const tag: Dimension = {
  words: bilingual(
    {
      label: 'Tag',
      title: 'Customers by tag',
      none: '(no tag)',
      several:
        'A customer with several tags counts under each with all that was bought, so shares come to more than 100 %.',
      unknown: 'There are no tags yet. To add one: crm tag CUSTOMER TAG, or import a sheet with a column Tags',
    },
    {
      label: '标签',
      title: '各标签的客户',
      none: '（没有标签）',
      several: '有几个标签的客户在每个标签下都按全部金额计入，所以占比相加超过100%。',
      unknown: '还没有任何标签。添加：crm tag 客户 标签，或导入带“标签”列的表格',
    },
  ),
  partsOf: (facts) => wholeCustomer(facts, (customer) => facts.snapshot.customers[customer]!.tags),
  nameOf: (name) => name,
}
