import { describe, expect, test } from 'vitest'
import { complaintAftercare, openComplaints } from '../../../../src/core/follow-up/feedback/open-complaints.js'
import { isSampled, surveyDue } from '../../../../src/core/follow-up/feedback/survey.js'
import { dateOf, dayOf } from '../../../../src/core/values/business-date.js'
import { ESCALATION_DAYS } from '../../../support/follow-up-defaults.js'
import { event, feedback, opened } from './made.js'

describe('open complaints', () => {
  const on = (asOf: string) =>
    openComplaints(feedback([opened('F1', '2026-08-01')], asOf), dayOf(asOf), ESCALATION_DAYS).map(
      ({ openDays, isOverdue, escalation, escalatedOn, nextEscalationOn }) => ({
        openDays,
        isOverdue,
        escalation,
        days: [escalatedOn, nextEscalationOn].map((day) => day && dateOf(day)),
      }),
    )

  test('are due by the promised day and escalate at 3, 5 and 7 days', () => {
    expect(on('2026-08-01')).toEqual([{ openDays: 0, isOverdue: false, escalation: 0, days: [null, '2026-08-04'] }])
    expect(on('2026-08-03')).toEqual([{ openDays: 2, isOverdue: false, escalation: 0, days: [null, '2026-08-04'] }])
    expect(on('2026-08-04')).toEqual([
      { openDays: 3, isOverdue: true, escalation: 1, days: ['2026-08-04', '2026-08-06'] },
    ])
    expect(on('2026-08-07')).toEqual([
      { openDays: 6, isOverdue: true, escalation: 2, days: ['2026-08-06', '2026-08-08'] },
    ])
    expect(on('2026-09-30')).toEqual([{ openDays: 60, isOverdue: true, escalation: 3, days: ['2026-08-08', null] }])
    expect(on('2026-07-31')).toEqual([])
  })

  test('the earliest promise stands first; suggestions, praise and what is closed are not among them', () => {
    const events = [
      opened('F1', '2026-08-05'),
      opened('F2', '2026-08-01', { kind: 'question' }),
      event('F3', 'open', '2026-08-01', { details: { kind: 'suggestion' } }),
      opened('F4', '2026-08-01'),
      event('F4', 'resolve', '2026-08-02'),
      opened('F5', '2026-08-01', { kind: 'praise' }),
    ]
    const found = openComplaints(feedback(events, '2026-08-06'), dayOf('2026-08-06'), ESCALATION_DAYS)
    expect(found.map(({ feedback: { subject } }) => subject)).toEqual(['F2', 'F1'])
  })

  test('reopened, days are counted anew', () => {
    const again = event('F1', 'reopen', '2026-08-20', { dueOn: dayOf('2026-08-22') })
    const all = feedback([opened('F1', '2026-08-01'), event('F1', 'resolve', '2026-08-02'), again], '2026-08-21')
    expect(openComplaints(all, dayOf('2026-08-21'), ESCALATION_DAYS)[0]).toMatchObject({
      openDays: 1,
      escalation: 0,
      isOverdue: false,
    })
  })
})

test('aftercare: three days after a complaint was resolved, until the customer said how it is', () => {
  const events = [opened('F1', '2026-08-01'), event('F1', 'resolve', '2026-08-03')]
  const due = (...more: Parameters<typeof event>[]) => {
    const all = feedback([...events, ...more.map((args) => event(...args))], '2026-08-31')
    return complaintAftercare(all, dayOf('2026-08-31'), 3).map(({ dueOn }) => dateOf(dueOn))
  }
  expect(due()).toEqual(['2026-08-06'])
  expect(due(['F1', 'satisfied', '2026-08-07'])).toEqual([])
  expect(due(['F1', 'reopen', '2026-08-07'])).toEqual([])
  expect(complaintAftercare(feedback(events, '2026-08-02'), dayOf('2026-08-02'), 3)).toEqual([])
})

describe('surveys', () => {
  const asOf = dayOf('2026-08-31')
  const due = (more: Partial<Parameters<typeof surveyDue>[0]>, percent = 20) => {
    const basis = { id: 'c1', level: 'A', lastAskedOn: null, orderedOn: [dayOf('2026-07-01')], ...more } as const
    const found = surveyDue(basis, asOf, percent)
    return found && dateOf(found.dueOn)
  }

  test('service level A: three weeks after an order, once in 91 days', () => {
    expect(due({})).toBe('2026-07-22')
    expect(due({ lastAskedOn: dayOf('2026-06-20') })).toBe('2026-09-19')
    expect(due({ lastAskedOn: dayOf('2026-07-01') })).toBe(null)
    expect(due({ orderedOn: [dayOf('2026-06-01')] })).toBe(null)
    expect(due({ orderedOn: [dayOf('2026-06-02')] })).toBe('2026-06-23')
    expect(due({ orderedOn: [dayOf('2026-09-01')] })).toBe(null)
    expect(due({ orderedOn: [] })).toBe(null)
    expect(due({ level: null })).toBe(null)
  })

  test('of the others a stable sample, which a larger one holds', () => {
    const ids = Array.from({ length: 2000 }, (_, at) => `c${at}`)
    const [fifth, half] = [20, 50].map((percent) => ids.filter((id) => isSampled(id, percent)))
    expect(fifth!.length).toBeGreaterThan(340)
    expect(fifth!.length).toBeLessThan(460)
    expect(fifth!.every((id) => half!.includes(id))).toBe(true)
    const [inside, outside] = [fifth![0]!, ids.find((id) => !half!.includes(id))!]
    expect([due({ id: inside, level: 'C' }), due({ id: outside, level: 'C' })]).toEqual(['2026-07-22', null])
    expect(due({ id: outside, level: 'C' }, 100)).toBe('2026-07-22')
    expect(due({ id: inside, level: 'B' }, 0)).toBe(null)
  })

  test('is never due before the order it asks about', () => {
    for (let day = asOf - 100; day <= asOf; day++) {
      const found = surveyDue({ id: 'c1', level: 'A', lastAskedOn: asOf - 120, orderedOn: [day] }, asOf, 20)
      if (found) expect(found.dueOn).toBeGreaterThan(found.orderedOn)
    }
  })
})
