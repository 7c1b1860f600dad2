import { expect, test } from 'vitest'
import type { ContactRecord } from '../../../../src/core/contact-record.js'
import { handsOf } from '../../../../src/core/follow-up/team/hands.js'
import { inChargeOf } from '../../../../src/core/follow-up/team/in-charge.js'
import { madeContacts } from '../../../../src/core/follow-up/team/made-contacts.js'
import { rules } from '../../../../src/rules/index.js'

const blank = {
  rule: null,
  channel: '',
  result: '',
  text: '',
  nextOn: null,
  author: '',
  dueOn: null,
  sensibleOn: null,
} as const

const record = (customer: number, batch: number, more: Partial<ContactRecord> = {}): ContactRecord => ({
  ...{ ...blank, customer, batch, on: 100, kind: 'contact' },
  ...more,
})

const owners = inChargeOf(handsOf(new Map([[0, 'Li']]), new Map()), new Map(), rules)

test('what one command records of a customer on a day is one contact, however many items it closes', () => {
  const records = [
    record(0, 1, { kind: 'done', rule: 'restock' }),
    record(0, 1, { kind: 'done', rule: 'rhythm' }),
    record(0, 1, { text: 'wants 40', channel: 'phone', nextOn: 130 }),
    record(0, 2, { text: 'called again' }),
    record(1, 1, { text: 'another customer' }),
    record(0, 1, { text: 'another day', on: 101 }),
  ]
  expect(madeContacts(records, owners)).toEqual([
    expect.objectContaining({
      customer: 0,
      on: 100,
      by: 'Li',
      text: 'wants 40',
      channel: 'phone',
      nextOn: 130,
      closed: ['restock', 'rhythm'],
    }),
    expect.objectContaining({ customer: 0, on: 100, text: 'called again', closed: [] }),
    expect.objectContaining({ customer: 1, by: '', text: 'another customer' }),
    expect.objectContaining({ customer: 0, on: 101, text: 'another day' }),
  ])
})

test('putting off and skipping are no contacts; done is one', () => {
  const records = [record(0, 1, { kind: 'snooze' }), record(0, 2, { kind: 'skip', rule: 'rhythm' })]
  expect(madeContacts(records, owners)).toEqual([])
  expect(madeContacts([record(0, 3, { kind: 'done', rule: null, text: 'called' })], owners)).toMatchObject([
    { closed: [], unproven: null },
  ])
})

test('who is named was in touch, else the owner of the customer, else nobody', () => {
  const records = [record(0, 1, { author: 'Wang' }), record(0, 2), record(1, 3)]
  expect(madeContacts(records, owners).map(({ by }) => by)).toEqual(['Wang', 'Li', ''])
})

test('without words, or with the same for three customers, a contact proves nothing', () => {
  const same = [0, 1, 2].map((customer) => record(customer, 1, { text: customer === 1 ? 'NEW offer!' : 'new  offer' }))
  expect(madeContacts(same, owners).map(({ unproven }) => unproven)).toEqual(['repeated', 'repeated', 'repeated'])
  expect(madeContacts(same.slice(1), owners).map(({ unproven }) => unproven)).toEqual([null, null])
  // One customer told the same three times was told it three times.
  expect(
    madeContacts(
      [1, 2, 3].map((batch) => record(0, batch, { text: 'new offer' })),
      owners,
    )[2]!.unproven,
  ).toBe(null)
  expect(madeContacts([record(0, 1, { text: ' … ' })], owners)).toMatchObject([{ unproven: 'blank' }])
})

test('an attempt is neither proven nor unproven, and its words repeat nothing', () => {
  const tried = (customer: number) => record(customer, 1, { isAttempt: true, result: 'no-answer', text: 'rang twice' })
  const made = madeContacts([tried(0), tried(1), tried(2), record(3, 1, { text: 'rang twice' })], owners)
  expect(made.map(({ isAttempt, unproven }) => [isAttempt, unproven])).toEqual([
    [true, null],
    [true, null],
    [true, null],
    [false, null],
  ])
})

test.each(['visit', 'Visit', '拜访', '上门拜访'])('%s is a visit', (channel) => {
  expect(madeContacts([record(0, 1, { channel })], owners)[0]!.isVisit).toBe(true)
  expect(madeContacts([record(0, 1, { channel: 'phone' })], owners)[0]!.isVisit).toBe(false)
})
