/** What is put off or paused comes back, is held back and counted, or is over: nothing vanishes (R24). */
import { describe, expect, test } from 'vitest'
import { readBirthday } from '../../../src/core/follow-up/calendar/birthday.js'
import { duesOn } from '../../../src/core/follow-up/dues.js'
import type { Kept } from '../../../src/core/follow-up/kept.js'
import type { ContactFacts } from '../../../src/core/snapshot.js'
import { type Day, dateOf, dayOf } from '../../../src/core/values/business-date.js'
import { rules } from '../../../src/rules/index.js'
import { careIn } from '../../support/care.js'
import { gradesBasisOf } from '../../support/grades.js'
import { type MadeCustomer, snapshotOf } from '../../support/snapshot.js'

type Entry = Pick<ContactFacts, 'on' | 'kind'> & Partial<ContactFacts>

interface Shop {
  readonly bought?: MadeCustomer['bought']
  readonly entries?: readonly Entry[]
  readonly kept?: Kept
  readonly consent?: 'no'
}

/** One customer of a Chinese shop, looked at on a day. */
function duesIn(on: string, { bought = [], entries = [], kept = {}, consent }: Shop) {
  const contacts = entries.map((entry) => ({ customer: 0, rule: null, nextOn: null, ...entry }))
  const made = { id: 'a', bought, country: 'CN', ...(consent === undefined ? {} : { consent }) }
  const snapshot = { ...snapshotOf([made], contacts), currency: 'CNY' }
  const asOf = dayOf(on)
  const care = careIn(snapshot, asOf)
  const records = new Map([[0, kept]])
  return duesOn({ snapshot, asOf, graded: gradesBasisOf(snapshot, asOf), rules, kept: records, care })
}

const keysOf = (on: string, shop: Shop, ahead = 0) =>
  duesIn(on, shop)
    .queue(ahead)
    .lines.flatMap(({ items }) => items.map(({ key, dueOn }) => [key, dateOf(dueOn)]))

const ordered = (...days: string[]) => days.map((day) => ({ on: dayOf(day), net: 10_000 }))
const day = (text: string): Day => dayOf(text)

describe('days of care', () => {
  const kept = { birthday: readBirthday('11-10')! }

  test('are all on a list that looks far enough ahead, and none before', () => {
    const care = (ahead: number) =>
      keysOf('2026-09-20', { bought: ordered('2026-09-19'), kept }, ahead).filter(([key]) =>
        /^(?:birthday|festival)/.test(key!),
      )
    expect(care(1)).toEqual([])
    expect(care(60).sort()).toEqual([
      ['birthday:2026-11-10', '2026-11-07'],
      ['festival:mid-autumn-2026-09-25', '2026-09-22'],
      ['festival:national-day-2026-10-01', '2026-09-28'],
      ['festival:singles-day-2026-11-11', '2026-11-08'],
    ])
  })

  test('a greeting that would come in the pause after a contact is held back and told, not lost (R24)', () => {
    const entries: Entry[] = [{ on: day('2026-09-24'), kind: 'contact' }]
    const { lines, heldBack } = duesIn('2026-09-24', { bought: ordered('2026-09-20'), entries }).queue(7)
    expect(heldBack.map(({ key, dueOn }) => [key, dateOf(dueOn)])).toEqual([
      ['festival:mid-autumn-2026-09-25', '2026-09-22'],
    ])
    const shown = lines.flatMap(({ items }) => items.map(({ key, dueOn }) => [key, dateOf(dueOn)]))
    expect(shown).toContainEqual(['festival:national-day-2026-10-01', '2026-09-28'])
    expect(shown.map(([key]) => key)).not.toContain('festival:mid-autumn-2026-09-25')
  })

  test('one the pause leaves a day for is shown on that day', () => {
    const entries: Entry[] = [{ on: day('2026-09-22'), kind: 'contact' }]
    const shop = { bought: ordered('2026-09-20'), entries }
    const { heldBack } = duesIn('2026-09-23', shop).queue(0)
    expect(heldBack).toEqual([])
    expect(keysOf('2026-09-25', shop)).toContainEqual(['festival:mid-autumn-2026-09-25', '2026-09-22'])
  })

  test('who is held out of a campaign is not greeted, and that is told; who wants no contact is not counted', () => {
    const held = { bought: ordered('2026-09-20'), kept: { heldOutUntil: day('2026-10-20') } }
    const keys = (shop: Shop) =>
      duesIn('2026-09-24', shop)
        .queue(0)
        .heldBack.map(({ key }) => key)
    expect(keys(held)).toEqual(['festival:mid-autumn-2026-09-25'])
    expect(keys({ ...held, consent: 'no' })).toEqual([])
  })

  test('put off beyond its day it is over: no list asks to greet afterwards', () => {
    const shop = {
      bought: ordered('2026-09-20'),
      entries: [{ on: day('2026-11-08'), kind: 'snooze', nextOn: day('2026-11-20') }] as const,
      kept,
    }
    for (const on of ['2026-11-08', '2026-11-20'])
      expect(keysOf(on, shop, 30).map(([key]) => key)).not.toContain('birthday:2026-11-10')
  })
})

