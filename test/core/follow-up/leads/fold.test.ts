import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eachLead } from '../../../../src/core/follow-up/leads/lead.js'
import { levelNamed, stageNamed } from '../../../../src/core/follow-up/leads/words.js'
import { asOf, contact, event, leadIn, leadsIn, row } from './leads.js'

describe('a lead registered by hand', () => {
  const add = event(10, 'add', {
    ...{ value: 50_000, dueOn: 130, text: 'met at the fair' },
    details: {
      owner: 'Li',
      source: 'fair',
      decisionMaker: 'Anna',
      persons: 'Anna, purchasing',
      level: 'C',
      stage: 'contact',
    },
  })

  test('holds what was written down', () => {
    expect(leadIn({ events: [add] })).toMatchObject({
      ...{
        openedOn: 10,
        outcome: 'open',
        closedOn: null,
        registeredBy: 'Li',
        level: 'C',
        stage: 'contact',
        before: [],
      },
      record: {
        source: 'fair',
        decisionMaker: 'Anna',
        persons: ['Anna, purchasing'],
        amountMinor: 50_000,
        closeOn: 130,
      },
    })
  })

  test('goes from stage to stage and level to level, each on its day; what is not named stays', () => {
    const events = [
      ...[add, event(20, 'stage', { details: { stage: 'need', need: 'oak boards' } })],
      ...[
        event(30, 'stage', { details: { stage: 'proposal' }, value: 80_000 }),
        event(40, 'stage', { details: { stage: 'need' } }),
      ],
      ...[
        event(50, 'level', { details: { level: 'B' } }),
        event(60, 'note', { details: { knowsUs: 'yes', persons: 'Bo, owner' } }),
      ],
    ]
    expect(leadIn({ events })).toMatchObject({
      ...{ stage: 'need', stageDays: { contact: 10, need: 20, proposal: 30 }, level: 'B', levelOn: 50 },
      record: {
        source: 'fair',
        need: 'oak boards',
        amountMinor: 80_000,
        knowsUs: true,
        persons: ['Anna, purchasing', 'Bo, owner'],
      },
    })
  })

  test('is as it was on an earlier day', () => {
    const events = [
      add,
      event(50, 'level', { details: { level: 'A' } }),
      event(60, 'lost', { details: { reason: 'price' } }),
    ]
    expect(leadIn({ events }, 55)).toMatchObject({ level: 'A', outcome: 'open' })
    expect(leadIn({ events }, 49)).toMatchObject({ level: 'C', outcome: 'open' })
    expect(leadIn({ events }, 9)).toBeUndefined()
  })

  test('recorded for an earlier day, it stands in the order of the days', () => {
    const late = event(30, 'stage', { details: { stage: 'proposal' } })
    const backdated = event(20, 'stage', { details: { stage: 'need' } })
    expect(leadIn({ events: [add, late, backdated] })).toMatchObject({
      stage: 'proposal',
      stageDays: { need: 20, proposal: 30 },
    })
  })

  test('ends lost with its reason, invalid, or won by hand', () => {
    const ended = (what: string, reason: string) => leadIn({ events: [add, event(40, what, { details: { reason } })] })
    expect(ended('lost', 'too dear')).toMatchObject({
      outcome: 'lost',
      closedOn: 40,
      reason: 'too dear',
      cycleDays: null,
    })
    expect(ended('invalid', 'duplicate')).toMatchObject({ outcome: 'invalid', closedOn: 40, reason: 'duplicate' })
    expect(ended('won', '')).toMatchObject({ outcome: 'won', closedOn: 40, orderedOn: null, cycleDays: 30 })
  })

  test('is won by the first order on its day or later, also one lost before; an earlier order is not its', () => {
    expect(leadIn({ events: [add], orders: [[5]] })).toMatchObject({ outcome: 'open' })
    expect(leadIn({ events: [add], orders: [[5, 10, 70]] })).toMatchObject({
      outcome: 'won',
      orderedOn: 10,
      closedOn: 10,
    })
    const lost = event(20, 'lost', { details: { reason: 'price' } })
    expect(leadIn({ events: [add, lost], orders: [[70]] })).toMatchObject({ outcome: 'won', closedOn: 70, reason: '' })
  })

  test('the way from the first contact to won; contacts after it are not its', () => {
    const made = { events: [add], orders: [[70]], contacts: [contact(4), contact(30), contact(80)] }
    expect(leadIn(made)).toMatchObject({ contactDays: [4, 30], cycleDays: 66 })
    expect(leadIn({ ...made, contacts: [{ ...contact(4), isAttempt: true }, contact(30)] })).toMatchObject({
      contactDays: [30],
      cycleDays: 40,
    })
    // Without a contact from the registration on.
    expect(leadIn({ ...made, contacts: [] })).toMatchObject({ cycleDays: 60 })
    const first = event(10, 'add', { details: { firstContact: '1970-01-03' } })
    expect(leadIn({ ...made, events: [first], contacts: [] })).toMatchObject({ cycleDays: 68 })
  })

  test('is gone when its registration was taken back, with all that rests on it', () => {
    expect(leadsIn({ events: [event(20, 'level', { details: { level: 'A' } })] }).size).toBe(0)
  })
})

