import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvSheet } from '../../src/read/csv.js'
import { csvParseOptions } from '../../src/read/csv-irregular.js'
import { CsvScanner, type Scanned } from '../../src/read/csv-scanner.js'
import { sourceOf, tableOf } from './byte-source.js'

const delimiters = fc.constantFrom(',', '\t', ';', '|', '，')
const lineEnds = fc.constantFrom('\n', '\r\n', '\r')
const marks = ['"', '""', ',', '\t', ';', '|', '，', '\n', '\r', '\r\n', ' ', 'a', 'bc', '中', '😀', '=']
const soup = fc.array(fc.constantFrom(...marks), { maxLength: 40 }).map((parts) => parts.join(''))
const isOneLine = (text: string) => !/[\r\n]/.test(text)

const readWith = (text: string, delimiter: string) => {
  const source = sourceOf(Buffer.from(text))
  const sheet = csvSheet(source, { encoding: 'utf-8', delimiter, quoting: true })
  return tableOf({ kind: 'csv', sheets: [sheet] })
}
const readByCsvParse = (text: string, delimiter: string): string[][] =>
  parse(text, { ...csvParseOptions(delimiter), bom: true })

describe('the fast lane equals csv-parse', () => {
  test('on well-formed tables of any cells', async () => {
    const cell = fc.oneof(soup, fc.string({ unit: 'grapheme', maxLength: 8 }))
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 12 })
    const layout = fc.record({ table, delimiter: delimiters, lineEnd: lineEnds, bom: fc.boolean(), all: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(layout, async ({ table, delimiter, lineEnd, bom, all }) => {
        const quoted = (text: string) =>
          all || text === '' || /["\r\n]/.test(text) || text.includes(delimiter) || /^\ufeff/.test(text)
        const line = (cells: string[]) =>
          cells.map((text) => (quoted(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(delimiter)
        const text = (bom ? '\ufeff' : '') + table.map(line).join(lineEnd)
        expect((await readWith(text, delimiter)).rows).toEqual(readByCsvParse(text, delimiter))
        expect((await readWith(text, delimiter)).rows).toEqual(table)
      }),
      { numRuns: 500 },
    )
  })

  test('on any text; only quotes left open or closed wrongly after a line end are refused', async () => {
    await fc.assert(
      fc.asyncProperty(soup, delimiters, async (text, delimiter) => {
        const ours = await readWith(text, delimiter).then(
          ({ rows }) => rows,
          (error: unknown) => error,
        )
        if (Array.isArray(ours)) {
          expect(ours).toEqual(readByCsvParse(text, delimiter))
          return
        }
        expect(ours).toMatchObject({ code: 'read.quote' })
        expect(text.split(/\r\n|\r|\n/).every((line) => isWellQuoted(line, delimiter))).toBe(false)
      }),
      { numRuns: 5000 },
    )
  })

  test('also where pieces of a long file meet', async () => {
    const pad = fc.integer({ min: 65_500, max: 65_540 })
    await fc.assert(
      fc.asyncProperty(pad, soup.filter(isOneLine), lineEnds, async (length, cell, lineEnd) => {
        const row = `"${cell.replaceAll('"', '""')}","中${lineEnd}文",x${lineEnd}`
        const text = `${'aaaa,'.repeat(length / 5)}${'a'.repeat(length % 5)},b${lineEnd}${row.repeat(5000)}`
        const { rows } = await readWith(text, ',')
        expect(rows).toHaveLength(5001)
        expect(rows.every((cells, i) => i === 0 || cells.join('\0') === `${cell}\0中${lineEnd}文\0x`)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })
})

/** Whether every quote of a single line is regular: a line of its own then needs no other line. */
function isWellQuoted(line: string, delimiter: string): boolean {
  try {
    parse(line, { ...csvParseOptions(delimiter), relax_quotes: false })
    return true
  } catch {
    return false
  }
}

test('where a text is cut into pieces changes nothing', () => {
  fc.assert(
    fc.property(soup, delimiters, fc.array(fc.nat(40)), fc.boolean(), (text, delimiter, cuts, quoting) => {
      const scanner = new CsvScanner(delimiter, quoting)
      const places = [0, ...cuts.filter((cut) => cut < text.length).sort((a, b) => a - b), text.length]
      const inPieces: Scanned[] = []
      for (const [i, place] of places.entries()) {
        scanner.feed(text.slice(places[i - 1] ?? 0, place))
        inPieces.push(...scanner.read())
        if (inPieces.includes('broken')) break
      }
      scanner.end()
      if (!inPieces.includes('broken')) inPieces.push(...scanner.read())

      const whole = new CsvScanner(delimiter, quoting)
      whole.feed(text)
      whole.end()
      expect(inPieces).toEqual(whole.read())
    }),
    { numRuns: 5000 },
  )
})

test('without quoting a text is its lines split at the delimiter', () => {
  fc.assert(
    fc.property(soup, delimiters, (text, delimiter) => {
      const scanner = new CsvScanner(delimiter, false)
      scanner.feed(text)
      scanner.end()
      const lines = text.split(/\r\n|\r|\n/)
      if (lines.at(-1) === '') lines.pop()
      expect(scanner.read()).toEqual(lines.map((line) => (line === '' ? 'blank' : line.split(delimiter))))
    }),
  )
})
