import { describe, expect, test } from 'vitest'
import type { EventFacts } from '../../../../src/core/events.js'
import {
  type Campaign,
  type CampaignPlan,
  campaignState,
  campaignsOf,
  planDetails,
} from '../../../../src/core/follow-up/campaign/campaign.js'
import { drawGroups, eligibleCustomers } from '../../../../src/core/follow-up/campaign/choose.js'
import { campaignEffect } from '../../../../src/core/follow-up/campaign/effect.js'
import { heldOutUntil } from '../../../../src/core/follow-up/campaign/held-out-until.js'
import { chances } from '../../../../src/core/values/chance.js'
import { type MadeCustomer, snapshotOf } from '../../../support/snapshot.js'

const plan: CampaignPlan = {
  ...{ name: 'Spring tea', occasion: 'promotion', filter: 'tier:A', message: 'Hi {name}', language: 'en' },
  ...{ fallbacks: { name: 'friend' }, heldOutPercent: 20, costMinor: 20_000, currency: 'USD' },
}

let id = 0
const event = (what: string, given: Partial<EventFacts> = {}): EventFacts => ({
  ...{ id: ++id, batch: 1, kind: 'campaign', subject: 'C1', customer: -1, what, on: 100, at: 0, dueOn: null },
  ...{ value: null, text: '', details: {} },
  ...given,
})
const opened = (given: Partial<EventFacts> = {}) =>
  event('new', { text: plan.name, value: plan.costMinor, details: { ...planDetails(plan), chosen: '3' }, ...given })

const made = (given: Partial<Campaign> = {}): Campaign => ({
  ...campaignsOf([opened()])[0]!,
  ...given,
})

describe('campaigns as recorded', () => {
  test('come back as they were planned', () => {
    const [campaign] = campaignsOf([
      opened(),
      event('contact', { customer: 4 }),
      event('contact', { customer: 5 }),
      event('hold-out', { customer: 7 }),
    ])
    expect(campaign).toEqual({
      ...plan,
      ...{ id: 'C1', createdOn: 100, chosen: 3, contacted: [4, 5], heldOut: [7], inBoth: [], exports: [] },
      exportedOn: null,
      isSent: false,
    })
  })

  test('count from the first list that was written, whichever is told first', () => {
    const [campaign] = campaignsOf([
      opened(),
      event('export', { on: 112, text: 'b.csv', value: 2 }),
      event('export', { on: 105, text: 'a.xlsx', value: 3 }),
    ])
    expect(campaign!.exportedOn).toBe(105)
    expect(campaign!.exports.map(({ file }) => file)).toEqual(['b.csv', 'a.xlsx'])
  })

  test('keep out of the comparison whom a merge put into both groups', () => {
    const [campaign] = campaignsOf([opened(), event('contact', { customer: 4 }), event('hold-out', { customer: 4 })])
    expect(campaign).toMatchObject({ contacted: [], heldOut: [], inBoth: [4] })
  })

  test('are not there where the batch that made them was taken back', () => {
    expect(campaignsOf([event('contact', { customer: 1 }), event('export')])).toEqual([])
  })

  test('are open, then run for 30 days, then are finished', () => {
    expect(campaignState(made(), 500)).toBe('open')
    const exported = made({ exportedOn: 100 })
    expect([100, 130, 131].map((day) => campaignState(exported, day))).toEqual(['running', 'running', 'finished'])
  })
})

const people: MadeCustomer[] = [
  ...Array.from({ length: 20 }, (_, at) => ({ id: `c${String(at).padStart(2, '0')}` })),
  { id: 'c20', blocked: true },
  { id: 'c21', consent: 'no' },
]
const shop = snapshotOf(people)
const everybody = people.map((_, at) => at)
const rules = { pauseDays: 7, asOf: 110 }