describe('one lead after another', () => {
  const first = [event(10, 'add', { details: { owner: 'Li' } }), event(30, 'lost', { details: { reason: 'price' } })]
  const second = event(50, 'add', { subject: 'L2', details: { owner: 'Wang' } })

  test('after one was closed another stands beside it, with the contacts and orders of its own time', () => {
    const lead = leadIn({ events: [...first, second], contacts: [contact(20), contact(60)], orders: [[70]] })
    expect(lead).toMatchObject({
      subject: 'L2',
      outcome: 'won',
      openedOn: 50,
      closedOn: 70,
      contactDays: [60],
      cycleDays: 10,
    })
    expect(lead.before).toMatchObject([{ subject: 'L1', outcome: 'lost', closedOn: 30, contactDays: [20], before: [] }])
    expect([...eachLead(new Map([[0, lead]]))]).toHaveLength(2)
  })

  test('an order wins one lead only', () => {
    const lead = leadIn({ events: [first[0]!, second], orders: [[50]] })
    expect(lead).toMatchObject({ subject: 'L2', outcome: 'open' })
    expect(lead.before).toMatchObject([{ outcome: 'won', orderedOn: 50 }])
    expect(leadIn({ events: [...first, second], orders: [[50]] })).toMatchObject({ outcome: 'won', orderedOn: 50 })
  })

  test('while one is open a second registration is a conflict and changes nothing (R17)', () => {
    const events = [first[0]!, second, event(55, 'level', { subject: 'L2', details: { level: 'H' } })]
    expect(leadIn({ events })).toMatchObject({
      ...{ subject: 'L1', registeredBy: 'Li', level: null, conflicts: [{ on: 50, owner: 'Wang' }], before: [] },
    })
  })
})

