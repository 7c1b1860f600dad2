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
  'output.no-calendar': bilingual(
    said(
      'There is nothing in "{title}" that a calendar could hold.',
      'What is due has days: crm due -o due.ics; so have the coming gifts and greetings: crm care -o care.ics',
    ),
    said(
      '“{title}”里没有可以写进日历的内容。',
      '待跟进事项有日期：crm due -o 待跟进.ics；要准备的礼品和问候也有：crm care -o 关怀.ics',
    ),
  ),
  'output.masked-cards': bilingual(
    said(
      'A phone book of masked numbers cannot be used: --mask does not go with .vcf.',
      'To pass the list on for reading: -o {example} --mask. To put it on a phone, leave --mask out.',
    ),
    said(
      '打码后的号码存进手机没有用：--mask 不能写成 .vcf。',
      '给别人看：-o {example} --mask；要存进手机，请去掉 --mask。',
    ),
  ),
  'output.no-contacts': bilingual(
    said(
      '"{title}" is no list of contacts: no phone, e-mail or address stands in its rows, so there is nothing for a phone book (.vcf).',
      'To keep it as a file: -o {example}. Contacts of customers: crm contacts -o contacts.vcf',
    ),
    said(
      '“{title}”不是联系人名单：各行没有电话、邮箱或地址，不能写成通讯录（.vcf）。',
      '要存成文件：-o {example}；客户的联系方式：crm contacts -o 通讯录.vcf',
    ),
  ),
  'contacts.preset-masked': bilingual(
    said(
      '{preset} cannot use masked contacts: --mask does not go with --preset.',
      'To pass the list on for reading, leave --preset out; to take it in there, leave --mask out.',
    ),
    said(
      '{preset} 用不了打码的联系方式：--mask 不能和 --preset 一起用。',
      '给别人看请去掉 --preset；要导入请去掉 --mask。',
    ),
  ),
  'contacts.preset-columns': bilingual(
    said('--preset {preset} has its own columns: --columns does not go with it.', 'Leave one of the two out.'),
    said('--preset {preset} 的列是固定的，不能再写 --columns。', '请去掉其中一个。'),
  ),
  'contacts.preset-format': bilingual(
    said('{preset} takes in a csv file: "{name}" does not go with --preset.', 'Write one: -o {preset}.csv'),
    said('{preset} 只能导入 csv 文件，--preset 不能写成“{name}”。', '请写：-o {preset}.csv'),
  ),
  'output.needs-file': bilingual(
    said('{format} cannot be shown on a screen.', 'Write it to a file: -o {example}'),
    said('{format} 不能直接显示在屏幕上。', '请写到文件：-o {example}'),
  ),
}
