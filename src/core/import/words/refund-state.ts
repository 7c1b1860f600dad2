/** What became of a refund: `closed` gave nothing back, `open` has not given it back yet. */
export type RefundState = 'given' | 'closed' | 'open'

const given = /成功|已退款|退款完成|succe|refunded|completed/i
const notYet = /待|未退|尚未/
const closed = /关闭|關閉|取消|撤销|撤銷|撤回|拒绝|拒絕|驳回|失败|cancel|clos|reject|declin|denied|withdr|fail|void/i
const open = /申请|申請|审核|处理|處理|退[货款貨]?中$|进行中|pending|process|request|open|progress|wait|review/i

/** What a column of refund states says; a word that is new here is believed to be of money given back, as the amount beside it is. */
export function refundState(text: string): RefundState {
  if (given.test(text) && !notYet.test(text)) return 'given'
  if (closed.test(text)) return 'closed'
  return notYet.test(text) || open.test(text) ? 'open' : 'given'
}

/** Names of columns that say what became of a refund. */
export const refundStateWords: readonly string[] = [
  ...['售后状态', '退款状态', '售后退款状态', '退款售后状态', '售後狀態', '退款狀態', '退货状态', '退货退款状态'],
  ...['refund status', 'refund state', 'return status', 'after sales status', 'after sale status'],
]
