import { bilingual } from '../../values/lang.js'
import { type Dimension, NO_GROUP, wholeCustomer } from './dimension.js'

/** R32: who looks after customers, as typed by hand or as files say. */
export const owner: Dimension = {
  words: bilingual(
    {
      label: 'Owner',
      title: 'Customers by owner',
      none: '(no owner)',
      several: '',
      unknown:
        'No customer has an owner yet. To name one: crm edit CUSTOMER --owner NAME, or import a sheet with a column Owner',
    },
    {
      label: '负责人',
      title: '各负责人的客户',
      none: '（没有负责人）',
      several: '',
      unknown: '还没有客户指定负责人。指定：crm edit 客户 --owner 姓名，或导入带“负责人”列的表格',
    },
  ),
  asksFor: 'owner',
  partsOf: (facts) => wholeCustomer(facts, (customer) => [facts.said.get(customer) ?? NO_GROUP]),
  nameOf: (name) => name,
}
