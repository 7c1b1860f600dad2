import { bilingual } from '../../values/lang.js'
import { formatMoney } from '../../values/money.js'
import { countBelow } from '../abc.js'
import { quantile7 } from '../rfm.js'
import { type Dimension, type GroupFacts, NO_GROUP, wholeCustomer } from './dimension.js'

const bands = bilingual(
  {
    under: (to: string) => `under ${to}`,
    between: (from: string, to: string) => `${from} to under ${to}`,
    from: (from: string) => `${from} and more`,
  },
  {
    under: (to) => `不到 ${to}`,
    between: (from, to) => `${from} 至不到 ${to}`,
    from: (from) => `${from} 及以上`,
  },
)

/** R8: what customers spend an order, in bands that begin at the seller's amounts or at the shop's quartiles; `from..to` in minor units. */
export const priceBand: Dimension = {
  words: bilingual(
    {
      label: 'Price band',
      title: 'Customers by price band',
      none: '(no order in this window)',
      several: '',
      unknown: '',
    },
    {
      label: '价位（客单价）',
      title: '各价位的客户',
      none: '（统计期内没有订单）',
      several: '',
      unknown: '',
    },
  ),
  rank: (group) => Number(group.split('..')[0]),
  partsOf: (facts) => {
    const average = averageOf(facts)
    const bounds = Float64Array.from(facts.priceBounds.length > 0 ? facts.priceBounds : quartiles(facts))
    return wholeCustomer(facts, (customer) => {
      const spent = average(customer)
      if (spent === null) return [NO_GROUP]
      const at = countBelow(bounds, spent + 1)
      return [`${bounds[at - 1] ?? ''}..${bounds[at] ?? ''}`]
    })
  },
  nameOf(group, lang, { snapshot }) {
    const money = (minor: string) => formatMoney(Number(minor), snapshot.currency ?? '', lang)
    const [from = '', to = ''] = group.split('..')
    const say = bands[lang]
    if (to === '') return from === '' ? '' : say.from(money(from))
    return from === '' ? say.under(money(to)) : say.between(money(from), money(to))
  },
}

/** Net revenue an order in whole minor units; null without a counted order in the window. */
function averageOf({ grading: { sums } }: GroupFacts): (customer: number) => number | null {
  return (customer) =>
    sums.orders[customer] === 0 ? null : Math.round(sums.netMinor[customer]! / sums.orders[customer]!)
}

/** Type-7 quartiles of what customers spend an order, rounded to whole minor units; equal ones once. */
function quartiles(facts: GroupFacts): number[] {
  const average = averageOf(facts)
  const spent = facts.snapshot.customers.flatMap((_, customer) => average(customer) ?? [])
  if (spent.length === 0) return []
  const ascending = Float64Array.from(spent).sort()
  return [...new Set([25, 50, 75].map((percent) => Math.round(quantile7(ascending, percent))))]
}
