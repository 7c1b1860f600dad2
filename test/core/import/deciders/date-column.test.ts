import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { dateEvidence } from '../../../../src/core/import/deciders/date-column.js'
import { type DateOrder, dateOf, parseDay } from '../../../../src/core/values/business-date.js'

function decide(cells: readonly string[], hint?: DateOrder) {
  const evidence = dateEvidence()
  for (const cell of cells) evidence.add(cell)
  return evidence.decide(hint)
}

test.each<[string, readonly string[], DateOrder]>([
  ['a second part above 12', ['12/1/2010 8:26', '12/13/2010 8:26'], 'mdy'],
  ['a first part above 12', ['1/2/2020', '13/2/2020'], 'dmy'],
  ['dots', ['02.01.2020', '24.12.2020'], 'dmy'],
  ['two-digit years behind', ['04/08/26 10:22', '04/18/26 9:00'], 'mdy'],
  ['a four-digit year in front', ['2024-05-03', '2024/5/13'], 'ymd'],
  ['nothing numeric', ['Sep-27-26', '12 Mar 2026', '2024年5月3日', '', 'x'], 'ymd'],
  ['no date under any order', ['13/40/2024'], 'ymd'],
  ['a two-digit year in front that is no day', ['99-05-03', '99-05-04'], 'ymd'],
])('%s decides', (_name, cells, order) => {
  expect(decide(cells)).toEqual({ order })
})

test('a whole month of two-digit years shows where the year stands', () => {
  const days = Array.from({ length: 28 }, (_, at) => String(at + 1).padStart(2, '0'))
  expect(decide(days.map((day) => `24-05-${day}`))).toEqual({ order: 'ymd' })
  expect(decide(days.map((day) => `${day}.05.24`))).toEqual({ order: 'dmy' })
})

test('dates that read either way are left open, with samples, unless there is a hint', () => {
  const open = ['5/3/2024', '6/4/2024', '03-05-24']
  expect(decide(open.slice(0, 2))).toEqual({ undecided: ['5/3/2024'] })
  expect(decide(open.slice(0, 2), 'mdy')).toEqual({ order: 'mdy' })
  expect(decide(open.slice(0, 2), 'ymd')).toEqual({ undecided: ['5/3/2024'] })
  expect(decide(['03-05-24'], 'ymd')).toEqual({ order: 'ymd' })
  expect(decide(['03-05-24'])).toEqual({ undecided: ['03-05-24'] })
})

test('dates that contradict each other are left open even with a hint', () => {
  expect(decide(['13/2/2020', '2/13/2020'], 'dmy')).toEqual({ undecided: ['13/2/2020', '2/13/2020'] })
})

test('evidence overrules a hint', () => {
  expect(decide(['13/2/2020'], 'mdy')).toEqual({ order: 'dmy' })
})

describe('properties', () => {
  const day = fc.integer({ min: 0, max: 30_000 })
  const written: Record<DateOrder, (y: number, m: number, d: number) => string> = {
    ymd: (y, m, d) => `${y}-${m}-${d}`,
    dmy: (y, m, d) => `${d}/${m}/${y}`,
    mdy: (y, m, d) => `${m}/${d}/${y}`,
  }

  it('never decides an order that misreads the column', () => {
    fc.assert(
      fc.property(fc.array(day, { minLength: 1 }), fc.constantFrom<DateOrder>('ymd', 'dmy', 'mdy'), (days, order) => {
        const cells = days.map((one) => {
          const [y, m, d] = dateOf(one).split('-').map(Number)
          return written[order](y!, m!, d!)
        })
        const decision = decide(cells)
        if ('order' in decision) expect(cells.map((cell) => parseDay(cell, decision.order)?.day)).toEqual(days)
        else expect(cells.every((cell) => parseDay(cell, 'dmy') !== null && parseDay(cell, 'mdy') !== null)).toBe(true)
      }),
    )
  })

  it('does not depend on the order of the rows', () => {
    const cell = fc.tuple(fc.nat(31), fc.nat(31), fc.constantFrom('24', '2024', '5')).map((parts) => parts.join('/'))
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        const [forth, back] = [decide(cells), decide([...cells].reverse())]
        expect('order' in forth ? forth : 'open').toEqual('order' in back ? back : 'open')
      }),
    )
  })
})
