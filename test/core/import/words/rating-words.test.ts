import { expect, test } from 'vitest'
import { readRating } from '../../../../src/core/import/words/rating.js'

test.each([
  ['４', 4],
  ['４分', 4],
  ['５／５', 5],
  ['非常满意', 5],
  ['满意', 4],
  ['一般', 3],
  ['不满意', 2],
  ['非常不满意', 1],
  ['6', null],
  ['０', null],
  ['满意度', null],
])('a rating written %s is %s', (text, rating) => {
  expect(readRating(text)).toBe(rating)
})
