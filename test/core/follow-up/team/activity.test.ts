import { describe, expect, test } from 'vitest'
import type { ContactRecord } from '../../../../src/core/contact-record.js'
import { type ActivityBasis, activityOf } from '../../../../src/core/follow-up/team/activity.js'
import { daySums } from '../../../../src/core/follow-up/team/day-sums.js'
import { handsOf } from '../../../../src/core/follow-up/team/hands.js'
import { inChargeOf } from '../../../../src/core/follow-up/team/in-charge.js'
import { targetsOver } from '../../../../src/core/follow-up/team/targets.js'
import { contactsTarget, salesTarget } from '../../../../src/core/settings/targets.js'
import { rules } from '../../../../src/rules/index.js'
import { snapshotOf } from '../../../support/snapshot.js'

const asOf = 20000
const window = { from: asOf - 90, to: asOf }

const snapshot = snapshotOf([
  {
    id: 'a',
    bought: [
      { on: asOf - 10, net: 500 },
      { on: asOf - 90, net: 7000 },
    ],
  },
  {
    id: 'b',
    bought: [
      { on: asOf - 89, net: 300 },
      { on: asOf - 5, net: -100, gross: 0 },
    ],
  },
  { id: 'c', bought: [{ on: asOf, net: 40 }] },
])

const record = (customer: number, more: Partial<ContactRecord>): ContactRecord => ({
  ...{ customer, on: asOf - 1, kind: 'contact', rule: null, channel: '', result: '', text: '', nextOn: null },
  ...{ author: '', dueOn: null, sensibleOn: null, batch: customer },
  ...more,
})

const hands = handsOf(
  new Map([
    [0, 'Li'],
    [1, 'Wang'],
  ]),
  new Map(),
)
const basis: ActivityBasis = {
  ...{ snapshot, window, asOf, records: [], leads: [], open: [], begunOn: asOf - 400 },
  inCharge: inChargeOf(hands, new Map(), rules),
  peopleOf: hands.peopleOf,
  targets: targetsOver(new Map(), 'USD', 90),
  includes: () => true,
}

const rows = (more: Partial<ActivityBasis>) =>
  Object.fromEntries(activityOf({ ...basis, ...more }).map(({ person, ...row }) => [person, row]))

const done = (on: number, sensibleOn: number | null, more: Partial<ContactRecord> = {}) =>
  record(0, { kind: 'done', rule: 'restock', text: 'called', on, dueOn: on, sensibleOn, ...more })

describe('activity by owner (R32)', () => {
  test('net sales of the customers each looks after, in the days of the window; nobody stands last', () => {
    expect(activityOf(basis).map(({ person, customers, netMinor }) => [person, customers, netMinor])).toEqual([
      ['Li', 1, 500],
      ['Wang', 1, 200],
      ['', 1, 40],
    ])
  })

  test('contacts are of who made them; visits are among them', () => {
    const records = [
      record(0, { text: 'agreed', channel: 'visit' }),
      record(0, { text: 'sent the list', author: 'wang', batch: 8 }),
      record(0, { batch: 9 }),
      record(1, { text: 'rang', isAttempt: true }),
    ]
    expect(rows({ records })).toMatchObject({
      Li: { contacts: 1, visits: 1, unproven: 1, attempts: 0 },
      Wang: { contacts: 1, visits: 0, unproven: 0, attempts: 1 },
    })
  })

  test('an item is on time when it was done by its last sensible day, that day too', () => {
    const records = [
      done(asOf - 5, asOf - 5),
      done(asOf - 5, asOf - 6, { batch: 2 }),
      done(asOf - 4, asOf + 9, { batch: 3 }),
    ]
    expect(rows({ records }).Li).toMatchObject({ doneOnTime: 2, doneLate: 1, missed: 0, onTimeRate: 2 / 3 })
  })

  test('what was skipped, put off, or closed where nothing was due counts as neither', () => {
    const records = [done(asOf, null), done(asOf, asOf - 9, { kind: 'skip' }), done(asOf, asOf - 9, { kind: 'snooze' })]
    expect(rows({ records }).Li).toMatchObject({ doneOnTime: 0, doneLate: 0, onTimeRate: null })
  })

  test('missed is what is still open after its last sensible day, once that day lies in the window', () => {
    const open = [asOf - 90, asOf - 89, asOf - 1, asOf, asOf + 3].map((lastSensibleOn) => ({
      customer: 0,
      key: 'restock',
      lastSensibleOn,
    }))
    expect(rows({ open }).Li).toMatchObject({ missed: 2, onTimeRate: 0 })
  })

  test('before the ledger was begun nothing was late', () => {
    const begunOn = asOf - 3
    const open = [
      { customer: 0, key: 'restock', lastSensibleOn: asOf - 4 },
      { customer: 0, key: 'restock', lastSensibleOn: asOf - 3 },
    ]
    const records = [done(asOf - 2, asOf - 4), done(asOf - 1, asOf - 3, { batch: 2 })]
    expect(rows({ open, records, begunOn }).Li).toMatchObject({ missed: 1, doneOnTime: 0, doneLate: 1 })
  })

  test('leads won in the window, by the customer', () => {
    const lead = (outcome: string, closedOn: number | null) => ({ customer: 1, outcome, closedOn, holder: '' })
    const leads = [lead('won', asOf), lead('won', asOf - 90), lead('won', null), lead('lost', asOf)]
    expect(rows({ leads }).Wang!.leadsWon).toBe(1)
    expect(rows({ leads: [{ ...lead('won', asOf), holder: 'Li' }] }).Li!.leadsWon).toBe(1)
  })

  test('a filter keeps its customers only', () => {
    const records = [record(0, { text: 'hello' }), record(1, { text: 'hello' })]
    const kept = activityOf({ ...basis, records, includes: (customer) => customer === 1 })
    expect(kept).toMatchObject([{ person: 'Wang', contacts: 1, customers: 1, netMinor: 200 }])
  })

  test('who works alone has the targets without being named; beside others nobody has none', () => {
    const alone = handsOf(new Map(), new Map())
    expect(
      activityOf({ ...basis, inCharge: inChargeOf(alone, new Map(), rules), peopleOf: alone.peopleOf }),
    ).toMatchObject([{ person: '', targets: { contacts: 90 } }])
    expect(rows({})['']).toMatchObject({ targets: { contacts: null, visits: null, salesMinor: null } })
  })
})

