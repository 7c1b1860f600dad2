import type { Ranking } from '../core/value/backtest.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

/** What the backtest says, besides shared columns. */
export const backtestWords = bilingual(
  {
    title: 'Backtest of the rankings',
    purpose: 'How much of what was ordered after a day each ranking would have caught.',
    caught: 'Caught in the best customers of each ranking',
    known: (day: string) => `Customers who had ordered by ${day}`,
    orders: 'Their orders in this window',
    net: 'Their net revenue in this window',
    newcomers: 'Orders of new customers, in no ranking',
    top: 'Best',
    ranking: 'Ranking',
    ordersShare: 'Share of orders',
    netShare: 'Share of net',
    rankings: {
      forecast: 'Forecast',
      rfm: 'RFM',
      recency: 'Last order',
      due: 'Due list',
    } satisfies Record<Ranking, string> as Readonly<Record<Ranking, string>>,
    ordersWon: (top: number, ranking: string, orders: number, own: number, by: number) =>
      `Orders, best ${top} %: ${ranking} catches most, ${orders.toLocaleString('en-US')} against ${own.toLocaleString('en-US')} of the forecast (${by} more).`,
    netWon: (top: number, ranking: string, net: string, own: string, by: string) =>
      `Net revenue, best ${top} %: ${ranking} catches most, ${net} against ${own} of the forecast (${by} more).`,
    ordersBest: 'Orders: no ranking catches more than the forecast in any row.',
    netBest: 'Net revenue: no ranking catches more than the forecast in any row.',
    noRfm: (least: number) => `RFM is left out: fewer than ${least} customers ordered in its window up to the day.`,
    how: 'Each ranking sees only orders up to the day (with what the ledger says of them now: later refunds, later states). Forecast: by expected orders, for net revenue by expected net revenue. Last order: the latest first. Due list: by what is at stake that day; customers not due come last. Equal customers stand in the order of their ids.',
    rfm: 'RFM: by R + F + M, equal sums by net revenue.',
    shorter: (day: string, days: number, asked: number) =>
      `Orders are known up to ${day}: only ${days} of ${plural(asked, 'day')} are compared. An earlier day shows more: --at DATE`,
    nothing: 'Nobody known on the day ordered in these days, so there is nothing to catch.',
    early: (day: string) => `Nobody had ordered by ${day}, so there is nobody to rank. A later day: --at DATE`,
  },
  {
    title: '排序回测',
    purpose: '站在过去某一天，看各种排序能抓住之后多少订单。',
    caught: '各排序前列客户抓住的订单',
    known: (day) => `到 ${day} 下过单的客户数`,
    orders: '这些客户在此期间的订单数',
    net: '这些客户在此期间的净销售额',
    newcomers: '新客户的订单数（不在任何排序中）',
    top: '前列',
    ranking: '排序方法',
    ordersShare: '订单占比',
    netShare: '净销售额占比',
    rankings: { forecast: '销售预估', rfm: 'RFM评分', recency: '上次下单', due: '待跟进名单' },
    ordersWon: (top, ranking, orders, own, by) =>
      `订单，前${top}%客户：${ranking}抓住最多，${orders}笔，销售预估${own}笔（多${by}笔）。`,
    netWon: (top, ranking, net, own, by) =>
      `净销售额，前${top}%客户：${ranking}抓住最多，${net}，销售预估${own}（多${by}）。`,
    ordersBest: '订单：各行都没有哪种排序抓住的比销售预估多。',
    netBest: '净销售额：各行都没有哪种排序抓住的比销售预估多。',
    noRfm: (least) => `不列RFM评分：到那一天为止，统计期内下单的客户不足${least}位。`,
    how: '每种排序只看当天及以前的订单（订单之后的退款和状态变化按账本现在的记录）。销售预估：订单按预计订单数排，净销售额按预计净销售额排；上次下单：越近越靠前；待跟进名单：按当天的影响金额，不在名单上的排最后。完全相同的按客户编号排。',
    rfm: 'RFM评分：按 R + F + M 总分，总分相同的按净销售额排。',
    shorter: (day, days, asked) => `订单只到 ${day}，${asked}天里只能比较${days}天。换一个早些的日子：--at 日期`,
    nothing: '当天已知的客户在此期间都没有下单，没有可以比较的订单。',
    early: (day) => `到 ${day} 为止还没有人下过单，无从排序。换一个晚些的日子：--at 日期`,
  },
)
