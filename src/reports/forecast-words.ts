import type { NoForecast } from '../core/value/forecast/fit-orders.js'
import type { OrderModel } from '../core/value/forecast/order-models.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

/** The models as their papers call them. */
export const modelNames: Readonly<Record<OrderModel, string>> = {
  'mbg-nbd': 'MBG/NBD',
  'bg-nbd': 'BG/NBD',
  'mg-nbd': 'MG/NBD',
  'g-nbd': 'G/NBD',
  nbd: 'NBD',
}

/** What the forecast says, besides the columns. */
export const forecastWords = bilingual(
  {
    title: 'Forecast',
    purpose: 'Who is still a customer, and what each is expected to order and bring in the next 90 days.',
    customers: 'Customers',
    x: 'Repeats',
    tx: 'Weeks first to last order',
    T: 'Weeks since first order',
    pAlive: 'Still active',
    expectedOrders: 'Orders expected',
    expectedValue: 'Net expected',
    ordered: 'Customers who have ordered',
    likelyActive: 'Of them likely still active',
    orders: (days: number) => `Orders expected, next ${plural(days, 'day')}`,
    value: (days: number) => `Net revenue expected, next ${plural(days, 'day')}`,
    interval: '  19 times out of 20 between',
    between: (low: string, high: string) => `${low} and ${high}`,
    fitted: (model: string, customers: number, params: string, isLeaving: boolean) =>
      `How it is worked out: from how many order days each customer has had, when the first and the last were, ${model} fitted to ${plural(customers, 'customer')} (${params}) says ${isLeaving ? 'who is still active and ' : ''}how often each orders. All orders count, not only those of the last year; several on one day are one.`,
    hidden: (asked: string) =>
      `Whether customers leave cannot be told from this history with ${asked}: who has been silent for long may as well be a slow buyer. So nobody is taken for gone (NBD), the chance of being active stays blank, and for customers long silent the figures are too high.`,
    leaveAlike: (asked: string, chance: string) =>
      `All customers leave with much the same chance: ${chance} after each order. How far they differ in it cannot be told from this history, so one chance stands for all, in place of the two of ${asked}.`,
    barely:
      'Whether customers leave can hardly be told from this history: by BG/NBD next to nobody does, so read the chance of being active with caution, above all for customers long silent.',
    spend: (customers: number, params: string) =>
      `Net revenue expected = orders expected × what an order day of this customer is expected to bring: the customer’s own mean of the repeat orders, drawn towards that of all customers the more, the fewer there are (gamma-gamma, ${plural(customers, 'customer')}; ${params}). Customers without a repeat order get the mean of all customers.`,
    ownMean:
      'Net revenue expected = orders expected × the customer’s own mean of the repeat orders; without any, the mean of all order days. (The amounts do not allow a gamma-gamma model: too few of them, all alike, or too uneven.)',
    totals:
      'The interval holds the chance in when and how much these customers order. Seasons, promotions, and customers who have yet to buy for the first time are not in it.',
    windows:
      'Next from and to: the customer’s purchase cycle counted from the last order. Where that time is over, no new one is made up: Days late says for how long. Whom to contact: crm due',
    noCycle:
      'Next from and to are blank where no purchase cycle can be told yet: fewer than three gaps between the customer’s own orders, and fewer than 20 between those of all.',
    returns: (amount: string) =>
      `Returns that name no order (${amount}) lower what is expected of the customers who sent them, by the share of their orders that went back.`,
    far: (days: number, history: number) =>
      `You look ${plural(days, 'day')} ahead from a history of ${plural(history, 'day')}: take the figures as rough.`,
    chosen: (filter: string) => `Rows and totals are of the customers of "${filter}"; the model is fitted to all.`,
    nobody: (filter: string) => `Nobody of "${filter}" has ordered by this day, so there is nothing to forecast.`,
    none: {
      'few-customers': (found: number, needed: number) =>
        `No forecast: ${plural(found, 'customer')} ${found === 1 ? 'has' : 'have'} ordered, and the model needs at least ${needed}.`,
      'few-repeaters': (found: number, needed: number) =>
        `No forecast: ${plural(found, 'customer')} ordered on a second day, and the model needs at least ${needed} who did.`,
      'not-converged': () =>
        'No forecast: the model finds no best fit to this history. Try the other one: crm forecast --model bg-nbd',
      alike: () =>
        'No forecast: the customers order so much alike that the model has nothing to tell them apart by. Their next orders stand in the list.',
    } satisfies Record<NoForecast['reason'], (found: number, needed: number) => string>,
    early: (day: string) => `Nobody had ordered by ${day}. Another day: --on DATE`,
    instead: 'What the list can still say is who ordered how often and when the next order is likely.',
  },
  {
    title: '销售预估',
    purpose: '哪些客户还活跃，未来90天各会下多少单、带来多少净销售额。',
    customers: '客户',
    x: '复购次数',
    tx: '首单至末单（周）',
    T: '首单至今（周）',
    pAlive: '仍活跃概率',
    expectedOrders: '预计订单数',
    expectedValue: '预计净销售额',
    ordered: '下过单的客户数',
    likelyActive: '其中多半仍活跃',
    orders: (days) => `未来${days}天预计订单数`,
    value: (days) => `未来${days}天预计净销售额`,
    interval: '  95%的可能介于',
    between: (low, high) => `${low} 至 ${high}`,
    fitted: (model, customers, params, isLeaving) =>
      `算法：看每位客户有多少个下单日、第一次和最近一次是哪天，用${customers}位客户拟合 ${model} 模型（${params}），推算${isLeaving ? '谁还活跃、' : ''}多久下一次单。用的是全部历史订单，不限最近一年；同一天的几笔订单算一次。`,
    hidden: (asked) =>
      `从现有订单看不出客户是否流失（${asked}）：很久没下单的，也可能只是买得慢。因此不把任何人当作已流失（改用 NBD 模型），“仍活跃概率”留空；很久没下单的客户，预估会偏高。`,
    leaveAlike: (asked, chance) =>
      `各位客户的流失概率差不多：每下一单后有${chance}的可能不再回来。各人相差多少，从现有订单看不出来，所以不用 ${asked} 的两个流失参数，所有客户按同一个概率算。`,
    barely:
      '从现有订单几乎看不出客户是否流失：按 BG/NBD 几乎没有人流失，“仍活跃概率”请谨慎看待，尤其是很久没下单的客户。',
    spend: (customers, params) =>
      `预计净销售额＝预计订单数×该客户每个下单日的预计金额：以本人复购的平均金额为准，复购越少越向全体平均靠拢（gamma-gamma 模型，${customers}位客户，${params}）。没有复购过的客户按全体平均计算。`,
    ownMean:
      '预计净销售额＝预计订单数×本人复购的平均金额；没有复购过的按全部下单日的平均金额。（金额太少、都一样或相差太大，不适合用 gamma-gamma 模型。）',
    totals: '区间只反映这些客户何时下单、下多大单的偶然性；不含淡旺季、促销，也不含还没买过的新客户。',
    windows:
      '下次下单的最早、最晚日期按客户的购买周期从上次下单算起。时段已过的不另行编造，“超期天数”说明过了多少天。该联系谁：crm due',
    noCycle: '“下次最早”“下次最晚”空着的，是还看不出购买周期：本人下单间隔不足3个，全店也不足20个。',
    returns: (amount) => `没有对应订单的退货（${amount}）：有这类退货的客户，按其退货占订单金额的比例调低预估。`,
    far: (days, history) => `历史只有${history}天，却要看未来${days}天：数字只能作大致参考。`,
    chosen: (filter) => `名单和合计只算符合“${filter}”的客户；模型按全部客户拟合。`,
    nobody: (filter) => `符合“${filter}”的客户到这一天都没有下过单，无从预估。`,
    none: {
      'few-customers': (found, needed) => `无法预估：只有${found}位客户下过单，模型至少需要${needed}位。`,
      'few-repeaters': (found, needed) => `无法预估：只有${found}位客户在另一天再次下过单，模型至少需要${needed}位。`,
      'not-converged': () => '无法预估：模型对这些订单找不到最佳拟合。可以换一个试试：crm forecast --model bg-nbd',
      alike: () => '无法预估：客户的下单情况几乎一样，模型无从区分。各自的预计下单时段见名单。',
    },
    early: (day) => `到 ${day} 为止还没有人下过单。要看别的日期请用 --on 日期。`,
    instead: '名单仍可看出谁下过多少次单、下一单大约在什么时候。',
  },
)
