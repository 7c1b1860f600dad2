import { describe, expect, test } from 'vitest'
import type { Campaign } from '../../src/core/follow-up/campaign/campaign.js'
import type { ReportDefinition } from '../../src/core/report/build.js'
import { campaign } from '../../src/reports/campaign.js'
import { campaignMessages } from '../../src/reports/campaign-messages.js'
import { campaignResult } from '../../src/reports/campaign-result.js'
import { campaigns } from '../../src/reports/campaigns.js'
import { snapshotOf } from '../support/snapshot.js'
import { input as sample } from './sample.js'

const exportedOn = sample.asOf - 40
const made = (given: Partial<Campaign> = {}): Campaign => ({
  ...{ id: 'C1', name: 'X', occasion: 'restock', filter: '-', message: '{name}', language: 'en', fallbacks: {} },
  ...{ heldOutPercent: 50, costMinor: 1000, currency: 'USD', createdOn: exportedOn, chosen: 203, exportedOn },
  ...{ exports: [{ on: exportedOn, file: 'c1.csv', customers: 100, isSent: false }], inBoth: [200], isSent: false },
  contacted: Array.from({ length: 100 }, (_, at) => at),
  heldOut: Array.from({ length: 100 }, (_, at) => 100 + at),
  ...given,
})

/** Of the 100 contacted and the 100 held out so many buy, 10.00 each. */
const input = (contacted: number, heldOut: number, given: Partial<Campaign> = {}, asOf = sample.asOf) => {
  const isBuyer = (at: number) => (at < 100 ? at < contacted : at - 100 < heldOut)
  const bought = [{ on: exportedOn + 10, net: 1000 }]
  const people = Array.from({ length: 201 }, (_, at) => ({ id: `c${at}`, bought: isBuyer(at) ? bought : [] }))
  const shown = made(given)
  return {
    ...{ ...sample, snapshot: snapshotOf(people), asOf, campaign: shown, campaigns: [shown], exportedOn },
    ...{ letters: [{ customer: 0, language: '', text: '1', missing: [] }], leftOut: 1, skipped: 2 },
    samples: [{ customer: 0, language: 'en', text: 'Dear Ann', missing: [] }],
    paused: [{ freeOn: asOf + 2, customers: [3, 4] }],
  }
}

const noteOf = (...args: Parameters<typeof input>) => campaignResult.build(input(...args)).notes

describe.each([campaigns, campaign, campaignResult, campaignMessages] as readonly ReportDefinition[])(
  '$name',
  (report) => {
    const build = (lang: 'en' | 'zh') => report.build({ ...input(60, 40), lang })

    test('has the same figures in both languages', () => {
      expect(build('zh').summary).toEqual(build('en').summary)
      expect(build('zh').tables.map(({ rows }) => rows)).toEqual(build('en').tables.map(({ rows }) => rows))
      expect(JSON.stringify(build('en'))).not.toMatch(/NaN|Infinity|undefined/)
    })

    test('is all Chinese in Chinese and all English in English', () => {
      const texts = (lang: 'en' | 'zh') => {
        const { title, facts, tables, notes } = build(lang)
        const columns = tables.flatMap((table) =>
          table.columns.flatMap(({ label, words }) => [label, ...Object.values(words ?? {})]),
        )
        return [report.words[lang].purpose, title, ...facts.map(({ label }) => label), ...columns, ...notes]
      }
      for (const text of texts('en').filter((one) => !/\p{Script=Han}/u.test(one))) expect(text).toMatch(/[a-z]/i)
      for (const text of texts('zh')) expect(text.replace(/-/, '')).toMatch(/\p{Script=Han}|^$|^[A-Z]/u)
    })

    test('has a cell for each column', () => {
      for (const { columns, rows } of build('en').tables)
        for (const { key } of columns) for (const row of rows) expect(row).toHaveProperty(key)
    })
  },
)

