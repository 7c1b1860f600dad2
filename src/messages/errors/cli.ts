import { bilingual } from '../../core/values/lang.js'
import { type Errors, said } from '../sentence.js'

/** What is said of a command line that cannot be followed. */
export const cliErrors: Errors = {
  interrupted: bilingual(said('Stopped; nothing was changed.'), said('已停止，没有任何改动。')),
  'cli.unknown-command': bilingual(
    said('There is no command "{name}".', 'Did you mean {near}?', 'All commands: crm --help'),
    said('没有“{name}”这个命令。', '您是不是要用 {near}？', '查看全部命令：crm --help'),
  ),
  'cli.unknown-option': bilingual(
    said('There is no option "{name}" here.', 'Did you mean {near}?', 'All options: crm {command} --help'),
    said('这里没有“{name}”这个选项。', '您是不是要用 {near}？', '查看全部选项：crm {command} --help'),
  ),
  'cli.missing-argument': bilingual(
    said('crm {command} needs {name}.', 'How to use it: crm {command} --help'),
    said('crm {command} 缺少{name}。', '查看用法：crm {command} --help'),
  ),
  'cli.missing-value': bilingual(
    said('The option {name} needs a value.', 'How to use it: crm {command} --help'),
    said('选项 {name} 后面要写一个值。', '查看用法：crm {command} --help'),
  ),
  'cli.excess-argument': bilingual(
    said('crm {command} does not know what to do with "{name}".', 'How to use it: crm {command} --help'),
    said('crm {command} 后面多了“{name}”。', '查看用法：crm {command} --help'),
  ),
  'cli.bad-value': bilingual(
    said('"{value}" is no value for {name}; it takes one of {allowed}.', 'Did you mean {near}?'),
    said('{name} 不能是“{value}”，可以是：{allowed}。', '您是不是要写 {near}？'),
  ),
  'cli.bad-number': bilingual(
    said('{name} takes a whole number of at least {least}, not "{value}".'),
    said('{name} 后面要写不小于 {least} 的整数，“{value}”不是。'),
  ),
  'cli.large-number': bilingual(
    said('{name} takes at most {most}, not {value}.'),
    said('{name} 后面的数不能超过 {most}，“{value}”太大。'),
  ),
  'cli.bad-date': bilingual(
    said('"{value}" is not a date.', 'Write it like 2026-05-01, 2026年5月1日, 30d (30 days ago) or yesterday.'),
    said('“{value}”不是日期。', '可以写成 2026-05-01、2026年5月1日、30d（30天前）或 昨天。'),
  ),
  'cli.days-and-all': bilingual(
    said('--days and --all contradict each other.', 'Leave one of them out.'),
    said('--days 和 --all 不能同时用。', '请去掉其中一个。'),
  ),
  'cli.days-and-weeks': bilingual(
    said('--days and --weeks contradict each other.', 'Leave one of them out.'),
    said('--days 和 --weeks 不能同时用。', '请去掉其中一个。'),
  ),
  'cli.not-understood': bilingual(
    said('The command line is not understood: {reason}', 'All commands: crm --help'),
    said('看不懂这行命令：{reason}', '查看全部命令：crm --help'),
  ),
  'stdin.terminal': bilingual(
    said(
      '"-" reads a file handed over by another program, but nothing was handed over.',
      'Name the file instead: crm import orders.csv',
    ),
    said('“-”表示读取别的程序传来的内容，但现在没有内容传入。', '请直接写文件名：crm import 订单.csv'),
  ),
  'output.unknown-format': bilingual(
    said('"{name}" is no format that can be written.', 'Did you mean {near}?', 'Choose one of {allowed}.'),
    said('不能写成“{name}”格式。', '您是不是要写 {near}？', '可以选择：{allowed}。'),
  ),
  'output.needs-file': bilingual(
    said('{format} cannot be shown on a screen.', 'Write it to a file: -o {example}'),
    said('{format} 不能直接显示在屏幕上。', '请写到文件：-o {example}'),
  ),
}
