import { describe, expect, test } from 'vitest'
import type { EventFacts } from '../../../../src/core/events.js'
import { readBirthday } from '../../../../src/core/follow-up/calendar/birthday.js'
import { festivals } from '../../../../src/core/follow-up/calendar/festivals.js'
import { lunarCalendar } from '../../../../src/core/follow-up/calendar/lunar.js'
import { type Campaign, campaignsOf } from '../../../../src/core/follow-up/campaign/campaign.js'
import {
  CARE_DAYS,
  type CareDay,
  type CareDays,
  type Cared,
  careCalendar,
  NO_LUNAR,
  nearestYearly,
  needsLunar,
} from '../../../../src/core/follow-up/care/care-calendar.js'
import { type Gift, giftExcesses, giftsOf, NOTHING_SPENT, spendOf } from '../../../../src/core/follow-up/care/gifts.js'
import { allCare, careOutcomes, careRecords } from '../../../../src/core/follow-up/care/outcomes.js'
import { carePlan } from '../../../../src/core/follow-up/care/plan.js'
import { careFestivals, careOwnDays, carePlanA, carePlanC } from '../../../../src/core/settings/care.js'
import { shopCountry, shopCountrySetting } from '../../../../src/core/settings/general.js'
import type { ContactFacts } from '../../../../src/core/snapshot.js'
import { dateOf, dayOf } from '../../../../src/core/values/business-date.js'

const lunar = lunarCalendar()
const festivalCalled = (key: string) => festivals.find((one) => one.key === key)!

function calendarOn(asOf: string, settings: Readonly<Record<string, string>> = {}, country: string | null = 'CN') {
  const plan = carePlan(new Map(Object.entries(settings)), 'CNY')
  return careCalendar({ plan, shopCountry: country, asOf: dayOf(asOf), lunar })
}

const cared = (changes: Partial<Cared> = {}): Cared => ({ level: 'A', country: 'CN', kept: {}, ...changes })

describe('the plan', () => {
  test('level A has gifts of at most 500 yuan, the others of at most 100 (R21)', () => {
    const plan = carePlan(new Map(), 'CNY')
    expect([plan.giftMinor('A'), plan.giftMinor('B'), plan.giftMinor('C')]).toEqual([50_000, 10_000, 10_000])
  })

  test.each(['USD', 'EUR', 'GBP'])('70 and 15 in %s', (currency) => {
    const plan = carePlan(new Map(), currency)
    expect([plan.giftMinor('A'), plan.giftMinor('B')]).toEqual([7000, 1500])
  })

  test('a currency without usual limits has none; set ones count', () => {
    expect(carePlan(new Map(), 'PLN').giftMinor('A')).toBeNull()
    expect(carePlan(new Map([['care.gift-a', '300']]), 'PLN').giftMinor('A')).toBe(30_000)
    expect(carePlan(new Map([['care.gift', 'none']]), 'CNY').giftMinor('C')).toBeNull()
  })

  test('a festival named by itself comes before all festivals; level C greets none', () => {
    const plan = carePlan(new Map(), 'CNY')
    expect(plan.treatment('A', festivalCalled('mid-autumn'))).toBe('gift')
    expect(plan.treatment('A', festivalCalled('dragon-boat'))).toBe('greeting')
    expect(plan.treatment('B', festivalCalled('mid-autumn'))).toBe('greeting')
    expect(plan.treatment('C', festivalCalled('mid-autumn'))).toBe('none')
    expect(plan.treatment('C', 'birthday')).toBe('greeting')
  })

  test('is typed in either language and kept by keys', () => {
    expect(carePlanC.read('生日=送礼，节日=问候, 双11=不安排')).toBe(
      'birthday=gift,festivals=greeting,singles-day=none',
    )
    expect(carePlanC.read('无')).toBe('none')
    expect(carePlanA.read(carePlanA.usual)).toBe(carePlanA.usual)
    expect(carePlanA.read('')).toBeNull()
    expect(carePlanC.value('none').size).toBe(0)
  })

  test('names what it cannot take', () => {
    expect(carePlanA.read('chrismas=gift, birthday=cake')).toBeNull()
    expect(carePlanA.faults?.('chrismas=gift, birthday=cake').map(({ code, params }) => [code, params.near])).toEqual([
      ['care.bad-occasion', 'christmas'],
      ['care.bad-treatment', undefined],
    ])
    expect(careFestivals.read('春节, Mid-Autumn Festival')).toBe('spring-festival,mid-autumn')
    expect(careFestivals.faults?.('春节, birthday, 清明').map(({ params }) => params.value)).toEqual([
      'birthday',
      '清明',
    ])
    expect(careOwnDays.read('店庆=06-18, 清明=04-05')).toBeNull()
    expect(careOwnDays.faults?.('店庆=06-18, 清明=04-05, =3-1, Fair=soon').map(({ code }) => code)).toEqual([
      'care.never-greeted',
      'care.no-name',
      'care.not-a-day',
    ])
  })

  test('the shop is where its currency is, unless it is said', () => {
    expect(shopCountry(new Map(), 'CNY')).toBe('CN')
    expect(shopCountry(new Map(), 'GBP')).toBe('GB')
    expect(shopCountry(new Map(), 'EUR')).toBeNull()
    expect(shopCountry(new Map([['shop.country', 'DE']]), 'EUR')).toBe('DE')
    expect(shopCountrySetting.read('德国')).toBe('DE')
    expect(shopCountrySetting.read('Atlantis')).toBeNull()
  })
})

