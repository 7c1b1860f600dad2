import { describe, expect, test } from 'vitest'
import { readBirthday } from '../../src/core/follow-up/calendar/birthday.js'
import type { DueFacts } from '../../src/core/follow-up/facts.js'
import { dateOf, dayOf } from '../../src/core/values/business-date.js'
import { anniversary } from '../../src/rules/anniversary.js'
import { birthday } from '../../src/rules/birthday.js'
import { festival } from '../../src/rules/festival.js'
import { careIn } from '../support/care.js'
import { nothingKnown, proposalOf, proposalsOf } from '../support/due-facts.js'

const asOf = dayOf('2026-09-20')

function facts(changes: Partial<DueFacts> = {}, settings: Readonly<Record<string, string>> = {}): DueFacts {
  const who = { ...nothingKnown.who, country: 'CN' }
  return {
    ...nothingKnown,
    who,
    level: 'A',
    careUntil: asOf + 31,
    care: careIn({ currency: 'CNY' }, asOf, settings),
    ...changes,
  }
}

const born = (text: string) => ({ kept: { birthday: readBirthday(text)! } })

describe('birthday', () => {
  test('is due three days before, and the day itself is the last sensible one', () => {
    expect(proposalOf(birthday, facts(born('1990-09-23')), asOf)).toMatchObject({
      subject: '2026-09-23',
      dueOn: asOf,
      lastSensibleOn: dayOf('2026-09-23'),
      cause: { on: '2026-09-23', inDays: 3, treatment: 'gift', limitMinor: 50_000 },
    })
  })

  test('is still due on the day, and not the day after; next year again', () => {
    expect(proposalOf(birthday, facts(born('09-20')), asOf)?.subject).toBe('2026-09-20')
    expect(proposalOf(birthday, facts(born('09-19')), asOf)).toBeNull()
    const later = dayOf('2027-08-20')
    const next = facts({ ...born('09-19'), care: careIn({ currency: 'CNY' }, later), careUntil: later + 31 })
    expect(proposalOf(birthday, next, later)?.subject).toBe('2027-09-19')
  })

  test('is told of up to the day that is looked ahead to', () => {
    expect(proposalOf(birthday, facts(born('10-24')), asOf)?.dueOn).toBe(asOf + 31)
    expect(proposalOf(birthday, facts(born('10-25')), asOf)).toBeNull()
    const ahead = facts({ ...born('10-25'), careUntil: asOf + 400 })
    expect(proposalsOf(birthday, ahead, asOf).map(({ subject }) => subject)).toEqual(['2026-10-25', '2027-10-25'])
  })

  test('goes by the Chinese calendar where it is told in it', () => {
    const proposal = proposalOf(birthday, facts(born('农历八月十五')), asOf)!
    expect(proposal.subject).toBe('2026-09-25')
    expect(birthday.words.en.reason(proposal.cause)).toBe('birthday on 2026-09-25, in 5 days (lunar 08-15)')
    expect(birthday.words.zh.reason(proposal.cause)).toBe('生日在2026-09-25，还有5天（农历八月十五）')
  })

  test('closed ahead it was prepared, and is still to be greeted on the day; closed on the day it is over', () => {
    const day = dayOf('2026-09-23')
    const closed = (on: number, text = '09-23'): DueFacts => ({
      ...facts(born(text)),
      closedOn: (rule, subject) => (rule === 'birthday' && subject === '2026-09-23' ? on : null),
    })
    expect(proposalOf(birthday, facts(born('09-23')), asOf)?.againOn).toBe(day)
    expect(proposalOf(birthday, facts({ ...born('09-23') }), day)?.againOn).toBeUndefined()
    for (const today of [asOf, day - 1, day]) {
      const greeting = proposalOf(birthday, closed(asOf), today)!
      expect(greeting).toMatchObject({ subject: '2026-09-23', dueOn: day, lastSensibleOn: day })
      expect(greeting.againOn).toBeUndefined()
      expect(birthday.words.en.advice(greeting.cause)).toBe('congratulate on the day')
      expect(birthday.words.zh.advice(greeting.cause)).toBe('当天送上生日祝福')
    }
    expect(proposalOf(birthday, closed(day), day)).toBeNull()
    expect(proposalOf(birthday, closed(asOf - 1, '09-24'), asOf)?.dueOn).toBe(dayOf('2026-09-21'))
  })

  test('skipped ahead it is over for the year', () => {
    const isOwn = (rule: string, subject?: string) => rule === 'birthday' && subject === '2026-09-23'
    const closedOn = (rule: string, subject?: string) => (isOwn(rule, subject) ? asOf : null)
    expect(proposalOf(birthday, facts({ ...born('09-23'), closedOn, isSkipped: isOwn }), asOf)).toBeNull()
  })

  test('nothing without a birthday, for the blocked, and where nothing is planned', () => {
    expect(proposalOf(birthday, facts(), asOf)).toBeNull()
    expect(proposalOf(birthday, facts({ ...born('09-23'), level: null }), asOf)).toBeNull()
    expect(proposalOf(birthday, facts(born('09-23'), { 'care.a': 'festivals=greeting' }), asOf)).toBeNull()
  })

  test('is prepared as many days ahead as the setting says', () => {
    expect(proposalOf(birthday, facts(born('09-30')), asOf, '7')?.dueOn).toBe(dayOf('2026-09-23'))
  })

  test('says what to do by the plan', () => {
    const advice = (level: 'A' | 'C', lang: 'en' | 'zh') =>
      birthday.words[lang].advice(proposalOf(birthday, facts({ ...born('09-20'), level }), asOf)!.cause)
    expect(advice('A', 'en')).toBe('send a gift of up to ¥500.00 and congratulate on the day')
    expect(advice('A', 'zh')).toBe('送一份礼品（不超过¥500.00），当天送上生日祝福')
    expect(advice('C', 'en')).toBe('congratulate on the day')
  })
})

