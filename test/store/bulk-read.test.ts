import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNumbered, readNumbers, readTexts } from '../../src/store/bulk-read.js'
import { type Ledger, openMemoryLedger } from '../../src/store/ledger.js'

/** A table of its own in a ledger, with gaps between the ids longer than a stretch. */
function tableOf(rows: readonly (readonly [number | null, string | null])[]): Ledger {
  const ledger = openMemoryLedger()
  ledger.db.exec('CREATE TABLE thing (id INTEGER PRIMARY KEY, number, text)')
  const insert = ledger.db.prepare('INSERT INTO thing VALUES (?, ?, ?)')
  rows.forEach(([number, text], i) => {
    insert.run(1 + i * 9000, number, text)
  })
  return ledger
}

const table = { table: 'thing t', id: 't.id' }
const printable = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\p{Cc}/gu, ''))
const number = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer({ min: -9, max: 9 }),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((value) => Number(value.toFixed(3))),
)

test('many rows at once are the rows one by one', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.option(number), fc.option(printable)), { maxLength: 12 }), (rows) => {
      const ledger = tableOf(rows)
      const numbers: unknown[] = []
      readNumbers(ledger, { ...table, values: ['t.id', 't.number'] }, ([id, value]) => numbers.push([id, value]))
      const texts: unknown[] = []
      readTexts(ledger, { ...table, values: ['t.id', 't.text'] }, (row, at) => texts.push([row[at], row[at + 1]]))
      expect(numbers).toEqual(rows.map(([value], i) => [1 + i * 9000, value === null ? Number.NaN : value + 0]))
      expect(texts).toEqual(rows.map(([, text], i) => [String(1 + i * 9000), text ?? '']))
      ledger.db.close()
    }),
  )
})

test('joins and conditions are those of any query', () => {
  const ledger = tableOf([
    [1, 'a'],
    [2, 'b'],
    [3, 'c'],
  ])
  const found: string[] = []
  const query = { ...table, joins: 'JOIN thing u ON u.number = t.number + 1', where: "u.text <> 'b' OR FALSE" }
  readTexts(ledger, { ...query, values: ['t.text', 'u.text'] }, (row, at) => found.push(row[at]! + row[at + 1]!))
  expect(found).toEqual(['bc'])
})

describe('rows with their ids', () => {
  const read = (gone: string) => {
    const ledger = openMemoryLedger()
    ledger.db.exec(`CREATE TABLE thing (id INTEGER PRIMARY KEY, number);
      WITH RECURSIVE n (i) AS (SELECT 5 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)
      INSERT INTO thing SELECT i, iif(i % 7 = 0, NULL, i * 3) FROM n; DELETE FROM thing WHERE ${gone}`)
    const found: [number, number][] = []
    readNumbered(ledger, { ...table, values: ['t.number', '1'] }, (id, [value]) => found.push([id, value!]))
    const rows = ledger.db.prepare('SELECT id, number FROM thing ORDER BY id').raw().all() as [number, number | null][]
    ledger.db.close()
    return { found, rows: rows.map(([id, value]) => [id, value ?? Number.NaN]) }
  }

  test.each([
    ['none gone', 'FALSE'],
    ['one gone from the second stretch', 'id = 20000'],
    ['the first and the last gone', 'id IN (5, 50000)'],
    ['a stretch and more gone', 'id BETWEEN 9000 AND 30000'],
    ['all gone', 'TRUE'],
  ])('%s', (_, gone) => {
    const { found, rows } = read(gone)
    expect(found).toEqual(rows)
  })
})
