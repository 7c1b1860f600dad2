import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { amountEvidence } from '../../../../src/core/import/deciders/amount-column.js'
import { type DecimalMark, formatMinor, parseAmount, toMinor } from '../../../../src/core/values/money.js'

function decide(cells: readonly string[], currency: string | null = null, separator: string | undefined = ',') {
  const evidence = amountEvidence()
  for (const cell of cells) evidence.add(cell)
  return evidence.decide(currency, separator)
}

test.each<[string, readonly string[], DecimalMark]>([
  ['both marks, point last', ['1,234.50'], '.'],
  ['both marks, comma last', ['1.234,50'], ','],
  ['two digits', ['12.34', '5'], '.'],
  ['one digit', ['12,5'], ','],
  ['four digits', ['1,2345'], ','],
  ['a currency behind', ['116,99 €', '5 €'], ','],
  ['a repeated comma', ['1,234,567'], '.'],
  ['a repeated point', ['1.234.567'], ','],
  ['three digits after too many for a group', ['1234.567'], '.'],
  ['three digits after a lone zero', ['0.125'], '.'],
  ['groups beside decimals', ['1,234', '12.50'], '.'],
  ['integers only', ['12', '1234', '-5'], '.'],
  ['a dash for decimals', ['1.200,-', '5.000'], ','],
  ['a dash behind a point', ['99.–', '5,000'], '.'],
  ['Indian groups', ['1,23,456', '2,500'], '.'],
  ['the point of an abbreviation', ['Rs. 2,500/-', 'Rs. 100'], '.'],
  ['full-width digits', ['１２．３４'], '.'],
  ['nothing', ['', '免费', '5.'], '.'],
])('%s decides', (_name, cells, mark) => {
  expect(decide(cells)).toEqual({ mark })
})

test('groups of three alone are left open, with samples', () => {
  expect(decide(['1.234', '5.678'])).toEqual({ undecided: ['1.234', '5.678'] })
  expect(decide(['1.234', '5.678'], 'EUR', ';')).toEqual({ undecided: ['1.234', '5.678'] })
  expect(decide(['1,234', '5,678'], 'EUR')).toEqual({ undecided: ['1,234', '5,678'] })
  expect(decide(['1,234', '5.678'])).toEqual({ undecided: ['1,234', '5.678'] })
})

test('groups of three are thousands in currencies without small change', () => {
  expect(decide(['185.000', '1.234'], 'IDR')).toEqual({ mark: ',' })
  expect(decide(['185,000'], 'JPY')).toEqual({ mark: '.' })
})

test('a comma before three digits is thousands in currencies that are written with a point', () => {
  expect(decide(['1,200', '3,500'], 'CNY')).toEqual({ mark: '.' })
  expect(decide(['1.200', '3.500'], 'CNY')).toEqual({ undecided: ['1.200', '3.500'] })
})

test('groups are thousands where plain numbers stay below 1000 and the file writes so', () => {
  expect(decide(['1,234', '800'])).toEqual({ mark: '.' })
  expect(decide(['1.234', '800'], 'EUR', ';')).toEqual({ mark: ',' })
  expect(decide(['1.234', '800'])).toEqual({ undecided: ['1.234'] })
  expect(decide(['1,234', '800', '1500'])).toEqual({ undecided: ['1,234'] })
})

test('marks that contradict each other are left open', () => {
  expect(decide(['12.50', '12,50'])).toEqual({ undecided: ['12.50', '12,50'] })
})

describe('properties', () => {
  const amounts = fc.array(fc.integer({ min: -10_000_000, max: 10_000_000 }), { minLength: 1 })
  const turned = (text: string): string => text.replace(/[,.]/g, (mark) => (mark === ',' ? '.' : ','))

  it('never decides a mark that misreads a column of money', () => {
    fc.assert(
      fc.property(amounts, fc.boolean(), fc.boolean(), fc.boolean(), (all, isComma, isTrimmed, isSemicolon) => {
        const cells = all.map((minor) => {
          const written = formatMinor(minor, 'EUR').replace(isTrimmed ? /\.00$/ : /$^/, '')
          return isComma ? turned(written) : written
        })
        const decision = decide(cells, 'EUR', isSemicolon ? ';' : ',')
        if (!('mark' in decision)) return
        const read = cells.map((cell) => parseAmount(cell, decision.mark))
        expect(read.map((amount) => (amount === null ? null : toMinor(amount, 'EUR').minor))).toEqual(all)
      }),
    )
  })
})
