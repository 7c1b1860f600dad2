import { both, ofRow, type Sayings } from './saying.js'

/** Findings about whose the rows of a list are that was worked in. */
export const listCustomerIssues: Sayings = {
  'list.ledger': ofRow(
    (p) => [`the row is of another ledger (${p.value}; this one is ${p.own})`, 'Import it where the list was written.'],
    (p) => [`这一行属于另一个账本（${p.value}，当前账本是 ${p.own}）`, '请在写出这份名单的账本里导入。'],
  ),
  'list.customer': ofRow(
    (p) => [
      `there is no customer ${p.value} any more: erased, or the import that brought it was taken back`,
      'Nothing was recorded for it. To look for somebody: crm list name:PART',
    ],
    (p) => [
      `客户 ${p.value} 已不在账本里：已被删除，或当初的导入已撤销`,
      '这一行没有记录。查找客户：crm list name:名字的一部分',
    ],
  ),
  'list.mixed-up': both(
    (p) => [
      `the row says it is of ${p.value}, and its key is of ${p.who}: nobody knows whom it is about`,
      'The sheet was sorted without its column Key. Put the columns together again as they were written, or record it by hand: crm log CUSTOMER "what was said"',
    ],
    (p) => [
      `这一行写的是 ${p.value}，编号却是 ${p.who} 的，不知道是哪一位`,
      '可能排序时漏了“编号”这一列。请按原来的名单对好再导入，或用命令补记：crm log 客户 "说了什么"',
    ],
  ),
  'list.other-name': both(
    (p) => [
      `nobody is called "${p.value}" here; by its key the row is of ${p.who}, and recorded there`,
      'If that is wrong: crm undo',
    ],
    (p) => [`账本里没有“${p.value}”；按编号这一行是 ${p.who} 的，已记在那里`, '如果不对：crm undo'],
  ),
  'list.merged': both(
    (p) => [`${p.value} is one customer with ${p.who} now; recorded there`, 'To see all of it: crm show CUSTOMER'],
    (p) => [`${p.value} 现在与 ${p.who} 是同一位客户，已记在那里`, '查看全部：crm show 客户'],
  ),
  'list.again': both(
    (p) => [
      `this row was read before and said something else; both are kept for ${p.who}`,
      p.batch === 0
        ? 'If one of them is wrong: crm undo, correct the sheet, and import it again.'
        : `If what it said before is wrong: crm undo ${p.batch}, then import this sheet again, which brings back the other rows of that batch.`,
    ],
    (p) => [
      `这一行以前导入过，内容不同；${p.who} 的两次记录都保留`,
      p.batch === 0
        ? '如果有一条不对：先 crm undo，改好表格再导入。'
        : `如果以前那次不对：先 crm undo ${p.batch}，再导入这份表，那一批的其他行会一起恢复。`,
    ],
  ),
  'list.refused': both(
    (p) => [
      `${p.who} wants no more contact, and is still in the lists`,
      `If that is for good, take the customer off them: crm edit ${p.id} --consent no`,
    ],
    (p) => [`${p.who} 不想再被联系，但仍在名单里`, `如果以后都不联系，请记下退订：crm edit ${p.id} --consent no`],
  ),
  'list.no-consent': both(
    (p) => [
      `${p.who} does not want to be contacted: what falls due of them does not come up in crm due`,
      `If they agree again: crm edit ${p.id} --consent yes`,
    ],
    (p) => [`${p.who} 不愿再被联系，到期不会出现在 crm due 里`, `如果客户又同意了：crm edit ${p.id} --consent yes`],
  ),
  'list.blocked-since': both(
    (p) => [
      `${p.who} is delisted by now; recorded all the same, and they stay out of crm due and of every other list`,
      `To see what was recorded: crm show ${p.id}. To lift it: crm unblock ${p.id}`,
    ],
    (p) => [
      `${p.who} 现在已摘牌（停止往来）；这一行照样已记录，crm due 和各名单里仍不会出现`,
      `查看记录：crm show ${p.id}。取消摘牌：crm unblock ${p.id}`,
    ],
  ),
  'list.blocked': both(
    (p) => [
      `${p.who} is delisted: what falls due of them does not come up in crm due`,
      `To lift it: crm unblock ${p.id}`,
    ],
    (p) => [`${p.who} 已摘牌（停止往来），到期不会出现在 crm due 里`, `取消摘牌：crm unblock ${p.id}`],
  ),
  'list.no-measure': both(
    (p) => [`${p.who}: no countermeasure is written`, 'Write under Countermeasure what will be done.'],
    (p) => [`${p.who} 没有写对策`, '请在“对策”一列写明打算怎么做。'],
  ),
}
