import { ofRow, type Sayings } from './saying.js'

/** Findings about the cells of a list that was worked in. */
export const listIssues: Sayings = {
  'list.no-key': ofRow(
    () => [
      'something is filled in, but the row has no key, so nobody knows whom it is about',
      'Record it by hand: crm log CUSTOMER "what was said"',
    ],
    () => ['填了内容，但这一行没有编号，不知道是哪位客户', '请用命令补记：crm log 客户 "说了什么"'],
  ),
  'list.bad-key': ofRow(
    (p) => [
      `the key was changed and cannot be read any more: "${p.value}"`,
      'Copy the key of this row from the list as it was written, or record it by hand: crm log CUSTOMER "what was said"',
    ],
    (p) => [
      `编号被改过，认不出来了：“${p.value}”`,
      '请从原来的名单里把这一行的编号复制过来，或用命令补记：crm log 客户 "说了什么"',
    ],
  ),
  'list.word': ofRow(
    (p) => [
      `"${p.value}" is not in the list of words${p.near === '' ? '' : `; near: ${p.near}`}`,
      `Choose one of: ${p.allowed}. Your own words go into the note.`,
    ],
    (p) => [
      `没有“${p.value}”这个选项${p.near === '' ? '' : `，相近的有：${p.near}`}`,
      `可以选：${p.allowed}。其他说明请写在内容里。`,
    ],
  ),
  'list.amount': ofRow(
    (p) => [`not an amount: "${p.value}"`, 'Write a number of the base currency, as 5000 or 49.90.'],
    (p) => [`不是金额：“${p.value}”`, '请按本位币写数字，如 5000 或 49.90。'],
  ),
  'list.amount-open': ofRow(
    (p) => [`thousands, or three decimals? "${p.value}"`, 'Write it without a point, as 1500, or with two decimals.'],
    (p) => [`分不清是千位还是小数：“${p.value}”`, '请不写点（如 1500），或写两位小数。'],
  ),
  'list.currency': ofRow(
    (p) => [
      `the amount is not in the base currency: "${p.value}"${p.own === '' ? '; none is set yet' : ` (that is ${p.own})`}`,
      'Write the number alone, in the base currency; to see or set it: crm config get currency.base',
    ],
    (p) => [
      `金额不是本位币：“${p.value}”${p.own === '' ? '；还没有设置本位币' : `（本位币是 ${p.own}）`}`,
      '请只写数字，按本位币；查看或设置：crm config get currency.base',
    ],
  ),
  'list.date': ofRow(
    (p) => [`not a date: "${p.value}"`, 'Write it as 2026-12-01.'],
    (p) => [`不是日期：“${p.value}”`, '请写成 2026-12-01 这样。'],
  ),
  'list.date-open': ofRow(
    (p) => [`day or month first? "${p.value}"`, 'Write it with the year in front, as 2026-12-01.'],
    (p) => [`分不清月和日：“${p.value}”`, '请把年份写在前面，如 2026-12-01。'],
  ),
  'list.date-over': ofRow(
    (p) => [`the day must lie ahead: ${p.value} (today is ${p.day})`, 'Write a day to come, or leave the cell blank.'],
    (p) => [`日期要在今天以后：${p.value}（今天是 ${p.day}）`, '请写今天以后的日期，或者留空。'],
  ),
  'list.counted': ofRow(
    (p) => [
      `"${p.value}" was counted from the day of the list, ${p.own}: ${p.day}`,
      'If you meant another day, write it out, as 2026-12-01, and import the list again after crm undo.',
    ],
    (p) => [
      `“${p.value}”是从名单的日期 ${p.own} 算起的：${p.day}`,
      '如果指的是别的日子，请先 crm undo，写明日期（如 2026-12-01）后再导入。',
    ],
  ),
  'list.date-ahead': ofRow(
    (p) => [`the contact is said to be on a day to come: ${p.value} (today is ${p.day})`, 'Write the day it was.'],
    (p) => [`跟进日期还没到：${p.value}（今天是 ${p.day}）`, '请写实际联系的那一天。'],
  ),
}
