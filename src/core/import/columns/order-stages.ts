import type { Field } from '../field.js'
import type { Format } from '../format.js'
import { commonStatus, statusKey } from '../words/status-words.js'
import type { ColumnLook } from './column-look.js'

/** States of an order that was placed: no deal on its way is called so. */
const ofOrders = new Set(
  [
    'paid|delivered|shipped|completed|complete|fulfilled|processing|dispatched|refunded|returned|partially refunded',
    '已付款|已支付|已发货|已完成|已收货|已签收|交易成功|已收款|已退款|已退货|部分退款|已出貨|已付清|付清',
  ].flatMap((list) => list.split('|')),
)

/** How far a deal has come, or how it ended: what was won may be paid for elsewhere. */
const ofDeals =
  /won|lost|proposal|negotiat|qualif|prospect|contract|open|draft|done|赢单|输单|丢单|成交|接触|确认|报价|谈判/

const isOrderState = (text: string): boolean => {
  const key = statusKey(text)
  return ofOrders.has(key) || (commonStatus(key) !== undefined && !ofDeals.test(key))
}

/** Whether the stages in a column are the states of orders: all are, and most of them are those of nothing else. */
export function areOrderStages(look: ColumnLook | undefined): boolean {
  const values = look?.texts.filter((text) => text !== '') ?? []
  const certain = values.filter((text) => ofOrders.has(statusKey(text)))
  return values.every(isOrderState) && certain.length * 2 > values.length
}

const groups: readonly (readonly Field[])[] = [
  ['placedAt', 'paidAt'],
  ['orderTotal', 'itemAmount', 'unitPrice'],
  ['buyerName', 'buyerId', 'nickname', 'company', 'phone', 'email', 'firstName', 'lastName'],
]

/** Whether what a format would take as leads are orders: their stages say so, and who bought, when and for how much is there. */
export function areSoldLeads(
  { entry, ownWords }: Format,
  keys: readonly string[],
  looks: readonly ColumnLook[],
  columns: ReadonlyMap<Field, unknown>,
): boolean {
  if (entry !== 'lead' || !groups.every((group) => group.some((field) => columns.has(field)))) return false
  return ownWords?.stage?.some((word) => keys.includes(word) && areOrderStages(looks[keys.indexOf(word)])) === true
}
