import { bilingual } from '../../core/values/lang.js'
import { type Errors, said } from '../sentence.js'

/** What is said when a complaint, suggestion, praise, question or score cannot be taken as typed. */
export const feedbackErrors: Errors = {
  'feedback.unused-option': bilingual(
    said(
      '{option} says nothing to crm feedback {action}.',
      'Leave it out; what takes which option: crm feedback --help',
    ),
    said('crm feedback {action} 用不到 {option}。', '请去掉它；各选项的用处：crm feedback --help'),
  ),
  'feedback.unknown': bilingual(
    said('There is no feedback {value}.', 'Did you mean {near}?', 'All of them: crm feedback list'),
    said('没有 {value} 这条客户反馈。', '您是不是要写 {near}？', '查看全部：crm feedback list'),
  ),
  'feedback.bad-kind': bilingual(
    said('"{value}" is no kind of feedback.', 'Did you mean {near}?', 'Choose one of {allowed}.'),
    said('“{value}”不是客户反馈的种类。', '您是不是要写 {near}？', '可以写：投诉、建议、表扬、咨询（{allowed}）。'),
  ),
  'feedback.bad-severity': bilingual(
    said('"{value}" is no severity.', 'Did you mean {near}?', 'Choose one of {allowed}.'),
    said('“{value}”不是严重程度。', '您是不是要写 {near}？', '可以写：轻微、一般、严重（{allowed}）。'),
  ),
  'feedback.bad-promise': bilingual(
    said(
      '"{value}" is no time an answer can be promised for.',
      'Write hours or a day: --promised 24h, --promised +2d, --promised "2026-12-01 14:00"',
    ),
    said(
      '“{value}”不能作承诺处理时限。',
      '请写小时数或日期：--promised 24h、--promised +2d、--promised "2026-12-01 14:00"',
    ),
  ),
  'feedback.promise-past': bilingual(
    said('"{value}" is over already: the feedback is of {day}.', 'Promise a later time, for example --promised 24h'),
    said('“{value}”已经过了：反馈日期是 {day}。', '请写以后的时间，例如 --promised 24h'),
  ),
  'feedback.closed': bilingual(
    said(
      '{subject} is closed already.',
      'It was closed on {day}.',
      'To take it up again: crm feedback reopen {subject} "why"',
    ),
    said('{subject} 已经处理完毕。', '完毕日期：{day}。', '要重新处理：crm feedback reopen {subject} "原因"'),
  ),
  'feedback.not-closed': bilingual(
    said('{subject} is still open.', 'First say how it ended; what fits it: crm feedback show {subject}'),
    said('{subject} 还在处理中。', '请先写明处理结果；查看这条反馈：crm feedback show {subject}'),
  ),
  'feedback.satisfied': bilingual(
    said(
      'It is written down already that the customer is satisfied with {subject}.',
      'If not any more: crm feedback reopen {subject} "why"',
    ),
    said('{subject} 已经记过客户满意。', '如果客户又不满意了：crm feedback reopen {subject} "原因"'),
  ),
  'feedback.ends-adopted': bilingual(
    said(
      '{subject} is a suggestion: it ends adopted or declined, with an answer.',
      'crm feedback adopt {subject} "answer", or crm feedback decline {subject} "answer"',
    ),
    said(
      '{subject} 是建议，结果只能是采纳或不采纳，并写明答复。',
      'crm feedback adopt {subject} "答复"，或 crm feedback decline {subject} "答复"',
    ),
  ),
  'feedback.ends-resolved': bilingual(
    said('{subject} is no suggestion: it ends when it is resolved.', 'crm feedback resolve {subject} "what was done"'),
    said('{subject} 不是建议，处理好了就算完毕。', 'crm feedback resolve {subject} "怎么处理的"'),
  ),
  'feedback.praise': bilingual(
    said(
      '{subject} is praise: nothing has to be done about it.',
      'To write down the thanks: crm feedback respond {subject} "thank you"',
    ),
    said('{subject} 是表扬，不需要处理。', '要记下回复：crm feedback respond {subject} "谢谢"'),
  ),
  'feedback.too-early': bilingual(
    said(
      '{subject} was opened or last changed on {day}; this would be before it.',
      'Name that day or a later one: --on {day}',
    ),
    said('{subject} 最近一次登记或处理是在 {day}，不能写更早的日期。', '请写那天或以后的日期：--on {day}'),
  ),
  'order.unknown': bilingual(
    said(
      'No order {order} is in this ledger.',
      'Did you mean {near}?',
      'Newest orders of {who}: {list}',
      'Import the file it stands in first, or leave --order out. All orders: crm show {id}',
    ),
    said(
      '账本里没有订单 {order}。',
      '您是不是要写 {near}？',
      '{who} 最近的订单：{list}',
      '请先导入有这笔订单的文件，或去掉 --order。全部订单：crm show {id}',
    ),
  ),
  'order.of-another': bilingual(
    said(
      'Order {order} is of {other}, not of {who}.',
      'Orders of {who}: {list}',
      'Name the customer who ordered, or leave --order out; if both are one person: crm merge {id} {otherId}',
    ),
    said(
      '订单 {order} 是 {other} 的，不是 {who} 的。',
      '{who} 的订单：{list}',
      '请写下单的那位客户，或去掉 --order；如果两位是同一个人：crm merge {id} {otherId}',
    ),
  ),
  'score.bad': bilingual(
    said('"{value}" is no score.', 'Write a whole number from 1 (worst) to 5 (best): crm rate anna@example.com 4'),
    said('“{value}”不是评分。', '请写 1（最差）到 5（最好）的整数：crm rate 张三 4'),
  ),
}
