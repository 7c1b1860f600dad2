import { describe, expect, test } from 'vitest'
import { list } from '../../src/reports/list.js'
import { gradesBasisOf } from '../support/grades.js'
import { lifecycleIn } from '../support/lifecycle.js'
import { purchasesOf } from '../support/purchases.js'
import { snapshotOf } from '../support/snapshot.js'
import { asOf, input } from './sample.js'

const buyer = (id: string, ...ago: number[]) => ({ id, bought: ago.map((days) => ({ on: asOf - days, net: 10 })) })

describe('stages and cycles in the list', () => {
  // Gaps of 20, 30 and 40 days: P50 30, P80 36, in a shop too thin for any pool.
  const bare = snapshotOf([
    buyer('soon', 110, 90, 60, 20),
    buyer('late', 127, 107, 77, 37),
    buyer('once', 5),
    { id: 'never' },
  ])
  const snapshot = { ...bare, purchases: () => purchasesOf([[[asOf, 'CUP', 12]], [], [], []]) }
  const of = (made: typeof snapshot, shape = {}) =>
    list.build({
      ...{ ...input, shape, snapshot: made },
      grades: () => gradesBasisOf(made, asOf),
      lifecycle: () => lifecycleIn(made, asOf),
    }).tables[0]!

  test('every customer has his stage, and when to expect the next order', () => {
    const cells = (id: string) => {
      const { stage, cycleDays, nextFrom, nextTo, lateDays, type } = of(snapshot).rows.find(
        (row) => row.customer === id,
      )!
      return [stage, cycleDays, nextFrom, nextTo, lateDays, type]
    }
    expect(cells('soon')).toEqual(['active', 30, '2026-09-10', '2026-09-16', null, 'reseller'])
    expect(cells('late')).toEqual(['at-risk', 30, null, null, 1, null])
    expect(cells('once')).toEqual(['new', null, null, null, null, null])
    expect(cells('never')).toEqual(['potential', null, null, null, null, null])
  })

  test('a terminal shows the stage, files the rest', () => {
    const shown = of(snapshot)
      .columns.filter(({ wide }) => !wide)
      .map(({ key }) => key)
    expect(shown).toContain('stage')
    expect(shown).not.toContain('nextFrom')
    expect(of(snapshot, { columns: ['nextTo', 'lateDays'] }).columns.map(({ key }) => key)).toEqual([
      'nextTo',
      'lateDays',
    ])
  })

  test('lines are read where a column asks for them', () => {
    const unread = { ...snapshot, purchases: () => expect.unreachable('lines were read') }
    expect(of(unread, { columns: ['name', 'net'], sort: '-orders' }).rows).toHaveLength(4)
    for (const shape of [{ columns: ['stage'] }, { columns: ['name'], sort: '-nextTo' }, { columns: ['type'] }, {}])
      expect(() => of(unread, shape)).toThrow('lines were read')
  })
})
