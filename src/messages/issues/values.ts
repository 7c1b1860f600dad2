import { fromBuddhist, isBuddhist } from '../../core/values/eras.js'
import { both, type Sayings } from './saying.js'

type Value = string | number | undefined

/** Numbers whose order may be another one. */
const isNumeric = (value: Value): boolean => /^\d{1,4}([-./])\d{1,2}\1\d{1,4}(?!\d)/.test(String(value))

const yearOf = (value: Value): string => /^\d+/.exec(String(value))?.[0] ?? ''

/** Findings about dates, amounts, texts and rows. */
export const valueIssues: Sayings = {
  'date.invalid': both(
    (p) => [
      `not a date: "${p.value}"`,
      isNumeric(p.value)
        ? 'Correct the date (written as 2026-10-06), or name the order of its parts with --date-order ymd, dmy or mdy.'
        : 'Correct the date: written as 2026-10-06 it is always understood.',
    ],
    (p) => [
      `不是日期：“${p.value}”`,
      isNumeric(p.value)
        ? '请改正日期，写成 2026-10-06 或 10月6日；如果只是年月日顺序不同，请加 --date-order ymd、dmy 或 mdy。'
        : '请改正日期，写成 2026-10-06 或 10月6日。',
    ],
  ),
  'date.republican': both(
    (p) => [
      `not a date: "${p.value}"`,
      `If ${yearOf(p.value)} is a year of the Republic of China (Taiwan), write ${1911 + Number(yearOf(p.value))}, or 民國 in front of it.`,
    ],
    (p) => [
      `不是日期：“${p.value}”`,
      `如果 ${yearOf(p.value)} 是民国年份，请改成 ${1911 + Number(yearOf(p.value))}，或在前面写上“民國”。`,
    ],
  ),
  'date.turned': both(
    (p) => [
      `day and month were swapped by the spreadsheet program: ${p.value} taken as ${p.day}`,
      'It could read only some of the dates in this column, and read those the wrong way round; the others it left as texts. If these dates are right, write the texts as 2026-10-06 in the file and import it again.',
    ],
    (p) => [
      `表格软件把日和月弄反了：${p.value} 按 ${p.day} 计入`,
      '这一列的日期它只认出了一部分，认出来的日月都反了，没认出来的还是文字。如果这些日期本来就对，请把那些文字日期改写成 2026-10-06 的样子，再导入一次。',
    ],
  ),
  'date.other-year': both(
    (p) => [
      `"${p.value}" taken as ${p.day}, across the new year from the month of the sheet`,
      'If that is the wrong year, write the year into the date and import the file again.',
    ],
    (p) => [`“${p.value}”与表的月份隔着年，按 ${p.day} 计入`, '年份不对的话，请在日期里写上年份，再导入一次。'],
  ),
  'date.ignored': both(
    (p) => [`not a date, left out: "${p.value}"`, 'The rest was taken without it.'],
    (p) => [`不是日期，已略过：“${p.value}”`, '其余内容已导入，只是没有这个日期。'],
  ),
  'date.ignored-no-year': both(
    (p) => [
      `a day without a year, left out: "${p.value}"`,
      'Put the year into the name of the file or of the sheet (for example "contacts 2026"), or into the dates, and import it again.',
    ],
    (p) => [
      `日期没有写年份，已略过：“${p.value}”`,
      '请把年份写进文件名或工作表名（如“2026年跟进记录”），或补在日期里，再导入一次。',
    ],
  ),
  'detail.unread': both(
    (p) => [
      `not understood, left out: "${p.value}"`,
      'A birthday is written 1990-05-03, 05-03 or lunar 8-15, a language and a channel by their names, a contact person as name, role, phone; correct the cell and import the file again, or type it: crm edit CUSTOMER --birthday 05-03',
    ],
    (p) => [
      `看不懂，已略过：“${p.value}”`,
      '生日写成 1990-05-03、5月3日或农历八月十五，语言和渠道写名称，联系人写姓名、职务、电话；请改好后再导入，或直接填写：crm edit 客户 --birthday 05-03',
    ],
  ),
  'value.unread': both(
    (p) => [
      `not understood, left out: "${p.value}"`,
      'A rating is a number from 1 to 5, points are a whole number; correct the cell and import the file again.',
    ],
    (p) => [`看不懂，已略过：“${p.value}”`, '评分是 1 到 5 的数字，积分是整数；改好这一格再导入一次。'],
  ),
  'value.consent': both(
    (p) => [
      `neither yes nor no, consent left as not known: "${p.value}"`,
      'Write yes or no into the cell and import the file again, or type it: crm edit CUSTOMER --consent no',
    ],
    (p) => [
      `看不出同意还是不同意，按未知处理：“${p.value}”`,
      '请在这一格写“是”或“否”再导入一次，或直接填写：crm edit 客户 --consent no',
    ],
  ),
  'value.severity': both(
    (p) => [
      `no severity we know: "${p.value}"; the complaint is taken as normal`,
      'Severities are low, normal and high; correct the cell and import the file again.',
    ],
    (p) => [`不认识的严重程度：“${p.value}”；这条投诉按一般导入`, '严重程度写轻微、一般或严重；改好这一格再导入一次。'],
  ),
  'value.satisfied': both(
    (p) => [
      `neither satisfied nor unsatisfied, left out: "${p.value}"`,
      'Write yes or no into the cell and import the file again, or record it: crm feedback satisfied F-…, crm feedback reopen F-…',
    ],
    (p) => [
      `看不出客户是否满意，已略过：“${p.value}”`,
      '请写“满意”或“不满意”再导入一次，或直接记录：crm feedback satisfied F-……、crm feedback reopen F-……',
    ],
  ),
  'value.amount': both(
    (p) => [
      `not an amount, left out: "${p.value}"`,
      'The lead was taken without it. Write the amount as a number, for example 5000.00, and import the file again, or give it: crm lead note CUSTOMER --amount 5000',
    ],
    (p) => [
      `不是金额，已略过：“${p.value}”`,
      '线索已导入，只是没有这个金额。金额写成数字，如 5000.00，再导入一次；或直接填写：crm lead note 客户 --amount 5000',
    ],
  ),
  'value.currency': both(
    (p) => [
      `no currency we know: "${p.value}"; the amount beside it is left out`,
      'Write its code, for example USD or CNY, and import the file again.',
    ],
    (p) => [`不认识的币种：“${p.value}”；旁边的金额已略过`, '请写币种代码，如 USD、CNY，再导入一次。'],
  ),
  'value.second-balance': both(
    (p) => [
      `a second balance of points of the person of row ${p.value}: they are not added up`,
      'The row of the later day counts, on one day the last of them. If the points belong together, put them into one row with the sum and import the file again.',
    ],
    (p) => [
      `和第 ${p.value} 行是同一个人的另一个积分余额：两行不相加`,
      '以日期较晚的一行为准，同一天的以最后一行为准。如果积分本来要相加，请把两行合成一行、写上合计后再导入一次。',
    ],
  ),
  'value.later': both(
    (p) => [
      `this has not happened yet, left out: "${p.value}"`,
      'The day lies after today. Correct the cell and import the file again.',
    ],
    (p) => [`还没到这一天，已略过：“${p.value}”`, '这个日期在今天之后。改好这一格再导入一次。'],
  ),
  'value.earlier': both(
    (p) => [
      `before the day of the complaint, left out: "${p.value}"`,
      'Correct one of the two days and import the file again, or say what was done: crm feedback resolve F12 "what was done"',
    ],
    (p) => [
      `早于投诉日期，已略过：“${p.value}”`,
      '请改好两个日期中的一个再导入一次，或直接记下：crm feedback resolve F12 "怎么处理的"',
    ],
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
    (p) => [
      `the day is years ahead: ${p.value}`,
      isBuddhist(String(p.value))
        ? `Correct the date: a Buddhist year beside others is not taken for one; write ${fromBuddhist(String(p.value))}.`
        : 'Correct the date; the year is probably mistyped.',
    ],
    (p) => [
      `日期在好几年以后：${p.value}`,
      isBuddhist(String(p.value))
        ? `请改正日期：佛历年份和公历混在一列时不换算，请写成 ${fromBuddhist(String(p.value))}。`
        : '请改正日期，多半是年份写错了。',
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
}
