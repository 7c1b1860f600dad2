import type { Field } from '../core/import/field.js'
import type { Format } from '../core/import/format.js'
import { aliases } from '../core/import/words/aliases.js'
import { bilingual } from '../core/values/lang.js'

const words = (...fields: Field[]): string[] => fields.flatMap((field) => [...(aliases[field] ?? [])])

const buyers = words(
  ...(['buyerName', 'buyerId', 'nickname', 'company', 'email', 'phone', 'firstName', 'lastName'] as const),
)
const days = words('placedAt', 'paidAt')
const amounts = words('orderTotal', 'itemAmount', 'unitPrice')
/** What tells of single sales. */
const sales = [...buyers, ...words('orderId', 'lineId', 'productName', 'sku', 'quantity')]

const expenseWords = [
  ...['支出项目', '支出类别', '支出类型', '支出名称', '支出内容', '支出明细', '支出用途', '支出事项', '支出科目'],
  ...['费用', '费用项目', '费用类别', '费用类型', '费用名称', '费用明细', '费用科目', '开支', '开支项目', '报销项目'],
  ...['expense', 'expense category', 'expense type', 'expense item', 'expense name', 'expense account'],
]
const expenseAmounts = ['支出金额', '费用金额', '开支金额', '报销金额', 'expense amount']
const takings = [
  '销售额',
  '营业额',
  '收入',
  '收入金额',
  '成交金额',
  '实收',
  '实收金额',
  'sales',
  'revenue',
  'income',
  'net sales',
  'gross sales',
]

/** A list of what the shop spent. */
export const expenseList: Format = {
  name: 'expense-list',
  platform: 'sheet',
  kind: 'payouts',
  title: bilingual('List of expenses', '支出明细'),
  noSales: bilingual(
    {
      holds: 'tells what was spent, and no sales',
      instead: 'Import the sheet of your sales instead: a row each, with date, customer and amount.',
    },
    { holds: '记的是支出，不是销售', instead: '请改为导入销售记录：每笔一行，有日期、客户和金额。' },
  ),
  must: [expenseWords, days, [...amounts, ...expenseAmounts]],
  // One column for money in and out is a bill; its sales are taken.
  not: [...sales.filter((word) => !expenseWords.includes(word)), ...words('effect'), ...takings],
  weight: 1,
  fields: 'aliases',
  buyerScope: 'shop',
}

/** What a shop took in a day, a row each: no sale of anybody. */
export const dailySummary: Format = {
  name: 'daily-summary',
  platform: 'sheet',
  kind: 'payouts',
  title: bilingual('Summary by day', '按天汇总表'),
  noSales: bilingual(
    {
      holds: 'sums up how many orders came in and what they brought, without the orders themselves',
      instead:
        'Import what it was summed up from instead: the orders as your shop exports them, a row each, with date, customer and amount.',
    },
    {
      holds: '是订单数和销售额的汇总，没有逐笔订单',
      instead: '请导入汇总之前的明细：从店铺后台导出订单，每个订单一行，有日期、客户和金额。',
    },
  ),
  must: [
    [
      ...[
        '订单数',
        '订单量',
        '订单总数',
        '成交订单数',
        '支付订单数',
        '成交笔数',
        '支付笔数',
        '订单笔数',
        '单数',
        '总单数',
      ],
      ...['orders', 'order count', 'number of orders', 'total orders', 'no of orders', 'orders placed'],
    ],
    [...days, '统计日期', '统计时间', 'day'],
    [...amounts, ...takings, '客单价', 'average order value', 'aov'],
  ],
  not: sales,
  weight: 1,
  fields: 'aliases',
  buyerScope: 'shop',
}
