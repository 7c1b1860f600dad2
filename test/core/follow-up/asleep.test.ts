import { describe, expect, test } from 'vitest'
import { daysAfter } from '../../../src/core/follow-up/asleep.js'
import type { Sleep } from '../../../src/core/follow-up/history.js'

const own = (since: number, until: number): Sleep => ({ since, until, isOfAll: false })
const all = (since: number, until: number): Sleep => ({ since, until, isOfAll: true })

/** Due on day 10, sensible for two weeks. */
const moved = (sleeps: readonly Sleep[], lapses: Parameters<typeof daysAfter>[2] = 'when-late') => {
  const { dueOn, lastSensibleOn } = daysAfter(sleeps, { dueOn: 10, lastSensibleOn: 24 }, lapses)
  return [dueOn, lastSensibleOn]
}

describe('the days of an item that was put off', () => {
  test.each<[string, readonly Sleep[], [number, number]]>([
    ['never: its own', [], [10, 24]],
    ['it comes back when its sleep ends, for as long as ever', [own(12, 60)], [60, 74]],
    ['a sleep that ends before it is due changes nothing', [own(2, 8)], [10, 24]],
    ['a customer put off before it was due sleeps with it', [all(2, 40)], [40, 54]],
    ['the later of two sleeps holds, though it is shorter', [own(12, 60), own(13, 20)], [20, 34]],
    ['of an item and of its customer the longer one', [own(12, 60), all(13, 20)], [60, 74]],
    ['put off again and again it never dies', [own(12, 30), own(40, 50), all(60, 90)], [90, 104]],
    ['what was given up by then is not woken', [all(25, 60)], [10, 24]],
    ['nor what was given up after a first sleep', [own(12, 30), all(45, 60)], [30, 44]],
  ])('%s', (_, sleeps, expected) => {
    expect(moved(sleeps)).toEqual(expected)
  })

  test('what stays due until it is closed is woken however late it was put off', () => {
    expect(daysAfter([all(25, 60)], { dueOn: 10, lastSensibleOn: 24 }, undefined)).toEqual({
      ...{ dueOn: 60, lastSensibleOn: 74 },
    })
  })

  test('a day that comes for everybody stays where it is', () => {
    expect(moved([own(12, 20)], 'on-its-day')).toEqual([20, 24])
    expect(moved([own(12, 60)], 'on-its-day')).toEqual([60, 24])
  })
})
