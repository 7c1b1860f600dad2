import { bilingual } from '../../core/values/lang.js'
import { type Errors, said } from '../sentence.js'

/** What is said of a spreadsheet whose rows cannot be taken as orders or customers. */
export const importErrors: Errors = {
  'import.empty': bilingual(
    said('"{file}" has no rows.', 'Export it again, with a time span in which there were orders.'),
    said('“{file}”里没有任何行。', '请重新导出，选择有订单的时间段。'),
  ),
  'import.header-only': bilingual(
    said(
      '"{file}" has column names in row {row} and nothing below them.',
      'Export it again, with a time span in which there were orders.',
    ),
    said('“{file}”第 {row} 行是表头，下面没有数据。', '请重新导出，选择有订单的时间段。'),
  ),
  'import.products-only': bilingual(
    said(
      '"{file}" is a list of products: there are no orders or customers in it, so nothing was imported.',
      'Import the orders of the same shop; products come with them.',
    ),
    said('“{file}”是商品清单，里面没有订单或客户，没有导入任何内容。', '请导入同一店铺的订单，商品会随订单一起进来。'),
  ),
  'import.month-pivot': bilingual(
    said(
      '"{file}" is a summary with months beside each other ({months}), not a list of orders; nothing was imported.',
      'Import the list it was made from, with one row for each order (a day, a customer and an amount): export the orders from your shop.',
    ),
    said(
      '“{file}”是按月份横排的汇总表（{months}），不是订单明细，没有导入任何内容。',
      '请导入汇总之前的明细，每个订单一行，有日期、客户和金额：从店铺后台导出订单即可。',
    ),
  ),
  'import.rating-scale': bilingual(
    said(
      '"{file}" holds ratings of up to {scale} ("{header}"); ratings are kept as 1 to 5, and nothing was imported.',
      'Add a column named Rating with what they come to out of 5, in Excel {formula} filled down, save the file, and import it again.',
    ),
    said(
      '“{file}”里的评分满分是 {scale} 分（“{header}”），系统只记 1 到 5 分，没有导入任何内容。',
      '请加一列“评分”写上换算成 5 分制的分数，Excel 里用 {formula} 往下填充，保存后再导入。',
    ),
  ),
  'import.two-tables': bilingual(
    said(
      'Two tables stand side by side in "{file}"; nothing was imported.',
      'The first: {left}',
      'The second: {right}',
      'Cut the second one out and paste it into a sheet of its own, save the file, and import it again.',
    ),
    said(
      '“{file}”里左右并排放了两张表，没有导入任何内容。',
      '左边：{left}',
      '右边：{right}',
      '请把右边那张剪切到另一个工作表，保存后再导入。',
    ),
  ),
  'import.tables-below': bilingual(
    said(
      'A second table begins in row {row} of "{file}", below the first; nothing was imported.',
      'The first: {first}',
      'The second: {second}',
      'Cut the second one out and paste it into a sheet of its own, save the file, and import it again.',
      'Only if both hold sales, and each column the same in both: {command}',
    ),
    said(
      '“{file}”从第 {row} 行起是另一张表，上下放了两张表，没有导入任何内容。',
      '上面：{first}',
      '下面：{second}',
      '请把下面那张剪切到另一个工作表，保存后再导入。',
      '只有上下两张都是销售记录、各列含义也相同时，才运行：{command}',
    ),
  ),
  'import.payouts-only': bilingual(
    said('"{file}" ({title}) {holds}; nothing was imported.', '{instead}'),
    said('“{file}”（{title}）{holds}，没有导入任何内容。', '{instead}'),
  ),
  'import.not-understood': bilingual(
    said(
      'None of the columns of "{file}" is known here, so nothing was imported.',
      'It has: {headers}',
      'No column is seen for: {lacking}',
      'Say which column holds what, for example: {command}',
    ),
    said(
      '“{file}”的列都不认识，没有导入任何内容。',
      '表里有这些列：{headers}',
      '没有看到合适的列：{lacking}',
      '请说明哪一列是什么，例如：{command}',
    ),
  ),
  'import.unknown-columns': bilingual(
    said(
      'The columns of "{file}" are not enough to read orders or customers from it; nothing was imported.',
      'Understood: {understood}',
      'It has: {headers}',
      'No column is seen for: {lacking}',
      'Say which columns hold the rest, for example: {command}',
    ),
    said(
      '“{file}”里认得的列不够，读不出订单或客户，没有导入任何内容。',
      '认得：{understood}',
      '表里有这些列：{headers}',
      '没有看到合适的列：{lacking}',
      '请说明其余的在哪一列，例如：{command}',
    ),
  ),
  'import.no-header': bilingual(
    said(
      'Row {row} of "{file}" holds values, not column names; nothing was imported.',
      'The row: {first}',
      'Put a row with a name for each column above it (for example Date, Customer, Amount), save the file, and import it again.',
    ),
    said(
      '“{file}”第 {row} 行已经是数据，没有表头，没有导入任何内容。',
      '这一行是：{first}',
      '请在最上面加一行表头，写明每一列是什么（例如：日期、客户、金额），保存后再导入。',
    ),
  ),
  'import.no-table': bilingual(
    said(
      '"{file}" holds no orders or customers that can be recognised; nothing was imported.',
      'It begins with: {headers}',
      'Import the Excel workbook (.xlsx) or csv file that your shop exports.',
    ),
    said(
      '“{file}”里看不出有订单或客户，没有导入任何内容。',
      '开头是：{headers}',
      '请导入店铺后台导出的 Excel（.xlsx）或 csv 文件。',
    ),
  ),
  'import.no-date': bilingual(
    said(
      '"{file}" has no column that says when orders were placed; nothing was imported.',
      'Understood: {understood}',
      'It has: {headers}',
      'No column is seen for: {lacking}',
      'Say which column holds the date, for example: {command}',
      'If none holds it, add a column named {column} with the day of each sale, save the file, and import it again.',
    ),
    said(
      '“{file}”里找不到下单日期的列，没有导入任何内容。',
      '认得：{understood}',
      '表里有这些列：{headers}',
      '没有看到合适的列：{lacking}',
      '请说明哪一列是日期，例如：{command}',
      '如果表里没有日期，请加一列“{column}”写上每笔的日期，保存后再导入。',
    ),
  ),
  'import.gifts-or-orders': bilingual(
    said(
      '"{file}" has a column of gifts ("{header}") and may list gifts that were given or orders with a gift beside them; nothing was imported.',
      'It has: {headers}',
      'If it is a register of gifts: {gifts}',
      'If it lists orders: {orders}',
    ),
    said(
      '“{file}”里有礼品列（“{header}”），分不清是送礼登记还是带礼品的订单，没有导入任何内容。',
      '表里有这些列：{headers}',
      '如果是送礼登记：{gifts}',
      '如果是订单：{orders}',
    ),
  ),
  'import.gifts-no-day': bilingual(
    said(
      '"{file}" lists gifts and has no column that says when they were given; nothing was imported.',
      'It has: {headers}',
      'Say which column holds the day, for example: {command}',
      'If none holds it, add a column named {column}, save the file, and import it again.',
    ),
    said(
      '“{file}”是送礼登记，但找不到赠送日期的列，没有导入任何内容。',
      '表里有这些列：{headers}',
      '请说明哪一列是日期，例如：{command}',
      '如果没有这样的列，请加一列“{column}”，保存后再导入。',
    ),
  ),
  'import.gifts-no-customer': bilingual(
    said(
      '"{file}" lists gifts and has no column that says to whom they were given; nothing was imported.',
      'It has: {headers}',
      'Say which column holds the customer, for example: {command}',
      'If none holds it, add a column with the name or the phone of the customer, save the file, and import it again.',
    ),
    said(
      '“{file}”是送礼登记，但找不到客户的列，没有导入任何内容。',
      '表里有这些列：{headers}',
      '请说明哪一列是客户，例如：{command}',
      '如果没有这样的列，请加一列客户姓名或手机号，保存后再导入。',
    ),
  ),
  'import.no-amount': bilingual(
    said(
      '"{file}" has no column with the amounts of orders; nothing was imported.',
      'Understood: {understood}',
      'It has: {headers}',
      'No column is seen for: {lacking}',
      'Say which column holds the amount, for example: {command}',
    ),
    said(
      '“{file}”里找不到订单金额的列，没有导入任何内容。',
      '认得：{understood}',
      '表里有这些列：{headers}',
      '没有看到合适的列：{lacking}',
      '请说明哪一列是金额，例如：{command}',
    ),
  ),
  'import.money-flow': bilingual(
    said(
      '"{file}" says what came in and what went out, and no column says what was sold; nothing was imported.',
      'Understood: {understood}',
      'It has: {headers}',
      'What came in may be a loan, a transfer of your own or a refund from a supplier as well: rather import the orders of your shop.',
      'If all that came in are sales (rows without an amount there are rejected): {command}',
      'In a list of customers’ accounts what was sold is the other column; name that one instead: {debit}',
    ),
    said(
      '“{file}”记的是收支，没有哪一列是订单金额，没有导入任何内容。',
      '认得：{understood}',
      '表里有这些列：{headers}',
      '进来的钱不一定是销售，也可能是借款、自己转账或供应商退款：最好导入店铺的订单表。',
      '如果进来的都是销售（那一列空着的行不会导入）：{command}',
      '如果是客户往来账，卖出的金额在另一列，请改写成这一列：{debit}',
    ),
  ),
  'import.garbled': bilingual(
    said(
      '{count} of {all} buyers in "{file}" are written in garbled characters, for example "{sample}"; nothing was imported.',
      'The file was saved in the wrong encoding before. Take the original export; for a csv file try --encoding gb18030 or utf-8.',
      'To import it all the same: --force (garbled names join nobody).',
    ),
    said(
      '“{file}”里 {all} 处客户有 {count} 处是乱码，例如“{sample}”；没有导入任何内容。',
      '文件之前存错了编码，请用平台导出的原文件；csv 文件可以试 --encoding gb18030 或 utf-8。',
      '要照样导入，请加 --force（乱码的姓名不会用来合并客户）。',
    ),
  ),
  'import.which-shop': bilingual(
    said(
      'You have several shops on this platform, and the file does not say which one it is from: {shops}.',
      'Name it, for example: --shop "{example}"',
    ),
    said('您在这个平台有多家店铺，文件里没写是哪一家：{shops}。', '请注明店铺，例如：--shop "{example}"'),
  ),
  'import.all-hidden': bilingual(
    said('All sheets of "{file}" are hidden: {sheets}.', 'Choose one with --sheet.'),
    said('“{file}”的工作表都隐藏了：{sheets}。', '请用 --sheet 指定一个。'),
  ),
  'import.no-sheet': bilingual(
    said('"{file}" has no sheet "{sheet}".', 'Did you mean {near}?', 'It has: {sheets}'),
    said('“{file}”里没有工作表“{sheet}”。', '您是不是要写 {near}？', '里面有：{sheets}'),
  ),
  'import.no-sheets-in-csv': bilingual(
    said('"{file}" is a csv file and has no sheets, so none is called "{sheet}".', 'Leave out --sheet.'),
    said('“{file}”是 csv 文件，没有工作表，也就没有“{sheet}”。', '请去掉 --sheet 再运行一次。'),
  ),
  'import.header-row-beyond': bilingual(
    said(
      '"{file}" has no row {row}: it ends with row {rows}.',
      'Name the row of the column names, as Excel numbers it, or leave out --header-row to have it found.',
    ),
    said(
      '“{file}”没有第 {row} 行：一共只有 {rows} 行。',
      '请写表头所在的行号（Excel 左边的行号），或去掉 --header-row 由程序自动查找。',
    ),
  ),
  'import.header-row-blank': bilingual(
    said(
      'Row {row} of "{file}" is blank; it cannot hold the column names.',
      'Name the row of the column names, as Excel numbers it, or leave out --header-row to have it found.',
    ),
    said(
      '“{file}”第 {row} 行是空行，不是表头。',
      '请写表头所在的行号（Excel 左边的行号），或去掉 --header-row 由程序自动查找。',
    ),
  ),
  'import.bad-currency': bilingual(
    said('"{value}" is no currency.', 'Write its code of three letters, for example: --currency EUR'),
    said('“{value}”不是币种。', '请写三个字母的代码，例如：--currency CNY'),
  ),
  'import.bad-map': bilingual(
    said(
      '--map {value} cannot be followed: it takes FIELD=HEADER.',
      'Did you mean the field {near}?',
      'Example: --map orderId="Order No"',
      'Fields: {fields}',
    ),
    said(
      '看不懂 --map {value}：要写成 字段=表头。',
      '您要的字段是不是 {near}？',
      '例如：--map 订单号="单号"',
      '可以写的字段：{fields}',
    ),
  ),
  'import.map-no-field': bilingual(
    said('There is no field "{field}" for --map.', 'Did you mean {near}?', 'Fields: {fields}'),
    said('--map 没有“{field}”这个字段。', '您要的是不是 {near}？', '可以写的字段：{fields}'),
  ),
  'import.map-twice': bilingual(
    said('--map gives the field {field} twice: "{first}" and "{header}".', 'Keep the one --map that is right.'),
    said('--map 把 {field} 写了两次：“{first}”和“{header}”。', '一个字段只能对应一列，请只保留一个。'),
  ),
  'import.map-no-header': bilingual(
    said('"{file}" has no column "{header}".', 'Did you mean {near}?', 'It has: {headers}'),
    said('“{file}”里没有“{header}”这一列。', '您是不是要写 {near}？', '表里有这些列：{headers}'),
  ),
  'formats.no-saved': bilingual(
    said('There are no named columns with the number {id}.', 'Those there are: crm formats --saved'),
    said('没有编号为 {id} 的指定。', '现有的：crm formats --saved'),
  ),
  'import.strict-rest': bilingual(
    said(
      'Rows with errors: {rejected}. --strict takes all or nothing, so nothing of their sheets was recorded; what stood beside them is imported as batch {batch}.',
      'To take that back too: crm undo {batch}',
      'Correct the rows, or leave out --strict to take the others.',
    ),
    said(
      '有 {rejected} 行有错，而 --strict 要求全部正确：这些表没有记录任何内容；同时导入的其他内容已记录为批次 {batch}。',
      '连同其他内容一起撤销：crm undo {batch}',
      '请改正后再导入，或去掉 --strict 先导入其余的。',
    ),
  ),
  'import.strict': bilingual(
    said(
      'Orders or rows with errors: {rejected}. --strict takes all or nothing, so nothing was imported.',
      'Correct them, or leave out --strict to import the others.',
    ),
    said(
      '有 {rejected} 笔订单或行有错，而 --strict 要求全部正确：没有导入任何内容。',
      '请改正后再导入，或去掉 --strict 先导入其余的。',
    ),
  ),
}