describe('put off for longer than it would stand', () => {
  const snooze = (on: string, until: string, rule: string | null = null): Entry => ({
    ...{ on: day(on), kind: 'snooze', nextOn: day(until), rule },
  })

  test('an after-sale call comes back on its day, and stands as long as ever', () => {
    const shop = { bought: ordered('2026-03-01'), entries: [snooze('2026-03-20', '2026-08-01')] }
    const calls = (on: string) => keysOf(on, shop).filter(([key]) => key!.startsWith('after-sale'))
    expect(calls('2026-07-31')).toEqual([])
    for (const on of ['2026-08-01', '2026-08-15']) expect(calls(on)).toEqual([['after-sale:2026-03-01', '2026-08-01']])
    expect(calls('2026-08-16')).toEqual([])
  })

  test('the call that was put off comes back though a later one was missed', () => {
    const entries = [snooze('2026-03-20', '2026-06-01', 'after-sale:2026-03-01')]
    const shop = { bought: ordered('2026-03-01', '2026-03-25'), entries }
    const calls = (on: string) => keysOf(on, shop).filter(([key]) => key!.startsWith('after-sale'))
    expect(calls('2026-04-10')).toEqual([['after-sale:2026-03-25', '2026-04-08']])
    expect(calls('2026-06-01')).toEqual([['after-sale:2026-03-01', '2026-06-01']])
    const called = {
      ...shop,
      entries: [...entries, { on: day('2026-04-10'), kind: 'done', rule: 'after-sale:2026-03-25' }],
    }
    expect(keysOf('2026-06-01', called as Shop).filter(([key]) => key!.startsWith('after-sale'))).toEqual([])
  })

  test('what was given up before the customer was put off stays so', () => {
    const shop = { bought: ordered('2026-03-01'), entries: [snooze('2026-05-01', '2026-08-01')] }
    expect(keysOf('2026-08-01', shop).filter(([key]) => key!.startsWith('after-sale'))).toEqual([])
  })

  test('a window to order again, though the customer has lapsed by then', () => {
    const bought = ordered('2026-03-01', '2026-03-31', '2026-04-30', '2026-05-30')
    const restock = (on: string, entries: readonly Entry[]) =>
      keysOf(on, { bought, entries }).filter(([key]) => key === 'restock')
    expect(restock('2026-08-20', [])).toEqual([])
    expect(restock('2026-08-20', [snooze('2026-07-01', '2026-08-20')])).toEqual([['restock', '2026-08-20']])
  })

  test.each<[string, string, string, Partial<Shop>]>([
    ['thank-you', 'thank-you:2026-03-01', '2026-03-02', { bought: [{ on: day('2026-03-01'), net: 90_000_00 }] }],
    ['survey', 'survey', '2026-03-25', { bought: ordered('2026-03-01') }],
    [
      'satisfaction',
      'satisfaction:2026-03-01',
      '2026-03-02',
      {
        kept: {
          scores: [{ on: day('2026-03-01'), score: 1, customer: 0, order: null, text: '', isFiled: false }],
        },
      },
    ],
    [
      'campaign',
      'campaign:C1',
      '2026-03-02',
      { kept: { campaigns: [{ id: 'C1', name: 'News', exportedOn: day('2026-03-01'), file: 'c1.xlsx' }] } },
    ],
  ])('%s comes back', (rule, key, on, shop) => {
    const found = (day: string, entries: readonly Entry[]) =>
      keysOf(day, { ...shop, entries }).filter(([one]) => one!.startsWith(rule))
    expect(found(on, []).map(([one]) => one)).toEqual([key])
    expect(found('2026-09-01', [])).toEqual([])
    expect(found('2026-09-01', [snooze(on, '2026-09-01')])).toEqual([[key, '2026-09-01']])
    expect(found('2026-09-01', [snooze(on, '2026-09-01', key)])).toEqual([[key, '2026-09-01']])
  })
})
