import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DueQueue, type Dues, duesOn } from '../../../src/core/follow-up/dues.js'
import type { DueItem } from '../../../src/core/follow-up/rule.js'
import { handsOf } from '../../../src/core/follow-up/team/hands.js'
import { inChargeOf, ownedLines } from '../../../src/core/follow-up/team/in-charge.js'
import type { ContactFacts, Snapshot } from '../../../src/core/snapshot.js'
import { LEVELS } from '../../../src/core/value/grades/words.js'
import { type Day, dayOf } from '../../../src/core/values/business-date.js'
import { rules } from '../../../src/rules/index.js'
import { careIn } from '../../support/care.js'
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
  const care = careIn({ currency: 'CNY' }, day)
  return duesOn({ snapshot, asOf: day, graded: gradesBasisOf(snapshot, day), rules, kept: records, care })
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

const DAYS_PREPARED = 3

/** The day before which an item may not be due: that of what it is about, named by its subject or told by its cause. */
function causeOf({ rule, cause, subject = '' }: DueItem, { customer, contacts, kept }: Made): Day {
  const ordered = (customer.bought ?? []).map(({ on }) => Number(on))
  const latest = (days: readonly Day[]) => Math.max(...days)
  const of = (days: readonly Day[], day: Day) => {
    if (!days.includes(day)) throw new Error(`${rule.name}: nothing happened on day ${day}`)
    return day
  }
  const orderOf = (date: unknown) => of(ordered, dayOf(String(date)))
  const causes: Readonly<Record<string, () => Day>> = {
    agreed: () =>
      of(
        contacts.flatMap(({ nextOn }) => nextOn ?? []),
        dayOf(String(cause.agreedOn)),
      ),
    complaint: () => kept.feedback!.find((one) => one.subject === subject)!.opened!.on,
    aftercare: () => kept.feedback!.find((one) => one.subject === subject)!.closed!.on + 3,
    measure: () => kept.measures!.find((one) => one.subject === subject)!.on,
    lead: () => kept.lead!.lead.openedOn!,
    pool: () => kept.lead!.returns!.dueOn,
    campaign: () => kept.campaigns!.find(({ id }) => id === subject)!.exportedOn,
    satisfaction: () =>
      of(
        kept.scores!.map(({ on }) => on!),
        dayOf(subject),
      ),
    delisting: () => kept.delisting!.proposedOn,
    birthday: () => dayOf(String(cause.on)) - DAYS_PREPARED,
    anniversary: () => dayOf(String(cause.on)) - DAYS_PREPARED,
    festival: () => dayOf(String(cause.on)) - DAYS_PREPARED,
    'thank-you': () => orderOf(subject),
    'after-sale': () => orderOf(subject) + 14,
    survey: () => orderOf(cause.orderedOn) + 21,
    'win-back': () => latest(ordered) + 1,
    restock: () => latest(ordered) + Number(cause.openDays),
    rhythm: () =>
      latest(
        cause.since === 'order'
          ? ordered
          : contacts
              .filter(({ kind, isAttempt }) => (kind === 'contact' || kind === 'done') && isAttempt !== true)
              .map(({ on }) => on),
      ) + Number(cause.everyDays),
  }
  return causes[rule.name]!()
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
          const left = (items: readonly DueItem[]) =>
            items.map((item) => `${item.customer} ${item.key} ${item.dueOn}`).sort()
          const expected = left(itemsOf(queue).filter((item) => item !== closed))
          // An agreed date takes the place of a rhythm, the customer's and the lead's, while it stands.
          const isFreed = (text: string) => closed.key === 'agreed' && /^\d+ (?:rhythm|lead:L1) /.test(text)
          expect(left(itemsOf(after)).filter((text) => expected.includes(text) || !isFreed(text))).toEqual(expected)
        }
    }))

  test('holds nothing that is due before its cause', () =>
    holds((list) => {
      const dues = duesIn(list)
      for (const [customer, one] of list.entries())
        for (const item of dues.items(customer)) {
          expect(item.dueOn, item.rule.name).toBeGreaterThanOrEqual(causeOf(item, one))
          expect(item.lastSensibleOn, item.rule.name).toBeGreaterThanOrEqual(item.dueOn)
        }
    }))

  test('has an item of a key once', () =>
    holds((list) => {
      const keys = itemsOf(duesIn(list).queue(40)).map(({ customer, key }) => `${customer} ${key}`)
      expect(keys).toEqual([...new Set(keys)])
    }))

  test('keeps a customer who is put off out until his day, but for what becomes urgent since', () =>
    fc.assert(
      fc.property(shops, fc.integer({ min: 1, max: 30 }), (list, days) => {
        for (const { customer } of linesOf(duesIn(list).queue(0))) {
          const asleep = withContact(list, customer, { kind: 'snooze', nextOn: asOf + days })
          const dueOn = (day: Day) => itemsOf(duesIn(asleep, day).queue(0)).filter((item) => item.customer === customer)
          expect(dueOn(asOf)).toEqual([])
          for (const item of dueOn(asOf + days - 1)) expect([item.isUrgent, item.dueOn > asOf]).toEqual([true, true])
        }
      }),
      { numRuns },
    ))

  test('keeps an item that is put off by its name out until its day, urgent or still to come', () =>
    fc.assert(
      fc.property(shops, fc.integer({ min: 4, max: 30 }), (list, days) => {
        for (const { customer, items } of linesOf(duesIn(list).queue(3)))
          for (const { key } of items) {
            const asleep = withContact(list, customer, { kind: 'snooze', rule: key, nextOn: asOf + days })
            for (const day of [asOf, asOf + 3, asOf + days - 1])
              expect(
                itemsOf(duesIn(asleep, day).queue(0)).filter((item) => item.customer === customer && item.key === key),
              ).toEqual([])
          }
      }),
      { numRuns: Math.ceil(numRuns / 3) },
    ))

  test('brings back on its day what was closed ahead of it, unless it was skipped', () =>
    holds((list) => {
      const dues = duesIn(list)
      for (const { customer, items } of linesOf(dues.queue(3)))
        for (const { key, againOn } of items) {
          if (againOn === undefined) continue
          const on = (kind: 'done' | 'skip', day: Day) =>
            duesIn(withContact(list, customer, { kind, rule: key }), day)
              .items(customer)
              .filter((item) => item.key === key)
          expect(on('done', againOn)).toMatchObject([{ dueOn: againOn }])
          expect(on('done', asOf)).toMatchObject([{ dueOn: againOn }])
          expect(on('skip', againOn)).toEqual([])
        }
    }))

  test('told by person has every item once, with who sees to it, in the same order', () =>
    holds((list) => {
      const dues = duesIn(list)
      const { lines } = dues.queue(9)
      const kept = new Map(list.map((one, customer) => [customer, one.kept]))
      const inCharge = inChargeOf(
        handsOf(new Map(list.map((_, customer) => [customer, customer % 2 ? 'Li' : 'Wang'])), new Map()),
        kept,
        rules,
      )
      const owned = ownedLines(lines, inCharge, dues)
      const named = owned.flatMap(({ items, owner }) => items.map((item) => `${item.customer} ${item.key} ${owner}`))
      const all = lines
        .flatMap(({ items }) => items)
        .map((item) => [item, inCharge.ofItem(item.customer, item.key)] as const)
      expect(named.sort()).toEqual(all.map(([item, owner]) => `${item.customer} ${item.key} ${owner}`).sort())
      expect(dues.ranked(owned.toReversed()).map(({ items }) => items[0])).toEqual(owned.map(({ items }) => items[0]))
    }))

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
      for (const { customer, items } of lines)
        if (list[customer]!.customer.consent === 'no') expect(items.map(({ rule }) => rule.name)).toEqual(['delisting'])
      for (const { customer, items } of optedOut) {
        expect(list[customer]!.customer.consent).toBe('no')
        expect(items.map(({ rule }) => rule.name)).not.toContain('delisting')
      }
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
