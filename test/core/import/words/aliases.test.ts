import { expect, test } from 'vitest'
import { aliases } from '../../../../src/core/import/words/aliases.js'
import { sharedWords } from '../../../../src/core/import/words/shared-words.js'
import { normaliseHeader } from '../../../../src/core/values/text.js'

const entries = Object.entries(aliases).flatMap(([field, words]) => words.map((word) => [word, field] as const))

test('every common word is written as headers are compared', () => {
  expect(entries.filter(([word]) => normaliseHeader(word).key !== word)).toEqual([])
})

test('no word stands for two fields, but for those with a rule', () => {
  const fieldsOf = new Map<string, string[]>()
  for (const [word, field] of entries) fieldsOf.set(word, [...(fieldsOf.get(word) ?? []), field])
  const twice = [...fieldsOf].filter(([word, fields]) => fields.length > 1 && !sharedWords.has(word))
  expect(twice).toEqual([])
})

test('no word stands twice in the list of its field', () => {
  for (const [field, words] of Object.entries(aliases))
    expect([field, new Set(words).size]).toEqual([field, words.length])
})

test.each(['物流单号', '快递单号', '运单号', '支付单号', 'tracking number', 'no resi'])(
  '%s is no order number',
  (word) => expect(entries.filter(([known]) => known === word)).toEqual([]),
)

test.each([
  'N.º pedido',
  'N° pedido',
  'Núm. pedido',
  'Réf. commande',
  'Rechnung Nr.',
  'Receipt #',
  '单据编号',
  '受注No.',
])('%s is an order number', (header) => expect(aliases.orderId).toContain(normaliseHeader(header).key))
