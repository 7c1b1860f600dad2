import { bilingual } from '../../core/values/lang.js'
import { type Errors, said } from '../sentence.js'

const SAVE_AS = 'Open it in Excel or WPS, save it as an Excel workbook (.xlsx), and import that file.'
const SAVE_AS_ZH = '请用 Excel 或 WPS 打开它，另存为 .xlsx 工作簿，再导入那个文件。'

/** What is said of a file that is no spreadsheet this program can read. */
export const readErrors: Errors = {
  'read.empty': bilingual(
    said('"{file}" is empty: there is nothing in it.', 'Export or download it again.'),
    said('“{file}”是空文件，里面没有内容。', '请重新导出或下载。'),
  ),
  'read.encrypted': bilingual(
    said(
      '"{file}" is protected by a password.',
      'Open it in Excel or WPS, save it without a password, and import that file.',
    ),
    said('“{file}”有打开密码。', '请用 Excel 或 WPS 打开它，去掉密码另存，再导入那个文件。'),
  ),
  'read.xls': bilingual(
    said('"{file}" is a workbook of the old kind (.xls) that cannot be read; it may be damaged.', SAVE_AS),
    said('“{file}”是旧版 Excel 工作簿（.xls），读不出来，可能已损坏。', SAVE_AS_ZH),
  ),
  'read.xls-heavy': bilingual(
    said('"{file}" is a workbook of the old kind (.xls) that takes too much memory or time to read.', SAVE_AS),
    said('“{file}”是旧版 Excel 工作簿（.xls），读取它需要太多内存或时间，已停止。', SAVE_AS_ZH),
  ),
  'read.ods': bilingual(
    said('"{file}" is an OpenDocument file without a spreadsheet in it.', SAVE_AS),
    said('“{file}”是 OpenDocument 文件，但里面没有电子表格。', SAVE_AS_ZH),
  ),
  'read.xlsb': bilingual(
    said('"{file}" is a binary workbook (.xlsb), which cannot be read.', SAVE_AS),
    said('“{file}”是二进制工作簿（.xlsb），不能读取。', SAVE_AS_ZH),
  ),
  'read.numbers': bilingual(
    said(
      '"{file}" is a document of Apple Numbers, which cannot be read.',
      'In Numbers choose File > Export To > Excel, and import that file.',
    ),
    said('“{file}”是苹果 Numbers 文档，不能读取。', '请在 Numbers 里选“文件 > 导出为 > Excel”，再导入那个文件。'),
  ),
  'read.html': bilingual(
    said(
      '"{file}" is a web page without a table, whatever its name says.',
      'Export the orders again; a page that asks to sign in is saved in their place when the session has ended.',
    ),
    said('“{file}”其实是网页，里面没有表格。', '请重新导出；登录过期时，下载到的往往是登录页面。'),
  ),
  'read.xml': bilingual(
    said('"{file}" looks like a workbook of Excel 2003 (XML), but holds none.', SAVE_AS),
    said('“{file}”看起来是 Excel 2003 的 XML 工作簿，里面却没有工作簿内容。', SAVE_AS_ZH),
  ),
  'read.sylk': bilingual(
    said('"{file}" is a SYLK file, which cannot be read.', SAVE_AS),
    said('“{file}”是 SYLK 文件，不能读取。', SAVE_AS_ZH),
  ),
  'read.pdf': bilingual(
    said('"{file}" is a PDF, not a spreadsheet.', 'Export the orders as Excel or csv instead.'),
    said('“{file}”是 PDF，不是表格。', '请改为导出 Excel 或 csv 格式。'),
  ),
  'read.image': bilingual(
    said('"{file}" is a picture, not a spreadsheet.', 'Export the orders as Excel or csv instead.'),
    said('“{file}”是图片，不是表格。', '请改为导出 Excel 或 csv 格式。'),
  ),
  'read.archive': bilingual(
    said('"{file}" is a packed archive.', 'Unpack it and import the spreadsheets in it.'),
    said('“{file}”是压缩包。', '请先解压，再导入里面的表格。'),
  ),
  'read.lock-file': bilingual(
    said(
      '"{file}" is what Excel or WPS leaves beside an open workbook, not the workbook.',
      'Name the workbook itself, without ~$ in front.',
    ),
    said('“{file}”是 Excel 或 WPS 打开文件时的临时文件，不是工作簿本身。', '请写工作簿自己的文件名（前面没有 ~$）。'),
  ),
  'read.not-a-workbook': bilingual(
    said('"{file}" is not a spreadsheet.', 'Import an Excel workbook (.xlsx) or a csv file; unpack archives first.'),
    said('“{file}”不是表格文件。', '请导入 Excel 工作簿（.xlsx）或 csv 文件；压缩包请先解压。'),
  ),
  'read.not-a-table': bilingual(
    said('"{file}" is neither a spreadsheet nor text.', 'Import an Excel workbook (.xlsx) or a csv file.'),
    said('“{file}”既不是表格，也不是文本。', '请导入 Excel 工作簿（.xlsx）或 csv 文件。'),
  ),
  'read.no-sheets': bilingual(
    said('"{file}" has no sheet with cells in it.', 'Export or download it again.'),
    said('“{file}”里没有可读的工作表。', '请重新导出或下载。'),
  ),
  'read.damaged': bilingual(
    said(
      '"{file}" is damaged; nothing was taken from it.',
      'The damaged part is {part}.',
      'Export or download it again.',
    ),
    said('“{file}”已损坏，没有从中导入任何内容。', '损坏的部分：{part}。', '请重新导出或下载。'),
  ),
  'read.bomb': bilingual(
    said(
      '"{file}" is refused: it unpacks to far more than a spreadsheet holds.',
      'Allowed: {limit}.',
      'The part is {part}.',
      'If you trust it, copy its cells into a new workbook.',
    ),
    said(
      '拒绝读取“{file}”：解压后远远超过正常表格的大小。',
      '允许的限度：{limit}。',
      '问题出在 {part}。',
      '如果确认没有问题，请把单元格复制到新工作簿里。',
    ),
  ),
  'read.too-large': bilingual(
    said('"{file}" is too large.', 'Allowed: {limit}.', 'Export it in several parts, for example month by month.'),
    said('“{file}”太大。', '允许的限度：{limit}。', '请分几次导出，例如按月份导出。'),
  ),
  'read.xml-entities': bilingual(
    said(
      '"{file}" is refused: it defines entities of its own, which no spreadsheet program writes.',
      'The part is {part}.',
      SAVE_AS,
    ),
    said('拒绝读取“{file}”：里面自定义了实体，正常的表格软件不会这样写。', '问题出在 {part}。', SAVE_AS_ZH),
  ),
  'read.encoding': bilingual(
    said(
      'The text of "{file}" cannot be read: its encoding is not clear.',
      'It may be one of {candidates}; try --encoding with one of them.',
      'A line of it under each: {preview}',
      SAVE_AS,
    ),
    said(
      '无法确定“{file}”的文字编码。',
      '可能是 {candidates}，请加 --encoding 指定一个试试。',
      '按这些编码读出的一行：{preview}',
      SAVE_AS_ZH,
    ),
  ),
  'read.encoding-name': bilingual(
    said(
      '"{encoding}" is no text encoding.',
      'Common ones are utf-8, gb18030, big5, shift_jis, windows-1252 and utf-16le.',
    ),
    said('没有“{encoding}”这种编码。', '常用的有 utf-8、gb18030、big5、shift_jis、windows-1252、utf-16le。'),
  ),
  'read.delimiter-name': bilingual(
    said('"{delimiter}" cannot separate columns.', 'Use one character, or comma, tab, semicolon or pipe.'),
    said(
      '“{delimiter}”不能作分隔符。',
      '请写一个字符，或 comma（逗号）、tab（制表符）、semicolon（分号）、pipe（竖线）。',
    ),
  ),
  'read.long-cell': bilingual(
    said(
      '"{file}" has a cell of more than {most} characters in row {row}, more than a spreadsheet can hold.',
      'A quotation mark or a line end is probably missing there: correct that row and import the file again.',
    ),
    said(
      '“{file}”第 {row} 行有一格超过 {most} 个字符，表格软件放不下。',
      '多半是少了引号或换行：请改好这一行，再重新导入。',
    ),
  ),
  'read.long-row': bilingual(
    said(
      '"{file}" has more than {most} columns in row {row}, more than a spreadsheet can hold.',
      'A line end is probably missing there: correct that row and import the file again.',
    ),
    said('“{file}”第 {row} 行超过 {most} 列，表格软件放不下。', '多半是少了换行：请改好这一行，再重新导入。'),
  ),
  'read.quote': bilingual(
    said(
      '"{file}" has a quotation mark in row {row} that is never closed, so its columns cannot be told apart.',
      'Correct that row, or save the file as an Excel workbook (.xlsx), and import that.',
    ),
    said('“{file}”第 {row} 行的引号没有成对，分不清各列。', '请改正这一行，或另存为 .xlsx 工作簿后再导入。'),
  ),
}
