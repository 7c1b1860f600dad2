import { expect, test } from 'vitest'
import { contactHistories, NO_HISTORY } from '../../../src/core/follow-up/history.js'
import type { ContactFacts } from '../../../src/core/snapshot.js'

type Entry = [on: number, kind: ContactFacts['kind'], rule?: string | null, nextOn?: number | null]

const after = (entries: readonly Entry[], asOf = 100) =>
  contactHistories(
    entries.map(([on, kind, rule = null, nextOn = null]) => ({ customer: 7, on, kind, rule, nextOn })),
    asOf,
  ).get(7) ?? NO_HISTORY

test('contacts and done items are contacts; snoozed and skipped ones are not', () => {
  expect(
    after([
      [10, 'contact'],
      [20, 'done', 'restock'],
      [30, 'snooze', null, 50],
      [40, 'skip', 'restock'],
    ]).lastContactOn,
  ).toBe(20)
})

test('what happens after the as-of day is not known yet', () => {
  expect(
    after(
      [
        [10, 'contact'],
        [20, 'contact'],
      ],
      15,
    ).lastContactOn,
  ).toBe(10)
  expect(after([[20, 'contact']], 15)).toBe(NO_HISTORY)
})

test('closing one rule leaves the others; closing without an item closes none', () => {
  const one = after([[10, 'done', 'restock']])
  expect([one.closedOn('restock'), one.closedOn('rhythm')]).toEqual([10, null])
  const all = after([
    [10, 'done', 'restock'],
    [12, 'skip'],
  ])
  expect([all.closedOn('restock'), all.closedOn('rhythm')]).toEqual([10, null])
})

const ends = (history: typeof NO_HISTORY, key: string, pressingSince?: number) =>
  history.sleeps(key, pressingSince).map(({ until, isOfAll }) => [until, isOfAll ? 'all' : key])

test('a sleep ends when its rule is closed', () => {
  const asleep: Entry = [10, 'snooze', 'restock', 60]
  expect(ends(after([asleep]), 'restock')).toEqual([[60, 'restock']])
  expect(ends(after([asleep]), 'rhythm')).toEqual([])
  expect(ends(after([asleep, [20, 'done', 'restock']]), 'restock')).toEqual([])
  expect(ends(after([[10, 'snooze', null, 60]]), 'rhythm')).toEqual([[60, 'all']])
})

test('sleeps are told in their order, with the day since which anything was put off', () => {
  const both = after([
    [10, 'snooze', 'agreed', 90],
    [20, 'snooze', null, 60],
    [30, 'snooze', 'agreed', 40],
  ])
  expect(ends(both, 'agreed')).toEqual([
    [90, 'agreed'],
    [60, 'all'],
    [40, 'agreed'],
  ])
  expect([both.putOffSince, after([[10, 'contact']]).putOffSince]).toEqual([10, null])
})

test('what presses only since the customer was put off wakes, unless it was put off by its name', () => {
  const both = after([
    [10, 'snooze', 'complaint:F1', 40],
    [20, 'snooze', null, 60],
  ])
  const [own, all] = [
    [40, 'complaint:F1'],
    [60, 'all'],
  ]
  expect(ends(both, 'complaint:F1')).toEqual([own, all])
  expect([ends(both, 'complaint:F1', 15), ends(both, 'complaint:F1', 21)]).toEqual([[own, all], [own]])
  expect([ends(both, 'complaint:F2', 20), ends(both, 'complaint:F2', 21)]).toEqual([[all], []])
})

test('an agreed day is put off by its name until another one is agreed on', () => {
  const asleep: Entry[] = [
    [5, 'contact', null, 12],
    [10, 'snooze', 'agreed', 90],
  ]
  expect(ends(after(asleep), 'agreed', 12)).toEqual([[90, 'agreed']])
  expect(ends(after([...asleep, [20, 'contact', null, 30]]), 'agreed', 30)).toEqual([])
})

test('what was skipped last is skipped until it is done', () => {
  const skipped: Entry = [10, 'skip', 'birthday:2026-09-23']
  expect(after([skipped]).isSkipped('birthday:2026-09-23')).toBe(true)
  expect(after([skipped]).isSkipped('birthday')).toBe(false)
  expect(after([skipped, [11, 'done', 'birthday:2026-09-23']]).isSkipped('birthday:2026-09-23')).toBe(false)
})

test.each<[string, Entry[], number | null]>([
  ['an agreed date stands', [[10, 'contact', null, 40]], 40],
  [
    'a contact before its day leaves it',
    [
      [10, 'contact', null, 40],
      [20, 'contact'],
    ],
    40,
  ],
  [
    'a contact on its day meets it',
    [
      [10, 'contact', null, 40],
      [40, 'contact'],
    ],
    null,
  ],
  [
    'a later agreement replaces it',
    [
      [10, 'contact', null, 40],
      [20, 'contact', null, 30],
    ],
    30,
  ],
  [
    'closing another rule leaves it',
    [
      [10, 'contact', null, 40],
      [20, 'done', 'restock'],
    ],
    40,
  ],
  [
    'closing it ends it',
    [
      [10, 'contact', null, 40],
      [20, 'done', 'agreed'],
    ],
    null,
  ],
  [
    'skipping it ends it',
    [
      [10, 'contact', null, 40],
      [20, 'skip', 'agreed'],
    ],
    null,
  ],
  [
    'closing it with a next date agrees anew',
    [
      [10, 'contact', null, 40],
      [40, 'done', 'agreed', 70],
    ],
    70,
  ],
  ['the end of a sleep is no agreement', [[10, 'snooze', null, 40]], null],
])('%s', (_name, entries, expected) => {
  expect(after(entries).agreedOn).toBe(expected)
})
