import { expect, test } from 'vitest'
import { csvFiles } from '../../src/render/csv-files.js'
import { currencies, customers, sample, sampleWith } from './sample.js'

const options = { lang: 'en', raw: false, encoding: 'utf-8' } as const
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString()

test('one file a table in reading order, after one of the figures; each with byte order mark and CRLF', async () => {
  const files = await csvFiles(sampleWith([customers, currencies], { facts: [], notes: ['a note'] }), options)
  expect(files.map(({ name }) => name)).toEqual([
    '00-summary.csv',
    ...[customers, currencies].map(({ key }, at) => `0${at + 1}-${key}.csv`),
  ])
  for (const { bytes } of files) expect(textOf(bytes)).toMatch(/^\uFEFF"[^\n]*\r\n/)
  expect(textOf(files[0]!.bytes)).toContain('"Notes","a note"\r\n')
})

test('figures stand as numbers, what to do first as sentences', async () => {
  const facts = [
    { label: 'Net', kind: 'money', value: -12345, currency: 'CNY' },
    { label: 'Change', kind: 'percent', value: -0.05 },
    { label: 'Abroad', kind: 'money', value: 100, currency: 'USD' },
  ] as const
  const [summary] = await csvFiles({ ...sample, currency: 'CNY', facts, actions: ['=call Ann'] }, options)
  const text = textOf(summary!.bytes)
  expect(text).toContain('"Net",-123.45\r\n"Change",-0.05\r\n"Abroad","$1.00"\r\n')
  expect(text).toContain('"What to do first","\'=call Ann"\r\n')
})

test('a table with nothing to say to people is left out', async () => {
  const files = await csvFiles(sampleWith([customers, { ...currencies, isForMachines: true }]), options)
  expect(files).toHaveLength(2)
})
