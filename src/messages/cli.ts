import { bilingual } from '../core/values/lang.js'

/** Words of `crm --help`, of each command's help and of docs/commands.md. */
export const cliWords = bilingual(
  {
    tagline: 'crm - who your good customers are, whom to contact today, and why, from the exports you have',
    usage: 'Usage',
    commandsUsage: 'crm COMMAND [options]',
    anyOptions: '[options]',
    start: 'Start here',
    startLines: [
      ['crm import orders.xlsx', 'read an export of your shop'],
      ['crm tier', 'see which customers carry the business'],
      ['crm due', 'see whom to contact today'],
      ['crm report weekly -o report.xlsx', 'write the whole picture for Excel'],
    ],
    groups: {
      data: 'Data',
      customers: 'Customers',
      value: 'Value',
      followUp: 'Follow-up',
      service: 'Service and credit',
      reports: 'Reports',
      safety: 'Safety and settings',
    },
    arguments: 'What follows',
    options: 'Options',
    examples: 'Examples',
    readingOptions: 'Options of every list and report',
    writingOptions: 'Options of every command that changes something',
    commonOptions: 'Options of every command',
    more: 'More about a command: crm COMMAND --help',
    documentTitle: 'Commands',
  },
  {
    tagline: 'crm - 用您现有的订单表，看清谁是好客户、今天该联系谁、为什么',
    usage: '用法',
    commandsUsage: 'crm 命令 [选项]',
    anyOptions: '[选项]',
    start: '从这里开始',
    startLines: [
      ['crm import 订单.xlsx', '导入店铺的订单表'],
      ['crm tier', '看哪些客户撑起生意'],
      ['crm due', '看今天该联系谁'],
      ['crm report weekly -o 周报.xlsx', '把全部情况写成 Excel 周报'],
    ],
    groups: {
      data: '数据',
      customers: '客户',
      value: '客户价值',
      followUp: '跟进',
      service: '服务与信用',
      reports: '报表',
      safety: '安全与设置',
    },
    arguments: '后面写什么',
    options: '选项',
    examples: '例子',
    readingOptions: '所有列表和报表都有的选项',
    writingOptions: '所有改动数据的命令都有的选项',
    commonOptions: '所有命令都有的选项',
    more: '查看某个命令的用法：crm 命令 --help',
    documentTitle: '命令',
  },
)

/** What can follow a command, by the word that stands for it in usage lines. */
export const argumentWords = bilingual(
  {
    files:
      'spreadsheets to read (xlsx, xls, ods, csv, tsv), folders of them, or "exports/*.csv"; - reads what another program hands over',
    batch: 'number of a batch, as crm imports shows it; without it the newest',
    filter: 'which customers, for example tier:A,B country:US last>90d -blocked',
    customer: "a customer: id, name, phone, e-mail or the platform's buyer id",
  },
  {
    files: '要导入的表格（xlsx、xls、ods、csv、tsv），也可以写文件夹或 "导出/*.csv"；写 - 表示读取别的程序传来的内容',
    batch: '批次号，见 crm imports；不写就是最近一批',
    filter: '筛选客户，例如 tier:A,B country:US last>90d -blocked',
    customer: '客户：编号、姓名、手机、邮箱或平台买家号',
  },
)

/** What the capitals of usage lines stand for, as sentences speak of it. */
export const argumentNames = bilingual<Readonly<Record<string, string>>>(
  {
    ...{ FILE: 'a file', CUSTOMER: 'a customer', TAG: 'a tag', TEXT: 'what was said', DATE: 'a date' },
    ...{ NAME: 'the name of a setting', VALUE: 'a value', 'CURRENCY=RATE': 'a currency and its rate (CURRENCY=RATE)' },
    WHO: 'a name',
    ...{ F12: 'the number of a feedback, such as F12', WHAT: 'what was said or done', OWNER: 'who takes care of it' },
    ...{ SCORE: 'a score from 1 to 5', N: 'the number of points', GIFT: 'what was given' },
    REPLY: 'what the customer said',
  },
  {
    ...{ FILE: '文件', CUSTOMER: '客户', TAG: '标签', TEXT: '联系内容', DATE: '日期' },
    ...{ NAME: '设置的名称', VALUE: '值', 'CURRENCY=RATE': '币种和汇率（币种=汇率）' },
    WHO: '姓名',
    ...{ F12: '反馈编号（如 F12）', WHAT: '内容', OWNER: '负责人' },
    ...{ SCORE: '评分（1至5）', N: '积分数', GIFT: '礼品' },
    REPLY: '客户的反馈',
  },
)

/** The options that mean the same everywhere. */
export const optionWords = bilingual(
  {
    db: 'the ledger to work on (default: CRM_DB, ./crm.db when it exists, else your data folder)',
    lang: 'language: en or zh',
    on: 'count as of this day instead of today: 2026-05-01, 30d, yesterday',
    json: 'machine-readable output; errors too',
    color: 'always (--color) or never (--no-color) use colours',
    ascii: 'draw with plain ASCII characters only',
    pager: 'show long results page by page, as on a terminal (--pager), or all at once (--no-pager)',
    quiet: 'say only what must be said',
    debug: 'show the technical details of a failure',
    help: 'show this help',
    version: 'show the version',
    format: 'how to write the result',
    output: 'write to this file, its kind by its ending (.xlsx .csv .html .json ...); - is the screen',
    columns: 'only these columns, in this order: as they are headed, or by their JSON names',
    sort: 'sort by this column, named likewise; -COLUMN for the largest first',
    limit: 'at most this many rows; the rest is counted',
    header: 'with headings (--header), or the rows of the main table alone (--no-header)',
    raw: 'csv without protection against formulas, for other programs',
    encoding: 'text encoding of the csv that is written (utf-8)',
    force: 'replace the file of -o when it exists',
    mkdirs: 'make the folder of the file of -o when it does not exist',
    dryRun: 'show what would change and change nothing',
  },
  {
    db: '使用哪个账本文件（默认：CRM_DB，当前文件夹的 crm.db，否则在您的数据文件夹）',
    lang: '语言：en 或 zh',
    on: '按这一天计算，不用今天：2026-05-01、30d、昨天',
    json: '输出给程序读的 JSON，错误也是',
    color: '总是（--color）或从不（--no-color）使用颜色',
    ascii: '只用 ASCII 字符画表格',
    pager: '结果很长时在终端里分页看（--pager），或一次全部显示（--no-pager）',
    quiet: '只说必须说的话',
    debug: '出错时显示技术细节',
    help: '显示这份帮助',
    version: '显示版本号',
    format: '输出的格式',
    output: '写到这个文件，按后缀决定格式（.xlsx .csv .html .json 等）；- 表示屏幕',
    columns: '只要这些列，按写的顺序；写表头或 JSON 里的名称',
    sort: '按这一列排序（写法同上）；-列名 表示从大到小',
    limit: '最多显示多少行，其余只报数目',
    header: '带标题和表头（--header），或只要主表的数据行（--no-header）',
    raw: 'csv 不加防公式保护，给其他程序用',
    encoding: '写出的 csv 用什么编码（utf-8）',
    force: '-o 的文件已存在时覆盖它',
    mkdirs: '-o 的文件所在的文件夹不存在时建好它',
    dryRun: '只显示会改什么，不真的改',
  },
)
