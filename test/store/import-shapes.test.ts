import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test, vi } from 'vitest'
import { escaped, partsOf, zip } from '../read/xlsx-fixture.js'
import type { Dump } from '../support/dump.js'
import { withLedger } from '../support/ledger-world.js'
import { fullFile, madeOrders } from '../support/made-shop.js'

// A stop for what hangs, not a measure of speed.
vi.setConfig({ testTimeout: 240_000 })

const numRuns = Number(process.env.CRM_RUNS ?? 10)

type Rows = readonly (readonly string[])[]

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`
const text = (rows: Rows, lineEnd = '\n', delimiter = ','): string =>
  rows.map((row) => row.map(quoted).join(delimiter)).join(lineEnd) + lineEnd

function workbook(rows: Rows): Buffer {
  const cell = (value: string) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
  return zip(partsOf({ sheet: rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('') }))
}

const withBlanks = (rows: Rows): Rows => rows.flatMap((row, at) => (at % 2 === 0 ? [row] : [row.map(() => ''), row]))
const widened = (rows: Rows): Rows => rows.map((row, at) => [...row, at === 0 ? 'Mood' : 'good', at === 0 ? '' : 'x'])
const reordered = (rows: Rows): Rows => rows.map((row) => [...row.slice(5), ...row.slice(0, 5)])
const backwards = ([header, ...rows]: Rows): Rows => [header!, ...rows.toReversed()]

/** The same orders in every shape a file can have. */
const shapes: Readonly<Record<string, (rows: Rows) => readonly [name: string, bytes: string | Buffer]>> = {
  'rows in another order': (rows) => ['a.csv', text(backwards(rows))],
  'columns in another order': (rows) => ['a.csv', text(reordered(rows))],
  'blank rows': (rows) => ['a.csv', text(withBlanks(rows))],
  'more columns': (rows) => ['a.csv', text(widened(rows))],
  CRLF: (rows) => ['a.csv', text(rows, '\r\n')],
  CR: (rows) => ['a.csv', text(rows, '\r')],
  semicolons: (rows) => ['a.csv', text(rows, '\n', ';')],
  'UTF-8 with a mark': (rows) => ['a.csv', `\ufeff${text(rows)}`],
  GBK: (rows) => ['a.csv', iconv.encode(text(rows), 'gbk')],
  'UTF-16': (rows) => ['a.txt', iconv.encode(text(rows, '\r\n', '\t'), 'utf-16le', { addBOM: true })],
  'a workbook': (rows) => ['a.xlsx', workbook(rows)],
  'a workbook, rows and columns in another order, blanks between': (rows) => [
    'a.xlsx',
    workbook(withBlanks(reordered(backwards(rows)))),
  ],
}

function dumpOf(name: string, bytes: string | Buffer): Promise<Dump> {
  return withLedger(async (world) => {
    writeFileSync(join(world.folder, name), bytes)
    const ran = await world.crm('import', name)
    expect({ code: ran.code, stderr: ran.code === 0 ? '' : ran.stderr }).toEqual({ code: 0, stderr: '' })
    return world.dump()
  })
}

test.each(Object.entries(shapes))('the same orders make the same ledger: %s', (_, shape) =>
  fc.assert(
    fc.asyncProperty(madeOrders({ min: 1, max: 5 }), async (orders) => {
      const { header, rows } = fullFile('orders.csv', orders)
      const table = [header, ...rows]
      expect(await dumpOf(...shape(table))).toEqual(await dumpOf('orders.csv', text(table)))
    }),
    { numRuns },
  ),
)