describe('the calendar', () => {
  const named = (days: ReturnType<CareDays['of']>) =>
    days.map(({ on, festival, treatment }) => [dateOf(on), festival?.key ?? null, treatment])

  const comingOn = (...about: Parameters<typeof calendarOn>) => calendarOn(...about).upTo(dayOf(about[0]) + CARE_DAYS)

  test('the festivals of the coming eight weeks, by country', () => {
    const coming = comingOn('2026-08-31')
    expect(named(coming.of(cared(), 'festival'))).toEqual([
      ['2026-09-25', 'mid-autumn', 'gift'],
      ['2026-10-01', 'national-day', 'greeting'],
    ])
    expect(named(coming.of(cared({ country: 'CA' }), 'festival'))).toEqual([['2026-10-12', 'thanksgiving', 'greeting']])
    expect(coming.of(cared({ level: 'C' }), 'festival')).toEqual([])
    expect(coming.of(cared({ country: null }), 'festival')).toEqual(coming.of(cared(), 'festival'))
  })

  test('nobody knows the country: only days kept everywhere', () => {
    const coming = comingOn('2026-12-01', { 'care.own-days': 'Member day=28' }, null)
    expect(named(coming.of(cared({ country: null }), 'festival'))).toEqual([
      ['2026-12-28', 'Member day-12', 'greeting'],
      ['2027-01-01', 'new-year', 'greeting'],
    ])
  })

  test('festivals that are switched off are not greeted', () => {
    const coming = comingOn('2026-08-31', { 'care.festivals': 'national-day' })
    expect(named(coming.of(cared(), 'festival'))).toEqual([['2026-10-01', 'national-day', 'greeting']])
  })

  test('birthdays, solar and lunar, with the limit of the gift', () => {
    const coming = comingOn('2026-08-31')
    const kept = { birthday: readBirthday('农历八月十五')!, anniversary: readBirthday('09-01')! }
    expect(coming.of(cared({ kept }), 'birthday')).toEqual([
      { kind: 'birthday', on: dayOf('2026-09-25'), treatment: 'gift', limitMinor: 50_000, festival: null },
    ])
    expect(named(coming.of(cared({ kept, level: 'B' }), 'anniversary'))).toEqual([['2026-09-01', null, 'greeting']])
    const years = calendarOn('2026-08-31').upTo(dayOf('2027-10-01'))
    expect(named(years.of(cared({ kept }), 'birthday')).map(([on]) => on)).toEqual(['2026-09-25', '2027-09-15'])
  })

  test('the nearest birthday or festival, before or after', () => {
    const calendar = calendarOn('2026-08-31')
    const nearest = (day: string, to: string) => dateOf(nearestYearly(calendar, readBirthday(day)!, dayOf(to)))
    expect(nearest('12-28', '2027-01-03')).toBe('2026-12-28')
    expect(nearest('01-05', '2026-12-30')).toBe('2027-01-05')
    expect(nearest('lunar 12-30', '2026-02-10')).toBe('2026-02-16')
    expect(calendar.nearest(festivalCalled('spring-festival'), 'CN', dayOf('2026-01-10'))).toBe(dayOf('2026-02-17'))
    expect(calendar.nearest(festivalCalled('christmas'), 'CN', dayOf('2026-01-10'))).toBe(dayOf('2025-12-25'))
  })

  test('the Chinese calendar is needed only where it is kept', () => {
    const plan = carePlan(new Map(), 'USD')
    expect(needsLunar(plan, ['US', 'DE', null], [])).toBe(false)
    expect(needsLunar(plan, ['US', 'SG'], [])).toBe(true)
    expect(needsLunar(plan, ['US'], [{ birthday: readBirthday('农历八月十五')! }])).toBe(true)
    const solar = { plan, shopCountry: 'US', asOf: dayOf('2026-08-31'), lunar: NO_LUNAR }
    expect(
      careCalendar(solar)
        .upTo(solar.asOf + CARE_DAYS)
        .of(cared({ country: 'US' }), 'festival'),
    ).toEqual([])
  })
})

