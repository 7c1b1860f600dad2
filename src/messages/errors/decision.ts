import { bilingual } from '../../core/values/lang.js'
import { type Errors, said } from '../sentence.js'

/** What is said when a customer, a batch or a rate is not what the command needs. */
export const decisionErrors: Errors = {
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
    said('"{text}" fits several customers: {list}', 'Type the id instead of the name, for example: crm show {id}'),
    said('“{text}”对应多位客户：{list}', '请改写客户编号，例如：crm show {id}'),
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
      'Write one number with its country code, for example --phone "+49 30 901820"; to take it out: --phone -',
    ),
    said(
      '“{value}”不是能拨打的电话号码。',
      '请写一个带国家代码的号码，例如 --phone "+86 138 0000 0001"；要清空请写 --phone -',
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
      '"{value}" is no day that returns each year.',
      'Write 1990-05-03 or, without the year, 05-03; a day of the lunar calendar: "lunar 8-15"',
    ),
    said('“{value}”不是每年都有的日子。', '请写 1990-05-03；不知道年份就写 5月3日；农历写成 农历八月十五'),
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
  'channel.unknown': bilingual(
    said(
      '"{value}" is no way of contact we know.',
      'Did you mean {near}?',
      'Choose one of {allowed}; for any other write other.',
    ),
    said('没有“{value}”这种跟进方式。', '您是不是要写 {near}？', '可以选择：{allowed}；都不是就写“其他”。'),
  ),
  'result.unknown': bilingual(
    said(
      '"{value}" is no result we know.',
      'Did you mean {near}?',
      'Choose one of {allowed}; what was said goes into the text.',
    ),
    said('没有“{value}”这种跟进结果。', '您是不是要写 {near}？', '可以选择：{allowed}；具体内容请写在正文里。'),
  ),
  'rule.unknown': bilingual(
    said('There is no rule "{value}".', 'Did you mean {near}?', 'Choose one of {allowed}.'),
    said('没有“{value}”这条规则。', '您是不是要写 {near}？', '可以选择：{allowed}。'),
  ),
  'due.not-later': bilingual(
    said('"{value}" is not after {day}.', 'Name a later day, for example +7d for in seven days.'),
    said('“{value}”不在 {day} 之后。', '请写以后的日期，例如 +7d 表示七天后。'),
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
  'rate.missing': bilingual(
    said(
      'Some amounts in {currency} have no rate to {base} on their day (the first is of {day}).',
      'No rate at all: {none}.',
      '{late} has no rate before {from}.',
      'No rate before the day beside it: {lateFrom}.',
      'Say how many {base} one of each is worth: crm rates set {pairs}',
    ),
    said(
      '{currency} 有金额在下单那天没有对 {base} 的汇率（最早一笔在 {day}）。',
      '还没有汇率：{none}。',
      '{late} 在 {from} 之前没有汇率。',
      '在所列日期之前没有汇率：{lateFrom}。',
      '请填写一单位外币等于多少 {base}：crm rates set {pairs}',
    ),
  ),
  'rate.no-base': bilingual(
    said(
      'The ledger does not know its base currency yet.',
      'Import orders first, or say it: crm config set currency.base CNY',
    ),
    said('账本还不知道本位币。', '请先导入订单，或指定：crm config set currency.base CNY'),
  ),
  'rate.is-base': bilingual(
    said('{currency} is the base currency; its rate is always 1.', 'Another base: crm config set currency.base CODE'),
    said('{currency} 就是本位币，汇率总是 1。', '换本位币：crm config set currency.base 币种代码'),
  ),
  'rate.bad': bilingual(
    said(
      '"{value}" is no rate.',
      'Write the currency and how many {base} one unit is worth, a number above zero: crm rates set USD=7.10',
    ),
    said('“{value}”不是汇率。', '请写币种和一单位等于多少 {base}，要大于零：crm rates set USD=7.10'),
  ),
  'rate.no-columns': bilingual(
    said(
      '"{file}" has no columns for currencies and their rates.',
      'It has: {headers}',
      'Name them Currency, Rate and, where rates change, From; or write a rate by hand: crm rates set USD=7.10',
    ),
    said(
      '“{file}”里没有币种和汇率这两列。',
      '表里有这些列：{headers}',
      '请把列名写成 币种、汇率，汇率有变动时再加一列 起始日期；也可以直接填写：crm rates set USD=7.10',
    ),
  ),
  'rate.bad-cell': bilingual(
    said(
      '{file} › row {row} › {header}: "{value}" cannot be taken; no rate was recorded.',
      'Each row needs a currency such as USD, how many {base} one unit is worth such as 7.10, and a day such as 2026-01-31, or none for all days.',
    ),
    said(
      '{file} › 第 {row} 行 › {header}：“{value}”不能用，没有记录任何汇率。',
      '每行要写币种（如 USD）、一单位等于多少 {base}（如 7.10），日期写成 2026-01-31，不写表示所有日期。',
    ),
  ),
  'rate.twice': bilingual(
    said(
      '{file} › row {row}: {currency} has another rate for the same day in row {other}; no rate was recorded.',
      'Leave one of the two rows out.',
    ),
    said(
      '{file} › 第 {row} 行：{currency} 同一天在第 {other} 行还有另一个汇率，没有记录任何汇率。',
      '请删掉其中一行。',
    ),
  ),
  'undo.nothing': bilingual(
    said('There is nothing to take back.', 'What was imported and decided: crm imports'),
    said('没有可以撤销的内容。', '查看历次导入和操作：crm imports'),
  ),
  'undo.unknown': bilingual(
    said('There is no batch {batch}.', 'All batches: crm imports'),
    said('没有批次 {batch}。', '查看全部批次：crm imports'),
  ),
  'undo.already': bilingual(
    said('Batch {batch} is taken back already.', 'To put it back into force: crm undo --redo {batch}'),
    said('批次 {batch} 已经撤销过了。', '要恢复它：crm undo --redo {batch}'),
  ),
  'stock.not-understood': bilingual(
    said('"{value}" does not say how much of what is left.', 'Write SKU=N, for example --stock TEA-1=40'),
    said('“{value}”看不出还剩多少什么商品。', '请写 商品编码=数量，例如 --stock TEA-1=40'),
  ),
  'stock.unknown-sku': bilingual(
    said(
      'No product has the SKU "{value}".',
      'Did you mean {near}?',
      'SKUs stand in the item columns of your exports.',
    ),
    said('没有商品编码“{value}”。', '您是不是要写 {near}？', '商品编码见导出表里的商品列。'),
  ),
  'log.done-unmet': bilingual(
    said(
      'Nobody was met, so nothing is done.',
      'Leave out --done; what is due stays due. To drop it this time: crm skip {id}',
    ),
    said('没有联系上，待办不算完成。', '请去掉 --done，待办会保留；这次不办了：crm skip {id}'),
  ),
  'block.already': bilingual(
    said('{id} is blocked already, since {day}.', 'What is on record: crm show {id}; to lift it: crm unblock {id}'),
    said('{id} 从 {day} 起已经摘牌。', '查看记录：crm show {id}；恢复往来：crm unblock {id}'),
  ),
  'block.proposed': bilingual(
    said('Delisting {id} was proposed on {day} already.', 'Next: crm block check {id} "what was found"'),
    said('{day} 已经提出对 {id} 摘牌。', '下一步：crm block check {id} "核实结果"'),
  ),
  'block.not-proposed': bilingual(
    said(
      'No delisting of {id} is proposed, so there is nothing to {step}.',
      'Begin with: crm block propose {id} --cause credit --reason "why"',
    ),
    said('还没有提出对 {id} 摘牌，不能 {step}。', '请先写：crm block propose {id} --cause credit --reason "原因"'),
  ),
  'block.not-decided': bilingual(
    said('{id} is not delisted, so there is nothing for "{step}".', 'Blocked customers: crm list blocked'),
    said('{id} 没有摘牌，不能记“{step}”。', '已摘牌的客户：crm list blocked'),
  ),
  'block.no-reason': bilingual(
    said(
      'A delisting is proposed with its reason.',
      'Example: crm block propose {id} --cause credit --reason "three invoices open"',
    ),
    said('提出摘牌要写原因。', '例如：crm block propose {id} --cause credit --reason "三笔货款未付"'),
  ),
  'block.no-text': bilingual(
    said('Nothing was written down for "{step}".', 'Example: crm block {step} {id} "what was found or said"'),
    said('“{step}”没有写内容。', '例如：crm block {step} {id} "核实结果或客户的说法"'),
  ),
  'block.nobody-agreed': bilingual(
    said(
      'A delisting is decided with the names of those who agreed.',
      'Example: crm block decide {id} --by "Li, Wang"; not to delist: crm block decide {id} --drop',
    ),
    said(
      '决定摘牌要写同意人。',
      '例如：crm block decide {id} --by "李经理,王店长"；决定不摘牌：crm block decide {id} --drop',
    ),
  ),
  'unblock.not-blocked': bilingual(
    said('{id} is not blocked.', 'Blocked customers: crm list blocked'),
    said('{id} 没有摘牌。', '已摘牌的客户：crm list blocked'),
  ),
  'undo.blocked': bilingual(
    said(
      'Batch {batch} cannot be taken back alone: later decisions rest on it: {list}.',
      'Take those back first, beginning with: crm undo {last}',
    ),
    said('批次 {batch} 不能单独撤销，后面的操作要靠它：{list}。', '请先撤销后面的，从这一批开始：crm undo {last}'),
  ),
  'redo.nothing': bilingual(
    said('No batch was taken back, so there is nothing to put back.', 'All batches: crm imports'),
    said('没有撤销过的批次，不需要恢复。', '查看全部批次：crm imports'),
  ),
  'redo.not-voided': bilingual(
    said('Batch {batch} is in force; there is nothing to put back.', 'All batches: crm imports'),
    said('批次 {batch} 没有撤销过，不需要恢复。', '查看全部批次：crm imports'),
  ),
  'redo.rests': bilingual(
    said(
      'Batch {batch} cannot be put back alone: what it is about was taken back with batch {list}.',
      'Put that back first: crm undo --redo {first}',
    ),
    said('批次 {batch} 不能单独恢复，它所依据的批次 {list} 已撤销。', '请先恢复：crm undo --redo {first}'),
  ),
}
