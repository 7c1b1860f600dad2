import { describe, expect, test } from 'vitest'
import { buyingHabit } from '../../../../src/core/value/grades/buying-habit.js'
import { decided, gradesOf } from '../../../support/grades.js'
import { type MadeLine, purchasesOf } from '../../../support/purchases.js'
import { snapshotOf } from '../../../support/snapshot.js'

const asOf = 100
const withLines = (lines: readonly (readonly MadeLine[])[]) => ({
  ...snapshotOf(lines.map((_, i) => ({ id: `c${i}` }))),
  purchases: () => purchasesOf(lines),
})
const habitOf = (lines: readonly MadeLine[]) => buyingHabit(withLines([[], lines]), 1, asOf)

describe('how a customer buys', () => {
  test('the median of pieces per line', () => {
    expect(
      habitOf([
        [1, 'CUP', 1],
        [2, 'CUP', 12],
        [3, 'POT', 4],
      ]),
    ).toEqual({ lines: 3, unitsPerLine: 4, repeatedSkus: 0 })
    expect(
      habitOf([
        [1, 'CUP', 1],
        [2, 'CUP', 2],
      ])?.unitsPerLine,
    ).toBe(1.5)
  })

  test('products bought on three days; several lines of a day are one', () => {
    const often: MadeLine[] = [
      [1, 'CUP'],
      [1, 'POT'],
      [2, 'CUP'],
      [2, 'POT'],
      [2, 'POT'],
      [3, 'CUP'],
      [9, 'CUP'],
      [9, 'TEA'],
    ]
    expect(habitOf(often)?.repeatedSkus).toBe(1)
    expect(habitOf([...often, [5, 'POT']])?.repeatedSkus).toBe(2)
  })

  test('up to the as-of day; nothing without a line', () => {
    expect(
      habitOf([
        [asOf, 'CUP', 3],
        [asOf + 1, 'CUP', 99],
      ]),
    ).toEqual({ lines: 1, unitsPerLine: 3, repeatedSkus: 0 })
    expect([habitOf([]), habitOf([[asOf + 1, 'CUP']])]).toEqual([null, null])
  })
})

describe('buyer types from what was bought (R13)', () => {
  const lines: MadeLine[][] = [[[1, 'CUP', 12]], [[1, 'CUP', 1]], [], [[1, 'CUP', 5]]]
  const snapshot = {
    ...snapshotOf(['bulk', 'one', 'none', 'some'].map((id) => ({ id }))),
    purchases: () => purchasesOf(lines),
  }

  test('are proposed by the pieces per line; what the seller says comes first', () => {
    const grades = gradesOf(snapshot, asOf)
    expect([0, 1, 2, 3].map((customer) => grades.buyerType(customer))).toEqual(['reseller', 'end-user', null, null])
    expect(grades.proposedType(0)).toEqual({
      ...{ type: 'reseller', from: 'quantity' },
      habit: { lines: 1, unitsPerLine: 12, repeatedSkus: 0 },
    })
    const said = gradesOf(snapshot, asOf, { decisions: new Map([[0, [decided('buyer-type', 'gift', 1)]]]) })
    expect(said.buyerType(0)).toBe('gift')
  })

  test('tiers, potentials, credit and the level read no lines', () => {
    const unread = { ...snapshot, purchases: () => expect.unreachable('lines were read') }
    const grades = gradesOf(unread, asOf)
    for (const ask of [
      grades.level,
      grades.classOf,
      grades.vip,
      grades.credit,
      grades.loyalty,
      grades.bigOrder,
      grades.steady,
    ])
      expect(() => ask(0)).not.toThrow()
    expect(grades.hasPotential(0, 'big-order')).toBe(false)
  })
})
