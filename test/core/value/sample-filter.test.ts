import { describe, expect, test } from 'vitest'
import { handsOf } from '../../../src/core/follow-up/team/hands.js'
import { customerFilter } from '../../../src/core/value/customer-filter.js'
import { standingOn, VALUE_DEFAULTS } from '../../../src/core/value/standing.js'
import { publicId } from '../../../src/core/values/hash.js'
import { gradesOf } from '../../support/grades.js'
import { lifecycleIn } from '../../support/lifecycle.js'
import { snapshotOf } from '../../support/snapshot.js'

const asOf = 20_000
const snapshot = snapshotOf(
  Array.from({ length: 2000 }, (_, at) => ({
    id: publicId(`b:${at}`),
    name: `Buyer ${at}`,
    country: at % 2 ? 'US' : 'DE',
  })),
)
const chosen = (text: string): ReadonlySet<string> => {
  const filter = customerFilter(text, snapshot, standingOn(snapshot, asOf, VALUE_DEFAULTS), {
    grades: () => gradesOf(snapshot, asOf),
    lifecycle: () => lifecycleIn(snapshot, asOf),
    decided: new Map(),
    hands: () => handsOf(new Map(), new Map()),
    companies: () => new Map(),
    details: () => new Map(),
  })
  return new Set(snapshot.customers.filter((_, at) => filter.includes(at)).map(({ id }) => id))
}

describe('sample:', () => {
  test('keeps that share of the customers, give or take chance', () => {
    // 400 expected, give or take 17.9.
    expect(Math.abs(chosen('sample:20').size - 400)).toBeLessThan(60)
    expect(Math.abs(chosen('sample:20 country:US').size - 200)).toBeLessThan(45)
  })

  test('is the same whenever it is asked for, and lies within a larger one', () => {
    const [fifth, half] = [chosen('sample:20'), chosen('抽样:50%')]
    expect(chosen('sample:20')).toEqual(fifth)
    expect([...fifth].every((id) => half.has(id))).toBe(true)
  })

  test('and its opposite are everybody', () => {
    const [fifth, rest] = [chosen('sample:20'), chosen('-sample:20')]
    expect(fifth.size + rest.size).toBe(2000)
    expect([...rest].some((id) => fifth.has(id))).toBe(false)
  })

  test.each(['sample:0', 'sample:100', 'sample:2.5', 'sample:ten', 'sample>20', 'sample:10,20'])(
    'is not %s',
    (text) => {
      expect(() => chosen(text)).toThrow(expect.objectContaining({ code: 'filter.sample' }))
    },
  )
})
