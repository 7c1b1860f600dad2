import { bilingual } from '../../core/values/lang.js'
import { type Errors, said } from '../sentence.js'

/** What is said when points cannot be recorded (R29). */
export const pointsErrors: Errors = {
  'points.off': bilingual(
    said(
      'There is no points scheme in this ledger.',
      'To start one: crm config set points.scheme on; with orders from one day on: crm config set points.scheme 2026-01-01',
    ),
    said(
      '这个账本没有开启积分。',
      '开启积分：crm config set points.scheme on；只从某一天的订单算起：crm config set points.scheme 2026-01-01',
    ),
  ),
  'points.bad-number': bilingual(
    said('"{value}" is no number of points.', 'Write a whole number above zero: crm points {action} CUSTOMER 200'),
    said('“{value}”不是积分数。', '请写大于零的整数：crm points {action} 客户 200'),
  ),
  'points.bad-change': bilingual(
    said(
      '"{value}" is no change of points.',
      'Write a whole number, below zero to take points off: crm points adjust CUSTOMER -50',
    ),
    said('“{value}”不是积分数。', '请写整数，扣分写负数：crm points adjust 客户 -50'),
  ),
  'points.for-alone': bilingual(
    said('--for says what points were redeemed for.', 'Example: crm points redeem CUSTOMER 200 --for coupon'),
    said('--for 写的是积分换了什么，要和 redeem 一起用。', '例如：crm points redeem 客户 200 --for coupon'),
  ),
  'points.nothing-recorded': bilingual(
    said(
      '--for and --note belong to points that are recorded.',
      'Example: crm points redeem CUSTOMER 200 --for gift --note "tea tin"',
    ),
    said('--for 和 --note 要和记录积分的命令一起写。', '例如：crm points redeem 客户 200 --for gift --note "茶叶罐"'),
  ),
  'points.below-minimum': bilingual(
    said(
      '{points} points are fewer than can be redeemed at once: {minimum}.',
      'Another least number: crm config set points.minimum {points}',
    ),
    said('一次至少兑换 {minimum} 分，{points} 分不够。', '改最低兑换数：crm config set points.minimum {points}'),
  ),
  'points.too-many': bilingual(
    said(
      '{who} has {balance} points on {day}, so {points} cannot be taken off.',
      '{owed} points are owed already: refunds took them back after they were used.',
      'Where each point came from and went: crm points show {id}',
    ),
    said(
      '{who} 在 {day} 只有 {balance} 分，不能扣 {points} 分。',
      '已经欠 {owed} 分：用掉之后订单又退了款。',
      '每一分的来去：crm points show {id}',
    ),
  ),
  'points.needed-later': bilingual(
    said(
      '{who} has {balance} points on {day}, but later records need them: batch {list}.',
      'Leave out --on to record it today, or take those back first: crm undo BATCH',
    ),
    said(
      '{who} 在 {day} 有 {balance} 分，但后面的记录要用：批次 {list}。',
      '去掉 --on 按今天记录，或先撤销后面的：crm undo 批次',
    ),
  ),
  'points.in-balance': bilingual(
    said(
      'A file tells the balance of {who} on {told}: everything up to that day is in it, so nothing can be added on {day}.',
      'Name a later day with --on, or leave it out for today.',
    ),
    said(
      '文件里已有 {who} 在 {told} 的积分余额，那天及以前的都算在内，不能再记到 {day}。',
      '请用 --on 写以后的日期，不写就是今天。',
    ),
  ),
}
