import { describe, expect, test } from 'vitest'
import {
  bucketOf,
  byMonth,
  conversionBy,
  conversionOf,
  expectedMinor,
  lostReasons,
  probabilityPercent,
  stageReach,
} from '../../../../src/core/follow-up/leads/funnel.js'
import { eachLead } from '../../../../src/core/follow-up/leads/lead.js'
import { missingFor, proposeLevel, unborne } from '../../../../src/core/follow-up/leads/level.js'
import { claimRefusal, holdingOf } from '../../../../src/core/follow-up/leads/pool.js'
import { leadDue } from '../../../../src/core/follow-up/leads/rhythm.js'
import { unprovenOf } from '../../../../src/core/follow-up/leads/unproven.js'
import { dayOf } from '../../../../src/core/values/business-date.js'
import { LEAD_RHYTHM, POOL_DEFAULTS } from '../../../support/follow-up-defaults.js'
import { asOf, contact, event, leadIn, leadsIn, row } from './leads.js'

const add = (details: Record<string, string> = {}, given: object = {}) => event(10, 'add', { details, ...given })
const phone = { phone: '+8613800138000' }
const none = { phone: null }

describe('levels (R16)', () => {
  const three = [contact(20), contact(30), contact(40)]

  test('B needs three contacts, phone, decision maker, and that the buyer knows how we differ', () => {
    const lead = leadIn({ events: [add({ decisionMaker: 'Anna', knowsUs: 'yes' })], contacts: three })
    expect(proposeLevel(lead, phone, asOf)).toBe('B')
    expect(missingFor('B', { lead, facts: none, asOf })).toEqual(['phone'])
    const bare = leadIn({ events: [add()], contacts: three.slice(1) })
    expect(missingFor('B', { lead: bare, facts: none, asOf })).toEqual([
      'contacts',
      'phone',
      'decision-maker',
      'knows-us',
    ])
    expect(proposeLevel(bare, phone, asOf)).toBe('C')
  })

  test.each([
    [asOf, 'H'],
    [asOf + 1, 'A'],
    [asOf + 31, 'A'],
    [asOf + 32, 'C'],
    [asOf - 1, 'C'],
  ])('a sale expected on day %i makes %s', (dueOn, level) => {
    expect(proposeLevel(leadIn({ events: [add({ stage: 'price' }, { dueOn })] }), phone, asOf)).toBe(level)
  })

  test('without a day, an offer that lies before the buyer is A, an order under way is H', () => {
    const at = (stage: string) => proposeLevel(leadIn({ events: [add({ stage })] }), phone, asOf)
    expect(['contact', 'need', 'proposal', 'price', 'ordered'].map(at)).toEqual(['C', 'C', 'A', 'A', 'H'])
  })

  test('a level the record does not bear is told with what is missing; a lower one than borne is not', () => {
    expect(unborne(leadIn({ events: [add({ level: 'A' })] }), phone, asOf)).toEqual(['close-soon'])
    expect(unborne(leadIn({ events: [add({ level: 'D', stage: 'price' })] }), phone, asOf)).toEqual([])
    expect(unborne(leadIn({ events: [add()] }), phone, asOf)).toEqual([])
  })
})

describe('the rhythm of a lead (R16)', () => {
  const due = (level: 'H' | 'A' | 'B' | 'C' | 'D', contacts: number[] = [], on = asOf) =>
    leadDue(leadIn({ events: [add()], contacts: contacts.map((day) => contact(day)) }, on), level, on, LEAD_RHYTHM)

  test.each([
    ['A', 97],
    ['B', 104],
    ['C', 120],
  ] as const)('%s after a contact on day 90 is due on day %i', (level, dueOn) => {
    expect(due(level, [90])).toMatchObject({ dueOn, sinceDays: 10, since: 'contact', isOverdue: dueOn < asOf })
  })

  test('before any contact it counts from the registration; a contact before that is not one', () => {
    expect(due('A')).toMatchObject({ dueOn: 17, since: 'registration', sinceDays: 90 })
    expect(due('A', [4])).toMatchObject({ dueOn: 17, since: 'registration' })
  })

  test('an H lead not contacted today is overdue today; one contacted today is due tomorrow', () => {
    expect(due('H', [99])).toMatchObject({ dueOn: 100, isOverdue: true })
    expect(due('H', [100])).toMatchObject({ dueOn: 101, isOverdue: false })
    expect(due('H', [], 10)).toMatchObject({ dueOn: 10, isOverdue: true })
  })

  test('is never due before its level was set', () => {
    const events = [add({ level: 'C' }), event(95, 'level', { details: { level: 'A' } })]
    expect(leadDue(leadIn({ events, contacts: [contact(70)] }), 'A', asOf, LEAD_RHYTHM)).toMatchObject({ dueOn: 95 })
  })

  test('is due to who claimed it from that day on', () => {
    const events = [add({ owner: 'Li', level: 'C' }), event(95, 'claim', { details: { owner: 'Wang' } })]
    expect(leadDue(leadIn({ events }), 'C', asOf, LEAD_RHYTHM)).toMatchObject({
      dueOn: 95,
      since: 'registration',
      isOverdue: true,
    })
  })

  test('D has none, a closed lead neither', () => {
    expect(due('D')).toBeNull()
    expect(leadDue(leadIn({ events: [add(), event(20, 'lost')] }), 'A', asOf, LEAD_RHYTHM)).toBeNull()
  })
})

