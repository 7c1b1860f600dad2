import { expect, test } from 'vitest'
import { isContactMade, results } from '../../../src/core/follow-up/results.js'
import { codeOf, nearWords, wordsOf } from '../../../src/core/follow-up/vocabulary.js'

test.each([
  ['interested', 'interested'],
  [' 有意向。', 'interested'],
  ['No Answer', 'no-answer'],
  ['no_answer', 'no-answer'],
  ['未接通', 'no-answer'],
  ['拒绝', 'refused'],
  ['agreed', 'considering'],
  ['intrested', null],
  ['', null],
])('%j is %s', (typed, code) => {
  expect(codeOf(results, typed)).toBe(code)
})

test('no word means two results, and each is named in both languages', () => {
  const words = Object.keys(results.words.en).flatMap((code) => [
    ...[code, results.words.en[code as 'reached'], results.words.zh[code as 'reached']],
    ...(results.also[code as 'reached'] ?? []),
  ])
  const meanings = new Map(words.map((word) => [word, codeOf(results, word)]))
  const own = Object.keys(results.words.en).flatMap((code) =>
    [code, ...(results.also[code as 'reached'] ?? [])].map((word) => [word, code] as const),
  )
  for (const [word, code] of own) expect([word, meanings.get(word)]).toEqual([word, code])
  expect(wordsOf(results, 'zh')).toHaveLength(wordsOf(results, 'en').length)
})

test('a drop-down holds all words of a language: 255 characters, no comma', () => {
  for (const lang of ['en', 'zh'] as const) {
    expect(wordsOf(results, lang).join(',').length).toBeLessThanOrEqual(255)
    expect(wordsOf(results, lang).join()).not.toMatch(/"/)
    expect(wordsOf(results, lang).filter((word) => word.includes(','))).toEqual([])
  }
})

test('what stays without an answer is an attempt; words that are not ours are believed', () => {
  expect(['no-answer', '未回复', 'wrong-contact', '空号'].map(isContactMade)).toEqual([false, false, false, false])
  expect(['', 'refused', 'interested', 'talked about blue ones'].map(isContactMade)).toEqual([true, true, true, true])
})

test('near words are those of the language', () => {
  expect(nearWords(results, 'intrested', 'en')).toEqual(['interested'])
  expect(nearWords(results, '有意', 'zh')).toEqual(['有意向'])
})
