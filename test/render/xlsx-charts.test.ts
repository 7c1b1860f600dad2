import { read } from '@e965/xlsx'
import { describe, expect, it, test } from 'vitest'
import type { Chart, ColumnsChart, CurveChart, HeatChart } from '../../src/core/report/chart.js'
import type { Report } from '../../src/core/report/model.js'
import { renderXlsx } from '../../src/render/xlsx.js'
import { disorderIn } from '../support/part-order.js'
import { allIn, type Element, named, treeOf } from '../support/part-tree.js'
import { readBack } from '../support/workbook-cells.js'
import { zipParts } from '../support/zip-parts.js'
import { currencies, customers, hostileNames, sampleWith } from './sample.js'
import { everyChart, grid } from './sample-charts.js'

const whole = sampleWith([grid, customers, currencies], {
  charts: everyChart,
  actions: ['Call Emma <today> & tomorrow.'],
})

/** Every part of a workbook by its name. */
async function partsOf(report: Report, isBare = false): Promise<Map<string, Element>> {
  const parts = await zipParts(await renderXlsx(report, 'en', isBare))
  return new Map([...parts].map(([name, text]) => [name, treeOf(text)]))
}

const chartParts = (parts: Map<string, Element>): Element[] =>
  [...parts].filter(([name]) => name.startsWith('xl/charts/')).map(([, part]) => part)

const values = (element: Element, name: string): (string | undefined)[] =>
  named(element, name).map(({ attributes }) => attributes.val)

describe('the parts of a workbook with charts', () => {
  it('hold their elements in the order the format demands', async () => {
    for (const report of [whole, sampleWith([currencies])])
      for (const [name, part] of await partsOf(report)) expect([name, disorderIn(part)]).toEqual([name, []])
  })

  it('have a type each, and every relation leads to a part', async () => {
    const parts = await partsOf(whole)
    const types = parts.get('[Content_Types].xml')!.children
    const overrides = types.filter(({ name }) => name === 'Override').map(({ attributes }) => attributes.PartName!)
    const own = [...parts.keys()].filter((name) => !name.endsWith('.rels') && name !== '[Content_Types].xml')
    expect(overrides.toSorted()).toEqual(own.map((name) => `/${name}`).toSorted())
    for (const [name, { children }] of [...parts].filter(([each]) => each.endsWith('.rels'))) {
      const folder = name.replace(/_rels\/[^/]*$/, '')
      for (const { attributes } of children)
        expect(parts.has(new URL(attributes.Target!, `file:///${folder}`).pathname.slice(1)), name).toBe(true)
      const ids = children.map(({ attributes }) => attributes.Id)
      expect(new Set(ids).size).toBe(ids.length)
    }
    const drawing = parts.get('xl/drawings/drawing1.xml')!
    expect(named(drawing, 'c:chart').map(({ attributes }) => attributes['r:id'])).toEqual(
      parts.get('xl/drawings/_rels/drawing1.xml.rels')!.children.map(({ attributes }) => attributes.Id),
    )
    const frames = named(drawing, 'xdr:cNvPr').map(({ attributes }) => attributes)
    expect(new Set(frames.map(({ id }) => id)).size).toBe(frames.length)
    expect(frames.map(({ descr }) => descr)).toEqual(
      everyChart.filter(({ kind }) => kind !== 'heat').map(({ alt }) => alt),
    )
  })

  it('carry the very figures of the cells they refer to', async () => {
    const cells = await readBack(await renderXlsx(whole, 'en'))
    const sheet = new Map(cells['Chart figures']!.map(([row, ...rest]) => [row, rest]))
    let compared = 0
    for (const chart of chartParts(await partsOf(whole))) {
      for (const reference of [...named(chart, 'c:numRef'), ...named(chart, 'c:strRef')]) {
        const [, column, from, to = from] = /^'Chart figures'!\$([A-Z])\$(\d+)(?::\$\1\$(\d+))?$/.exec(
          named(reference, 'c:f')[0]!.text,
        )!
        const wanted = Array.from({ length: Number(to) - Number(from) + 1 }, (_, at) => {
          return sheet.get(Number(from) + at)?.[column!.charCodeAt(0) - 65] ?? ''
        })
        const found: (string | number)[] = wanted.map(() => '')
        for (const { attributes, children } of named(reference, 'c:pt')) {
          const { text } = children[0]!
          found[Number(attributes.idx)] = reference.name === 'c:numRef' ? Number(text) : text
        }
        expect(found).toEqual(wanted)
        expect(values(reference, 'c:ptCount')).toEqual([String(wanted.length)])
        compared += wanted.length
      }
    }
    expect(compared).toBeGreaterThan(200)
  })

  it('are titled as the charts are, whatever the words', async () => {
    const charts = hostileNames.map((title, at) => ({
      ...(everyChart[3] as ColumnsChart),
      key: `c${at}`,
      title,
      alt: title,
    }))
    const parts = await partsOf(sampleWith([], { charts }))
    expect(chartParts(parts).map((part) => named(part, 'a:t')[0]!.text)).toEqual(
      hostileNames.map((text) => text.replace(/\r\n?/g, '\n').replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, '')),
    )
  })
})

