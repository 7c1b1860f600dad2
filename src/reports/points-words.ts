import type { PointMove } from '../core/value/points/account.js'
import { redeemedFor } from '../core/value/points/redeemed-for.js'
import type { PointsScheme } from '../core/value/points/scheme.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual, type Lang } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

/** Words that the list of accounts and a statement share. */
export const pointsReportWords = bilingual(
  {
    columns: {
      balance: 'Points',
      worth: 'Worth',
      owed: 'Owed',
      expiring: 'Expiring soon',
      firstOn: 'First expire',
      earned: 'Earned',
      redeemed: 'Redeemed',
      adjusted: 'Adjusted',
      expired: 'Expired',
      on: 'Day',
      what: 'What',
      change: 'Points',
      after: 'Balance',
      expiresOn: 'Expires',
      why: 'Why',
      order: 'Order',
      paid: 'Paid',
      left: 'Left after refunds',
      level: 'Level',
      redeemedFor: 'For',
      note: 'Note',
      file: 'File',
      sheet: 'Sheet',
      row: 'Row',
      batch: 'Batch',
    },
    moves: {
      opening: 'opening',
      order: 'order',
      refund: 'refund',
      return: 'return',
      earn: 'earned',
      redeem: 'redeemed',
      adjust: 'adjusted',
      expire: 'expired',
    } satisfies Record<PointMove, string>,
    redeemedFor: redeemedFor.words.en,
    off: 'There is no points scheme in this ledger. To start one: crm config set points.scheme on; with orders from one day on: crm config set points.scheme 2026-01-01',
    rule: (rate: string, { A, B, C }: PointsScheme['multipliers']) =>
      `An order earns 1 point for ${rate} of what refunds left of it, times ${A} at service level A, ${B} at B, ${C} at C, rounded down (settings points.rate, points.multipliers).`,
    level:
      'The level is the one the customer came into the month with; a tier, class or VIP set by hand counts from its own day.',
    expiry: (days: number) =>
      `Points expire after ${plural(days, 'day')}, the oldest first; what is redeemed uses the oldest first (setting points.expiry).`,
    from: (day: string) => `Orders before ${day} earn nothing (setting points.scheme).`,
    owedNote: 'Owed are points that a refund took back after they were used; the next ones earned pay for them.',
    typed: 'by hand',
  },
  {
    columns: {
      balance: '积分余额',
      worth: '可抵金额',
      owed: '欠分',
      expiring: '即将到期',
      firstOn: '最早到期日',
      earned: '累积',
      redeemed: '兑换',
      adjusted: '调整',
      expired: '已到期',
      on: '日期',
      what: '类型',
      change: '积分',
      after: '余额',
      expiresOn: '到期日',
      why: '依据',
      order: '订单号',
      paid: '付款金额',
      left: '退款后金额',
      level: '服务级别',
      redeemedFor: '用途',
      note: '备注',
      file: '文件',
      sheet: '工作表',
      row: '行',
      batch: '批次',
    },
    moves: {
      opening: '期初积分',
      order: '订单累积',
      refund: '退款扣回',
      return: '退货扣回',
      earn: '手工累积',
      redeem: '兑换',
      adjust: '调整',
      expire: '到期',
    },
    redeemedFor: redeemedFor.words.zh,
    off: '这个账本没有开启积分。开启积分：crm config set points.scheme on；只从某一天的订单算起：crm config set points.scheme 2026-01-01',
    rule: (rate, { A, B, C }) =>
      `订单扣除退款后每${rate}累积1分，服务级别A乘以${A}，B乘以${B}，C乘以${C}，舍去小数（设置 points.rate、points.multipliers）。`,
    level: '级别按客户进入当月时的服务级别；人工指定的类别、等级和VIP从指定当天起算。',
    expiry: (days) => `积分${days}天后到期，先得的先到期，兑换也先用先得的（设置 points.expiry）。`,
    from: (day) => `${day} 以前的订单不累积积分（设置 points.scheme）。`,
    owedNote: '欠分是用掉之后因退款扣回的积分，由以后累积的积分抵还。',
    typed: '手工记录',
  },
)

/** How points come and go, in sentences; `rate` is money as people read it. */
export function schemeNotes({ multipliers, expiryDays, from }: PointsScheme, rate: string, lang: Lang): string[] {
  const say = pointsReportWords[lang]
  return [
    say.rule(rate, multipliers),
    ...(multipliers.A === multipliers.C && multipliers.B === multipliers.C ? [] : [say.level]),
    say.expiry(expiryDays),
    ...(from === null ? [] : [say.from(dateOf(from))]),
  ]
}
