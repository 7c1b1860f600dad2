import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DueQueue, type Dues, duesOn } from '../../../src/core/follow-up/dues.js'
import type { DueItem } from '../../../src/core/follow-up/rule.js'
import type { ContactFacts, Snapshot } from '../../../src/core/snapshot.js'
import { LEVELS } from '../../../src/core/value/grades/words.js'
import { type Day, dayOf } from '../../../src/core/values/business-date.js'
import { rules } from '../../../src/rules/index.js'
import { gradesBasisOf } from '../../support/grades.js'
import { snapshotOf } from '../../support/snapshot.js'
import { asOf, type Made, shops } from './made-dues.js'

const numRuns = Number(process.env.CRM_RUNS ?? 150)

function shopOf(list: readonly Made[]): Snapshot {
  const contacts = list.flatMap((one, customer) => one.contacts.map((record) => ({ customer, ...record })))
  return snapshotOf(
    list.map(({ customer }) => customer),
    contacts.sort((a, b) => a.on - b.on),
  )
}

function duesIn(list: readonly Made[], day = asOf): Dues {
  const snapshot = shopOf(list)
  const records = new Map(list.map((one, customer) => [customer, one.kept]))
  return duesOn({ snapshot, asOf: day, graded: gradesBasisOf(snapshot, day), rules, kept: records })
}

/** Lines with the customer's id in place of his position. */
const told = (list: readonly Made[], { lines, optedOut }: DueQueue) =>
  [lines, optedOut].map((part) =>
    part.map(({ customer, items }) => ({ id: list[customer]!.customer.id, items: items.map(plain) })),
  )

const plain = ({ key, dueOn, lastSensibleOn, stakeMinor, cause }: DueItem) => ({
  key,
  dueOn,
  lastSensibleOn,
  stakeMinor,
  cause,
})

const linesOf = ({ lines, optedOut }: DueQueue) => [...lines, ...optedOut]

const itemsOf = (queue: DueQueue): DueItem[] => linesOf(queue).flatMap(({ items }) => items)

const withContact = (list: readonly Made[], customer: number, record: Partial<ContactFacts>) =>
  list.map((one, at) => {
    const added = { on: asOf, kind: 'skip', rule: null, nextOn: null, ...record } as const
    return at === customer ? { ...one, contacts: [...one.contacts, added] } : one
  })

const holds = (property: (list: readonly Made[]) => void) => fc.assert(fc.property(shops, property), { numRuns })

/** Days of which one must have come before an item of a rule is due; none for what the calendar brings. */
function causesOf(rule: string, subject: string, { customer, contacts, kept }: Made): readonly Day[] {
  const met = contacts.map(({ on }) => on)
  const ordered = (customer.bought ?? []).map(({ on }) => Number(on))
  if (rule === 'delisting') return [kept.delisting!.proposedOn]
  if (rule === 'agreed') return met
  if (rule === 'lead' || rule === 'pool') return [kept.lead!.lead.openedOn!]
  if (rule === 'complaint' || rule === 'aftercare') return kept.feedback!.map(({ opened }) => opened!.on)
  if (rule === 'campaign') return kept.campaigns!.map(({ exportedOn }) => exportedOn)
  if (rule === 'satisfaction') return kept.scores!.map(({ on }) => on!)
  if (rule === 'festival' || rule === 'birthday') return [Number.NEGATIVE_INFINITY]
  return /^\d{4}-/.test(subject) ? [dayOf(subject)] : [...ordered, ...met]
}

