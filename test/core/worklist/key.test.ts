import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from '../../../src/core/values/business-date.js'
import { isKeyLike, keyText, readKey } from '../../../src/core/worklist/key.js'

const key = {
  ledger: 'k3x9q2',
  list: 'due',
  on: dayOf('2026-11-23'),
  customer: 'c4f7',
  items: ['restock', 'complaint:F12'],
}

test('a key names the ledger, the list and its day, the customer and the items', () => {
  expect(keyText(key)).toBe('crm1:k3x9q2:due-20261123:c4f7:restock+complaint:F12')
  expect(readKey(' crm1:k3x9q2:due-20261123:c4f7:restock+complaint:F12 ')).toEqual(key)
  expect(readKey('crm1:k3x9q2:lead-20261123::lead:L3')).toMatchObject({ customer: '', items: ['lead:L3'] })
})

test('any order number may be the subject of an item, and nothing in a key is read as a formula', () => {
  const day = fc.integer({ min: 0, max: 40_000 })
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 4 }), day, (items, on) => {
      const text = keyText({ ...key, items, on })
      expect(text).toMatch(/^crm1:\S*$/)
      expect(readKey(text)).toEqual({ ...key, items, on })
    }),
  )
})

test.each([
  'crm1:k3x9q2:due-20261123:c4f7',
  'crm1:k3x9q2:due-20261323:c4f7:restock',
  'crm1：k3x9q2:due-20261123:c4f7:restock',
  'CRM1:k3x9q2:due-20261123:c4f7:restock',
  'crm1:k3x9q2:due-20261123:Anna:restock',
  'crm1:k3x9q2:due-20261123:c4f7:%E0%A4%A',
])('a key somebody wrote into is one all the same, and cannot be read: %s', (text) => {
  expect([isKeyLike(text), readKey(text)]).toEqual([true, null])
})

test.each(['', 'crm', 'Anna', 'c4f7+c4f8', 'crm12'])('%j is no key', (text) => {
  expect(isKeyLike(text)).toBe(false)
})
