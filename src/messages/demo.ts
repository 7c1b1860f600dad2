import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

/** What `crm demo` says around the weekly report. */
export const demoWords = bilingual(
  {
    what: (p: { orders: number; customers: number; files: number }) =>
      `A made-up tea shop: ${plural(p.orders, 'order')} of ${plural(p.customers, 'customer')}, from its ${p.files} exports.`,
    rate: (currency: string, rate: string, base: string) => `1 ${currency} counts as ${rate} ${base}, a made-up rate.`,
    where: (ledger: string) => `They are in a ledger of their own, ${ledger}; your own ledger is not touched.`,
    look: 'To look around in it:',
    remove: (ledger: string) => `Seen enough? Delete the file ${ledger}. To have it fresh again: crm demo`,
    own: 'Then your own orders: crm import orders.xlsx',
  },
  {
    what: (p) => `一家编造的茶叶店：${p.customers} 位客户的 ${p.orders} 笔订单，出自 ${p.files} 份导出表。`,
    rate: (currency, rate, base) => `1 ${currency} 按 ${rate} ${base} 换算，这个汇率也是编造的。`,
    where: (ledger) => `都放在单独的演示账本 ${ledger} 里，不会动您自己的账本。`,
    look: '想接着看看：',
    remove: (ledger) => `看够了就把 ${ledger} 这个文件删掉；要重新生成：crm demo`,
    own: '然后导入您自己的订单：crm import 订单.xlsx',
  },
)
