import type { Issue } from '../core/values/issue.js'
import type { Lang } from '../core/values/lang.js'
import { formatMinor } from '../core/values/money.js'

type Params = Issue['params']

/** The finding in words, and what to do about it. */
type Saying = (p: Params) => readonly [sentence: string, hint: string]

const both = (en: Saying, zh: Saying): Readonly<Record<Lang, Saying>> => ({ en, zh })

/** What is wrong with the data and what to do about it; `p` holds the issue's parameters. */
export const issueWords: Readonly<
  Record<string, Readonly<Record<Lang, (p: Params) => readonly [sentence: string, hint: string]>>>
> = {
  'date.invalid': both(
    (p) => [
      `not a date: "${p.value}"`,
      'Correct the date (written as 2026-10-06), or name the order of its parts with --date-order ymd, dmy or mdy.',
    ],
    (p) => [
      `不是日期：“${p.value}”`,
      '请改正日期，写成 2026-10-06 或 10月6日；如果只是年月日顺序不同，请加 --date-order ymd、dmy 或 mdy。',
    ],
  ),
  'date.ignored': both(
    (p) => [`not a date, left out: "${p.value}"`, 'The rest was taken without it.'],
    (p) => [`不是日期，已略过：“${p.value}”`, '其余内容已导入，只是没有这个日期。'],
  ),
  'value.unread': both(
    (p) => [
      `not understood, left out: "${p.value}"`,
      'A rating is a number from 1 to 5, points are a whole number; correct the cell and import the file again.',
    ],
    (p) => [`看不懂，已略过：“${p.value}”`, '评分是 1 到 5 的数字，积分是整数；改好这一格再导入一次。'],
  ),
  'date.missing': both(
    () => ['the order has no date', 'Fill in the day of the order; without it the order cannot be placed in time.'],
    () => ['订单没有日期', '请补上下单日期，没有日期的订单无法计入任何时段。'],
  ),
  'date.no-year': both(
    (p) => [
      `a day without a year: "${p.value}"`,
      'Put the year into the name of the file or of the sheet (for example "orders 2026"), or into the dates.',
    ],
    (p) => [`日期没有写年份：“${p.value}”`, '请把年份写进文件名或工作表名（如“2026年订单”），或补在日期里。'],
  ),
  'date.future': both(
    (p) => [
      `the day lies in the future: ${p.value}`,
      'The order was taken; it counts from that day on. Check the date.',
    ],
    (p) => [`日期在未来：${p.value}`, '订单已导入，到了那一天才计入。请核对日期。'],
  ),
  'date.too-old': both(
    (p) => [
      `"${p.value}" would be the day ${p.day}`,
      'The cell probably holds no date: Excel keeps 10.6 as a number. Write the day as 2026-10-06.',
    ],
    (p) => [
      `“${p.value}”会变成 ${p.day}`,
      '这一格多半不是日期：在 Excel 里填 10.6 会存成数字。请写成 2026-10-06 或 10月6日。',
    ],
  ),
  'date.far-future': both(
    (p) => [`the day is years ahead: ${p.value}`, 'Correct the date; the year is probably mistyped.'],
    (p) => [`日期在好几年以后：${p.value}`, '请改正日期，多半是年份写错了。'],
  ),
  'refund.unknown': both(
    () => [
      'partly refunded, but the file does not say how much',
      'The order counts in full until a file with the refund is imported; export it with the refund column.',
    ],
    () => ['部分退款，但表里没有退款金额', '在导入带退款金额的表之前，这个订单按全额计算；请导出时勾选退款金额。'],
  ),
  'refund.exceeds': both(
    () => ['more was refunded than was paid', 'The difference lowers the customer’s net revenue. Check both amounts.'],
    () => ['退款多于实付金额', '多退的部分会从该客户的净销售额里扣除，请核对两个金额。'],
  ),
  'refund.loose': both(
    (p) => [
      `${p.value} was given back and the row does not say for which sale: not taken off`,
      'Put the sale’s own number into the order number column of the row, save the file, and import it again; then it is taken off.',
    ],
    (p) => [
      `退款 ${p.value} 没写是哪一笔收入的，没有扣除`,
      '请在这一行的订单号（商户单号）里填上那笔收入的单号，保存后再导入一次，就会扣除。',
    ],
  ),
  'orders.purchases': both(
    (p) => [
      `one buyer ("${p.value}") and several sellers: this looks like a list of what you bought`,
      'If it is, take it back with `crm undo` and export the orders you sold instead.',
    ],
    (p) => [
      `买家只有“${p.value}”一个，卖家却有好几个：这像是您自己的采购单`,
      '如果是采购单，请用 `crm undo` 撤销，改为导出“已卖出”的订单。',
    ],
  ),
  'total.differs': both(
    (p) => [
      `the sheet's own total is ${formatMinor(Number(p.stated), String(p.currency))}, its orders add up to ${formatMinor(Number(p.sum), String(p.currency))}`,
      'The orders were taken as they are; the total was not. Check whether rows are missing or the total is out of date; Excel does not add up amounts that stand as text.',
    ],
    (p) => [
      `表里的合计是 ${formatMinor(Number(p.stated), String(p.currency))}，各订单相加是 ${formatMinor(Number(p.sum), String(p.currency))}`,
      '订单按各行导入，合计不导入。请核对是否缺了行、合计没有更新，或有的金额是文本格式（Excel 求和时不算）。',
    ],
  ),
  'text.mojibake': both(
    (p) => [
      `garbled text: "${p.value}"`,
      'The file was saved in the wrong encoding before. Take the original export; if it is garbled there too, try --encoding gb18030 or utf-8.',
    ],
    (p) => [
      `乱码：“${p.value}”`,
      '文件之前存错了编码，请用平台导出的原文件；仍是乱码请试 --encoding gb18030 或 utf-8。',
    ],
  ),
  'phone.invalid': both(
    (p) => [
      `not a phone number: "${p.value}"`,
      'It was left out; correct it in the file to reach the customer by phone.',
    ],
    (p) => [`不是电话号码：“${p.value}”`, '没有采用，改正后重新导入才能电话联系。'],
  ),
  'phone.no-country': both(
    (p) => [
      `a phone without its country, kept out of the file: "${p.value}"`,
      'Write it with + and the country code (+44 20 …), or add a Country column; then it is read, and joins the orders of one customer.',
    ],
    (p) => [
      `电话看不出是哪个国家的，没有采用：“${p.value}”`,
      '请写成带 + 和国家代码的号码（如 +44 20 …），或加一列“国家”；这样才能识别，并用来合并同一位客户。',
    ],
  ),
  'phone.wrong-length': both(
    (p) => [
      `a mobile number with a digit too few or too many: "${p.value}"`,
      'Mainland mobiles have 11 digits. It was left out; ask the customer, correct it and import the file again.',
    ],
    (p) => [
      `手机号位数不对：“${p.value}”`,
      '手机号应为 11 位，这个多了或少了，没有采用；请向客户核对，改好后重新导入。',
    ],
  ),
  'phone.second': both(
    (p) => [
      `a second phone in the cell: "${p.value}"`,
      'The first one is used; put the second into a column of its own.',
    ],
    (p) => [`一格里有两个电话，第二个是“${p.value}”`, '只采用第一个，第二个请另放一列。'],
  ),
  'amount.about': both(
    (p) => [
      `written as an estimate, taken as it stands: "${p.value}"`,
      'Put in the exact amount once you know it, and import the file again.',
    ],
    (p) => [`写的是大约数，按这个数计入：“${p.value}”`, '知道准确金额后请改在表里，再导入一次。'],
  ),
  'amount.invalid': both(
    (p) => [
      `not an amount: "${p.value}"`,
      'Write a plain number like 1234.50; if a comma marks the decimals, add --decimal comma.',
    ],
    (p) => [`不是金额：“${p.value}”`, '请写成 1234.50 这样的数字；如果小数点用逗号，请加 --decimal comma。'],
  ),
  'amount.too-large': both(
    () => [
      'price times quantity is too large to be an amount',
      'Check the two cells; one of them probably holds an order number or a phone.',
    ],
    () => ['数字太大，不可能是金额', '请检查这一行，多半把订单号或电话填成了金额。'],
  ),
  'amount.missing': both(
    () => ['the order is paid but has no amount', 'Fill in the amount, or set the status to unpaid or cancelled.'],
    () => ['订单已付款但没有金额', '请补上金额，或把状态改成未付款、已取消。'],
  ),
  'cost.ignored': both(
    (p) => [
      `not an amount, left out: "${p.value}"`,
      'This keeps no order out; what it cost is unknown. Write the amount as a number, as soon as you know it, and import the file again.',
    ],
    (p) => [
      `不是金额，已略过：“${p.value}”`,
      '这一项不影响订单导入，只是成本或费用未知。金额确定后填成数字，再导入一次即可。',
    ],
  ),
  'cost.other-currency': both(
    (p) => [
      `this is in ${p.cost}, the order in ${p.order}: left out`,
      'This keeps no order out; what it cost is unknown. Write costs and fees in the currency of the sale. If the sales are in another currency than said here, name it with --currency.',
    ],
    (p) => [
      `这里是 ${p.cost}，订单是 ${p.order}：没有采用`,
      '这一项不影响订单导入，只是成本或费用未知。请把成本和费用换算成订单的币种；如果这里说的订单币种不对，请用 --currency 注明。',
    ],
  ),
  'amount.rounded': both(
    () => ['more decimals than the currency has; rounded half up', 'The order was taken with the rounded amount.'],
    () => ['小数位多于该币种，已四舍五入', '订单已按四舍五入后的金额导入。'],
  ),
  'currency.unknown': both(
    (p) => [`not a currency: "${p.value}"`, 'Use a three-letter code like USD, EUR or CNY.'],
    (p) => [`不是币种：“${p.value}”`, '请写三个字母的币种代码，如 CNY、USD、EUR。'],
  ),
  'cell.error': both(
    (p) =>
      p.error === 'no-value'
        ? [
            'the formula in the cell was never calculated',
            'Open the file in Excel or WPS and save it once: that calculates its formulas. Then import it again.',
          ]
        : [
            `the cell holds an error instead of a value: ${p.error}`,
            'Open the file in Excel or WPS, mend the formula, save it and import again.',
          ],
    (p) =>
      p.error === 'no-value'
        ? ['单元格里的公式还没有算出结果', '请用 Excel 或 WPS 打开原文件，保存一次（公式会随之算出），再重新导入。']
        : [`单元格是错误值：${p.error}`, '请在 Excel 或 WPS 里修好公式，保存后再导入。'],
  ),
  'row.short': both(
    (p) => [
      `the row has ${p.cells} cells, the header ${p.expected}`,
      'A line break or a quote is probably missing; mend the row in the file.',
    ],
    (p) => [`这一行有 ${p.cells} 格，表头有 ${p.expected} 格`, '多半是少了引号或多了换行，请在文件里改好这一行。'],
  ),
  'row.long': both(
    (p) => [
      `the row has ${p.cells} cells, the header ${p.expected}`,
      'A comma inside a text needs quotes around the text; mend the row in the file.',
    ],
    (p) => [
      `这一行有 ${p.cells} 格，表头只有 ${p.expected} 格`,
      '内容里有逗号时要用引号括起来，请在文件里改好这一行。',
    ],
  ),
  'order-id.missing': both(
    () => ['this row has no order number', 'Fill in the order number, so that the same order is not counted twice.'],
    () => ['这一行没有订单号', '请补上订单号，避免同一订单重复计算。'],
  ),
  'order-id.damaged': both(
    (p) => [
      `Excel has dropped digits of this order number: "${p.value}"`,
      'The lost digits cannot be brought back here: export the file again and import it without opening it in Excel. To take the numbers as they stand: --force',
    ],
    (p) => [
      `订单号被 Excel 改坏了，丢了几位数字：“${p.value}”`,
      '丢掉的数字找不回来：请从平台重新导出，不要用 Excel 打开保存，直接导入。一定要照样导入请加 --force。',
    ],
  ),
  'order-id.forced': both(
    (p) => [
      `Excel has dropped digits of this order number, taken as it stands: "${p.value}"`,
      'Orders whose numbers differ only in the lost digits cannot be told apart. Take it back with crm undo if you find the original export.',
    ],
    (p) => [
      `订单号被 Excel 改坏了，按现在的样子导入：“${p.value}”`,
      '只在丢掉的几位上不同的订单会混在一起；找到原文件后请用 crm undo 撤销再导入。',
    ],
  ),
  'id.damaged': both(
    (p) => [
      `Excel has dropped digits of this id, it is not used: "${p.value}"`,
      'Export the file again and import it without saving it in Excel.',
    ],
    (p) => [`编号被 Excel 改坏了，不采用：“${p.value}”`, '请重新导出，不要用 Excel 另存。'],
  ),
  'phone.masked': both(
    (p) => [
      `masked phone, kept out of the file: "${p.value}"`,
      'Platforms hide numbers in some exports; nobody is joined by a masked one.',
    ],
    (p) => [`号码已打码，不采用：“${p.value}”`, '平台导出时会隐藏号码，打码的号码不会用来合并客户。'],
  ),
  'phone.digits-lost': both(
    (p) => [
      `Excel has dropped digits of this phone: "${p.value}"`,
      'In Excel, format the column as text and fill the numbers in again.',
    ],
    (p) => [`电话被 Excel 改坏了：“${p.value}”`, '请在 Excel 里把该列设成文本格式，再重新填写号码。'],
  ),
  'customer.nameless': both(
    () => ['the row names no customer', 'Fill in a name, a phone, an e-mail or a customer number.'],
    () => ['这一行没有客户', '请填写姓名、电话、邮箱或客户编号。'],
  ),
  'order.arrival': both(
    (p) => [
      `two files from the same time say different things of ${p.number === '' ? 'this order' : `order ${p.number}`}`,
      'What was imported last counts. If that is wrong: crm undo.',
    ],
    (p) => [
      `同一时间的两个文件，对${p.number === '' ? '这笔订单' : `订单 ${p.number} `}的记录不一样`,
      '以最后导入的为准；不对请 crm undo 撤销。',
    ],
  ),
  'order.conflict': both(
    (p) => [
      `order ${p.number} is known with another day and another buyer`,
      'If this file is from another of your shops, name it: --shop "My second shop".',
    ],
    (p) => [
      `订单 ${p.number} 已存在，但日期和买家都不同`,
      '如果这是您另一家店铺的文件，请注明店铺：--shop "第二家店"。',
    ],
  ),
  'twin.answer': both(
    (p) => [`neither yes nor no: "${p.value}"`, 'Write yes or no, or leave the cell blank.'],
    (p) => [`不是“是”也不是“否”：“${p.value}”`, '请填“是”或“否”，不确定就留空。'],
  ),
  'twin.unknown': both(
    (p) => [`no such pair: "${p.value}"`, 'Write the list anew and answer there: crm dupes -o twins.xlsx'],
    (p) => [`没有这一组客户：“${p.value}”`, '请重新导出后再填写：crm dupes -o 重复客户.xlsx'],
  ),
  'twin.joined': both(
    () => ['they are one customer already, so "no" changes nothing', 'To take them apart: crm undo, or crm split'],
    () => ['这两位已经是同一位客户，填“否”不起作用', '要分开请用 crm undo 撤销合并，或用 crm split 拆分'],
  ),
}
