import { bilingual } from '../../core/values/lang.js'
import { type Errors, said } from '../sentence.js'

const NEAR = 'Did you mean {near}?'
const NEAR_ZH = '您是不是要写 {near}？'
const FALLBACK = 'Say what stands in for it: --fallback "{name}=..."; or leave these customers out: --skip-missing'
const FALLBACK_ZH = '可以写明缺数据时用什么代替：--fallback "{name}=……"；或排除这些客户：--skip-missing'

/** What is said when a campaign cannot be made, written or told of. */
export const campaignErrors: Errors = {
  'campaign.unknown': bilingual(
    said('There is no campaign "{id}".', NEAR, 'The newest: {known}', 'All of them: crm campaign list'),
    said('没有编号为“{id}”的活动。', NEAR_ZH, '最近的活动：{known}', '查看全部：crm campaign list'),
  ),
  'campaign.no-id': bilingual(
    said('Say which campaign.', 'They are numbered: crm campaign list'),
    said('请写明是哪个活动。', '活动编号见：crm campaign list'),
  ),
  'campaign.no-name': bilingual(
    said('Say what the campaign is called.', 'Example: crm campaign new "Spring tea" --occasion promotion ...'),
    said('请写活动名称。', '例如：crm campaign new 春茶上市 --occasion 特价促销 ……'),
  ),
  'campaign.no-filter': bilingual(
    said('Say which customers: a campaign needs a filter.', 'Example: --filter "tier:A,B country:US last>60d"'),
    said('请写明选哪些客户：活动需要筛选条件。', '例如：--filter "tier:A,B country:CN last>60d"'),
  ),
  'campaign.no-message': bilingual(
    said(
      'Say what to write: a campaign needs a file with its message.',
      'Example: --message-file message.txt, with a text such as: Dear {placeholder}, our spring tea is here.',
    ),
    said(
      '请写明消息内容：活动需要一个消息文件。',
      '例如：--message-file 消息.txt，内容如：{placeholder}您好，春茶上市了。',
    ),
  ),
  'campaign.no-occasion': bilingual(
    said('Say what the campaign is for.', 'Choose one: --occasion {allowed}'),
    said('请说明是什么活动。', '请选一个：--occasion {allowed}'),
  ),
  'campaign.occasion': bilingual(
    said('"{value}" is no occasion for a campaign.', 'Choose one: --occasion {allowed}'),
    said('“{value}”不是活动类型。', '请选一个：--occasion {allowed}'),
  ),
  'campaign.holdout': bilingual(
    said(
      '"{value}" cannot be held out: it takes a whole number of percent from 0 to {most}.',
      'Usual is --holdout 10%: one customer in ten is not contacted, to see what the others would have bought anyway.',
    ),
    said(
      '对照组比例不能是“{value}”：请写0到{most}的整数百分比。',
      '一般用 --holdout 10%：每十位客户留一位不联系，好比较活动到底带来多少订单。',
    ),
  ),
  'campaign.cost': bilingual(
    said('"{value}" is no cost.', 'Write an amount in {currency}, for example --cost 200'),
    said('“{value}”不是费用。', '请按 {currency} 写金额，例如 --cost 200'),
  ),
  'campaign.fallback': bilingual(
    said('"{value}" does not say what stands in for what.', 'Example: --fallback name=friend'),
    said('看不懂“{value}”：没写清楚用什么代替什么。', '例如：--fallback 姓名=朋友'),
  ),
  'campaign.fallback-unknown': bilingual(
    said('Nothing in messages is called "{name}".', NEAR, 'There are: {allowed}'),
    said('消息里没有叫“{name}”的内容。', NEAR_ZH, '可以用：{allowed}'),
  ),
  'campaign.placeholder': bilingual(
    said('{file}, line {line}: nothing is known to fill in for "{name}".', NEAR, 'A message may hold {allowed}.'),
    said('{file} 第{line}行：没有可以填入“{name}”的内容。', NEAR_ZH, '消息里可以用：{allowed}。'),
  ),
  'campaign.brace': bilingual(
    said('{file}, line {line}: a brace stands alone.', 'Braces hold what is filled in, on one line: {allowed}'),
    said('{file} 第{line}行：花括号没有成对。', '花括号里写要填入的内容，不要换行：{allowed}'),
  ),
  'campaign.section-twice': bilingual(
    said('{file}, line {line}: the language [{language}] begins a second time.', 'Write each language once.'),
    said('{file} 第{line}行：语言 [{language}] 出现了两次。', '每种语言只写一段。'),
  ),
  'campaign.empty-message': bilingual(
    said('There is no message in {file}.', 'Write the text to send into it; {allowed} are filled in.'),
    said('{file} 里没有消息内容。', '请写上要发送的文字；可以填入 {allowed}。'),
  ),
  'campaign.long-message': bilingual(
    said('{file} is too long for a message.', 'Name the file with the text to send.'),
    said('{file} 太长，不像一条消息。', '请写要发送的文字所在的文件。'),
  ),
  'campaign.missing-values': bilingual(
    said('Not known: {list}. Nothing was written.', FALLBACK),
    said('缺少数据：{list}。没有写入任何内容。', FALLBACK_ZH),
  ),
  'campaign.nobody': bilingual(
    said('No customer matches "{filter}".', 'See what each condition keeps: crm list FILTER'),
    said('没有客户符合“{filter}”。', '可以看看每个条件筛出多少客户：crm list 筛选条件'),
  ),
  'campaign.nobody-left': bilingual(
    said('Of the customers of "{filter}" nobody is left to contact.', '{why}', 'Widen the filter, or hold out fewer.'),
    said('“{filter}”筛出的客户里没有可以联系的。', '{why}', '请放宽条件，或降低对照组比例。'),
  ),
  'campaign.needs-file': bilingual(
    said('Say where to write the list.', 'Example: crm campaign export {id} -o list.xlsx (or .csv, .vcf)'),
    said('请写明名单导出到哪个文件。', '例如：crm campaign export {id} -o 名单.xlsx（也可以用 .csv、.vcf）'),
  ),
  'campaign.not-exported': bilingual(
    said(
      'The list of campaign {id} was not written yet, so nobody was contacted.',
      'First: crm campaign export {id} -o list.xlsx',
    ),
    said('活动 {id} 的名单还没有导出，还没有联系过客户。', '请先运行：crm campaign export {id} -o 名单.xlsx'),
  ),
}