describe('gifts', () => {
  const event = (changes: Partial<EventFacts>): EventFacts => ({
    ...{ id: 1, batch: 1, kind: 'gift', subject: 'G1', customer: 0, what: 'give', on: 100, at: 0, dueOn: null },
    ...{ value: 12_000, text: 'tea', details: { occasion: 'birthday', currency: 'CNY' } },
    ...changes,
  })
  const events = [
    event({}),
    event({ subject: 'G2', value: 80_000, details: { occasion: 'treat', currency: 'CNY' } }),
    event({ subject: 'G3', value: 500, details: { currency: 'USD' } }),
    event({ subject: 'G1', what: 'reply', on: 110, value: null, text: 'thanks', details: { satisfied: 'yes' } }),
    event({ subject: 'G9', what: 'reply', text: 'to a gift taken back', details: {} }),
  ]

  test('are put together with their replies; another currency is not summed', () => {
    const gifts = giftsOf(events, 'CNY')
    expect(gifts.map(({ id, occasion, valueMinor }) => [id, occasion, valueMinor])).toEqual([
      ['G1', 'birthday', 12_000],
      ['G2', 'treat', 80_000],
      ['G3', 'other', null],
    ])
    expect(gifts[0]?.reply).toEqual({ on: 110, text: 'thanks', isSatisfied: true })
    expect(spendOf(gifts)).toEqual({ gifts: 3, spentMinor: 92_000, treats: 1, treatsMinor: 80_000, replies: 1 })
  })

  const plan = carePlan(
    new Map([
      ['care.treat', '1000'],
      ['care.budget', '2000'],
    ]),
    'CNY',
  )
  const excesses = (
    level: 'A' | 'C',
    occasion: string,
    valueMinor: number,
    given = { toCustomer: NOTHING_SPENT, toAll: NOTHING_SPENT },
  ) => giftExcesses(plan, level, { occasion, valueMinor }, given).map(({ code }) => code)

  test('exactly the limit is within it', () => {
    expect(excesses('A', 'birthday', 50_000)).toEqual([])
    expect(excesses('A', 'birthday', 50_001)).toEqual(['over-limit'])
    expect(excesses('C', 'birthday', 10_001)).toEqual(['over-limit'])
  })

  test('the treat is one a year, of level A, with its own budget, and counts towards the year', () => {
    expect(excesses('A', 'treat', 100_000)).toEqual([])
    expect(excesses('C', 'treat', 100_001)).toEqual(['treat-for-others', 'over-treat'])
    const once = { ...NOTHING_SPENT, treats: 1, treatsMinor: 50_000 }
    expect(excesses('A', 'treat', 60_000, { toCustomer: once, toAll: once })).toEqual(['second-treat', 'over-treat'])
    const much = { ...NOTHING_SPENT, spentMinor: 199_000 }
    expect(excesses('A', 'birthday', 1001, { toCustomer: NOTHING_SPENT, toAll: much })).toEqual(['over-year'])
  })
})

