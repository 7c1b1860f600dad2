import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

const n = (count: number): string => count.toLocaleString('en-US')

/** What taking a batch back, or putting it into force again, changed. */
export const undoWords = bilingual(
  {
    orders: (parts: string) => `Orders: ${parts}.`,
    customers: (parts: string) => `Customers: ${parts}.`,
    removed: (count: number) => `${n(count)} removed`,
    inserted: (count: number) => `${n(count)} added`,
    updated: (count: number) => `${n(count)} changed`,
    changedBack: (count: number) => `${n(count)} changed back`,
    stay: (count: number, others: string) => `${n(count)} ${count === 1 ? 'stays' : 'stay'} because ${others}`,
    hasAll: (batch: number, count: number) => `batch ${batch} has ${count === 1 ? 'it' : 'them'} too`,
    hasSome: (batch: number, count: number) => `batch ${batch} has ${n(count)} of them too`,
    and: ' and ',
    listed: ', ',
    names: ', ',
    named: (what: string, names: string) => `${what} (${names})`,
    order: (number: string, changes: string) => `Order ${number}: ${changes}`,
    unnumbered: (changes: string) => `An order without a number: ${changes}`,
    buyer: (from: string, to: string) =>
      from === to ? `buyer ${to} with another id, phone, e-mail or address` : `buyer ${from} → ${to}`,
    separated: (whole: string, parts: readonly string[]) =>
      `${whole} was joined only by this batch: ${plural(parts.length, 'customer')} again, ${parts.join(', ')}.`,
    joined: (whole: string, parts: readonly string[]) => `One customer again as ${whole}: ${parts.join(', ')}.`,
    decision: (batch: number, command: string, who: string) => `Batch ${batch} (${command}) is with ${who} now.`,
  },
  {
    orders: (parts) => `订单：${parts}。`,
    customers: (parts) => `客户：${parts}。`,
    removed: (count) => `删除 ${n(count)}`,
    inserted: (count) => `新增 ${n(count)}`,
    updated: (count) => `改动 ${n(count)}`,
    changedBack: (count) => `恢复原样 ${n(count)}`,
    stay: (count, others) => `保留 ${n(count)}（${others}）`,
    hasAll: (batch) => `批次 ${batch} 里也有`,
    hasSome: (batch, count) => `批次 ${batch} 里也有 ${n(count)} 笔`,
    and: '，',
    listed: '，',
    names: '、',
    named: (what, names) => `${what}（${names}）`,
    order: (number, changes) => `订单 ${number}：${changes}`,
    unnumbered: (changes) => `没有订单号的订单：${changes}`,
    buyer: (from, to) => (from === to ? `买家 ${to} 的会员号、电话、邮箱或地址有变` : `买家 ${from} → ${to}`),
    separated: (whole, parts) =>
      `${whole} 只因这一批才合在一起，现在又是 ${parts.length} 位客户：${parts.join('、')}。`,
    joined: (whole, parts) => `${parts.join('、')} 又合为一位客户：${whole}。`,
    decision: (batch, command, who) => `批次 ${batch}（${command}）现在归 ${who}。`,
  },
)
