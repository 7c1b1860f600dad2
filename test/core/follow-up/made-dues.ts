import fc from 'fast-check'
import type { Delisting } from '../../../src/core/follow-up/delisting.js'
import type { Feedback } from '../../../src/core/follow-up/feedback/feedback.js'
import { feedbackOn } from '../../../src/core/follow-up/feedback/fold.js'
import type { Score } from '../../../src/core/follow-up/feedback/scores.js'
import type { Kept } from '../../../src/core/follow-up/kept.js'
import type { DueLead } from '../../../src/core/follow-up/leads/due-lead.js'
import { BLANK_RECORD } from '../../../src/core/follow-up/leads/record.js'
import type { ContactFacts } from '../../../src/core/snapshot.js'
import { rules } from '../../../src/rules/index.js'
import type { MadeCustomer } from '../../support/snapshot.js'

/** The day everything is looked at from. */
export const asOf = 20_000

/** One customer with all that is recorded of him, so that customers can be put in any order. */
export interface Made {
  readonly customer: MadeCustomer
  readonly contacts: readonly Omit<ContactFacts, 'customer'>[]
  readonly kept: Kept
}

const back = (most: number) => fc.integer({ min: 0, max: most }).map((days) => asOf - days)

const contact: fc.Arbitrary<Omit<ContactFacts, 'customer'>> = fc
  .record({
    on: back(90),
    kind: fc.constantFrom('contact', 'done', 'snooze', 'skip'),
    rule: fc.constantFrom(null, ...rules.map(({ name }) => name)),
    ahead: fc.option(fc.integer({ min: 1, max: 60 })),
    isAttempt: fc.boolean(),
  })
  .map(({ on, kind, rule, ahead, isAttempt }) => ({
    ...{ on, kind, rule: kind === 'contact' ? null : rule },
    nextOn: kind === 'snooze' ? on + (ahead ?? 7) : kind === 'contact' && ahead !== null ? on + ahead : null,
    ...(kind === 'contact' && isAttempt ? { isAttempt } : {}),
  }))

const delisting: fc.Arbitrary<Delisting> = fc
  .record({ proposed: back(500), check: fc.nat(9), decide: fc.option(fc.nat(9)), told: fc.option(fc.nat(9)) })
  .map(({ proposed, check, decide, told }) => {
    const checkedOn = Math.min(asOf, proposed + check)
    const decidedOn = decide === null ? null : Math.min(asOf, checkedOn + decide)
    const toldOn = decidedOn === null || told === null ? null : Math.min(asOf, decidedOn + told)
    return {
      ...{ subject: 'D1', cause: 'other', reason: '', proposedOn: proposed, checkedOn, decidedOn, agreedBy: '' },
      ...{ isToBeTold: true, toldOn, reviewedOn: null, endedOn: null, entries: [] },
    }
  })

const lead: fc.Arbitrary<DueLead> = fc
  .record({
    openedOn: back(90),
    level: fc.constantFrom('H', 'A', 'B', 'C', 'D'),
    returnsIn: fc.option(fc.integer({ min: 0, max: 50 })),
    expectedMinor: fc.nat(90_000),
  })
  .map(({ openedOn, level, returnsIn, expectedMinor }) => {
    const dueOn = openedOn + 45 + (returnsIn ?? 0)
    return {
      lead: {
        ...{ customer: 0, subject: 'L1', openedOn, isDated: true, outcome: 'open', closedOn: null, orderedOn: null },
        ...{
          reason: '',
          level,
          levelOn: openedOn,
          stage: null,
          stageDays: {},
          registeredBy: 'Li',
          record: BLANK_RECORD,
        },
        ...{ contactDays: [], firstContactOn: null, cycleDays: null, touches: [], conflicts: [], before: [] },
      },
      returns: returnsIn === null ? null : { dueOn, returnsOn: dueOn + 3, cause: 'contact' },
      ...{ level, isInPool: false, expectedMinor },
    }
  })

