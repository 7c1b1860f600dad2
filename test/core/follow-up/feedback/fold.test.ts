import { describe, expect, test } from 'vitest'
import { type Feedback, hoursBetween, misfitOf } from '../../../../src/core/follow-up/feedback/feedback.js'
import { filedState } from '../../../../src/core/follow-up/feedback/filed.js'
import { feedbackByCustomer } from '../../../../src/core/follow-up/feedback/fold.js'
import {
  FEEDBACK_KINDS,
  FEEDBACK_VERBS,
  feedbackKindNamed,
  severityNamed,
} from '../../../../src/core/follow-up/feedback/kinds.js'
import { dayOf } from '../../../../src/core/values/business-date.js'
import { event, feedback, filedComplaint, opened } from './made.js'

const one = (...args: Parameters<typeof feedback>): Feedback => feedback(...args)[0]!

describe('a feedback', () => {
  test('is what opened it and everything since', () => {
    const told = one(
      [
        opened('F1', '2026-08-01', { category: 'quality', severity: 'high', order: '1001', owner: 'li' }),
        event('F1', 'assign', '2026-08-01', { text: 'wang' }),
        event('F1', 'respond', '2026-08-02', { text: 'sorry' }),
        event('F1', 'resolve', '2026-08-03', { text: 'sent a new one' }),
      ],
      '2026-08-31',
    )
    expect(told).toMatchObject({
      ...{ subject: 'F1', kind: 'complaint', category: 'quality', severity: 'high', order: '1001', owner: 'wang' },
      ...{ state: 'resolved', outcome: 'sent a new one', promisedOn: dayOf('2026-08-03'), isSatisfied: false },
    })
    expect(told.responded?.on).toBe(dayOf('2026-08-02'))
    expect(hoursBetween(told.opened!, told.closed!)).toBe(48)
    expect(told.steps.map(({ what }) => what)).toEqual(['assign', 'respond', 'resolve'])
  })

  test('what is later than the day has not happened', () => {
    const events = [opened('F1', '2026-08-01'), event('F1', 'resolve', '2026-08-05')]
    expect(one(events, '2026-08-04').state).toBe('open')
    expect(feedback(events, '2026-07-31')).toEqual([])
  })

  test('an open one that is resolved was answered thereby', () => {
    const told = one([opened('F1', '2026-08-01'), event('F1', 'resolve', '2026-08-05')], '2026-08-31')
    expect(told.responded?.on).toBe(dayOf('2026-08-05'))
  })

  test('reopened, it is open from that day with a new promise, and keeps its first answer', () => {
    const again = event('F1', 'reopen', '2026-08-10', { dueOn: dayOf('2026-08-12'), text: 'broke again' })
    const told = one([opened('F1', '2026-08-01'), event('F1', 'resolve', '2026-08-03'), again], '2026-08-31')
    expect(told).toMatchObject({
      ...{ state: 'open', openSince: dayOf('2026-08-10'), promisedOn: dayOf('2026-08-12'), closed: null },
      ...{ timesReopened: 1, responded: { on: dayOf('2026-08-03') }, opened: { on: dayOf('2026-08-01') } },
    })
  })

  test('of a step that makes no sense any more nothing changes', () => {
    const events = [
      opened('F1', '2026-08-01'),
      event('F1', 'reopen', '2026-08-02'),
      event('F2', 'resolve', '2026-08-02'),
    ]
    const told = feedback(events, '2026-08-31')
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ state: 'open', timesReopened: 0, steps: [] })
  })

  test('written down for another day, it has no hours: days count', () => {
    const late = { at: Date.parse('2026-08-09T08:00:00Z') }
    const told = one([opened('F1', '2026-08-01'), event('F1', 'respond', '2026-08-02', late)], '2026-08-31')
    expect(told.responded).toEqual({ on: dayOf('2026-08-02'), at: null })
    expect(hoursBetween(told.opened!, told.responded!)).toBe(24)
  })

  test('the day of an instant is that of the zone', () => {
    const evening = { at: Date.parse('2026-08-01T23:00:00Z') }
    const told = (zone: string) => one([event('F1', 'open', '2026-08-01', evening)], '2026-08-31', { zone }).opened!.at
    expect([told('UTC'), told('Asia/Shanghai')]).toEqual([evening.at, null])
  })

  test('praise asks for nothing; a suggestion ends adopted or declined', () => {
    const kinds = feedback(
      [opened('F1', '2026-08-01', { kind: 'praise' }), opened('F2', '2026-08-01', { kind: 'suggestion' })],
      '2026-08-31',
    )
    expect(kinds.map(({ state }) => state)).toEqual(['noted', 'open'])
    const adopted = event('F2', 'adopt', '2026-08-04', { text: 'from September on' })
    const events = [opened('F2', '2026-08-01', { kind: 'suggestion' }), adopted]
    expect(one(events, '2026-08-31')).toMatchObject({ state: 'adopted', outcome: 'from September on' })
  })

  test('which verbs fit which kind, open and closed', () => {
    const fitting = (kind: string, ...steps: readonly string[]) => {
      const told = one(
        [opened('F1', '2026-08-01', { kind }), ...steps.map((what) => event('F1', what, '2026-08-02'))],
        '2026-08-31',
      )
      return FEEDBACK_VERBS.filter((verb) => misfitOf(told, verb) === null)
    }
    expect(FEEDBACK_KINDS.map((kind) => fitting(kind))).toEqual([
      ['assign', 'respond', 'resolve'],
      ['assign', 'respond', 'adopt', 'decline'],
      ['respond'],
      ['assign', 'respond', 'resolve'],
    ])
    expect(fitting('complaint', 'resolve')).toEqual(['satisfied', 'reopen'])
    expect(fitting('complaint', 'resolve', 'satisfied')).toEqual(['reopen'])
    expect(fitting('suggestion', 'decline')).toEqual(['reopen'])
  })

  test('by customer', () => {
    const all = feedback(
      [opened('F1', '2026-08-01'), opened('F2', '2026-08-02', {}, 4), opened('F3', '2026-08-03')],
      '2026-08-31',
    )
    const own = feedbackByCustomer(all)
    expect([own.get(0)!.map(({ subject }) => subject), own.get(4)!.length, own.get(1)]).toEqual([
      ['F1', 'F3'],
      1,
      undefined,
    ])
  })
})