describe('a chart', () => {
  const drawnOf = async (chart: Chart) => chartParts(await partsOf(sampleWith([], { charts: [chart] })))[0]!
  const chartOf = <K extends Chart['kind']>(kind: K) =>
    everyChart.find((chart): chart is Extract<Chart, { kind: K }> => chart.kind === kind)!

  it('of a curve has a line a tier, and a cut where each but the last ends', async () => {
    const drawn = await drawnOf(chartOf('curve'))
    expect(named(drawn, 'c:ser').map((series) => named(series, 'c:v')[0]!.text)).toEqual([
      ...['A: 净销售额占比', 'B: 净销售额占比', 'C: 净销售额占比', 'A: 24.3% → 75.1%', 'A+B: 50.0% → 96.9%'],
    ])
    // Straight between 1 - 0.76⁵ = 0.7464475 at 24 % and 1 - 0.75⁵ = 0.7626953 at 25 %.
    const [, , top] = named(named(drawn, 'c:ser')[3]!, 'c:yVal').flatMap((part) => named(part, 'c:pt'))
    expect(Number(top!.children[0]!.text)).toBeCloseTo(0.7513218, 7)
  })

  it('of columns is stacked, in major units, negative amounts below the line', async () => {
    const drawn = await drawnOf(chartOf('columns'))
    expect([values(drawn, 'c:barDir'), values(drawn, 'c:grouping'), values(drawn, 'c:overlap')]).toEqual([
      ...[['col'], ['stacked'], ['100']],
    ])
    const [first] = named(drawn, 'c:val')
    expect(named(first!, 'c:v').map(({ text }) => text)).toEqual(['12000', '9000', '15000', '-2000', '7000', '10000.5'])
    expect(values(drawn, 'c:legendPos')).toEqual(['b'])
  })

  it('of steps and spans lies, read from the top; a span begins on a part that is not painted', async () => {
    const [steps, spans] = [await drawnOf(chartOf('steps')), await drawnOf(chartOf('spans'))]
    for (const drawn of [steps, spans])
      expect([values(drawn, 'c:barDir'), values(drawn, 'c:orientation')]).toEqual([['bar'], ['maxMin', 'minMax']])
    expect(named(steps, 'a:t').map(({ text }) => text)).toEqual([
      ...['每100位意向客户有8位成交', '62 · 62.0%', '20 · 32.3%', '8 · 40.0%'],
    ])
    const [before, span] = named(spans, 'c:ser')
    expect(allIn(before!.children.find(({ name }) => name === 'c:spPr')!).map(({ name }) => name)).toContain('a:noFill')
    expect(named(span!, 'c:val').flatMap((part) => named(part, 'c:v').map(({ text }) => text))).toEqual([
      '33',
      '15',
      '80',
    ])
    // Stacked bars with labels outside make Excel repair the workbook.
    expect(new Set(values(spans, 'c:dLblPos'))).toEqual(new Set(['ctr']))
  })

  it('of a flow sets before beside now, for whoever was on one side only too, and is titled as that', async () => {
    const drawn = await drawnOf(chartOf('flow'))
    expect(named(drawn, 'a:t')[0]!.text).toBe(chartOf('flow').table.title)
    const sides = named(drawn, 'c:val').map((part) => named(part, 'c:v').map(({ text }) => text))
    expect(sides).toEqual([
      ['30', '32', '44', '0'],
      ['52', '0', '51', '3'],
    ])
  })

  it('without figures is not drawn, and no part speaks of it', async () => {
    const charts: Chart[] = [
      { ...chartOf('columns'), columns: [] },
      { ...chartOf('columns'), key: 'no parts', parts: [] },
      { ...chartOf('steps'), steps: [] },
      { ...chartOf('spans'), spans: [] },
      { ...chartOf('flow'), from: [], to: [], flows: [] },
      { ...chartOf('curve'), points: [{ x: 0, y: 0 }] },
      { ...chartOf('curve'), key: 'no stretches', stretches: [] },
    ]
    expect([...(await partsOf(sampleWith([currencies], { charts }))).keys()].join()).not.toMatch(/chart|drawing/)
    expect([...(await partsOf(whole, true)).keys()].join()).not.toMatch(/chart|drawing/)
  })

  it('of one tier, one point a tier or one column is drawn', async () => {
    const points = [0, 1].map((part) => ({ x: part, y: part }))
    const one: CurveChart = { ...chartOf('curve'), points, stretches: [{ tier: 'A', until: 1 }] }
    expect(named(await drawnOf(one), 'c:ser')).toHaveLength(1)
    const narrow: CurveChart = {
      ...one,
      stretches: ['A', 'B', 'C'].map((tier, at) => ({ tier, until: [0.001, 0.002, 1][at]! })),
    }
    expect(disorderIn(await drawnOf(narrow))).toEqual([])
    expect(
      disorderIn(await drawnOf({ ...chartOf('columns'), columns: ['2024'], parts: [{ label: 'all', values: [0] }] })),
    ).toEqual([])
  })
})