describe('the sentence on what came of a campaign', () => {
  test('says that contacted customers bought more often, and what each unit of cost brought', () => {
    expect(noteOf(60, 40).slice(0, 2)).toEqual([
      'Contacted customers bought 20.0 points more often (between 6.1 and 32.8): more than chance explains.',
      expect.stringMatching(
        /^They spent \$200\.00 more in all than as many of those held out \(between \$\d+\.00 and \$\d+\.00\): 20\.00 of net sales for each 1 of the cost of \$10\.00\.$/,
      ),
    ])
  })

  test('says that it may be chance, and then nothing of what came of it in money, nor in the headline', () => {
    const [first, second] = noteOf(50, 45)
    expect(first).toMatch(
      /^Contacted customers bought 5\.0 points more often \(between -8\.\d and 18\.\d\): this may be chance\.$/,
    )
    expect(second).toBe('So what came of it in money cannot be told either, nor what the cost of $10.00 brought.')
    expect(noteOf(50, 45, { costMinor: 0 })[1]).toBe('So what came of it in money cannot be told either.')
    const headline = (...args: Parameters<typeof input>) =>
      campaignResult.build(input(...args)).facts.map(({ label }) => label)
    expect(headline(50, 45)).toEqual(['List written', 'Cost'])
    expect(headline(60, 40)).toEqual([
      ...['List written', 'Difference of the shares', 'Extra net sales', 'Cost', 'Extra net sales for each 1 spent'],
    ])
  })

  test('says as often where there is no difference to be seen', () => {
    expect(noteOf(10, 10)[0]).toMatch(
      /^Contacted customers bought as often as those held out \(the difference lies between -8\.\d and 8\.\d points\): this may be chance\.$/,
    )
  })

  test('says that too few bought for a sum of money, however large the difference', () => {
    const { facts, notes } = campaignResult.build(input(60, 4))
    expect(notes.slice(0, 2)).toEqual([
      expect.stringMatching(/^Contacted customers bought 56\.0 points more often .*: more than chance explains\.$/),
      'In money it cannot be told: fewer than 5 customers of one group bought, too few to say how far such amounts differ by chance.',
    ])
    expect(facts.map(({ label }) => label)).toEqual(['List written', 'Difference of the shares', 'Cost'])
  })

  test('says when they bought less', () => {
    const [first, second] = noteOf(30, 60)
    expect(first).toMatch(
      /^Contacted customers bought 30\.0 points less often \(the difference lies between -42\.\d and -16\.\d\): more than/,
    )
    expect(second).toMatch(/^They spent \$300\.00 less in all .*: more than chance explains\.$/)
  })

  test('says why it cannot be told', () => {
    expect(noteOf(10, 9)[0]).toBe(
      'Only 19 orders came from both groups together (fewer than 20): the effect cannot be told.',
    )
    expect(noteOf(0, 0)[0]).toBe('Nobody of either group ordered in these 30 days: the effect cannot be told.')
    expect(noteOf(60, 0, { heldOut: [], heldOutPercent: 0 })[0]).toMatch(/Next time: --holdout 10%$/)
  })

  test('says while days are left that it cannot be told yet', () => {
    expect(noteOf(10, 9, {}, exportedOn + 12)[0]).toBe(
      'Only 19 orders came from both groups together so far (fewer than 20): the effect cannot be told yet.',
    )
    expect(noteOf(0, 0, {}, exportedOn + 12)[0]).toBe(
      'Nobody of either group has ordered yet: the effect cannot be told.',
    )
  })

  test('of customers too few to hold anybody out says so, and from how many on somebody is', () => {
    const four = { contacted: [0, 1, 2, 3], heldOut: [], chosen: 4, heldOutPercent: 10 }
    expect(noteOf(4, 0, four)[0]).toBe(
      'Nobody was held out: 10 % of 4 customers comes to nobody (from 5 customers on, one is), so what they would have bought anyway is not known and the effect cannot be told.',
    )
  })

  test('says how far the days are, who is left out, and who else wrote to them', () => {
    expect(noteOf(60, 40, {}, exportedOn + 12)).toContainEqual(expect.stringMatching(/^So far: 12 of 30 days/))
    expect(noteOf(60, 40, {}, exportedOn - 5)).toContainEqual(expect.stringMatching(/^So far: 0 of 30 days/))
    expect(noteOf(60, 40)).toEqual(
      expect.arrayContaining([
        '1 customer of it is no longer in the ledger, or one with another now.',
        expect.stringMatching(/^1 customer is in both groups/),
      ]),
    )
    const other = made({ id: 'C2', name: 'Y', contacted: [1, 2, 150], exportedOn: exportedOn + 8 })
    const both = { ...input(60, 40), campaigns: [made(), other] }
    expect(campaignResult.build(both).notes).toContainEqual(
      expect.stringMatching(/^2 contacted customers also got campaign C2 Y within 30 days/),
    )
  })
})