describe('complaints of files', () => {
  const told = (...args: Parameters<typeof filedComplaint>) =>
    one([], '2026-08-31', { filed: [filedComplaint(...args)] })

  test('stand as their state says; without one, by how old they were when imported', () => {
    expect(told('2026-08-20', '2026-08-30').state).toBe('open')
    expect(told('2026-08-20', '2026-08-30', { status: '已解决' }).state).toBe('resolved')
    expect(told('2023-08-20', '2026-08-30').state).toBe('unknown')
    expect(told('2023-08-20', '2026-08-30', { status: '处理中' }).state).toBe('open')
    expect(told(null, '2026-08-30').state).toBe('unknown')
    // Thirty days before the import is not old yet, thirty-one are.
    expect([told('2026-07-31', '2026-08-30').state, told('2026-07-30', '2026-08-30').state]).toEqual([
      'open',
      'unknown',
    ])
  })

  test('the words of a state and a result', () => {
    expect(filedState({ status: 'Closed' })).toBe('resolved')
    expect(filedState({ status: 'In-Progress', result: 'refunded' })).toBe('open')
    expect(filedState({ result: '补发了一件' })).toBe('resolved')
    expect(filedState({ result: '待处理' })).toBe('open')
    expect(filedState({ status: 'P2' })).toBe(null)
    expect(filedState({})).toBe(null)
  })

  test('have a promise in whole days, and no moment of resolution', () => {
    expect(told('2026-08-20', '2026-08-30')).toMatchObject({ promisedOn: dayOf('2026-08-22'), promisedTime: null })
    expect(told('2026-08-20', '2026-08-30', { status: 'done' })).toMatchObject({ promisedOn: null, closed: null })
  })

  test('a category that is a kind is the kind', () => {
    expect(told('2026-08-20', '2026-08-30', { category: '建议' })).toMatchObject({ kind: 'suggestion', category: null })
    expect(told('2026-08-20', '2026-08-30', { category: '质量' })).toMatchObject({
      kind: 'complaint',
      category: '质量',
    })
  })

  test('take steps as typed ones do, also those of which nobody knows how they ended', () => {
    const events = [event('F-made00001', 'resolve', '2026-08-30', { text: 'asked again: fine' })]
    expect(one(events, '2026-08-31', { filed: [filedComplaint('2023-01-01', '2026-08-30')] })).toMatchObject({
      ...{ state: 'resolved', outcome: 'asked again: fine', isFiled: true },
    })
  })
})

test('kinds and severities are read in both languages', () => {
  expect(['Complaint', '投诉', '咨询', 'praise', 'x'].map(feedbackKindNamed)).toEqual([
    'complaint',
    'complaint',
    'question',
    'praise',
    null,
  ])
  expect(['HIGH', '严重', '一般', 'x'].map(severityNamed)).toEqual(['high', 'high', 'normal', null])
})