describe('the pool (R17)', () => {
  const owned = add({ owner: 'Li', level: 'C' })
  const hold = (
    events: Parameters<typeof leadIn>[0]['events'],
    contacts: number[],
    on: number,
    rules = POOL_DEFAULTS,
  ) => holdingOf(leadIn({ events: events!, contacts: contacts.map((day) => contact(day)) }, on), rules, on)

  test('45 days after the last contact it is due back, three days later it is in the pool', () => {
    expect(hold([owned], [20], 67)).toEqual({
      ...{ owner: 'Li', isLocked: false, pooled: null },
      returns: { dueOn: 65, returnsOn: 68, cause: 'contact' },
    })
    expect(hold([owned], [20], 68)).toMatchObject({
      owner: '',
      pooled: { on: 68, cause: 'contact', formerOwner: 'Li' },
    })
  })

  test('one and a half rhythms where that is longer', () => {
    const rules = { ...POOL_DEFAULTS, rhythm: { ...POOL_DEFAULTS.rhythm, C: 41 } }
    expect(hold([owned], [20], 60, rules).returns).toMatchObject({ dueOn: 20 + 62 })
  })

  test('a contact after it went back does not bring it back; claiming does', () => {
    expect(hold([owned], [20, 80], 90)).toMatchObject({ owner: '', pooled: { on: 68 } })
    const claim = event(85, 'claim', { details: { owner: 'Wang' } })
    expect(hold([owned, claim], [20, 80], 90)).toMatchObject({ owner: 'Wang', pooled: null, returns: { dueOn: 130 } })
  })

  test('won and locked leads never return, D leads stay, and nothing returns with one owner alone', () => {
    expect(hold([owned, event(12, 'lock')], [], asOf)).toMatchObject({ owner: 'Li', isLocked: true, returns: null })
    expect(hold([owned, event(30, 'level', { details: { level: 'D' } })], [], asOf)).toMatchObject({ owner: 'Li' })
    expect(hold([owned, event(30, 'won')], [], asOf)).toMatchObject({ owner: 'Li', returns: null })
    expect(hold([owned], [], asOf, { ...POOL_DEFAULTS, hasTeam: false })).toMatchObject({ owner: 'Li', returns: null })
  })

  test('time locked does not count', () => {
    expect(hold([owned, event(12, 'lock'), event(90, 'unlock')], [], asOf).returns).toMatchObject({ dueOn: 135 })
  })

  test('days without a deal count from the day somebody got it, contacts or not', () => {
    const rules = { ...POOL_DEFAULTS, daysWithoutDeal: 60 }
    expect(hold([owned], [40, 65], 71, rules).returns).toEqual({ dueOn: 70, returnsOn: 73, cause: 'deal' })
    expect(hold([owned], [40, 65], 73, rules)).toMatchObject({ owner: '', pooled: { cause: 'deal' } })
  })

  test('claims: not what somebody holds, not the former owner before the cool-off ends, not beyond the limits', () => {
    const held = hold([owned], [], 20)
    const free = { held: 0, claimedToday: 0 }
    expect(claimRefusal(held, 'Wang', free, POOL_DEFAULTS, 20)).toEqual({ why: 'held', owner: 'Li' })
    const released = hold([owned, event(15, 'release')], [], 20)
    expect(released).toMatchObject({ owner: '', pooled: { on: 15, cause: 'release', formerOwner: 'Li' } })
    expect(claimRefusal(released, 'Wang', free, POOL_DEFAULTS, 20)).toBeNull()
    expect(claimRefusal(released, 'Li', free, POOL_DEFAULTS, 44)).toEqual({ why: 'cool-off', until: 45 })
    expect(claimRefusal(released, 'Li', free, POOL_DEFAULTS, 45)).toBeNull()
    const limits = { ...POOL_DEFAULTS, holdingLimit: 2, claimLimit: 1 }
    expect(claimRefusal(released, 'Wang', { held: 2, claimedToday: 0 }, limits, 20)).toMatchObject({
      why: 'holding-limit',
    })
    expect(claimRefusal(released, 'Wang', { held: 1, claimedToday: 1 }, limits, 20)).toMatchObject({
      why: 'claim-limit',
    })
  })
})

