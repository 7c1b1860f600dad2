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

  test('says that it may be chance, and then nothing of what the cost brought', () => {
    const [first, second] = noteOf(50, 45)
    expect(first).toMatch(
      /^Contacted customers bought 5\.0 points more often \(between -8\.\d and 18\.\d\): this may be chance\.$/,
    )
    expect(second).toMatch(/: this may be chance, so what the cost of \$10\.00 brought cannot be told\.$/)
    expect(noteOf(50, 45, { costMinor: 0 })[1]).toMatch(/: this may be chance\.$/)
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
    expect(noteOf(10, 10)[0]).toMatch(/0\.0 points more often/)
    expect(noteOf(60, 0, { heldOut: [] })[0]).toMatch(/^Nobody was held out/)
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
