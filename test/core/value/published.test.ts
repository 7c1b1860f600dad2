import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { ABC_DEFAULTS, gradeAbc } from '../../../src/core/value/abc.js'
import { aggregate, windowOf } from '../../../src/core/value/aggregate.js'
import { recencyDays, scoreRfm } from '../../../src/core/value/rfm.js'
import { dayOf } from '../../../src/core/values/business-date.js'
import { type MadeOrder, snapshotOf } from '../../support/snapshot.js'

const shared = process.env.CRM_SHARED_DATA ?? join(import.meta.dirname, '../../../../shared/data')
const rows = (file: string): Record<string, string>[] =>
  parse(readFileSync(join(shared, file)), { columns: true, bom: true })

function byCustomer(orders: Iterable<readonly [string, MadeOrder]>) {
  const customers = new Map<string, MadeOrder[]>()
  for (const [id, order] of orders) customers.set(id, [...(customers.get(id) ?? []), order])
  return snapshotOf(Array.from(customers, ([id, bought]) => ({ id, bought })))
}

const hasRfm = existsSync(join(shared, 'rfm_orders/published_scores.csv'))

describe(`RFM against the published scores of the R package's sample${hasRfm ? '' : ' (skipped: shared data absent)'}`, () => {
  test.skipIf(!hasRfm)('995 customers agree in days, orders and amount, and 992 in all three scores', () => {
    const snapshot = byCustomer(
      rows('rfm_orders/orders.csv').map(
        (row) => [row.customer_id!, { on: row.order_date!, net: Number(row.revenue) * 100 }] as const,
      ),
    )
    const sums = aggregate(snapshot, windowOf(dayOf('2006-12-31'), null))
    const { r, f, m, recency, frequency, monetary } = scoreRfm(sums, 'quantile')
    expect(recency.cuts).toEqual([114, 180, 296.4, 481])
    expect(frequency.cuts).toEqual([3, 4, 5, 7])
    expect(monetary.cuts).toEqual([25480, 38100, 50540, 66500])

    const ours = snapshot.customers.map((_, i) => ({
      figures: `${sums.orders[i]} orders, ${recencyDays(sums, i)} days, ${sums.netMinor[i]! / 100}`,
      scores: `${r[i]}${f[i]}${m[i]}`,
    }))
    const published = rows('rfm_orders/published_scores.csv').map((row) => ({
      figures: `${row.transaction_count} orders, ${row.recency_days} days, ${row.amount}`,
      scores: `${row.recency_score}${row.frequency_score}${row.monetary_score}`,
    }))
    expect(ours).toHaveLength(995)
    expect(ours.map(({ figures }) => figures).sort()).toEqual(published.map(({ figures }) => figures).sort())

    // Taken off in pairs, so that two customers with the same figures do not hide a third.
    const left = new Map<string, number>()
    for (const { figures, scores } of published)
      left.set(`${figures}: ${scores}`, (left.get(`${figures}: ${scores}`) ?? 0) + 1)
    const others = ours.filter(({ figures, scores }) => {
      const key = `${figures}: ${scores}`
      const count = left.get(key) ?? 0
      left.set(key, count - 1)
      return count <= 0
    })
    expect(others).toHaveLength(3)
    // ALGORITHMS §2: each of the three has a value between a quantile and that quantile plus one.
    const between = (value: number, cuts: readonly number[], one: number) =>
      cuts.some((q) => value > q && value < q + one)
    for (const { figures } of others) {
      const [orders, days, amount] = figures.split(',').map((part) => Number.parseFloat(part)) as [
        number,
        number,
        number,
      ]
      const isBetween =
        between(days, [114, 180, 296.4, 481], 1) ||
        between(orders, [3, 4, 5, 7], 1) ||
        between(amount, [254.8, 381, 505.4, 665], 1)
      expect(isBetween, figures).toBe(true)
    }
  })
})

const hasRetail = existsSync(join(shared, 'online_retail/online_retail.csv'))

describe(`ABC over Online Retail${hasRetail ? '' : ' (skipped: shared data absent)'}`, () => {
  test.skipIf(!hasRetail)('gives the published customers and revenue, and the tiers computed with pandas', () => {
    const gross = new Map<string, number>()
    const net = new Map<string, number>()
    const add = (sums: Map<string, number>, id: string, amount: number) => sums.set(id, (sums.get(id) ?? 0) + amount)
    for (const row of rows('online_retail/online_retail.csv')) {
      const id = row.CustomerID!
      if (id === '') continue
      // Thousandths, exact: the prices have up to three decimals.
      const amount = Number(row.Quantity) * Math.round(Number(row.UnitPrice) * 1000)
      add(net, id, amount)
      add(gross, id, row.InvoiceNo!.startsWith('C') || amount < 0 ? 0 : amount)
    }
    const byGross = gradeAbc(Float64Array.from(gross.values()), ABC_DEFAULTS)
    expect(byGross.total).toBe(8_911_407_904)
    expect([byGross.totals.A.customers, byGross.ascending.length, byGross.totals.U.customers]).toEqual([1133, 4338, 34])
    expect(byGross.concentration.top20Share).toBeCloseTo(0.7462, 4)
    const byNet = gradeAbc(Float64Array.from(net.values()), ABC_DEFAULTS)
    expect([byNet.totals.A.customers, byNet.ascending.length, byNet.totals.U.customers]).toEqual([1178, 4317, 55])
    expect(byNet.total / 1000).toBeCloseTo(8_313_294.95, 2)
    expect(byNet.totals.U.value / 1000).toBeCloseTo(-13_229.14, 2)
  })
})
