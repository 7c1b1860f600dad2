import { both, type Sayings } from './saying.js'

/** Findings about rows of a list that was worked in. */
export const listIssues: Sayings = {
  'list.no-key': both(
    () => [
      'something is filled in, but the row has no key, so nobody knows whom it is about',
      'Record it by hand: crm log CUSTOMER "what was said"',
    ],
    () => ['填了内容，但这一行没有编号，不知道是哪位客户', '请用命令补记：crm log 客户 "说了什么"'],
  ),
  'list.bad-key': both(
    (p) => [
      `the key was changed and cannot be read any more: "${p.value}"`,
      'Copy the key of this row from the list as it was written, or record it by hand: crm log CUSTOMER "what was said"',
    ],
    (p) => [
      `编号被改过，认不出来了：“${p.value}”`,
      '请从原来的名单里把这一行的编号复制过来，或用命令补记：crm log 客户 "说了什么"',
    ],
  ),
  'list.ledger': both(
    (p) => [`the row is of another ledger (${p.value}; this one is ${p.own})`, 'Import it where the list was written.'],
    (p) => [`这一行属于另一个账本（${p.value}，当前账本是 ${p.own}）`, '请在写出这份名单的账本里导入。'],
  ),
  'list.customer': both(
    (p) => [
      `there is no customer ${p.value} any more: erased, or the import that brought it was taken back`,
      'Nothing was recorded for it. To look for somebody: crm list name:PART',
    ],
    (p) => [
      `客户 ${p.value} 已不在账本里：已被删除，或当初的导入已撤销`,
      '这一行没有记录。查找客户：crm list name:名字的一部分',
    ],
  ),
  'list.merged': both(
    (p) => [`${p.value} is one customer with ${p.who} now; recorded there`, 'To see all of it: crm show CUSTOMER'],
    (p) => [`${p.value} 现在与 ${p.who} 是同一位客户，已记在那里`, '查看全部：crm show 客户'],
  ),
  'list.again': both(
    (p) => [
      `this row was read before and said something else; both are kept for ${p.who}`,
      'If the first was wrong, take its batch back: crm imports, then crm undo BATCH',
    ],
    (p) => [
      `这一行以前导入过，内容不同；${p.who} 的两次记录都保留`,
      '如果前一次不对，请撤销那个批次：crm imports 查看，再 crm undo 批次',
    ],
  ),
  'list.refused': both(
    (p) => [
      `${p.who} wants no more contact, and is still in the lists`,
      `If that is for good, take the customer off them: crm edit ${p.id} --consent no`,
    ],
    (p) => [`${p.who} 不想再被联系，但仍在名单里`, `如果以后都不联系，请记下退订：crm edit ${p.id} --consent no`],
  ),
  'list.word': both(
    (p) => [
      `"${p.value}" is not in the list of words${p.near === '' ? '' : `; near: ${p.near}`}`,
      `Choose one of: ${p.allowed}. Your own words go into the note.`,
    ],
    (p) => [
      `没有“${p.value}”这个选项${p.near === '' ? '' : `，相近的有：${p.near}`}`,
      `可以选：${p.allowed}。其他说明请写在内容里。`,
    ],
  ),
  'list.amount': both(
    (p) => [`not an amount: "${p.value}"`, 'Write a number of the base currency, as 5000 or 49.90.'],
    (p) => [`不是金额：“${p.value}”`, '请按本位币写数字，如 5000 或 49.90。'],
  ),
  'list.amount-open': both(
    (p) => [`thousands, or three decimals? "${p.value}"`, 'Write it without a point, as 1500, or with two decimals.'],
    (p) => [`分不清是千位还是小数：“${p.value}”`, '请不写点（如 1500），或写两位小数。'],
  ),
  'list.currency': both(
    (p) => [
      `the amount is not in the base currency: "${p.value}"${p.own === '' ? '; none is set yet' : ` (that is ${p.own})`}`,
      'Write the number alone, in the base currency; to see or set it: crm config get currency.base',
    ],
    (p) => [
      `金额不是本位币：“${p.value}”${p.own === '' ? '；还没有设置本位币' : `（本位币是 ${p.own}）`}`,
      '请只写数字，按本位币；查看或设置：crm config get currency.base',
    ],
  ),
  'list.date': both(
    (p) => [`not a date: "${p.value}"`, 'Write it as 2026-12-01.'],
    (p) => [`不是日期：“${p.value}”`, '请写成 2026-12-01 这样。'],
  ),
  'list.date-open': both(
    (p) => [`day or month first? "${p.value}"`, 'Write it with the year in front, as 2026-12-01.'],
    (p) => [`分不清月和日：“${p.value}”`, '请把年份写在前面，如 2026-12-01。'],
  ),
  'list.date-over': both(
    (p) => [
      `the next date is not later: ${p.value} (today is ${p.day})`,
      'Write a day to come, or leave the cell blank.',
    ],
    (p) => [`下次跟进日期已经过了：${p.value}（今天是 ${p.day}）`, '请写今天以后的日期，或者留空。'],
  ),
  'list.date-ahead': both(
    (p) => [`the contact is said to be on a day to come: ${p.value} (today is ${p.day})`, 'Write the day it was.'],
    (p) => [`跟进日期还没到：${p.value}（今天是 ${p.day}）`, '请写实际联系的那一天。'],
  ),
}
