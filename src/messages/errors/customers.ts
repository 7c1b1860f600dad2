import { bilingual } from '../../core/values/lang.js'
import { type Errors, said } from '../sentence.js'

/** What is said when a customer is not told clearly, or what is typed of one cannot be kept. */
export const customerErrors: Errors = {
  'customer.unknown': bilingual(
    said(
      'No customer is called "{text}".',
      'Did you mean {near}?',
      "Name one by id, name, phone, e-mail or the platform's buyer id; to look for one: crm list name:PART",
    ),
    said(
      '没有叫“{text}”的客户。',
      '您要找的是不是 {near}？',
      '可以写编号、姓名、手机、邮箱或平台买家号；查找客户：crm list name:名字的一部分',
    ),
  ),
  'customer.ambiguous': bilingual(
    said(
      '"{text}" fits several customers: {list}',
      'Run the command again with the id in place of the name, for example {id}.',
    ),
    said('“{text}”对应多位客户：{list}', '请把名字换成客户编号再运行一次，例如 {id}。'),
  ),
  'edit.nothing': bilingual(
    said('Nothing to change was given.', 'Name a value, for example: crm edit anna@example.com --city Berlin'),
    said('没有写要改什么。', '请写要改的内容，例如：crm edit 张三 --city 杭州'),
  ),
  'edit.unknown-field': bilingual(
    said('There is no field "{value}".', 'Did you mean {near}?', 'Choose one of {allowed}.'),
    said('没有“{value}”这一项。', '您是不是要写 {near}？', '可以选择：{allowed}。'),
  ),
  'edit.bad-phone': bilingual(
    said(
      '"{value}" is no phone number that can be dialled.',
      'Write one number with its country code, for example --phone "+49 30 901820", or name the country: --country US; for all: crm config set shop.country US. To take it out: --phone -',
    ),
    said(
      '“{value}”不是能拨打的电话号码。',
      '请写一个带国家代码的号码，例如 --phone "+86 138 0000 0001"，或写明国家：--country US；都是同一国家：crm config set shop.country US。要清空请写 --phone -',
    ),
  ),
  'edit.bad-email': bilingual(
    said(
      '"{value}" is no e-mail address of anybody.',
      'Write one address, for example --email anna@example.com; to take it out: --email -',
    ),
    said('“{value}”不是有效的邮箱。', '请写一个邮箱地址，例如 --email zhang@example.com；要清空请写 --email -'),
  ),
  'edit.bad-country': bilingual(
    said('"{value}" is no country.', 'Did you mean {near}?', 'Write a code or a name, for example --country DE'),
    said('“{value}”不是国家或地区。', '您是不是要写 {near}？', '请写代码或名称，例如 --country 中国'),
  ),
  'edit.bad-language': bilingual(
    said(
      '"{value}" is no language that is known here.',
      'Did you mean {near}?',
      'Write its name or its two-letter code, for example --language German',
    ),
    said('不认识“{value}”这种语言。', '您是不是要写 {near}？', '请写语言名称或两个字母的代码，例如 --language 德语'),
  ),
  'edit.bad-channel': bilingual(
    said(
      '"{value}" is no way to reach a customer.',
      'Did you mean {near}?',
      'Choose one: phone, WeChat, WhatsApp, email, SMS, platform, visit, other.',
    ),
    said(
      '“{value}”不是联系渠道。',
      '您是不是要写 {near}？',
      '可以选择：电话、微信、WhatsApp、邮件、短信、平台消息、拜访、其他。',
    ),
  ),
  'edit.bad-date': bilingual(
    said(
      '"{value}" does not tell which day of which month.',
      'Write 1990-05-03 or, without the year, 05-03; a day of the lunar calendar: "lunar 8-15"',
    ),
    said('“{value}”看不出是几月几日。', '请写 1990-05-03；不知道年份就写 5月3日；农历写成 农历八月十五 或 腊月初八'),
  ),
  'edit.unclear-day': bilingual(
    said(
      '"{value}" can be read as two days: some write the month first, others the day.',
      'Write the month first with a hyphen: {one} or {other}; with the year: 1990-{one}',
    ),
    said(
      '“{value}”看不出哪个是月、哪个是日。',
      '请先写月再写日，用短横线：{one} 或 {other}；也可以写成 5月3日、1990-{one}',
    ),
  ),
  'edit.bad-frequency': bilingual(
    said('"{value}" is no number of days between two contacts.', 'Write a whole number from 1 to 3650: --frequency 45'),
    said('“{value}”不能作为两次联系相隔的天数。', '请写 1 到 3650 的整数，例如 --frequency 45'),
  ),
  'edit.bad-hours': bilingual(
    said(
      '"{value}" are no hours of the day.',
      'Write from when to when: --call-hours 19:00-21:00; several: "9:00-12:00, 14:00-18:00"',
    ),
    said(
      '“{value}”不是一天里的时间段。',
      '请写从几点到几点，例如 --call-hours 19:00-21:00；几个时间段写成 "9:00-12:00, 14:00-18:00"',
    ),
  ),
  'edit.bad-contact': bilingual(
    said(
      '"{value}" does not begin with a name.',
      'Write the name, then role, phone or e-mail, with commas between: --contact "Anna Chen, buyer, +49 30 901820"',
    ),
    said('“{value}”开头没有姓名。', '请写姓名，再写职务、电话或邮箱，用逗号隔开：--contact "陈安, 采购, 13800000002"'),
  ),
  'edit.bad-consent': bilingual(
    said('"{value}" says neither yes nor no.', 'Write yes, no or unknown: --consent no'),
    said('“{value}”看不出是同意还是不同意。', '请写 是、否 或 不清楚，例如 --consent 否'),
  ),
  'edit.bad-set': bilingual(
    said(
      '"{value}" is no field with its value.',
      'Write NAME=VALUE, for example --set "Size=XL"; the name has at most 40 letters and none of : , < > ! ".',
    ),
    said(
      '“{value}”不是“名称=内容”的写法。',
      '例如 --set "尺码=XL"；名称最多40个字，不能有冒号、逗号、引号、感叹号和大于小于号。',
    ),
  ),
  'edit.set-taken': bilingual(
    said('"{name}" has an option of its own.', 'Type it as {option} instead of --set.'),
    said('“{name}”有自己的选项。', '请用 {option} 填写，不用 --set。'),
  ),
  'edit.bad-name': bilingual(
    said('"{value}" is nobody’s name.', 'Write the name in full, without asterisks.'),
    said('“{value}”不是具体的姓名。', '请写完整的姓名，不要带星号。'),
  ),
  'edit.until-alone': bilingual(
    said(
      '--until says how long somebody is a VIP, and nobody was made one.',
      'Example: crm edit anna@example.com --vip --until 2027-06-30',
    ),
    said('--until 是 VIP 的截止日期，要和 --vip 一起写。', '例如：crm edit 张三 --vip --until 2027-06-30'),
  ),
  'edit.reason-alone': bilingual(
    said(
      '--reason and --author belong to a tier, class, VIP, credit list, buyer type or referrer, and none was given.',
      'Example: crm edit anna@example.com --tier A --reason "opens three shops this year"',
    ),
    said(
      '--reason 和 --author 要和类别、客户等级、VIP、信用名单、买家类型或推荐人一起写。',
      '例如：crm edit 张三 --tier A --reason "今年要开三家店"',
    ),
  ),
  'edit.no-reason': bilingual(
    said(
      'A credit list is set with its reason.',
      'Example: crm edit {id} --credit {value} --reason "paid two months late"',
    ),
    said('调整信用名单要写原因。', '例如：crm edit {id} --credit {value} --reason "货款拖了两个月"'),
  ),
  'edit.own-referrer': bilingual(
    said('Nobody refers themselves.', 'Name the other customer: crm edit {id} --referrer CUSTOMER'),
    said('推荐人不能是客户自己。', '请写另一位客户：crm edit {id} --referrer 推荐的客户'),
  ),
  'add.nameless': bilingual(
    said('A new customer needs a name.', 'Example: crm add "Berta Example" --phone "+49 30 901820"'),
    said('新客户要有姓名。', '例如：crm add 李四 --phone 13800000002'),
  ),
  'add.known': bilingual(
    said(
      'This customer is there already: {name} ({id}).',
      'To change what is known of them: crm edit {id} …; for somebody else of that name, add a phone or an e-mail.',
    ),
    said('已经有这位客户：{name}（{id}）。', '要改内容：crm edit {id} ……；如果是同名的另一位，请写上电话或邮箱。'),
  ),
  'tag.empty': bilingual(
    said('A tag needs at least one letter.', 'Example: crm tag anna@example.com wholesale'),
    said('标签不能是空的。', '例如：crm tag 张三 批发'),
  ),
  'merge.alone': bilingual(
    said('It takes two customers to make one of them.', 'Example: crm merge anna@example.com 13800000001'),
    said('合并至少要写两位客户。', '例如：crm merge 张三 13800000001'),
  ),
  'merge.same': bilingual(
    said('"{a}" and "{b}" are the same customer already: {who}.', 'Likely twins: crm dupes'),
    said('“{a}”和“{b}”已经是同一位客户：{who}。', '查看疑似重复的客户：crm dupes'),
  ),
  'split.not-there': bilingual(
    said(
      '{who} has no "{text}".',
      'Type a phone, e-mail, buyer id, name or order number of this customer; all of them: crm show {id}',
    ),
    said('{who} 没有“{text}”。', '请写这位客户的手机、邮箱、平台买家号、姓名或订单号；查看全部：crm show {id}'),
  ),
  'split.everything': bilingual(
    said(
      'That would take everything out of {who} and leave nobody.',
      "Name only what is somebody else's; all there is: crm show {id}",
    ),
    said('这样会把 {who} 的记录全部拆走，一条也不剩。', '请只写属于另一个人的联系方式；查看全部：crm show {id}'),
  ),
  'split.undivided': bilingual(
    said(
      'Nothing tells these records of {who} from the others: same buyer id, contact points, name and address.',
      'Correct them where the file was exported and import it again; what there is: crm show {id}',
    ),
    said(
      '{who} 的这些记录和其余的完全一样（买家号、联系方式、姓名、地址都相同），无法区分。',
      '请在导出的表里改正后再导入；查看全部：crm show {id}',
    ),
  ),
}