describe('choosing customers', () => {
  test('leaves out the blocked and those who do not agree, and draws the share', () => {
    const { customers, leftOut } = eligibleCustomers(shop, everybody, [], rules)
    expect(customers).toEqual(everybody.slice(0, 20))
    expect(leftOut).toEqual({ blocked: 1, refusing: 1, 'held-out': 0, busy: 0 })
    const { contacted, heldOut } = drawGroups(shop, customers, 'C9', 10)
    expect([contacted.length, heldOut.length]).toEqual([18, 2])
    expect([...contacted, ...heldOut].sort((a, b) => a - b)).toEqual(customers)
  })

  test.each([
    ['an open campaign', { createdOn: 100, exportedOn: null }, 3],
    ['one nobody wrote for 30 days', { createdOn: 80, exportedOn: null }, 0],
    ['one six days ago', { exportedOn: 104 }, 2],
    ['one seven days ago', { exportedOn: 103 }, 0],
  ])('leaves out those of %s', (_, given, busy) => {
    const other = made({ contacted: [0, 1], heldOut: [2], ...given })
    expect(eligibleCustomers(shop, everybody, [other], rules).leftOut.busy).toBe(busy)
  })

  test.each([
    [80, 1],
    [79, 0],
  ])('leaves those held out alone for 30 days: written on day %i', (exportedOn, count) => {
    const other = made({ heldOut: [2], exportedOn })
    expect(eligibleCustomers(shop, everybody, [other], rules).leftOut['held-out']).toBe(count)
    expect(heldOutUntil([other], 110)).toEqual(count === 1 ? new Map([[2, 110]]) : new Map())
  })

  test('held out of two, somebody waits for the later', () => {
    const [first, second] = [made({ heldOut: [2], exportedOn: 90 }), made({ heldOut: [2], exportedOn: 100 })]
    expect(heldOutUntil([second, first], 110)).toEqual(new Map([[2, 130]]))
    expect(heldOutUntil([made({ heldOut: [2], exportedOn: 111 })], 110)).toEqual(new Map())
  })
})

/** 70 contacted of whom 56 buy, and 80 held out of whom 48 do, 10.00 each, on a day after the list. */
const tested = (day: number, cost = 20_000) => {
  const buyers = new Set([
    ...Array.from({ length: 56 }, (_, at) => at),
    ...Array.from({ length: 48 }, (_, at) => 70 + at),
  ])
  const snapshot = snapshotOf(
    Array.from({ length: 150 }, (_, at) => ({
      id: `c${at}`,
      bought: buyers.has(at) ? [{ on: day, net: 1000 }] : [],
    })),
  )
  const contacted = snapshot.customers.map((_, at) => at).slice(0, 70)
  const heldOut = snapshot.customers.map((_, at) => at).slice(70)
  return { snapshot, campaign: made({ contacted, heldOut, exportedOn: 100, costMinor: cost }) }
}

