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
    entries: (kind: string, count: number) =>
      `${kind}: ${count.toLocaleString('en-US')} ${count === 1 ? 'names' : 'name'} nobody but an order that is not here yet: kept, waiting, in no list and no figure until the file with that order is imported`,
    namesake: (name: string, knownId: string, id: string) => `${name} (known ${knownId}, new ${id})`,
    namesakes: (count: number, list: string, first: { readonly id: string; readonly knownId: string }) =>
      `${count.toLocaleString('en-US')} new ${count === 1 ? 'customer bears the name' : 'customers bear the names'} of somebody known, and the file has no phone or e-mail to tell whether they are one: ${list}. Who is one: crm merge ${first.knownId} ${first.id}`,
    waiting: (list: string) => `these refunds wait: ${list}. Import the file with these orders`,
    ownNumbers: (list: string) =>
      `these refunds wait: ${list}. Import the file with these orders. Where the number is the return's own and no order's: take the import of this file back (its number: crm imports; then crm undo NUMBER), clear the number's cell, and import the file again; it then counts on its own day`,
  },
  {
    refund: (number, amount) => `${number}（${amount}）`,
    otherCurrency: (number, amount, currency) => `${number}（${amount}，订单是 ${currency}）`,
    more: (count) => `另有 ${count} 笔`,
    found: (count, amount) => `以前导入的退款等到了原订单（${count} 个）：账本和报表里已从实付中减去 ${amount}`,
    entries: (kind, count) =>
      `${kind}：${count} 条只写了订单号，而订单还没有导入：先保留，导入含有该订单的表之后才列出和计入`,
    namesake: (name, knownId, id) => `${name}（原有 ${knownId}，新增 ${id}）`,
    namesakes: (count, list, first) =>
      `新增客户中有 ${count} 位与原有客户同名，表里没有电话或邮箱，无法判断是不是同一人：${list}。是同一人的话：crm merge ${first.knownId} ${first.id}`,
    waiting: (list) => `等待原订单的退款：${list}。请导入含有这些订单的表`,
    ownNumbers: (list) =>
      `等待原订单的退款：${list}。请导入含有这些订单的表。如果这只是退货自己的编号，不是订单号：请先撤销这个文件的导入（用 crm imports 查批次，再 crm undo 批次），清空编号那一格后重新导入，就会按退货当天计算`,
  },
)
