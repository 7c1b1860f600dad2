import { expect, test } from 'vitest'
import { filledColumn, valueColumn } from '../../../src/core/import/cells.js'

test('an error word stands for the value that was lost, as an error cell does', () => {
  expect(valueColumn(['#VALUE!', '900'], [0, 1])).toBe(0)
  expect(valueColumn([{ error: '#VALUE!' }, '900'], [0, 1])).toBe(0)
  expect(valueColumn(['', '900', '#REF!'], [0, 1, 2])).toBe(1)
  expect(valueColumn(['', ''], [0, 1])).toBe(-1)
  // In names an error says nothing.
  expect(filledColumn(['#VALUE!', 'Ann'], [0, 1])).toBe(1)
})
