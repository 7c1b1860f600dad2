import type { PoolName } from '../core/value/cycle.js'
import { bilingual } from '../core/values/lang.js'

/** What a due item's cycle can be taken from. */
type Method = 'own' | 'refill' | PoolName

/** What a cycle is taken from, in words. */
export const cycleMethods = bilingual(
  {
    method: 'Cycle taken from',
    n: 'Gaps',
    methods: {
      own: 'own orders',
      refill: 'own purchases of the product',
      product: 'buyers of the same main product, after the same order number',
      segment: 'customers of the same segment, after the same order number',
      'order-number': 'all customers, after the same order number',
      shop: 'all customers',
    } satisfies Record<Method, string>,
  },
  {
    method: '周期来源',
    n: '间隔数',
    methods: {
      own: '本人订单',
      refill: '本人购买该商品的记录',
      product: '主要商品相同的客户，同次序订单',
      segment: '同一分群的客户，同次序订单',
      'order-number': '全店同次序订单',
      shop: '全店订单',
    },
  },
)