test('heat shades the table that holds its fields, and has a grid of its own where none does', async () => {
  const parts = await partsOf(whole)
  const rules = (sheet: string) =>
    named(parts.get(`xl/worksheets/${sheet}.xml`)!, 'conditionalFormatting').map((each) => [
      each.attributes.sqref,
      named(each, 'cfvo').map(({ attributes }) => attributes.val ?? attributes.type),
    ])
  expect(rules('sheet2')).toEqual([
    ['A2:A4', ['min', 'max']],
    ['B2:B4 C2:C4 D2:D4', ['0', '20.5', '41']],
  ])
  const { 'Grid Who came back': own } = await readBack(await renderXlsx(whole, 'en'))
  expect(own).toEqual([
    [1, 'first order ↓ · month after →', '0', '1'],
    [2, '2024-01', 1, 0.4],
    [3, '2024-02', 1],
  ])
  const heat = everyChart.find((chart): chart is HeatChart => chart.key === 'grid')!
  const moved = { ...grid, rows: grid.rows.toReversed() }
  const { SheetNames } = read(await renderXlsx(sampleWith([moved], { charts: [heat] }), 'en'))
  expect(SheetNames).toEqual(['Summary', 'Customers by R and F', 'Grid Customers by R and F'])
})

test('the same charts give the same bytes', async () => {
  const [once, again] = [await renderXlsx(whole, 'zh'), await renderXlsx(structuredClone(whole), 'zh')]
  expect(Buffer.compare(once, again)).toBe(0)
})
