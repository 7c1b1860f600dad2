import { describe, expect, test } from 'vitest'
import type { Column } from '../../../src/core/report/table.js'
import type { Lang } from '../../../src/core/values/lang.js'
import { normaliseHeader } from '../../../src/core/values/text.js'
import { worklists } from '../../../src/core/worklist/index.js'
import { keyWords } from '../../../src/core/worklist/list.js'
import { care } from '../../../src/reports/care.js'
import { due } from '../../../src/reports/due.js'
import { feedback } from '../../../src/reports/feedback.js'
import { leads } from '../../../src/reports/leads.js'
import { problem } from '../../../src/reports/problem.js'
import { input } from '../../reports/sample.js'

const ledger = 'k3x9q2'

/** The table of each list as its command writes it. */
const written: Readonly<Record<string, (lang: Lang) => readonly Column[]>> = {
  due: (lang) => due.build({ ...input, lang, ledger }).tables[0]!.columns,
  care: (lang) =>
    care.build({ ...input, lang, ledger, isForScreen: false }).tables.find(({ key }) => key === 'lines')!.columns,
  feedback: (lang) => feedback.build({ ...input, lang, ledger }).tables[0]!.columns,
  measure: (lang) => problem.build({ ...input, lang, ledger }).tables[0]!.columns,
  leads: (lang) => leads.build({ ...input, lang, ledger, pool: false }).tables[0]!.columns,
}

const keyOf = (text: string) => normaliseHeader(text).key

describe.each(worklists.map((list) => [list.name, list] as const))('%s', (name, list) => {
  test('no column shown is called like one to fill in', () => {
    const named = list.columns.flatMap(({ words, also }) => [words.en.label, words.zh.label, ...also])
    const ours = [...named, keyWords.en.label, keyWords.zh.label].map(keyOf)
    for (const lang of ['en', 'zh'] as const) {
      const columns = written[name]!(lang)
      const labels = columns.filter(({ entry }) => entry === undefined).map(({ label }) => keyOf(label))
      expect(labels.filter((label) => ours.includes(label))).toEqual([])
      const toFill = list.columns.filter(({ isAdded }) => isAdded !== true)
      expect(columns.filter(({ entry }) => entry !== undefined)).toHaveLength(toFill.length + 1)
    }
  })

  test('its own labels are all different, in each language', () => {
    for (const lang of ['en', 'zh'] as const) {
      const labels = list.columns.map(({ words }) => keyOf(words[lang].label))
      expect(new Set(labels).size).toBe(labels.length)
    }
  })

  test('what Excel takes: words of choice without a comma, short enough together', () => {
    for (const { vocabulary } of list.columns)
      for (const lang of ['en', 'zh'] as const) {
        const words = Object.values(vocabulary?.words[lang] ?? {})
        expect(words.join(',').length).toBeLessThanOrEqual(255)
        expect(words.filter((word) => /[",]/.test(word))).toEqual([])
      }
  })
})
