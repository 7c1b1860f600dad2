import { describe, expect, test } from 'vitest'
import { LANGUAGES, languageCode, languageNames, nearLanguages } from '../../../src/core/values/language.js'

describe('languages', () => {
  test.each([
    ['de', 'de'],
    ['DE', 'de'],
    ['German', 'de'],
    ['Deutsch', 'de'],
    ['德语', 'de'],
    ['德文', 'de'],
    ['葡萄牙文', 'pt'],
    ['简体中文', 'zh'],
    ['Chinese (Simplified)', 'zh'],
    ['zh-CN', 'zh'],
    ['pt_BR', 'pt'],
    ['日本語', 'ja'],
  ])('%s is %s', (typed, code) => {
    expect(languageCode(typed)).toBe(code)
  })

  test('what is none is none, and near names are told', () => {
    for (const typed of ['', 'klingon', '火星文', 'xx']) expect(languageCode(typed)).toBeNull()
    expect(nearLanguages('germn')).toContain('german')
  })

  test('codes are of ISO 639-1, each with names that lead back to it', () => {
    const known = new Intl.DisplayNames('en', { type: 'language' })
    for (const code of LANGUAGES) {
      expect(code).toMatch(/^[a-z]{2}$/)
      expect(known.of(code)).not.toBe(code)
      for (const name of [languageNames.en[code]!, languageNames.zh[code]!]) expect(languageCode(name)).toBe(code)
    }
    expect([...LANGUAGES]).toEqual([...LANGUAGES].sort())
  })
})
