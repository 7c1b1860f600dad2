import { bilingual } from '../../core/values/lang.js'
import { type Errors, said } from '../sentence.js'

/** What is said when what came of a contact cannot be written down. */
export const decisionErrors: Errors = {
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
  'due.none-of-rule': bilingual(
    said('{who} has nothing of "{rule}", neither due nor to come.', 'Due is: {list}', 'All of it: crm show {id}'),
    said('{who} 没有“{rule}”的待办，近期也没有。', '目前到期的是：{list}', '全部待办：crm show {id}'),
  ),
  'due.by-step': bilingual(
    said('"{rule}" of {who} ends with its own step.', 'Next: {step}'),
    said('{who} 的“{rule}”要办完这一步才算结束。', '下一步：{step}'),
  ),
  'due.none-to-skip': bilingual(
    said('Nothing is due for {who}, so there is nothing to skip.', 'What comes next: crm show {id}'),
    said('{who} 目前没有到期的事项，没有可跳过的。', '以后的待办：crm show {id}'),
  ),
  'due.bad-date': bilingual(
    said('"{value}" is not a date.', 'Write a day to come, like 2026-12-01, +7d (in seven days) or tomorrow.'),
    said('“{value}”不是日期。', '请写以后的日期，例如 2026-12-01、12月1日、+7d（七天后）或 明天。'),
  ),
  'due.not-later': bilingual(
    said('"{value}" is not after {day}.', 'Name a later day, for example +7d for in seven days.'),
    said('“{value}”不在 {day} 之后。', '请写以后的日期，例如 +7d 表示七天后。'),
  ),
  'decision.ahead': bilingual(
    said(
      '{day} has not come yet (today is {today}); only what has happened can be recorded.',
      'Leave --on out for today, or name an earlier day. For what is to be done then: crm log CUSTOMER "text" --next {day}',
    ),
    said(
      '{day} 还没到（今天是 {today}），只能登记已经发生的事。',
      '记今天的事不用写 --on，补记请写以前的日期。到那天要做的事：crm log 客户 "内容" --next {day}',
    ),
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
}
