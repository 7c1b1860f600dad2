import { describe, expect, test } from 'vitest'
import type { EventFacts } from '../../../src/core/events.js'
import { delistingsOf, standingDelistings } from '../../../src/core/follow-up/delisting.js'
import { delisting as rule } from '../../../src/rules/delisting.js'
import { proposalOf } from '../../support/due-facts.js'

const event = (id: number, what: string, on: number, more: Partial<EventFacts> = {}): EventFacts => ({
  ...{ id, batch: id, kind: 'delisting', subject: 'D1', customer: 0, what, on, at: 0, dueOn: null, value: null },
  ...{ text: what, details: {}, ...more },
})

const steps = [
  event(1, 'propose', 1000, { details: { cause: 'credit' } }),
  event(2, 'check', 1003),
  event(3, 'decide', 1005, { details: { by: 'Li, Wang' } }),
  event(4, 'told', 1008),
  event(5, 'review', 1400),
  event(6, 'lift', 1500),
]
const afterSteps = (count: number) => delistingsOf(steps.slice(0, count)).get(0)!

describe('a delisting', () => {
  test('is what its steps say', () => {
    expect(afterSteps(4)).toMatchObject({
      ...{ subject: 'D1', cause: 'credit', proposedOn: 1000, checkedOn: 1003, decidedOn: 1005, toldOn: 1008 },
      ...{ agreedBy: 'Li, Wang', endedOn: null },
    })
    expect(afterSteps(6)).toMatchObject({ endedOn: 1500 })
    expect(afterSteps(6).entries).toHaveLength(6)
  })

  test('a step of one that was taken back changes nothing', () => {
    expect(delistingsOf(steps.slice(1)).size).toBe(0)
    expect(
      delistingsOf([...steps.slice(0, 1), event(9, 'decide', 1001, { subject: 'D2' })]).get(0)?.decidedOn,
    ).toBeNull()
  })

  test('stands once it is decided, in whatever order steps were taken back and put back', () => {
    const [propose, decide, lift] = [event(1, 'propose', 1000), event(3, 'decide', 1002), event(5, 'lift', 1009)]
    const dropped = (id: number) => event(id, 'drop', 1001)
    for (const order of [
      [dropped(2), decide],
      [decide, dropped(4)],
    ])
      expect(delistingsOf([propose, ...order]).get(0)).toMatchObject({ decidedOn: 1002, endedOn: null })
    expect(delistingsOf([propose, decide, lift]).get(0)?.endedOn).toBe(1009)
    expect(delistingsOf([propose, dropped(2)]).get(0)?.endedOn).toBe(1001)
  })

  test('of two customers who are one the delisting that stands counts, else the later one', () => {
    const other = event(7, 'propose', 1010, { subject: 'D2' })
    const subject = (events: readonly EventFacts[]) => delistingsOf([...events, other]).get(0)?.subject
    expect(subject(steps.slice(0, 3))).toBe('D1')
    expect(subject(steps)).toBe('D2')
    expect(subject(steps.slice(0, 2))).toBe('D2')
  })

  test('of two customers who are one each decided and not lifted blocks', () => {
    const other = (what: string, id: number) => event(id, what, 1000 + id, { subject: 'D2' })
    const standing = (events: readonly EventFacts[]) => standingDelistings(events).map(({ subject }) => subject)
    const both = [...steps.slice(0, 3), other('propose', 11), other('decide', 12)]
    expect(standing(both)).toEqual(['D1', 'D2'])
    expect(standing([...both, event(13, 'lift', 1500)])).toEqual(['D2'])
    expect(standing([...both, event(13, 'lift', 1500), other('lift', 14)])).toEqual([])
  })

  test.each([
    [1, 'D1-check', 1000],
    [2, 'D1-decide', 1003],
    [3, 'D1-tell', 1005],
    [4, 'D1-review', 1005 + 365],
    [5, 'D1-review', 1400 + 365],
  ])('after %i steps %s is due', (count, subject, dueOn) => {
    expect(proposalOf(rule, { kept: { delisting: afterSteps(count) } }, 1010)).toMatchObject({ subject, dueOn })
  })

  test('once it is lifted nothing is due; one blocked in a single step is not to be told', () => {
    expect(proposalOf(rule, { kept: { delisting: afterSteps(6) } }, 1600)).toBeNull()
    const quick = [event(1, 'propose', 1000, { details: { cause: 'other', told: 'no' } }), event(2, 'decide', 1000)]
    expect(proposalOf(rule, { kept: { delisting: delistingsOf(quick).get(0)! } }, 1001)?.subject).toBe('D1-review')
  })
})
