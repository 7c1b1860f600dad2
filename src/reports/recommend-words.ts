import { FEWEST_BUYERS, LEAST_RATIO } from '../core/value/also-bought.js'
import { MOST_IN_BASKET } from '../core/value/baskets.js'
import { type NothingReason, SOON_DAYS } from '../core/value/recommend.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

/** What is proposed: to buy again, or something new. */
export type OfferKind = 'refill' | 'also-bought'

/** The words of the recommendations. */
export const recommendWords = bilingual(
  {
    title: 'What to offer',
    purpose: 'Products due for a refill, and products bought by buyers of the same things, with the evidence.',
    table: 'To offer',
    kinds: { refill: 'refill', 'also-bought': 'also bought' } satisfies Record<OfferKind, string>,
    bases: { orders: 'orders', customers: 'customers' },
    columns: {
      kind: 'Kind',
      sku: 'SKU',
      product: 'Product',
      evidence: 'Because',
      becauseOn: 'On',
      expectedOn: 'Used up by',
      buyersBoth: 'Buyers of both',
      ordersBoth: 'Orders with both',
      lift: 'Lift',
      ratio: 'Log-likelihood',
      basis: 'Counted on',
      becauseSku: 'Because of SKU',
      perUnitDays: 'Days a piece lasts',
      lastQuantity: 'Pieces then',
      n: 'Gaps',
    },
    refillEvidence: (days: number, pieces: string, on: string, until: string) =>
      `bought on ${plural(days, 'day')}; ${pieces} of ${on} last until ${until}`,
    pieces: (count: string) => (count === '1' ? '1 piece' : `${count} pieces`),
    alsoEvidence: (product: string, on: string) => `bought ${product} on ${on}`,
    facts: {
      customers: 'Customers looked at',
      served: 'With something to offer',
      refills: 'Refills',
      alsoBought: 'Also bought',
    },
    refillNote: `Refill: a product bought on at least three days, used up by now or within ${SOON_DAYS} days at the pace of this customer.`,
    basisNote: {
      orders: 'Lift and log-likelihood ratio are of orders: how many hold both products, and how many each of them.',
      customers:
        'Lift and log-likelihood ratio are of customers: how many bought both products, on whatever days, and how many each of them.',
      both: 'Lift and log-likelihood ratio are of orders, or of customers where those tell more: the column Counted on says which.',
    },
    pairNote: `Also bought: at least ${FEWEST_BUYERS} customers bought both, and more often together than by chance: a lift of 3 is three times as often; a log-likelihood ratio above ${LEAST_RATIO} happens by chance less than once in a thousand. The surest first; what the customer has, and what nobody bought for a year, is left out.`,
    skipped: (orders: number, customers: number) =>
      `Not counted, for they hold over ${MOST_IN_BASKET} different products and say little of what goes together: ${plural(orders, 'order')}, ${plural(customers, 'customer')}.`,
    blocked: (count: number) => `${plural(count, 'blocked customer')} left out.`,
    theBlocked: 'The customer is blocked: nothing is offered.',
    nobody: 'The filter chooses nobody.',
    nothing: {
      'no-lines':
        'No counted order names a product, so there is nothing to go by. Import a file with a row an item (product, quantity): crm import FILE.',
      'no-orders': 'This customer has no order that counts up to this day, so there is nothing to go by.',
      'bought-nothing':
        'No order of this customer up to this day names a product, so there is nothing to go by. A file with a row an item (product, quantity) would tell: crm import FILE.',
      'too-few-buyers': `Nothing is due for a refill, and fewer than ${FEWEST_BUYERS} buyers share a pair with what this customer bought (or it is no more than chance). More orders will tell.`,
      'has-all': 'Nothing is due for a refill, and the customer has already bought all that goes with what he bought.',
    } satisfies Record<NothingReason, string>,
    without: {
      'no-lines': (_count: number) =>
        'No counted order names a product, so there is nothing to go by. Import a file with a row an item (product, quantity): crm import FILE.',
      'no-orders': (count: number) => `${plural(count, 'customer')}: no order that counts yet.`,
      'bought-nothing': (count: number) => `${plural(count, 'customer')}: no order names a product.`,
      'too-few-buyers': (count: number) =>
        `${plural(count, 'customer')}: nothing due, and fewer than ${FEWEST_BUYERS} buyers share a pair with what they bought, or it is no more than chance.`,
      'has-all': (count: number) =>
        `${plural(count, 'customer')}: nothing due, and all that goes with what they bought they have.`,
    } satisfies Record<NothingReason, (count: number) => string>,
  },
  {
    title: '推荐商品',
    purpose: '该续购的商品，以及买了同样东西的客户还买了什么，并列出依据。',
    table: '可推荐商品',
    kinds: { refill: '续购', 'also-bought': '搭配购买' },
    bases: { orders: '订单', customers: '客户' },
    columns: {
      kind: '类型',
      sku: '商品编码',
      product: '商品',
      evidence: '依据',
      becauseOn: '购买日期',
      expectedOn: '预计用完',
      buyersBoth: '两样都买的客户数',
      ordersBoth: '同单购买的订单数',
      lift: '提升度',
      ratio: '对数似然比',
      basis: '统计口径',
      becauseSku: '依据商品编码',
      perUnitDays: '每件可用天数',
      lastQuantity: '上次件数',
      n: '间隔数',
    },
    refillEvidence: (days, pieces, on, until) => `买过${days}次；${on}的${pieces}预计用到${until}`,
    pieces: (count) => `${count}件`,
    alsoEvidence: (product, on) => `买过${product}（${on}）`,
    facts: { customers: '查看的客户数', served: '有可推荐商品的客户数', refills: '续购', alsoBought: '搭配购买' },
    refillNote: `续购：至少在三个日子买过、按该客户的用量现在或${SOON_DAYS}天内会用完的商品。`,
    basisNote: {
      orders: '提升度和对数似然比按订单计算：看两样商品同在一单的订单数，和各自出现的订单数。',
      customers: '提升度和对数似然比按客户计算：看两样都买过（不论哪天）的客户数，和各自的客户数。',
      both: '提升度和对数似然比按订单或按客户计算，取更有把握的一种：见“统计口径”一列。',
    },
    pairNote: `搭配购买：至少${FEWEST_BUYERS}位客户两样都买过，而且一起买的次数多于偶然：提升度3表示是偶然的3倍，对数似然比超过${LEAST_RATIO}表示出于偶然的可能不到千分之一。把握大的在前；客户已经买过的、一年内无人购买的不列。`,
    skipped: (orders, customers) =>
      `含${MOST_IN_BASKET}种以上不同商品的${orders}笔订单、${customers}位客户不参与统计：这类大批采购看不出搭配关系。`,
    blocked: (count) => `已停止往来的${count}位客户不列。`,
    theBlocked: '该客户已停止往来，不作推荐。',
    nobody: '没有符合筛选条件的客户。',
    nothing: {
      'no-lines': '有效订单里都没有商品信息，没有依据可推荐。请导入一行一件商品（商品、数量）的表格：crm import 文件。',
      'no-orders': '截至当日，该客户还没有有效订单，没有依据可推荐。',
      'bought-nothing':
        '截至当日，该客户的订单都没有商品信息，没有依据可推荐。可以导入一行一件商品（商品、数量）的表格：crm import 文件。',
      'too-few-buyers': `没有该续购的商品；与该客户所购商品同买的客户不足${FEWEST_BUYERS}位（或只是偶然）。订单多了才看得出来。`,
      'has-all': '没有该续购的商品；与所购商品搭配的，该客户都已买过。',
    },
    without: {
      'no-lines': () =>
        '有效订单里都没有商品信息，没有依据可推荐。请导入一行一件商品（商品、数量）的表格：crm import 文件。',
      'no-orders': (count) => `${count}位客户还没有有效订单。`,
      'bought-nothing': (count) => `${count}位客户的订单没有商品信息。`,
      'too-few-buyers': (count) =>
        `${count}位客户：没有该续购的商品，与其所购商品同买的客户不足${FEWEST_BUYERS}位，或只是偶然。`,
      'has-all': (count) => `${count}位客户：没有该续购的商品，搭配的商品都已买过。`,
    },
  },
)
