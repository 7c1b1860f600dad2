import type { Snapshot, Uncounted } from '../core/snapshot.js'
import { bilingual, type Lang } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

type Cause = Exclude<keyof Uncounted, 'waitingRefunds' | 'waitingParts'>

const words = bilingual(
  {
    none: (causes: string) => `No order counts as a purchase${causes === '' ? '' : ` (${causes})`}.`,
    causes: {
      zero: (n: number) => `paid and of zero: ${n}`,
      pending: (n: number) => `not paid yet: ${n}`,
      cancelled: (n: number) => `cancelled: ${n}`,
      refunded: (n: number) => `refunded in full: ${n}`,
      unclear: (n: number) => `without a clear state or amount: ${n}`,
      returns: (n: number) => `returns: ${n}`,
    } satisfies Record<Cause, (n: number) => string>,
    listed: ', ',
    hints: '. ',
    space: ' ',
    pending: 'For shops that ship before payment: crm config set count.pending yes',
    zero: 'To count paid orders of zero: crm config set count.zero yes',
    onlyReturns: (n: number) =>
      `There ${n === 1 ? 'is' : 'are'} only ${plural(n, 'return')} and no order, so there is nothing to work out yet. Import the orders: crm import orders.xlsx`,
    next: 'The ledger holds no orders, so there is nothing to work out yet. Read some: crm import orders.xlsx',
    waiting: (n: number) =>
      `${plural(n, 'refund')} ${n === 1 ? 'waits' : 'wait'} for ${n === 1 ? 'an order that is' : 'orders that are'} not here (or in another currency); until then ${n === 1 ? 'it is' : 'they are'} in no figure. Import the file with ${n === 1 ? 'this order' : 'these orders'}: crm import orders.xlsx. Where a number is the return’s own and no order’s: crm imports, crm undo BATCH, clear the number in the file, and import it again.`,
    parts: (n: number) =>
      `Of ${plural(n, 'order')} only items, parcels or payments are here: in no figure until the platform’s order export is imported: crm import orders.xlsx`,
  },
  {
    none: (causes) => `没有一笔订单算成交${causes === '' ? '' : `（${causes}）`}。`,
    causes: {
      zero: (n) => `已付款但金额为零${n}笔`,
      pending: (n) => `未付款${n}笔`,
      cancelled: (n) => `已取消${n}笔`,
      refunded: (n) => `已全额退款${n}笔`,
      unclear: (n) => `状态或金额不明${n}笔`,
      returns: (n) => `退货${n}笔`,
    },
    listed: '、',
    hints: '；',
    space: '',
    pending: '先发货后付款的店铺请用：crm config set count.pending yes',
    zero: '金额为零的已付款订单也要算：crm config set count.zero yes',
    onlyReturns: (n) => `只有${n}笔退货，没有订单，暂时没有可以计算的内容。请导入订单：crm import 订单.xlsx`,
    next: '账本里还没有订单，暂时没有可以计算的内容。请先导入：crm import 订单.xlsx',
    waiting: (n) =>
      `有${n}笔退款在等原订单（还没有导入，或币种不同），导入之前不计入任何数据。请导入含有这些订单的表：crm import 订单.xlsx。如果编号是退货自己的，不是订单号：用 crm imports 查批次，再 crm undo 批次，清空编号那一格后重新导入`,
    parts: (n) => `${n}个订单只有商品明细、发货或收款记录，导入平台的订单表之前不计入任何数据：crm import 订单.xlsx`,
  },
)

const CAUSES = Object.keys(words.en.causes) as readonly Cause[]

/** Why none of a ledger's orders counts, with what would have them counted; without knowing the causes, what may help. */
export function noneCountedNotes({ uncounted }: Snapshot, lang: Lang): string[] {
  const say = words[lang]
  const found = uncounted?.()
  const causes = CAUSES.filter((cause) => (found?.[cause] ?? 0) > 0)
  if (causes.length === 1 && causes[0] === 'returns') return [say.onlyReturns(found!.returns)]
  const hints = [
    ...(found === undefined || found.pending > 0 ? [say.pending] : []),
    ...(found === undefined || found.zero > 0 ? [say.zero] : []),
  ]
  const none = say.none(causes.map((cause) => say.causes[cause](found![cause])).join(say.listed))
  return [[none, hints.join(say.hints)].join(say.space).trim()]
}

/** What waits for its order in a ledger without any; nothing where nothing waits. */
export function waitingNotes({ uncounted }: Snapshot, lang: Lang): string[] {
  const { waitingRefunds = 0, waitingParts = 0 } = uncounted?.() ?? {}
  const say = words[lang]
  return [
    ...(waitingRefunds > 0 ? [say.waiting(waitingRefunds)] : []),
    ...(waitingParts > 0 ? [say.parts(waitingParts)] : []),
  ]
}

/** What to do first on a ledger without orders. */
export function firstStepNotes(snapshot: Snapshot, lang: Lang): string[] {
  const waiting = waitingNotes(snapshot, lang)
  return waiting.length > 0 ? waiting : [words[lang].next]
}
