import type { SpanKind } from '../../core/value/span.js'
import { bilingual } from '../../core/values/lang.js'
import { plural } from '../../core/values/plural.js'

/** Words that depend on the kind of the period. */
interface KindWords {
  readonly table: string
  readonly column: string
  readonly periods: { readonly now: string; readonly before: string; readonly yearBefore: string }
  /** The others inside a sentence. */
  readonly said: { readonly before: string; readonly yearBefore: string }
  readonly net: string
  readonly before: string
  readonly orders: string
  readonly running: string
}

/** What periodic reports say of the figures of their period. */
export const periodWords = bilingual(
  {
    kinds: {
      week: {
        table: 'The week, the week before and 52 weeks before',
        column: 'Week',
        periods: { now: 'the week', before: 'week before', yearBefore: '52 weeks before' },
        said: { before: 'the week before', yearBefore: 'the week 52 weeks before' },
        net: 'Net revenue of the week',
        before: 'The week before',
        orders: 'Orders of the week',
        running: 'The week is not over: it stands beside the same days of the others.',
      },
      month: {
        table: 'The month, the month before and a year before',
        column: 'Month',
        periods: { now: 'the month', before: 'month before', yearBefore: 'a year before' },
        said: { before: 'the month before', yearBefore: 'the same month a year before' },
        net: 'Net revenue of the month',
        before: 'The month before',
        orders: 'Orders of the month',
        running: 'The month is not over: it stands beside the same days of the others.',
      },
      quarter: {
        table: 'The quarter, the quarter before and a year before',
        column: 'Quarter',
        periods: { now: 'the quarter', before: 'quarter before', yearBefore: 'a year before' },
        said: { before: 'the quarter before', yearBefore: 'the same quarter a year before' },
        net: 'Net revenue of the quarter',
        before: 'The quarter before',
        orders: 'Orders of the quarter',
        running: 'The quarter is not over: it stands beside the same days of the others.',
      },
    } satisfies Record<SpanKind, KindWords>,
    from: 'From',
    to: 'To',
    average: 'Average order',
    buyers: 'Customers who ordered',
    newBuyers: 'New',
    returning: 'Returning',
    netChange: 'Net since then',
    ordersChange: 'Orders since then',
    facts: {
      change: 'Change',
      yearChange: 'Change in a year',
      newBuyers: 'New customers',
      due: 'Customers to contact',
      complaints: 'Open complaints',
      oldest: 'Oldest of them since',
      late: 'Past the promised time',
      moved: 'Changed tier',
    },
    nobodyDue: 'Nobody is due.',
    nobodyOf: (filter: string) => `Nobody of "${filter}" is due.`,
    complaints: 'Open complaints',
    complaintsNote:
      'Open complaints: not resolved by the day of the list; past the promised time: the promised day is over. One by one: crm feedback list',
    unreachable: (n: number, of: number) => `${n} of ${of} customers have neither phone nor e-mail on file.`,
    filtered: (filter: string, count: number, day: string) =>
      `Everything here is of the ${plural(count, 'customer')} of "${filter}" on ${day} alone; tiers, scores and segments are those among all customers.`,
    blankBefore: (list: string, day: string) =>
      `Nothing is told of ${list}: the first order that counts is of ${day}, so there is no change since then.`,
    blankNothing: (list: string) => `Nothing was sold in ${list}, so no change since then can be told.`,
    half: (list: string, day: string) =>
      `The first order that counts is of ${day}: ${list} is told from there on only, so there is no change since then.`,
    none: (from: string, to: string, last: string, command: string) =>
      `No order counts from ${from} to ${to}: the last one before is of ${last}. That period: ${command}`,
    noneBefore: (from: string, to: string, first: string, command: string) =>
      `No order counts from ${from} to ${to}: the first is of ${first}. That period: ${command}`,
    windows: (days: string) =>
      `Classes, segments, scores and countries look at ${days}; the figures of the period at its days.`,
    windowDays: (days: number, to: string) => `the ${plural(days, 'day')} up to ${to}`,
    windowAll: (to: string) => `all orders up to ${to}`,
    dueOn: (now: string, asOf: string) =>
      `What to do first and open complaints are as of ${now}, everything else as of ${asOf}. Whom to contact on ${now}: crm due`,
    moreDue: (count: number) => `${plural(count, 'more customer')} to contact: crm due`,
    chosen: (last: string, command: string) =>
      `This is the last one that was over by ${last}. The running one so far: ${command}`,
    whole: (running: string, command: string) => `${running} The last whole one: ${command}`,
    tierOn: (day: string) => `Tier on ${day}`,
    listed: ' and ',
  },
  {
    kinds: {
      week: {
        table: '本周、上周和52周前',
        column: '周',
        periods: { now: '本周', before: '上周', yearBefore: '52周前（去年同期）' },
        said: { before: '上周', yearBefore: '52周前' },
        net: '本周净销售额',
        before: '上周净销售额',
        orders: '本周订单数',
        running: '这一周还没结束，与其他各周的相同天数相比。',
      },
      month: {
        table: '本月、上月和去年同月',
        column: '月份',
        periods: { now: '本月', before: '上月', yearBefore: '去年同月' },
        said: { before: '上月', yearBefore: '去年同月' },
        net: '本月净销售额',
        before: '上月净销售额',
        orders: '本月订单数',
        running: '这个月还没结束，与其他月份的相同天数相比。',
      },
      quarter: {
        table: '本季度、上季度和去年同季',
        column: '季度',
        periods: { now: '本季度', before: '上季度', yearBefore: '去年同季' },
        said: { before: '上季度', yearBefore: '去年同季' },
        net: '本季度净销售额',
        before: '上季度净销售额',
        orders: '本季度订单数',
        running: '这个季度还没结束，与其他季度的相同天数相比。',
      },
    },
    from: '起',
    to: '止',
    average: '笔单价',
    buyers: '下单客户数',
    newBuyers: '初次购买',
    returning: '再次购买',
    netChange: '本期净销售额较之',
    ordersChange: '本期订单数较之',
    facts: {
      change: '增减',
      yearChange: '同比增减',
      newBuyers: '新客户数',
      due: '待跟进客户数',
      complaints: '未处理完的投诉',
      oldest: '最早的一件始于',
      late: '已过承诺时限',
      moved: '升降级客户数',
    },
    nobodyDue: '没有待跟进的客户。',
    nobodyOf: (filter) => `符合“${filter}”的客户都不在待跟进之列。`,
    complaints: '未处理完的投诉',
    complaintsNote:
      '未处理完的投诉：到列出的那天还没处理完的；已过承诺时限：承诺的日子已过。逐件查看：crm feedback list',
    unreachable: (n, of) => `${of}位客户中有${n}位没有留电话，也没有邮箱。`,
    filtered: (filter, count, day) =>
      `这里的各项数字只算 ${day} 符合“${filter}”的${count}位客户；类别、评分和分群按全部客户划分。`,
    blankBefore: (list, day) => `${list}没有数字：第一笔有效订单在 ${day}，所以没有增减。`,
    blankNothing: (list) => `${list}没有成交，所以看不出增减。`,
    half: (list, day) => `第一笔有效订单在 ${day}，${list}只从那天算起，所以没有增减。`,
    none: (from, to, last, command) => `${from} 至 ${to} 没有有效订单，此前最后一笔在 ${last}；看那一期：${command}`,
    noneBefore: (from, to, first, command) => `${from} 至 ${to} 没有有效订单，第一笔在 ${first}；看那一期：${command}`,
    windows: (days) => `客户类别、分群、评分和国家按${days}统计；本期数字只算本期的日子。`,
    windowDays: (days, to) => `截至 ${to} 的${days}天`,
    windowAll: (to) => `截至 ${to} 的全部订单`,
    dueOn: (now, asOf) => `先做的事和未处理完的投诉按 ${now} 的情况列出，其余都截至 ${asOf}。${now} 该联系谁：crm due`,
    moreDue: (count) => `还有${count}位待跟进的客户没有列出：crm due`,
    chosen: (last, command) => `这是截至 ${last} 最近一个已结束的。看到目前为止的这一期：${command}`,
    whole: (running, command) => `${running}上一个完整的：${command}`,
    tierOn: (day) => `${day} 的类别`,
    listed: '、',
  },
)
