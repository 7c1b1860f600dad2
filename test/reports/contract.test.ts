import { describe, expect, test } from 'vitest'
import { channelNames } from '../../src/core/follow-up/channels.js'
import type { ReportDefinition } from '../../src/core/report/build.js'
import { platformWords } from '../../src/core/report/platforms.js'
import { reports } from '../../src/reports/index.js'
import { input } from './sample.js'

const build = (report: ReportDefinition, lang: 'en' | 'zh', more = {}) => report.build({ ...input, lang, ...more })

test('names are unique', () => {
  expect(new Set(reports.map(({ name }) => name)).size).toBe(reports.length)
})

describe.each(reports.map((report) => [report.name, report] as const))('%s', (name, report) => {
  test('is pure: the same input gives the same report', () => {
    expect(build(report, 'en')).toEqual(build(report, 'en'))
    expect(build(report, 'en').name).toBe(name)
  })

  test('has the same figures and keys in both languages', () => {
    const [en, zh] = [build(report, 'en'), build(report, 'zh')]
    expect(zh.summary).toEqual(en.summary)
    expect(zh.tables.map(({ columns }) => columns.map(({ key, kind }) => [key, kind]))).toEqual(
      en.tables.map(({ columns }) => columns.map(({ key, kind }) => [key, kind])),
    )
  })

  test('is all Chinese in Chinese and all English in English', () => {
    const labels = (lang: 'en' | 'zh') => {
      const { title, facts, tables, notes } = build(report, lang)
      const words = tables.flatMap(({ title: heading, columns }) => [
        heading,
        ...columns.flatMap(({ label, words: coded = {} }) => [label, ...Object.values(coded)]),
      ])
      return [
        report.words[lang].title,
        report.words[lang].purpose,
        title.split(' · ')[0]!,
        ...facts.map(({ label }) => label),
        ...words,
        ...notes,
      ]
    }
    const short = /^([RFM]|R F M|ISO|[ABCU]|-)$/
    // Platforms and messengers without a Chinese name of their own.
    const brands = new Set<string>([...Object.values(platformWords.zh), channelNames.zh.whatsapp])
    for (const text of labels('en')) expect(text).not.toMatch(/\p{Script=Han}/u)
    for (const text of labels('zh')) if (!short.test(text) && !brands.has(text)) expect(text).toMatch(/\p{Script=Han}/u)
  })

  test('every row key that is a column is there, money columns have a currency, and no figure is NaN', () => {
    const { tables } = build(report, 'en')
    for (const { columns, rows } of tables) {
      for (const { key, kind, currency } of columns) {
        if (kind === 'money') expect([key, currency]).toEqual([key, 'USD'])
        for (const row of rows) expect(row).toHaveProperty(key)
      }
    }
    expect(JSON.stringify(build(report, 'en'))).not.toMatch(/NaN|Infinity|undefined/)
  })

  test('coded values have their words', () => {
    for (const lang of ['en', 'zh'] as const) {
      for (const { columns, rows } of build(report, lang).tables) {
        for (const { key, words } of columns) {
          if (!words) continue
          for (const row of rows) if (typeof row[key] === 'string') expect(words).toHaveProperty(row[key])
        }
      }
    }
  })

  // A statement is handed to the customer, who need not know from which day the seller looks.
  test.skipIf(name === 'statement')('the heading says when the as-of day was moved', () => {
    expect(build(report, 'en', { isAsOfMoved: true }).title).toContain('as of the newest order, 2026-08-31')
  })
})