describe('the funnel', () => {
  const on = dayOf('2026-11-23')
  const lead = (level: 'H' | 'A' | 'B' | 'C' | 'D', close: string | null, amount: number | null = 1000) => ({
    level,
    lead: leadIn({ events: [add({ level }, { dueOn: close === null ? null : dayOf(close), value: amount })] }),
  })

  test.each([
    ['D', '2026-11-30', 'this-month'],
    ['D', '2026-10-30', 'this-month'],
    ['H', '2026-12-01', 'three-months'],
    ['H', '2027-02-28', 'three-months'],
    ['H', '2027-03-01', 'long-term'],
    ['A', null, 'this-month'],
    ['B', null, 'three-months'],
    ['C', null, 'long-term'],
  ] as const)('level %s, expected on %s: %s', (level, close, bucket) => {
    expect(bucketOf(lead(level, close), on)).toBe(bucket)
  })

  test('one without a level or a day waits to be screened', () => {
    expect(bucketOf({ level: 'C', lead: leadIn({ events: [add()] }) }, on)).toBe('screening')
  })

  test('expected value is amount times probability: by level, or as given', () => {
    expect((['H', 'A', 'B', 'C', 'D'] as const).map((level) => expectedMinor(lead(level, null)))).toEqual([
      800, 500, 300, 100, 0,
    ])
    const given = { level: 'C' as const, lead: leadIn({ events: [add({ probability: '65' }, { value: 999 })] }) }
    expect([probabilityPercent(given), expectedMinor(given)]).toEqual([65, 649])
    expect(expectedMinor(lead('A', null, null))).toBeNull()
  })

  test('by the month the sale is expected in, without a day last', () => {
    const months = byMonth([lead('A', null), lead('A', '2027-01-05'), lead('B', '2026-11-05'), lead('A', '2027-01-30')])
    expect([...months]).toEqual([
      ['2026-11', { leads: 1, amountMinor: 1000, expectedMinor: 300 }],
      ['2027-01', { leads: 2, amountMinor: 2000, expectedMinor: 1000 }],
      ['', { leads: 1, amountMinor: 1000, expectedMinor: 500 }],
    ])
  })

  // Five leads: two contacted, of them one offered and won; one lost at need; one invalid; one open at proposal, not contacted; one bare.
  const rows = [
    ...[row(10, { stage: 'contact', channel: 'fair', owner: 'Li' }), row(10, { stage: 'need', channel: 'web' }, 1)],
    ...[
      row(50, { stage: 'need', status: 'lost', result: 'price' }, 1),
      row(10, { status: 'invalid', channel: 'web' }, 2),
    ],
    ...[row(10, { stage: 'proposal', channel: 'web', owner: 'Wang' }, 3), row(10, {}, 4)],
  ]
  const made = { rows, orders: [[40], [], [], [], []], contacts: [contact(5), contact(20)] }
  const all = [...eachLead(leadsIn(made))]

  test('how many got as far as each stage, of those at the one before; the invalid are outside', () => {
    expect(stageReach(all)).toEqual([
      { reached: 3, open: 0, conversion: null },
      { reached: 3, open: 0, conversion: 1 },
      { reached: 2, open: 1, conversion: 2 / 3 },
      { reached: 1, open: 0, conversion: 0.5 },
      { reached: 1, open: 0, conversion: 1 },
    ])
  })

  test('conversion, won over won and lost, with the median days from the first contact', () => {
    expect(conversionOf(all)).toEqual({
      leads: 5,
      open: 2,
      won: 1,
      lost: 1,
      invalid: 1,
      conversion: 0.5,
      cycleDays: 35,
    })
    const bySource = conversionBy(all, ({ record }) => record.source)
    expect(bySource.map(({ group, leads, conversion }) => [group, leads, conversion])).toEqual([
      ['web', 3, 0],
      ['fair', 1, 1],
      ['', 1, null],
    ])
    expect(lostReasons(all)).toEqual([['price', 1]])
  })
})

test('unproven: contacts without text, one text for three leads or more, lost without a contact', () => {
  const rows = [0, 1, 2, 3].map((customer) => row(10, customer === 3 ? { status: 'lost' } : {}, customer))
  const leads = leadsIn({ rows, orders: [[], [], [], []], contacts: [contact(12)] })
  const note = (customer: number, on: number, text: string) => ({ customer, on, text })
  const notes = [
    ...[note(0, 12, ' '), note(0, 20, 'Asked again.'), note(1, 21, 'asked again'), note(2, 22, 'ASKED AGAIN!')],
    ...[note(1, 30, 'wants 40'), note(2, 31, 'Wants 40'), note(9, 32, '')],
  ]
  expect(unprovenOf(leads, notes).map(({ customer, on, why }) => [customer, on, why])).toEqual([
    [3, 10, 'lost-without-contact'],
    [0, 12, 'blank'],
    [0, 20, 'repeated'],
    [1, 21, 'repeated'],
    [2, 22, 'repeated'],
  ])
})
