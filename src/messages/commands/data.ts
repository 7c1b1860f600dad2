import { bilingual } from '../../core/values/lang.js'
import { argumentWords } from '../cli.js'

/** Words of the commands that bring data in and take it back. */
export const dataWords = {
  import: bilingual(
    {
      summary: 'read exports and add what is new; updates what changed',
      arguments: { files: argumentWords.en.files },
      options: {
        map: 'say which column holds a field: --map orderId="Order No"; can be repeated',
        shop: 'name of the shop these orders belong to',
        currency: 'currency of amounts that name none, like USD or CNY',
        encoding: 'text encoding of a csv, when it is read wrong: utf-8, gb18030, big5 ...',
        delimiter: 'what separates the columns of a csv, when it is found wrong',
        sheet: 'name of the sheet to read',
        headerRow: 'number of the row with the column names',
        dateOrder: 'order of day, month and year where the dates do not tell',
        decimal: 'whether a point or a comma marks the decimals where the amounts do not tell',
        rejects: 'where to write the rows that could not be taken',
        strict: 'take nothing from a file in which any row is wrong',
        as: 'count payments, shipments or invoices as orders of their own',
        force: 'import garbled names and damaged order numbers all the same',
      },
      examples: [
        'crm import orders.xlsx',
        'crm import orders.csv customers.csv --dry-run',
        'crm import exports',
        'crm import march.csv --map orderId="Order No" --currency EUR',
      ],
    },
    {
      summary: '导入订单表，添加新的、更新变了的',
      arguments: { files: argumentWords.zh.files },
      options: {
        map: '指定某项在哪一列：--map orderId="单号"；可以写多次',
        shop: '这些订单属于哪家店铺',
        currency: '金额没写币种时按什么币种，如 CNY、USD',
        encoding: 'csv 乱码时指定编码：utf-8、gb18030、big5 等',
        delimiter: '列没分对时，指定 csv 的分隔符',
        sheet: '读取哪个工作表',
        headerRow: '表头在第几行',
        dateOrder: '从日期本身看不出年月日顺序时指定',
        decimal: '从金额本身看不出小数点时，指定是点还是逗号',
        rejects: '没能导入的行写到哪个文件',
        strict: '文件里只要有一行有错，就整个不导入',
        as: '把收款、发货或发票当作单独的订单计算',
        force: '有乱码或订单号被改坏时也照样导入',
      },
      examples: [
        'crm import 订单.xlsx',
        'crm import 订单.csv 客户.csv --dry-run',
        'crm import 导出',
        'crm import 三月.csv --map orderId="单号" --currency CNY',
      ],
    },
  ),
  imports: bilingual(
    {
      summary: 'list what was imported and decided, newest first',
      arguments: {},
      options: {},
      examples: ['crm imports', 'crm imports --limit 5'],
    },
    {
      summary: '列出历次导入和操作，最近的在前',
      arguments: {},
      options: {},
      examples: ['crm imports', 'crm imports --limit 5'],
    },
  ),
  undo: bilingual(
    {
      summary: 'take back the newest change, or any batch',
      arguments: { batch: argumentWords.en.batch },
      options: { redo: 'put a batch that was taken back into force again' },
      examples: ['crm undo', 'crm undo 12', 'crm undo --redo 12'],
    },
    {
      summary: '撤销最近一次改动，或指定的一批',
      arguments: { batch: argumentWords.zh.batch },
      options: { redo: '恢复撤销过的一批' },
      examples: ['crm undo', 'crm undo 12', 'crm undo --redo 12'],
    },
  ),
  formats: bilingual(
    {
      summary: 'list the exports it knows; with a file, show how it would be read',
      arguments: { file: 'a spreadsheet to look at; nothing is imported' },
      options: {
        saved: 'list the columns you have named with --map, kept for files with the same column names',
        forget: 'forget the named columns with this number',
      },
      examples: ['crm formats', 'crm formats orders.xlsx', 'crm formats --saved'],
    },
    {
      summary: '列出认识的表格格式；后面写文件名，就说明会怎样读它',
      arguments: { file: '要查看的表格，不会导入' },
      options: {
        saved: '列出您用 --map 指定过的列，以后表头相同的表照此读取',
        forget: '不再记住这个编号的指定',
      },
      examples: ['crm formats', 'crm formats 订单.xlsx', 'crm formats --saved'],
    },
  ),
  demo: bilingual(
    {
      summary: 'fill a ledger of its own with made-up exports and show the weekly report',
      arguments: {},
      options: {},
      examples: ['crm demo', 'crm demo --db demo.db'],
    },
    {
      summary: '用编造的订单表建一个演示账本，并显示周报',
      arguments: {},
      options: {},
      examples: ['crm demo', 'crm demo --db demo.db'],
    },
  ),
}