describe('targets (R32)', () => {
  test('one contact a day, thirty visits a month of thirty days, and no sales unless set', () => {
    expect(targetsOver(new Map(), 'USD', 90)('Li')).toEqual({ contacts: 90, visits: 90, salesMinor: null })
    expect(targetsOver(new Map(), 'USD', 31)('Li')).toEqual({ contacts: 31, visits: 31, salesMinor: null })
  })

  test('a number for everybody, others by name whatever their case', () => {
    const decided = new Map([
      ['target.contacts', '2,Li=0.5,Wang=off'],
      ['target.sales', 'li=20000'],
    ])
    const of = targetsOver(decided, 'CNY', 30)
    expect(of('LI')).toEqual({ contacts: 15, visits: 30, salesMinor: 2_000_000 })
    expect(of('Wang')).toEqual({ contacts: null, visits: 30, salesMinor: null })
    expect(of('Zoe')).toMatchObject({ contacts: 60, salesMinor: null })
  })

  test.each([
    ['30', '30'],
    [' 2 , Li = 3.50 ', '2,Li=3.5'],
    ['小李＝20000，小王=15000', '小李=20000,小王=15000'],
    ['off', 'off'],
    ['不设', 'off'],
    ['1,2', null],
    ['Li=1,li=2', null],
    ['Li=', null],
    ['=3', null],
    ['-1', null],
    ['many', null],
    ['', null],
    ['20,000,Li=5', null],
  ])('%s is kept as %s', (typed, kept) => {
    expect(salesTarget.read(typed)).toBe(kept)
  })

  test('where only single people are named, the others have the usual', () => {
    expect(contactsTarget.value('Li=5').usual).toBe(1)
    expect(salesTarget.value('Li=5').usual).toBe(null)
  })
})

test('a day by person: everybody with a customer, then who else was in touch, nobody last', () => {
  const contact = { on: 1, channel: '', result: '', nextOn: null, isVisit: false, text: '' } as const
  const made = (by: string, more = {}) => ({
    ...contact,
    by,
    customer: 0,
    isAttempt: false,
    closed: [],
    unproven: null,
    ...more,
  })
  const line = (owner: string) => ({ customer: 0, owner, items: [] as never })
  const sums = daySums({
    people: ['Wang', 'Li'],
    contacts: [made('li', { closed: ['a', 'b'] }), made('', { isAttempt: true }), made('Zoe', { unproven: 'blank' })],
    open: [line('Li'), line('')],
    tomorrow: [line('Li')],
    targets: targetsOver(new Map([['target.contacts', '3']]), null, 1),
  })
  const none = { contacts: 0, unproven: 0, attempts: 0, done: 0, open: 0, tomorrow: 0, target: 3 }
  expect(sums).toEqual([
    { ...none, person: 'Li', contacts: 1, done: 2, open: 1, tomorrow: 1 },
    { ...none, person: 'Wang' },
    { ...none, person: 'Zoe', unproven: 1 },
    { ...none, person: '', attempts: 1, open: 1, target: null },
  ])
})
