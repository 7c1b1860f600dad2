import { bilingual } from '../../core/values/lang.js'
import { type Errors, said } from '../sentence.js'

/** What is said of care plans, own days, gifts and replies that cannot be taken (R21). */
export const careErrors: Errors = {
  'care.bad-occasion': bilingual(
    said('There is no occasion "{value}" to plan care for.', 'Did you mean {near}?', 'There are: {allowed}'),
    said('没有“{value}”这个关怀日子。', '您是不是要写 {near}？', '可以写：{allowed}'),
  ),
  'care.bad-treatment': bilingual(
    said(
      '"{value}" does not say what is done on that occasion.',
      'Write gift, greeting or none behind it: {occasion}=gift',
    ),
    said('“{value}”没有写怎么做。', '后面请写 送礼、问候 或 不安排，如 {occasion}=送礼'),
  ),
  'care.bad-festival': bilingual(
    said(
      '"{value}" is no festival known here.',
      'Did you mean {near}?',
      'There are: {allowed}',
      'Days of your own: crm config set care.own-days "Member day=28"',
    ),
    said(
      '没有“{value}”这个节日。',
      '您是不是要写 {near}？',
      '可以写：{allowed}',
      '自己的日子：crm config set care.own-days "会员日=每月28日"',
    ),
  ),
  'care.not-a-day': bilingual(
    said(
      '"{entry}" has no day that can be read.',
      'Write it like Anniversary sale=06-18, Fair=2027-03-05, Moon sale=lunar 08-10, or Member day=28 for the 28th of each month.',
    ),
    said('“{entry}”的日子看不懂。', '写法：店庆=06-18、展会=2027-03-05、腊八=农历12-08，会员日=每月28日。'),
  ),
  'care.no-name': bilingual(
    said('"{entry}" has no name.', 'Write it like Anniversary sale=06-18.'),
    said('“{entry}”没有名称。', '写法：店庆=06-18。'),
  ),
  'care.never-greeted': bilingual(
    said('"{entry}": Qingming is a day of mourning, and nobody is greeted on it.', 'Leave it out.'),
    said('“{entry}”：清明是祭扫的日子，不宜问候。', '请去掉这一项。'),
  ),
  'care.bad-gift-value': bilingual(
    said('"{value}" is no amount a gift cost.', 'Write a number, such as --value 120 or --value 12.50'),
    said('“{value}”不是礼品金额。', '请写数字，如 --value 120 或 --value 12.50'),
  ),
  'care.no-currency': bilingual(
    said(
      'This ledger has no base currency yet, so nobody can tell what the gift cost.',
      'To set it: crm config set currency.base CNY',
    ),
    said('账本还没有本位币，无法登记礼品金额。', '设定：crm config set currency.base CNY'),
  ),
  'care.bad-gift-occasion': bilingual(
    said('"{value}" is no occasion a gift is given on.', 'Did you mean {near}?', 'There are: {allowed}'),
    said('没有“{value}”这个送礼场合。', '您是不是要写 {near}？', '可以写：{allowed}'),
  ),
  'care.day-not-known': bilingual(
    said(
      'The {occasion} of {who} is not known, so the gift cannot be counted for it.',
      'Write it into the customer file first: crm edit {id} --{field} 05-03. Or record the gift without --occasion.',
    ),
    said(
      '{who} 的{occasion}还没有记录，无法算作当次的礼品。',
      '请先写进客户档案：crm edit {id} --{field} 05-03；也可以不写 --occasion。',
    ),
  ),
  'care.no-gift': bilingual(
    said('No gift to {who} waits for a reply.', 'To record one: crm care gift CUSTOMER WHAT --value 120'),
    said('没有等 {who} 反馈的礼品。', '先登记礼品：crm care gift 客户 "礼品" --value 120'),
  ),
  'care.unknown-gift': bilingual(
    said('{who} was given no gift "{gift}".', 'Those given: {list}'),
    said('没有送过 {who} “{gift}”这份礼品。', '送过的：{list}'),
  ),
  'care.nothing-recorded': bilingual(
    said(
      '{name} belongs to a gift or a reply that is recorded.',
      'Example: crm care gift CUSTOMER "tea sample" --value 12 --occasion birthday',
    ),
    said('{name} 要和登记礼品或反馈的命令一起写。', '例如：crm care gift 客户 "新茶小样" --value 80 --occasion 生日'),
  ),
}
