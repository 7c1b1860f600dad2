import { describe, expect, test } from 'vitest'
import type { CustomerDetails } from '../../src/core/customer-details.js'
import { CALL_HOURS } from '../../src/core/follow-up/call-time.js'
import { requiredFacts } from '../../src/core/settings/files.js'
import { due } from '../../src/reports/due.js'
import { askTexts, callOf, callText, reachOf } from '../../src/reports/due-contact.js'
import { snapshotOf } from '../support/snapshot.js'
import { input } from './sample.js'

const facts = snapshotOf([
  { id: 'c1', phone: '+8613800000001', email: 'a@example.com', key: 'k1', platforms: ['taobao'], country: 'CN' },
]).customers[0]!

describe('how to reach a customer', () => {
  test('by his own preference where there is something to reach him by', () => {
    expect(reachOf(facts, {})).toEqual({ channel: 'phone', contact: '+8613800000001' })
    expect(reachOf(facts, { channel: 'email' })).toEqual({ channel: 'email', contact: 'a@example.com' })
    expect(reachOf(facts, { channel: 'wechat' })).toEqual({ channel: 'phone', contact: '+8613800000001' })
    expect(reachOf(facts, { channel: 'wechat', wechat: 'zhang88' })).toEqual({ channel: 'wechat', contact: 'zhang88' })
    const bare = { ...facts, phone: null, email: null }
    expect(reachOf(bare, {})).toEqual({ channel: 'platform', contact: 'k1' })
    expect(reachOf({ ...bare, platforms: [] }, {})).toEqual({ channel: null, contact: 'k1' })
  })

  test('what is missing of service level A is asked for, one thing at a time', () => {
    const ask = (...[who, details, lang]: [typeof facts, CustomerDetails, 'en' | 'zh']) =>
      askTexts(requiredFacts(new Map(), 'A'), who, details, lang)
    expect(ask({ ...facts, phone: null }, {}, 'en')).toEqual(['ask for the phone number'])
    expect(ask(facts, {}, 'en')).toEqual(['ask for the birthday'])
    expect(ask(facts, { birthday: '--05-03' }, 'zh')).toEqual(['顺便问喜欢什么'])
    expect(ask(facts, { birthday: '--05-03', interests: 'tea' }, 'en')).toEqual([])
    expect(askTexts(['country'], { ...facts, country: null }, {}, 'en')).toEqual(['ask for country'])
    expect(askTexts([], facts, {}, 'en')).toEqual([])
  })

  test('when, by the seller’s clock; own hours win, and without a clock nothing is said', () => {
    // Monday, nine in the morning in Shanghai.
    const clock = { now: Date.parse('2026-08-31T01:00:00Z'), zone: 'Asia/Shanghai', hours: CALL_HOURS }
    const sources = { clock, details: () => new Map(), regions: () => new Map([[0, 'California']]) }
    const said = (country: string | null, callHours?: string) => {
      const call = callOf(sources, 0, { ...facts, country }, callHours === undefined ? {} : { callHours })
      return call && callText(call, 'en')
    }
    expect(said('CN')).toBe('now')
    expect(said('GB')).toBe('from 16:00')
    expect(said('US')).toBe('Tue from 00:00')
    expect(said('CN', '19:00-21:00')).toBe('from 19:00')
    // Without a country the phone tells it, here +86; a number in another form tells nothing.
    expect(said(null)).toBe('now')
    const calledIn = (phone: string) => callOf(sources, 0, { ...facts, country: null, phone }, {})?.localTime ?? null
    expect(['+33612345678', '+12125550123', '0612345678'].map(calledIn)).toEqual(['03:00', '21:00', null])
    expect(callOf({ ...sources, clock: null }, 0, facts, {})).toBeNull()
  })
})

test('the due list says when to call once somebody cannot be called now', () => {
  const clock = { now: Date.parse('2026-08-31T01:00:00Z'), zone: 'Asia/Shanghai', hours: CALL_HOURS }
  const table = (now: typeof clock | null) => due.build({ ...input, clock: now }).tables[0]!
  const shown = (now: typeof clock | null) => table(now).columns.find(({ key }) => key === 'call')!.wide !== true
  expect([shown(null), shown(clock)]).toEqual([false, true])
  // 王芳 is in China, Ann in New York, where it is Sunday evening.
  expect(
    table(clock)
      .rows.slice(0, 2)
      .map(({ call, localTime }) => [call, localTime]),
  ).toEqual([
    ['now', '09:00'],
    ['from 21:00', '21:00'],
  ])
  expect(table(clock).rows[1]!.advice).toContain('ask for the birthday')
})
