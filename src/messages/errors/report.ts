import { bilingual } from '../../core/values/lang.js'
import { type Errors, said } from '../sentence.js'

/** What is said of a report that cannot be shown as asked. */
export const reportErrors: Errors = {
  'figures.too-large': bilingual(
    said(
      'The amounts are too large to be added up exactly.',
      'Some column was probably read as amounts that holds order numbers or phones, or a rate is far too high: crm imports, then crm undo BATCH.',
    ),
    said(
      '金额太大，无法精确相加。',
      '多半是把订单号或电话当成了金额，或者汇率写得太大：先看 crm imports，再 crm undo 批次号。',
    ),
  ),
  'against.not-earlier': bilingual(
    said(
      '--against {day} is not before {asOf}, the day that is looked at.',
      'The other way round: --on {swapped} --against {asOf}',
      'Name an earlier day, or look at a later one: --on DATE',
    ),
    said(
      '--against {day} 不早于要看的那一天 {asOf}。',
      '反过来比较：--on {swapped} --against {asOf}',
      '请写更早的日期，或用 --on 日期 看更晚的一天。',
    ),
  ),
  'forecast.too-far': bilingual(
    said('{days} days are too far ahead: a forecast looks at most {most} days ahead.', 'Write fewer: --days 90'),
    said('{days} 天太远了，最多只能预估未来 {most} 天。', '请写少一些：--days 90'),
  ),
  'backtest.no-later': bilingual(
    said(
      'There is nothing after {at} to compare with: the newest order is of {known}.',
      'Choose a day well before it: --at DATE',
    ),
    said('{at} 之后没有可以比较的订单：最新的订单是 {known} 的。', '请选一个早得多的日子：--at 日期'),
  ),
  'report.unknown-column': bilingual(
    said(
      'There is no column "{column}" here.',
      'Did you mean {near}?',
      'There are: {labels}',
      'In scripts the same are called: {columns}',
    ),
    said('这里没有“{column}”这一列。', '您是不是要写 {near}？', '可以选择：{labels}', '脚本里也可以写：{columns}'),
  ),
  'kpi.bad-month': bilingual(
    said('"{value}" is not a month.', 'Write year and month: --month 2026-05'),
    said('“{value}”不是月份。', '请写年和月：--month 2026-05'),
  ),
  'kpi.future': bilingual(
    said('{month} has not begun: the figures are as of a day in {last}.', 'The newest there is: --month {last}'),
    said('{month} 还没有开始：数字只算到 {last} 的一天。', '最新的是：--month {last}'),
  ),
  'report.bad-period': bilingual(
    said('"{value}" is not a period of this report.', 'Write it like {example}, or last, or this: --period {example}'),
    said('“{value}”不是这种报表的时期。', '请写成 {example} 这样，或写上期、本期：--period {example}'),
  ),
  'report.future-period': bilingual(
    said('{period} has not begun by {asOf}.', 'The last one that is over: --period {last}'),
    said('到 {asOf} 为止 {period} 还没有开始。', '最近一个已结束的：--period {last}'),
  ),
  'report.unused-option': bilingual(
    said('crm report {kind} has no use for {option}.', 'Leave {option} out. What it takes: crm report --help'),
    said('crm report {kind} 用不到 {option}。', '请去掉 {option}。可以写哪些选项：crm report --help'),
  ),
  'report.day-by-on': bilingual(
    said('crm report {kind} has no use for --period: it tells of one day.', 'That day is named by: --on {day}'),
    said('crm report {kind} 用不到 --period：它讲的是一天。', '看那一天请用：--on {day}'),
  ),
  'encoding.unmappable': bilingual(
    said(
      'Not all characters can be written in {encoding} ({count} of them, for example {characters}). They stand in: {texts}',
      'Leave out --encoding to write UTF-8, or write .xlsx.',
    ),
    said(
      '有 {count} 个字不能用 {encoding} 编码写出，例如 {characters}，出现在：{texts}',
      '请去掉 --encoding（用 UTF-8），或写成 .xlsx。',
    ),
  ),
  'encoding.unmappable-gbk': bilingual(
    said(
      'Not all characters can be written in {encoding} ({count} of them, for example {characters}). They stand in: {texts}',
      '--encoding gb18030 has them all, and what reads GBK mostly reads it too. Or leave --encoding out to write UTF-8, or write .xlsx.',
    ),
    said(
      '有 {count} 个字不能用 {encoding} 编码写出，例如 {characters}，出现在：{texts}',
      '请用 --encoding gb18030（这些字都有，国内软件一般都能打开），或去掉 --encoding（用 UTF-8），或写成 .xlsx。',
    ),
  ),
  'tier.cuts': bilingual(
    said('"{cuts}" are no cuts.', 'Write two rising percentages below 100: --cuts 80,95'),
    said('“{cuts}”不能作分界。', '请写两个由小到大、小于100的百分数：--cuts 80,95'),
  ),
  'tier.no-costs': bilingual(
    said(
      'No order in this ledger names a cost or a fee, so there is no profit to grade by.',
      'Import a sheet with a column for costs or fees (crm import FILE --map cost="COLUMN"), or leave out --by profit (where it is set: crm config unset tier.measure).',
    ),
    said(
      '账本里的订单都没有成本或手续费，算不出利润。',
      '请导入带成本或手续费列的表（crm import 文件 --map cost="列名"），或者去掉 --by profit（如果是设置的：crm config unset tier.measure）。',
    ),
  ),
}
