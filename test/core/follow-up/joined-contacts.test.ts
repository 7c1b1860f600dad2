import { expect, test } from 'vitest'
import type { ContactEntry } from '../../../src/core/customer-file.js'
import { joinedContacts } from '../../../src/core/follow-up/joined-contacts.js'

const entry = (batch: number, kind: ContactEntry['kind'], rule: string | null, more: Partial<ContactEntry> = {}) => ({
  ...{ batch, kind, rule, on: 100, nextOn: null, text: null, channel: null, result: null },
  ...more,
})
const told = (...entries: readonly ContactEntry[]) =>
  joinedContacts(entries).map(({ kind, text, items }) => [kind, text, items.join('+')])

test('what one command closed is one contact, with its reasons joined', () => {
  const note = { text: 'all well' }
  expect(told(entry(1, 'done', 'restock', note), entry(1, 'done', 'rhythm', note))).toEqual([
    ['done', 'all well', 'restock+rhythm'],
  ])
  expect(told(entry(1, 'skip', 'restock'), entry(1, 'skip', 'rhythm'))).toEqual([['skip', null, 'restock+rhythm']])
})

test('a contact that closes what was due is one, with what was said', () => {
  const said = { text: 'wants 40', channel: 'wechat', result: 'interested', nextOn: 130 }
  const joined = joinedContacts([
    entry(1, 'done', 'restock'),
    entry(1, 'done', 'rhythm'),
    entry(1, 'contact', null, said),
  ])
  expect(joined).toEqual([{ kind: 'contact', on: 100, ...said, items: ['restock', 'rhythm'] }])
})

test('another command, another day and another kind are other entries, in their order', () => {
  const entries = [entry(1, 'done', 'restock'), entry(2, 'done', 'rhythm'), entry(2, 'skip', 'refill')]
  expect(told(...entries, entry(2, 'done', 'survey', { on: 101 }))).toEqual([
    ['done', null, 'restock'],
    ['done', null, 'rhythm'],
    ['skip', null, 'refill'],
    ['done', null, 'survey'],
  ])
})

test('several rows of one sheet keep their words', () => {
  const rows = ['called', 'called again'].map((text) => entry(1, 'contact', null, { text }))
  expect(told(entry(1, 'done', 'restock'), ...rows)).toEqual([
    ['done', null, 'restock'],
    ['contact', 'called', ''],
    ['contact', 'called again', ''],
  ])
})

test('an attempt that was put off is one entry, with the day it was put off to', () => {
  const attempt = { result: 'no-answer', channel: 'phone' }
  const asleep = { nextOn: 130 }
  const row = [
    entry(1, 'contact', null, attempt),
    entry(1, 'snooze', null, asleep),
    entry(1, 'snooze', 'rhythm', asleep),
  ]
  expect(joinedContacts(row)).toEqual([
    { kind: 'contact', on: 100, text: null, ...attempt, nextOn: 130, items: ['rhythm'] },
  ])
  // Two days, or two attempts: nobody can tell which belongs to which.
  expect(joinedContacts([...row, entry(1, 'snooze', null, { nextOn: 140 })])).toHaveLength(3)
  expect(joinedContacts([...row, entry(1, 'contact', null, attempt)])).toHaveLength(3)
})