describe('what came of it', () => {
  test('is the published difference of Newcombe, the extra sales and what each unit of cost brought', () => {
    const { snapshot, campaign } = tested(110)
    const effect = campaignEffect(snapshot, campaign, 100, 140)
    expect(effect).toMatchObject({ verdict: 'more', isFinished: true, from: 101, until: 130 })
    expect(effect.contacted).toEqual({ customers: 70, buyers: 56, orders: 56, netMinor: 56_000 })
    expect(effect.heldOut).toEqual({ customers: 80, buyers: 48, orders: 48, netMinor: 48_000 })
    expect(effect.difference!.value).toBeCloseTo(0.2, 10)
    expect(effect.difference!.low).toBeCloseTo(0.0524, 4)
    expect(effect.difference!.high).toBeCloseTo(0.3339, 4)
    // 70 customers × (8.00 − 6.00)
    expect(effect.extraNetMinor!.value).toBe(14_000)
    expect(effect.extraNetMinor!.low).toBeGreaterThan(0)
    expect(effect.salesPerCost).toBeCloseTo(0.7, 10)
  })

  test.each([
    [100, 0],
    [101, 104],
    [130, 104],
    [131, 0],
  ])('counts orders of the 30 days after the list only: day %i', (day, orders) => {
    const { snapshot, campaign } = tested(day)
    const { contacted, heldOut } = campaignEffect(snapshot, campaign, 100, 200)
    expect(contacted.orders + heldOut.orders).toBe(orders)
  })

  test('is told so far, by the orders up to the as-of day', () => {
    const { snapshot, campaign } = tested(120)
    expect(campaignEffect(snapshot, campaign, 100, 119)).toMatchObject({ isFinished: false, verdict: 'too-few' })
    expect(campaignEffect(snapshot, campaign, 100, 120)).toMatchObject({ isFinished: false, verdict: 'more' })
    expect(campaignEffect(snapshot, campaign, 100, 130).isFinished).toBe(false)
    expect(campaignEffect(snapshot, campaign, 100, 131).isFinished).toBe(true)
  })

  test('cannot be told by fewer than 20 orders, nor without anybody held out', () => {
    const bought = (count: number) =>
      snapshotOf([
        { id: 'a', bought: Array.from({ length: count }, () => ({ on: 110, net: 100 })) },
        { id: 'b', bought: [{ on: 110, net: 100 }] },
      ])
    const campaign = made({ contacted: [0], heldOut: [1], exportedOn: 100 })
    const told = (count: number, given: Partial<Campaign> = {}) =>
      campaignEffect(bought(count), { ...campaign, ...given }, 100, 140)
    expect(told(18)).toMatchObject({ verdict: 'too-few', difference: null, extraNetMinor: null, salesPerCost: null })
    expect(told(19).verdict).toBe('unclear')
    expect(told(40, { heldOut: [] })).toMatchObject({ verdict: 'no-held-out', difference: null })
  })

  test('that is less is told as less', () => {
    const { snapshot, campaign } = tested(110)
    const turned = { ...campaign, contacted: campaign.heldOut, heldOut: campaign.contacted }
    const effect = campaignEffect(snapshot, turned, 100, 140)
    expect(effect).toMatchObject({ verdict: 'less', salesVerdict: 'less', salesPerCost: null })
    expect(effect.extraNetMinor!.high).toBeLessThan(0)
  })

  test('is no return where nobody held out bought: 12 of 54 contacted twice, none of 6 held out', () => {
    const twice = Array.from({ length: 2 }, () => ({ on: 110, net: 5000 }))
    const people = Array.from({ length: 60 }, (_, at) => ({ id: `c${at}`, bought: at < 12 ? twice : [] }))
    const [contacted, heldOut] = [people.map((_, at) => at).slice(0, 54), [54, 55, 56, 57, 58, 59]]
    const campaign = made({ contacted, heldOut, exportedOn: 100, costMinor: 5000 })
    const effect = campaignEffect(snapshotOf(people), campaign, 100, 140)
    expect(effect).toMatchObject({ verdict: 'unclear', salesVerdict: 'unclear', extraNetMinor: null })
    expect(effect.salesPerCost).toBeNull()
  })

  test('is told in money only where five of each group bought', () => {
    const told = (buyers: number) => {
      const bought = [{ on: 110, net: 1000 }]
      const people = Array.from({ length: 150 }, (_, at) => ({
        ...{ id: `c${at}`, bought: at < 60 || (at >= 70 && at < 70 + buyers) ? bought : [] },
      }))
      const all = people.map((_, at) => at)
      const campaign = made({ contacted: all.slice(0, 70), heldOut: all.slice(70), exportedOn: 100 })
      return campaignEffect(snapshotOf(people), campaign, 100, 140)
    }
    expect(told(4)).toMatchObject({ verdict: 'more', salesVerdict: 'too-few', extraNetMinor: null, salesPerCost: null })
    expect(told(5)).toMatchObject({ verdict: 'more', salesVerdict: 'more' })
  })

  test('of campaigns that do nothing is hardly ever more money: at most 2.5 of 100', () => {
    const chance = chances(7)
    const claims = { tried: 0, money: 0 }
    for (let trial = 0; trial < 400; trial++) {
      const size = 60 + (trial % 12) * 40
      const people = Array.from({ length: size }, (_, at) => {
        const net = Math.round(1000 * Math.exp(2 * chance()))
        return { id: `c${at}`, bought: chance() < 0.3 ? [{ on: 110, net }] : [] }
      })
      const all = people.map((_, at) => at)
      const campaign = made({ contacted: all.slice(size / 10), heldOut: all.slice(0, size / 10), exportedOn: 100 })
      const effect = campaignEffect(snapshotOf(people), campaign, 100, 140)
      if (effect.verdict === 'too-few') continue
      claims.tried++
      if (effect.salesPerCost !== null || effect.salesVerdict === 'more') claims.money++
    }
    expect(claims.tried).toBeGreaterThan(300)
    expect(claims.money / claims.tried).toBeLessThanOrEqual(0.025)
  })

  test('takes refunds off, and says nothing per cost where nothing was spent or in another currency', () => {
    const { snapshot, campaign } = tested(110, 0)
    expect(campaignEffect(snapshot, campaign, 100, 140).salesPerCost).toBeNull()
    const inEuro = { ...campaign, costMinor: 100, currency: 'EUR' }
    expect(campaignEffect(snapshot, inEuro, 100, 140).salesPerCost).toBeNull()
    const returned = snapshotOf([
      {
        id: 'a',
        bought: [
          { on: 110, net: 900 },
          { on: 111, net: -400 },
        ],
      },
    ])
    expect(campaignEffect(returned, made({ contacted: [0] }), 100, 140).contacted).toEqual({
      ...{ customers: 1, buyers: 1, orders: 1, netMinor: 500 },
    })
  })
})
