import { describe, expect, test } from 'vitest'
import { orderDays } from '../../../../src/core/value/cycle.js'
import { fitOrders, hidesLeaving, type OrdersFit } from '../../../../src/core/value/forecast/fit-orders.js'
import { groupsOf, historiesOf, historyOf } from '../../../../src/core/value/forecast/histories.js'
import { type DropoutModel, ordersIfAlive, pAlive } from '../../../../src/core/value/forecast/order-models.js'
import { expectedSpend, fitSpend } from '../../../../src/core/value/forecast/spend.js'
import { dayOf } from '../../../../src/core/values/business-date.js'
import { cdnowOrders, publishedFile, retailOrders } from '../../../support/published-orders.js'

const cdnow = publishedFile('cdnow/orders.csv')

describe.skipIf(!cdnow.isHere)(`CDNOW, calibrated to 1997-09-30${cdnow.skipped}`, () => {
  const end = dayOf('1997-09-30')
  const snapshot = cdnow.isHere ? cdnowOrders() : null!
  const histories = cdnow.isHere ? historiesOf(snapshot, orderDays(snapshot, end)) : null!
  const fitOf = (model: DropoutModel) => fitOrders(model, groupsOf(histories)) as OrdersFit

  test('BG/NBD: .2426 4.4136 .7929 2.4259, LL −9582.4292', () => {
    const { model, parameters, logLikelihood, n } = fitOf('bg-nbd')
    expect([model, n]).toEqual(['bg-nbd', 2357])
    expect(Math.abs(parameters[0]! - 0.2426)).toBeLessThan(5e-4)
    expect(Math.abs(parameters[1]! - 4.4136)).toBeLessThan(5e-3)
    expect(Math.abs(parameters[2]! - 0.7929)).toBeLessThan(5e-4)
    expect(Math.abs(parameters[3]! - 2.4259)).toBeLessThan(5e-3)
    expect(Math.abs(logLikelihood + 9582.4292)).toBeLessThan(1e-3)
  })

  test('MBG/NBD: .525 6.183 .891 1.614, LL −9582.1357', () => {
    const { parameters, logLikelihood } = fitOf('mbg-nbd')
    expect(parameters.map((value) => value.toFixed(3))).toEqual(['0.525', '6.183', '0.891', '1.614'])
    expect(Math.abs(logLikelihood + 9582.1357)).toBeLessThan(1e-3)
  })

  test('expected orders of a new customer, by BG/NBD', () => {
    const fitted = fitOf('bg-nbd')
    const found = [1 / 7, 1, 3, 223 / 7, 32, 78].map((t) => ordersIfAlive(fitted, { x: 0, T: 0 }, t))
    const published = [0.0078, 0.0532, 0.1506, 1.0405, 1.0437, 1.858]
    for (const [i, value] of found.entries()) expect(Math.abs(value - published[i]!)).toBeLessThan(1e-4)
  })

  test('orders of the 39 weeks that followed, by orders until then: actual, and as BG/NBD expects them', () => {
    const fitted = fitOf('bg-nbd')
    const sums = Array.from({ length: 8 }, () => ({ customers: 0, actual: 0, expected: 0 }))
    const later = orderDays(snapshot, dayOf('1998-06-30'))
    histories.customer.forEach((customer, place) => {
      const history = historyOf(histories, place)
      const sum = sums[Math.min(7, history.x)]!
      sum.customers++
      sum.actual += later.start[customer + 1]! - later.start[customer]! - 1 - history.x
      sum.expected += pAlive(fitted, history) * ordersIfAlive(fitted, history, 39)
    })
    const actual = [0.2367, 0.697, 1.3925, 1.56, 2.5323, 2.9474, 3.8621, 6.3594]
    const expected = [0.2251, 0.5231, 1.0441, 1.5203, 2.1638, 2.6538, 3.504, 6.157]
    sums.forEach((sum, i) => {
      expect(Math.abs(sum.actual / sum.customers - actual[i]!)).toBeLessThan(1e-4)
      expect(Math.abs(sum.expected / sum.customers - expected[i]!)).toBeLessThan(1e-3)
    })
  })

  test('gamma-gamma: 6.25 3.74 15.44, LL −4055.918, and the mean spend of the first ten customers', () => {
    const spend = fitSpend(histories, 100)!
    expect([spend.p.toFixed(2), spend.q.toFixed(2), spend.v.toFixed(2), spend.n]).toEqual([
      '6.25',
      '3.74',
      '15.44',
      946,
    ])
    expect(Math.abs(spend.logLikelihood + 4055.918)).toBeLessThan(1e-3)
    const means = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17]
    means.forEach((mean, i) => {
      const x = histories.x[i]!
      const own = x > 0 ? histories.repeatMinor[i]! / x / 100 : 0
      expect(Math.abs(expectedSpend(spend, x, own) - mean)).toBeLessThan(0.01)
    })
  })
})

const retail = publishedFile('online_retail/online_retail.csv')

describe.skipIf(!retail.isHere)(`Online Retail, to 2011-12-09${retail.skipped}`, () => {
  const snapshot = retail.isHere ? retailOrders() : null!
  const groups = retail.isHere ? groupsOf(historiesOf(snapshot, orderDays(snapshot, dayOf('2011-12-09')))) : null!

  test('BG/NBD finds the maximum of a nearly flat surface', () => {
    const fit = fitOrders('bg-nbd', groups) as OrdersFit
    expect([fit.model, fit.n, groups.repeaters]).toEqual(['bg-nbd', 4338, 2790])
    expect(fit.logLikelihood).toBeGreaterThan(-37_645.54)
    expect(Math.max(...fit.parameters)).toBeLessThan(100)
    expect(hidesLeaving(fit)).toBe(true)
  })

  test('MBG/NBD cannot tell who left: the NBD stands in, and says so', () => {
    const fit = fitOrders('mbg-nbd', groups) as OrdersFit
    expect([fit.model, fit.replaces, hidesLeaving(fit)]).toEqual(['nbd', 'mbg-nbd', true])
    expect(Math.max(...fit.parameters)).toBeLessThan(100)
    expect(fit.logLikelihood).toBeCloseTo(-37_645.657, 2)
  })
})
