import { bilingual } from '../core/values/lang.js'

/** What an import says of refunds whose orders are not here, and of those whose orders it brings: which, how much, and what to do. */
export const waitingWords = bilingual(
  {
    refund: (number: string, amount: string) => `${number} (${amount})`,
    otherCurrency: (number: string, amount: string, currency: string) =>
      `${number} (${amount}; the order is in ${currency})`,
    more: (count: number) => `and ${count} more`,
    found: (count: number, amount: string) =>
      `refunds imported before waited for ${count.toLocaleString('en-US')} of these orders: ${amount} comes off what was paid, in the ledger and its reports`,
    waiting: (list: string) => `these refunds wait: ${list}. Import the file with these orders`,
    ownNumbers: (list: string) =>
      `these refunds wait: ${list}. Import the file with these orders. Where the number is the return's own and no order's: take the import of this file back (its number: crm imports; then crm undo NUMBER), clear the number's cell, and import the file again; it then counts on its own day`,
  },
  {
    refund: (number, amount) => `${number}（${amount}）`,
    otherCurrency: (number, amount, currency) => `${number}（${amount}，订单是 ${currency}）`,
    more: (count) => `另有 ${count} 笔`,
    found: (count, amount) => `以前导入的退款等到了原订单（${count} 个）：账本和报表里已从实付中减去 ${amount}`,
    waiting: (list) => `等待原订单的退款：${list}。请导入含有这些订单的表`,
    ownNumbers: (list) =>
      `等待原订单的退款：${list}。请导入含有这些订单的表。如果这只是退货自己的编号，不是订单号：请先撤销这个文件的导入（用 crm imports 查批次，再 crm undo 批次），清空编号那一格后重新导入，就会按退货当天计算`,
  },
)