test('the anniversary goes as the birthday does', () => {
  const kept = { anniversary: readBirthday('09-21')! }
  const proposal = proposalOf(anniversary, facts({ kept, level: 'B' }), asOf)!
  expect(proposal).toMatchObject({ subject: '2026-09-21', dueOn: dayOf('2026-09-18') })
  expect(anniversary.words.en.reason(proposal.cause)).toBe('anniversary tomorrow, 2026-09-21')
  expect(anniversary.words.zh.reason(proposal.cause)).toBe('纪念日是明天（2026-09-21）')
})

describe('festival', () => {
  const named = (changes: Partial<DueFacts>, settings = {}) =>
    proposalsOf(festival, facts(changes, settings), asOf).map(({ subject, dueOn }) => [subject, dateOf(dueOn)])

  test('those of the country that are due in the time looked at, each with its own item', () => {
    expect(named({})).toEqual([
      ['mid-autumn-2026-09-25', '2026-09-22'],
      ['national-day-2026-10-01', '2026-09-28'],
    ])
    const who = { ...nothingKnown.who, country: 'US' }
    expect(named({ who })).toEqual([])
    expect(named({ who: { ...who, country: null } })).toEqual(named({}))
  })

  test('level C is too many, unless the plan says so', () => {
    expect(named({ level: 'C' })).toEqual([])
    expect(named({ level: 'C' }, { 'care.c': 'mid-autumn=greeting' })).toEqual([
      ['mid-autumn-2026-09-25', '2026-09-22'],
    ])
    expect(named({ level: null })).toEqual([])
  })

  test('closing one leaves the others', () => {
    const closedOn = (_: string, subject?: string) => (subject === 'mid-autumn-2026-09-25' ? asOf : null)
    expect(named({ closedOn }).map(([subject]) => subject)).toEqual(['national-day-2026-10-01'])
  })

  test('is marketing, birthdays are not (R24); each is ten percent without a forecast', () => {
    expect([festival, birthday, anniversary].map((rule) => [rule.isMarketing, rule.weightPercent])).toEqual([
      [true, 10],
      [false, 10],
      [false, 10],
    ])
  })

  test('says which festival and when, in both languages', () => {
    const { cause } = proposalOf(festival, facts(), asOf)!
    expect(festival.words.en.reason(cause)).toBe('Mid-Autumn Festival on 2026-09-25, in 5 days')
    expect(festival.words.zh.reason(cause)).toBe('中秋节在2026-09-25，还有5天')
    expect(festival.words.zh.reason({ ...cause, inDays: 0 })).toBe('中秋节就在今天')
    expect(festival.words.en.advice({ ...cause, treatment: 'greeting' })).toBe('send greetings for Mid-Autumn Festival')
  })
})
