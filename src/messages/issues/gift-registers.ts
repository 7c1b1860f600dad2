import { both, type Sayings } from './saying.js'

/** Findings about rows of a register of gifts kept by hand. */
export const giftRegisterIssues: Sayings = {
  'gift.customer': both(
    (p) => [
      p.near === ''
        ? `nobody in the ledger is called "${p.value}"`
        : `nobody knows who "${p.value}" is; perhaps: ${p.near}`,
      'Write the phone or the id of the customer (c…) into a column of the row, or add who is new: crm add "NAME". Then import the file again: what was taken is not taken twice.',
    ],
    (p) => [
      p.near === '' ? `账本里没有“${p.value}”这位客户` : `不能确定“${p.value}”是哪位客户，可能是：${p.near}`,
      '请在这一行加上手机号或客户编号（c 开头），新客户先用 crm add "姓名" 添加；再导入一次，已记录的不会重复。',
    ],
  ),
  'gift.no-day': both(
    (p) => [
      `no day on which ${p.value} was given the gift`,
      'Write the day, as 2026-09-25, and import the file again: what was taken is not taken twice.',
    ],
    (p) => [`没有写 ${p.value} 是哪天收到礼品的`, '请写上日期，如 2026-09-25，再导入一次，已记录的不会重复。'],
  ),
  'gift.day': both(
    (p) => [
      `not a date: "${p.value}"; the gift to ${p.who} was not taken`,
      'Write the day, as 2026-09-25, and import the file again: what was taken is not taken twice.',
    ],
    (p) => [
      `不是日期：“${p.value}”，送给 ${p.who} 的这份礼品没有记录`,
      '日期请写成 2026-09-25 这样，再导入一次，已记录的不会重复。',
    ],
  ),
  'gift.ahead': both(
    (p) => [
      `a gift of ${p.value} has not been given yet (today is ${p.day})`,
      'Import the row when it was given. What is planned: crm care plan',
    ],
    (p) => [`${p.value} 还没到，礼品还没有送出（今天是 ${p.day}）`, '送出以后再导入这一行。查看计划：crm care plan'],
  ),
  'gift.nothing': both(
    (p) => [`it does not say what ${p.value} was given`, 'Write the gift, and import the file again.'],
    (p) => [`没有写送给 ${p.value} 什么礼品`, '请写明礼品，再导入一次。'],
  ),
  'gift.value': both(
    (p) => [
      `not an amount, left out: "${p.value}"`,
      'The gift was taken without a value. Write it as a number, as 168.00, and import the file again.',
    ],
    (p) => [`不是金额，已略过：“${p.value}”`, '礼品已记录，只是没有金额。金额写成数字，如 168.00，再导入一次。'],
  ),
  'gift.currency': both(
    (p) => [
      `the value is not in the base currency: ${p.value}${p.own === '' ? '; none is set yet' : ` (that is ${p.own})`}`,
      'Write what it cost in the base currency; to see or set that one: crm config get currency.base',
    ],
    (p) => [
      `礼品价值不是本位币：${p.value}${p.own === '' ? '；还没有设置本位币' : `（本位币是 ${p.own}）`}`,
      '请按本位币写金额；查看或设置本位币：crm config get currency.base',
    ],
  ),
  'gift.occasion': both(
    (p) => [
      `no occasion we know: "${p.value}"; the gift to ${p.who} is recorded without one, with the word beside it`,
      'Occasions are birthday, anniversary, the festivals and days of your own (crm care plan). Correct the cell, or leave it so.',
    ],
    (p) => [
      `不认识的送礼事由：“${p.value}”；送给 ${p.who} 的礼品已记录，不算在某个节日里，原话写在备注里`,
      '事由可以写生日、纪念日、节日或自定日子（crm care plan）。可以改好，也可以不改。',
    ],
  ),
}
