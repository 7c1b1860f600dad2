import { describe, expect, test } from 'vitest'
import { renderCsv } from '../../src/render/csv.js'
import { sparkline } from '../../src/render/sparkline.js'
import { formatValue } from '../../src/render/value.js'

describe('figures as a line of small columns', () => {
  test.each([
    ['from zero to the largest', [0, 50, 100], '▁▅█'],
    ['a blank where there is none', [100, null, 0], '█ ▁'],
    ['all nought', [0, 0], '▁▁'],
    ['below nought is nought', [-50, 100], '▁█'],
    ['nothing', [], ''],
  ] as const)('%s', (_, trend, line) => expect(sparkline(trend)).toBe(line))

  test('against a figure of its own', () => expect(sparkline([50, 100, 300], 200)).toBe('▃▅█'))

  test('ASCII where that is asked for', () => expect(sparkline([0, 50, 100], undefined, true)).toBe('_=#'))

  test('people see the shape, programs the figures', () => {
    const column = { key: 'trend', kind: 'trend', label: 'Months' } as const
    expect(formatValue([1, null, 2], column, 'en')).toBe('▅ █')
    const table = { key: 't', title: '', columns: [column], rows: [{ trend: [1, null, 2] }], omitted: 0 }
    expect(renderCsv(table, { raw: false, bom: false, delimiter: ',' })).toBe('"Months"\n"1; ; 2"\n')
  })
})