describe('the due queue', () => {
  test('is a function of the ledger and the day: customers in any order give the same lines', () =>
    fc.assert(
      fc.property(
        shops.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray([...list], { minLength: list.length }))),
        fc.nat(30),
        ([list, shuffled], ahead) => {
          const found = told(list, duesIn(list).queue(ahead))
          expect(told(list, duesIn(list).queue(ahead))).toEqual(found)
          expect(told(shuffled, duesIn(shuffled).queue(ahead))).toEqual(found)
        },
      ),
      { numRuns },
    ))

  test('has one line a customer, each after those before it by what is due, urgency, day, stake, level and id', () =>
    holds((list) => {
      const dues = duesIn(list)
      const { lines } = dues.queue(20)
      expect(new Set(lines.map(({ customer }) => customer)).size).toBe(lines.length)
      const places = lines.map(({ customer, items: [first] }) => [
        ...[first.dueOn <= asOf ? 0 : 1],
        ...(first.isUrgent === true ? [0, first.dueOn] : [1, 0]),
        ...[-first.stakeMinor, LEVELS.indexOf(dues.level(customer)), list[customer]!.customer.id],
      ])
      const isBefore = (a: (typeof places)[number], b: (typeof places)[number]) => {
        const at = a.findIndex((part, index) => part !== b[index])
        return at >= 0 && a[at]! < b[at]!
      }
      for (const [at, place] of places.entries())
        for (const later of places.slice(at + 1))
          expect([isBefore(place, later), isBefore(later, place)]).toEqual([true, false])
    }))

  test('without an item that is closed holds all others as they were', () =>
    holds((list) => {
      const queue = duesIn(list).queue(0)
      // Steps of a delisting are due until they are taken: nothing else closes them.
      for (const { customer, items } of linesOf(queue))
        for (const closed of items.filter(({ rule }) => rule.isClosedByStep !== true)) {
          const after = duesIn(withContact(list, customer, { rule: closed.key })).queue(0)
          const left = (lines: DueQueue) =>
            itemsOf(lines)
              .map((item) => `${item.customer} ${item.key} ${item.dueOn}`)
              .sort()
          const expected = left(queue).filter((text) => !text.startsWith(`${customer} ${closed.key} `))
          // An agreed date takes the place of a rhythm, the customer's and the lead's, while it stands.
          const isFreed = (text: string) => closed.key === 'agreed' && /^\d+ (?:rhythm|lead:L1) /.test(text)
          expect(left(after).filter((text) => expected.includes(text) || !isFreed(text))).toEqual(expected)
        }
    }))

  test('holds nothing that is due before its cause', () =>
    holds((list) => {
      const dues = duesIn(list)
      for (const [customer, one] of list.entries())
        for (const { rule, dueOn, lastSensibleOn, subject = '' } of dues.items(customer)) {
          const causes = causesOf(rule.name, subject, one)
          expect(dueOn, rule.name).toBeGreaterThanOrEqual(Math.min(...causes))
          expect(lastSensibleOn, rule.name).toBeGreaterThanOrEqual(dueOn)
        }
    }))

  test('keeps a customer who is put off out until his day, but for what becomes urgent since', () =>
    fc.assert(
      fc.property(shops, fc.integer({ min: 1, max: 30 }), (list, days) => {
        for (const { customer } of linesOf(duesIn(list).queue(0))) {
          const asleep = withContact(list, customer, { kind: 'snooze', nextOn: asOf + days })
          const dueOn = (day: Day) =>
            itemsOf(duesIn(asleep, day).queue(0)).filter(
              (item) => item.customer === customer && !(item.isUrgent === true && item.dueOn > asOf),
            )
          expect(dueOn(asOf)).toEqual([])
          expect(dueOn(asOf + days - 1)).toEqual([])
        }
      }),
      { numRuns },
    ))

  test('asks nobody to be marketed to within three days of a contact', () =>
    fc.assert(
      fc.property(shops, fc.nat(10), (list, ahead) => {
        const dues = duesIn(list)
        for (const { customer, rule, dueOn } of itemsOf(dues.queue(ahead))) {
          const { lastContactOn } = dues.history(customer)
          if (rule.isMarketing && lastContactOn !== null)
            expect(Math.max(asOf, dueOn) - lastContactOn).toBeGreaterThanOrEqual(3)
        }
      }),
      { numRuns },
    ))

  test('names blocked customers for their delisting only, and those who want no contact apart', () =>
    holds((list) => {
      const { lines, optedOut } = duesIn(list).queue(30)
      for (const { customer, items } of [...lines, ...optedOut])
        if (list[customer]!.customer.blocked === true) expect(items.map(({ rule }) => rule.name)).toEqual(['delisting'])
      for (const { customer } of lines) expect(list[customer]!.customer.consent).not.toBe('no')
    }))

  test('grows with the days it looks ahead', () =>
    fc.assert(
      fc.property(shops, fc.nat(40), (list, ahead) => {
        const dues = duesIn(list)
        const keys = (days: number) =>
          itemsOf(dues.queue(days)).map(({ customer, key, dueOn }) => `${customer} ${key} ${dueOn}`)
        expect(keys(ahead + 1)).toEqual(expect.arrayContaining(keys(ahead)))
      }),
      { numRuns },
    ))
})