describe('leads that files tell', () => {
  test('levels and stages by the words of either language', () => {
    expect(['H', '意向A级', 'b', 'C级', 'hot', 'platinum'].map(levelNamed)).toEqual(['H', 'A', 'B', 'C', 'A', null])
    expect(['需求了解', 'Proposal Sent', 'negotiation', '初步接触', '?'].map(stageNamed)).toEqual([
      'need',
      'proposal',
      'price',
      'contact',
      null,
    ])
  })

  test('the newest row of who registered it, or of nobody, says how it stands', () => {
    const rows = [
      row(10, { owner: 'Li', level: 'C', channel: 'fair' }),
      row(20, { owner: 'Li', level: 'B', stage: 'proposal' }),
      row(30, { stage: 'negotiation' }),
    ]
    expect(leadIn({ rows })).toMatchObject({
      ...{ openedOn: 10, registeredBy: 'Li', level: 'B', stage: 'price', stageDays: { proposal: 20, price: 30 } },
      ...{ record: { source: 'fair' }, conflicts: [] },
    })
  })

  test('a row of another owner is a conflict told once, and changes nothing of an open lead (R17)', () => {
    const first = {
      ...row(10, { owner: 'Li', level: 'A', needs: 'tea', closeAt: '1970-06-01' }),
      amountMinor: 2_000_000,
    }
    const others = [
      {
        ...row(20, { owner: 'Wang', level: 'D', stage: 'proposal', needs: 'cups', channel: 'fair' }),
        amountMinor: 500,
      },
      row(30, { owner: 'Wang', status: 'lost', firstContactAt: '1970-01-05' }),
    ]
    const alone = leadIn({ rows: [first] })
    expect(leadIn({ rows: [first, ...others] })).toEqual({ ...alone, conflicts: [{ on: 20, owner: 'Wang' }] })
    expect(alone).toMatchObject({ level: 'A', outcome: 'open', record: { amountMinor: 2_000_000 } })
    // Who has claimed it since brings it up to date.
    const claim = event(15, 'claim', { subject: '', details: { owner: 'Wang' } })
    expect(leadIn({ rows: [first, others[0]!], events: [claim] })).toMatchObject({ level: 'D', conflicts: [] })
  })

  test('what the seller sets by hand stays, whatever a file says later (R8)', () => {
    const events = [
      event(15, 'level', { subject: '', details: { level: 'A' } }),
      event(40, 'lost', { subject: '', details: { reason: 'price' } }),
    ]
    const rows = [
      row(10, { level: 'C', stage: 'need' }),
      row(20, { level: 'D', stage: 'proposal' }),
      row(50, { stage: 'need' }),
    ]
    expect(leadIn({ rows, events })).toMatchObject({ level: 'A', stage: 'need', outcome: 'lost', closedOn: 40 })
  })

  test('a registration by hand takes up the lead of a file, which keeps its day and owner', () => {
    const events = [
      event(20, 'add', { details: { owner: 'Wang', level: 'B' } }),
      event(30, 'level', { details: { level: 'A' } }),
    ]
    expect(leadIn({ rows: [row(10, { owner: 'Li', level: 'C' })], events })).toMatchObject({
      ...{ openedOn: 10, subject: 'L1', level: 'A', registeredBy: 'Li', conflicts: [{ on: 20, owner: 'Wang' }] },
    })
  })

  test('why it was lost is what the words for it do not say', () => {
    expect(leadIn({ rows: [row(10, { status: 'lost', result: 'price too high' })] })).toMatchObject({
      reason: 'price too high',
    })
    expect(leadIn({ rows: [row(10, { result: '战败' })] })).toMatchObject({ outcome: 'lost', reason: '' })
  })
})

test('whatever is recorded: days to come change nothing, closed leads have their day, and only the last can be open', () => {
  const verbs = ['add', 'level', 'stage', 'won', 'lost', 'invalid', 'claim', 'release', 'lock', 'unlock', 'note']
  const made = fc.array(
    fc.record({
      what: fc.constantFrom(...verbs),
      on: fc.integer({ min: 1, max: 120 }),
      subject: fc.constantFrom('L1', 'L2', ''),
      level: fc.constantFrom('H', 'A', 'D'),
      owner: fc.constantFrom('Li', 'Wang', ''),
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(made, fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 4 }), (steps, orders) => {
      const events = steps.map(({ what, on, subject, level, owner }) =>
        event(on, what, { subject, details: { level, owner } }),
      )
      const days = [orders.toSorted((a, b) => a - b)]
      const lead = leadIn({ events, orders: days })
      expect(leadIn({ events: events.filter(({ on }) => on <= asOf), orders: days })).toEqual(lead)
      for (const one of lead === undefined ? [] : eachLead(new Map([[0, lead]]))) {
        expect(one.outcome === 'open').toBe(one.closedOn === null)
        if (one.closedOn !== null) expect(one.closedOn).toBeGreaterThanOrEqual(one.openedOn!)
        if (one.orderedOn !== null) expect(days[0]).toContain(one.orderedOn)
      }
      if (lead?.before.length) expect(lead.before.every(({ outcome }) => outcome !== 'open')).toBe(true)
    }),
  )
})
