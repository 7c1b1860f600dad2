import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Movement, pointsAccount } from '../../../../src/core/value/points/account.js'
import { newlyUncovered } from '../../../../src/core/value/points/points.js'
import { handEvent } from '../../../support/points.js'

const EXPIRY = 30

const move = (on: number, what: Movement['what'], points: number, reversed = 0): Movement => ({
  ...{ on, what, points, reversed },
})

const shown = (movements: readonly Movement[], asOf: number, expiry = EXPIRY) =>
  pointsAccount(movements, expiry, asOf).entries.map(({ on, what, points, balance }) => [on, what, points, balance])

describe('an account', () => {
  test('expires the oldest points first, so many days after they were earned', () => {
    const movements = [move(0, 'order', 100), move(10, 'order', 50), move(20, 'redeem', -120)]
    expect(shown(movements, 29)).toEqual([
      [0, 'order', 100, 100],
      [10, 'order', 50, 150],
      [20, 'redeem', -120, 30],
    ])
    // All of the first lot was used: on its day nothing expires.
    expect(shown(movements, 39)).toHaveLength(3)
    expect(shown(movements, 40).at(-1)).toEqual([40, 'expire', -30, 0])
  })

  test('what expires on a day cannot be used on it', () => {
    const movements = [move(0, 'earn', 10), move(30, 'redeem', -10)]
    expect(shown(movements, 30)).toEqual([
      [0, 'earn', 10, 10],
      [30, 'expire', -10, 0],
      [30, 'redeem', -10, -10],
    ])
  })

  test('owes what a refund took back after it was used, and pays with what is earned next', () => {
    const movements = [move(0, 'order', 100, 100), move(5, 'redeem', -80), move(9, 'order', 100)]
    const account = pointsAccount(movements.slice(0, 2), EXPIRY, 9)
    expect(account).toMatchObject({ balance: -80, owed: 80, lots: [] })
    const later = pointsAccount(movements, EXPIRY, 9)
    expect(later).toMatchObject({ balance: 20, owed: 0, lots: [{ earnedOn: 9, left: 20 }] })
    expect(shown(movements, 39).at(-1)).toEqual([39, 'expire', -20, 0])
  })

  test('names what is no longer covered, and only that', () => {
    const [earn, redeem] = [handEvent(1, 0, 'earn', 50), handEvent(2, 5, 'redeem', -40)]
    const with_ = (events: readonly (typeof earn)[]) =>
      pointsAccount(
        events.map((event) => ({ ...move(event.on, event.what as 'earn', event.value!), event })),
        EXPIRY,
        9,
      )
    expect(newlyUncovered(with_([earn, redeem]), with_([redeem]))).toEqual([redeem])
    const other = handEvent(3, 1, 'earn', 40)
    expect(newlyUncovered(with_([earn, other, redeem]), with_([other, redeem]))).toEqual([])
    // Uncovered before: nothing new.
    expect(newlyUncovered(with_([redeem]), with_([redeem]))).toEqual([])
  })
})

/** Every point by itself, told apart by the day it expires: as slow and plain as it can be. */
function counted(movements: readonly Movement[], expiry: number, asOf: number) {
  let purse: number[] = []
  let owed = 0
  for (let day = 0; day <= asOf; day++) {
    purse = purse.filter((expiresOn) => expiresOn > day)
    for (const { on, points, reversed } of movements) {
      if (on !== day) continue
      for (let i = 0; i < points - reversed; i++) {
        if (owed > 0) owed--
        else purse.push(day + expiry)
      }
      for (let i = 0; i < -points; i++) {
        if (purse.shift() === undefined) owed++
      }
    }
  }
  return { balance: purse.length - owed, owed, purse }
}

const lastDay = 80
const day = fc.nat(lastDay)
const few = fc.integer({ min: 1, max: 12 })
const movementsAnyhow = fc
  .array(
    fc.oneof(
      fc
        .tuple(day, few, fc.nat(12))
        .map(([on, points, back]) => move(on, 'order', points, Math.min(points, back > 6 ? 0 : back))),
      fc.tuple(day, few).map(([on, points]) => move(on, 'earn', points)),
      fc.tuple(day, few).map(([on, points]) => move(on, 'redeem', -points)),
      fc
        .tuple(
          day,
          fc.integer({ min: -9, max: 9 }).filter((n) => n !== 0),
        )
        .map(([on, points]) => move(on, 'adjust', points)),
    ),
    { maxLength: 14 },
  )
  .map((list) => list.sort((a, b) => a.on - b.on))

describe('under random operations', () => {
  test('the balance is the sum of the entries, the lots and what is owed, on every day', () => {
    fc.assert(
      fc.property(movementsAnyhow, fc.integer({ min: 1, max: 40 }), (movements, expiry) => {
        for (let asOf = 0; asOf <= lastDay + 1; asOf += 3) {
          const { entries, balance, owed, lots } = pointsAccount(movements, expiry, asOf)
          let sum = 0
          for (const entry of entries) {
            sum += entry.points
            expect(entry.balance).toBe(sum)
          }
          expect(balance).toBe(sum)
          expect(lots.reduce((all, { left }) => all + left, 0) - owed).toBe(balance)
          expect(owed).toBe(Math.max(0, -balance))
          expect(entries.map(({ on }) => on)).toEqual(entries.map(({ on }) => on).toSorted((a, b) => a - b))
        }
      }),
    )
  })

  test('it is what counting every point by itself gives', () => {
    fc.assert(
      fc.property(movementsAnyhow, fc.integer({ min: 1, max: 40 }), day, (movements, expiry, asOf) => {
        const { balance, owed, lots } = pointsAccount(movements, expiry, asOf)
        const plain = counted(movements, expiry, asOf)
        expect([balance, owed]).toEqual([plain.balance, plain.owed])
        expect(lots.flatMap(({ expiresOn, left }) => Array(left).fill(expiresOn))).toEqual(plain.purse)
      }),
    )
  })

  test('it never goes below zero but by a refund, where no more is taken off than there is', () => {
    fc.assert(
      fc.property(movementsAnyhow, fc.integer({ min: 1, max: 40 }), (wanted, expiry) => {
        const allowed: Movement[] = []
        for (const movement of wanted.map((one) => ({ ...one, reversed: 0 }))) {
          const { balance } = pointsAccount(allowed, expiry, movement.on)
          const points = Math.max(movement.points, -balance)
          if (points !== 0) allowed.push({ ...movement, points })
        }
        const { entries } = pointsAccount(allowed, expiry, lastDay)
        for (const { balance, uncovered } of entries) {
          expect(balance).toBeGreaterThanOrEqual(0)
          expect(uncovered).toBe(0)
        }
      }),
    )
  })

  test('what stands in the statement of a day stands in that of every later day', () => {
    fc.assert(
      fc.property(movementsAnyhow, fc.integer({ min: 1, max: 40 }), day, (movements, expiry, asOf) => {
        const early = pointsAccount(movements, expiry, asOf).entries
        expect(pointsAccount(movements, expiry, lastDay).entries.slice(0, early.length)).toEqual(early)
      }),
    )
  })
})