/** A complaint, resolved or not. */
const complaint: fc.Arbitrary<readonly Feedback[]> = fc
  .record({ openedOn: back(30), resolvedAfter: fc.option(fc.nat(9)) })
  .map(({ openedOn, resolvedAfter }) => {
    const event = { batch: 1, kind: 'feedback', subject: 'F1', customer: 0, at: 0, value: null, text: '' } as const
    const opened = { ...event, id: 1, what: 'open', on: openedOn, dueOn: openedOn + 2, details: { kind: 'complaint' } }
    const resolved = { ...event, id: 2, what: 'resolve', on: openedOn + (resolvedAfter ?? 0), dueOn: null, details: {} }
    const events = [opened, ...(resolvedAfter === null ? [] : [resolved])]
    return feedbackOn({ events, filed: [], asOf, zone: 'UTC', promisedHours: 48 })
  })

const scores: fc.Arbitrary<readonly Score[]> = fc
  .array(fc.record({ on: back(120), score: fc.integer({ min: 1, max: 5 }) }), { maxLength: 4 })
  .map((list) =>
    list.map((one) => ({ ...one, customer: 0, order: null, text: '', isFiled: false })).sort((a, b) => a.on - b.on),
  )

const birthday = fc.record({
  // About the day everything is looked at from, 2024-10-04.
  ...{ month: fc.integer({ min: 9, max: 11 }), day: fc.integer({ min: 1, max: 28 }), year: fc.constant(null) },
  ...{ isLunar: fc.constant(false), isLeapMonth: fc.constant(false) },
})

const measures = fc
  .array(fc.record({ on: back(40), within: fc.option(fc.nat(30)) }), { minLength: 1, maxLength: 2 })
  .map((list) =>
    list.map(({ on, within }, at) => ({
      ...{ subject: `M${at + 1}`, customer: 0, on, dueOn: within === null ? null : on + within },
      ...{ ground: 'problem' as const, aim: '', text: 'call', owner: '' },
    })),
  )

const kept: fc.Arbitrary<Kept> = fc.record(
  {
    leadHolder: fc.constantFrom('Li', 'Zhao'),
    ...{ frequencyDays: fc.integer({ min: 1, max: 60 }), heldOutUntil: back(20).map((day) => day + 10), delisting },
    ...{ lead, feedback: complaint, scores, birthday, anniversary: birthday, measures },
    campaigns: back(20).map((exportedOn) => [{ id: 'C1', name: 'News', exportedOn, file: 'c1.xlsx' }]),
  },
  { requiredKeys: [] },
)

const made: fc.Arbitrary<Omit<Made, 'customer'> & { readonly customer: Omit<MadeCustomer, 'id'> }> = fc.record({
  customer: fc.record({
    bought: fc.oneof(
      fc.array(fc.record({ on: back(400), net: fc.integer({ min: 1, max: 300_000 }) }), { maxLength: 6 }),
      // Regular buyers, whose windows open and close.
      fc
        .record({
          every: fc.integer({ min: 5, max: 60 }),
          last: fc.integer({ min: 0, max: 90 }),
          net: fc.constantFrom(50, 9000),
        })
        .map(({ every, last, net }) => [3, 2, 1, 0].map((gaps) => ({ on: asOf - last - gaps * every, net }))),
    ),
    blocked: fc.nat(4).map((drawn) => drawn === 0),
    consent: fc.constantFrom(null, 'yes', 'no'),
  }),
  contacts: fc.array(contact, { maxLength: 5 }),
  kept,
})

/** A few customers, each with something of what rules ask about. */
export const shops: fc.Arbitrary<readonly Made[]> = fc
  .array(made, { minLength: 1, maxLength: 8 })
  .map((list) => list.map((one, at) => ({ ...one, customer: { ...one.customer, id: `c${at}` } })))