describe('what came of it', () => {
  const asOf = dayOf('2026-10-01')
  const calendar = calendarOn('2026-10-01')
  const birthday = readBirthday('09-10')!
  const contact = (changes: Partial<ContactFacts>): ContactFacts => ({
    ...{ customer: 0, on: dayOf('2026-09-08'), kind: 'done', rule: null, nextOn: null },
    ...changes,
  })
  const outcome = (
    contacts: readonly ContactFacts[],
    knownOn = '2026-01-01',
    kept: Cared['kept'] = { birthday },
    campaigns: readonly Campaign[] = [],
  ) =>
    careOutcomes(
      calendar,
      [dayOf('2026-09-01'), asOf],
      [{ ...cared({ kept }), customer: 0, knownOn: dayOf(knownOn) }],
      careRecords({ contacts, gifts: [], campaigns }, asOf),
    )

  test('a day that passed without anything is missed; that of today is still open', () => {
    const counts = outcome([])
    expect(counts.get('birthday')).toEqual({ planned: 1, done: 0, skipped: 0, missed: 1, heldBack: 0 })
    // Mid-Autumn has passed, National Day is today.
    expect(counts.get('festival')).toEqual({ planned: 2, done: 0, skipped: 0, missed: 1, heldBack: 0 })
    expect(allCare(counts)).toEqual({ planned: 3, done: 0, skipped: 0, missed: 2, heldBack: 0 })
  })

  test.each([
    ['its item closed on the day', { rule: 'birthday:2026-09-10', on: dayOf('2026-09-10') }, 'done'],
    ['its item closed before the day: prepared, never greeted', { rule: 'birthday:2026-09-10' }, 'missed'],
    ['any contact on the day', { on: dayOf('2026-09-10'), kind: 'contact' }, 'done'],
    ['its item skipped', { rule: 'birthday:2026-09-10', kind: 'skip' }, 'skipped'],
    ['another contact the day before', { on: dayOf('2026-09-09'), kind: 'contact' }, 'missed'],
    ['the item of another year', { rule: 'birthday:2025-09-10' }, 'missed'],
    ['nobody was reached on the day', { on: dayOf('2026-09-10'), kind: 'contact', isAttempt: true }, 'missed'],
    ['it was put off', { rule: 'birthday:2026-09-10', kind: 'snooze' }, 'missed'],
  ] as const)('%s', (_, changes, state) => {
    expect(outcome([contact(changes)]).get('birthday')).toMatchObject({ planned: 1, [state]: 1 })
  })

  test('a gift for it counts, also before the day; what is prepared is open until its day is over', () => {
    const prepared = contact({ rule: 'birthday:2026-09-10' })
    const gift: Gift = {
      ...{ id: 'G1', customer: 0, on: prepared.on, what: 'tea', occasion: 'birthday', valueMinor: 0, reply: null },
    }
    const day: CareDay = {
      ...{ kind: 'birthday', on: dayOf('2026-09-10'), treatment: 'gift', limitMinor: null, festival: null },
    }
    const state = (gifts: readonly Gift[], on: string) =>
      careRecords({ contacts: [prepared], gifts, campaigns: [] }, dayOf(on)).state(0, day)
    expect(state([gift], '2026-10-01')).toBe('done')
    expect(state([{ ...gift, occasion: 'other' }], '2026-10-01')).toBe('missed')
    expect([state([], '2026-09-10'), state([], '2026-09-11')]).toEqual(['open', 'missed'])
  })

  test('a festival by its item', () => {
    const counts = outcome([contact({ rule: 'festival:mid-autumn-2026-09-25' })])
    expect(counts.get('festival')).toEqual({ planned: 2, done: 1, skipped: 0, missed: 0, heldBack: 0 })
  })

  // Mid-Autumn of 2026 is on 25 September.
  test.each([
    ['three days after a contact', [contact({ on: dayOf('2026-09-22'), kind: 'contact' })], 'missed'],
    ['two days after one', [contact({ on: dayOf('2026-09-23'), kind: 'contact' })], 'heldBack'],
    [
      'two days after nobody was reached',
      [contact({ on: dayOf('2026-09-23'), kind: 'contact', isAttempt: true })],
      'missed',
    ],
    [
      'before a day agreed on',
      [contact({ on: dayOf('2026-09-01'), kind: 'contact', nextOn: dayOf('2026-09-28') })],
      'heldBack',
    ],
    [
      'on the day agreed on, without a word',
      [contact({ on: dayOf('2026-09-01'), kind: 'contact', nextOn: dayOf('2026-09-25') })],
      'missed',
    ],
    ['a contact after it', [contact({ on: dayOf('2026-09-26'), kind: 'contact' })], 'missed'],
  ] as const)('a festival %s', (_, contacts, state) => {
    expect(outcome(contacts).get('festival')).toMatchObject({ planned: 2, [state]: 1 })
  })

  test('a festival while held out of a campaign is held back, a birthday is not', () => {
    const blank = {
      kind: 'campaign',
      subject: 'C1',
      dueOn: null,
      value: null,
      text: '',
      details: {},
      batch: 1,
      at: 0,
    } as const
    const on = dayOf('2026-09-01')
    const campaigns = campaignsOf([
      { ...blank, id: 1, what: 'new', customer: -1, on },
      { ...blank, id: 2, what: 'hold-out', customer: 0, on },
      { ...blank, id: 3, what: 'export', customer: -1, on },
    ])
    const counts = outcome([], '2026-01-01', { birthday }, campaigns)
    expect(counts.get('festival')).toMatchObject({ missed: 0, heldBack: 1 })
    expect(counts.get('birthday')).toMatchObject({ missed: 1, heldBack: 0 })
  })

  test('nobody is asked about days before the customer, or the birthday, was known', () => {
    expect(allCare(outcome([], '2026-09-26')).planned).toBe(1)
    const late = outcome([], '2026-01-01', { birthday, yearlyKnownOn: dayOf('2026-09-11') })
    expect(late.get('birthday')?.planned).toBe(0)
    expect(late.get('festival')?.planned).toBe(2)
  })
})
