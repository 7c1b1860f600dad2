import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Table } from '../../src/core/report/table.js'
import { escapeHtml } from '../../src/render/escape.js'
import { renderHtml } from '../../src/render/html.js'
import { madeCharts } from './made-charts.js'
import { currencies, customers, hostile, hostileNames, sample, sampleWith } from './sample.js'

const allowed = new Set(
  (
    'html head meta title style body main header h1 h2 p span dl div dt dd nav a section table colgroup col thead tbody tr th td i b ul ol li ' +
    'figure figcaption details summary svg desc defs pattern g path rect line circle polygon text'
  ).split(' '),
)

/** Every tag of a page; text between them may hold no bare `<`. */
function tagsOf(html: string): { name: string; attributes: string }[] {
  const body = html.replace(/<style>.*?<\/style>/s, '<style></style>').replace('<!doctype html>', '')
  const tags = [...body.matchAll(/<(\/?[a-zA-Z][a-z0-9]*)((?:\s[^<>]*)?)>/g)]
  expect(body.replace(/<\/?[a-zA-Z][a-z0-9]*(?:\s[^<>]*)?>/g, '')).not.toMatch(/[<>]/)
  return tags.map(([, name, attributes]) => ({ name: name!.replace('/', ''), attributes: attributes! }))
}

function decoded(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

describe('the HTML page', () => {
  it('is self-contained: a strict policy, no scripts, no handlers, nothing fetched', () => {
    const html = renderHtml({ ...sample, charts: madeCharts('</svg><script>x</script>'), actions: ['<b>call'] }, 'zh')
    expect(html).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    )
    for (const { name, attributes } of tagsOf(html)) {
      expect(allowed).toContain(name)
      expect(attributes).not.toMatch(/\son\w+=|\ssrc=|javascript:|https?:/)
    }
    // What a drawing is filled with stands in the drawing.
    expect(html).not.toMatch(/url\((?!#)|@import/)
  })

  it('puts a chart where its table is, or before the tables with its figures to open', () => {
    const own = { ...madeCharts('n')[0]!, table: customers }
    const other = { ...madeCharts('n')[1]!, table: { ...currencies, key: 'other', title: 'Of its own' } }
    const html = renderHtml(sampleWith([currencies, customers], { charts: [own, other] }), 'en')
    const order = [
      '<dl class="facts">',
      'c2w-t',
      'Of its own',
      '<section id="t1">',
      '<section id="t2">',
      'c1w-t',
      '<table',
    ]
    const places = order.map((part, at) => html.indexOf(part, at === order.length - 1 ? html.indexOf('c1w-t') : 0))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(html.match(/<details>/g)).toHaveLength(1)
  })

  it('says what to do before the figures', () => {
    const html = renderHtml({ ...sample, actions: ['Call Ann <today>', 'Send tea'] }, 'en')
    expect(html).toContain('<h2>What to do first</h2><ol><li>Call Ann &lt;today&gt;</li><li>Send tea</li></ol>')
    expect(html.indexOf('<ol>')).toBeLessThan(html.indexOf('<dl class="facts">'))
    expect(renderHtml(sample, 'en')).not.toContain('<ol>')
  })

  it('gives every element an id of its own, and every drawing a title and a text', () => {
    const html = renderHtml({ ...sample, charts: [...madeCharts('a'), ...madeCharts('b')] }, 'en')
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const drawings = [...html.matchAll(/<svg role="img"[^>]* aria-labelledby="([^"]+)" aria-describedby="([^"]+)"/g)]
    expect(drawings).toHaveLength(4 * madeCharts('a').length)
    for (const [, title, alt] of drawings) {
      expect(html).toContain(`<title id="${title}">`)
      expect(html).toContain(`<desc id="${alt}">`)
    }
  })

  it('is written in the language of the reader', () => {
    expect(renderHtml(sample, 'zh')).toContain('<html lang="zh-Hans">')
    expect(renderHtml(sample, 'zh')).toContain('另有 4,318 行未列出。')
    expect(renderHtml(sample, 'en')).toContain('<html lang="en">')
    expect(renderHtml(sample, 'en')).toContain('4,318 more rows are not shown here.')
  })

  it('shows hostile text as text', () => {
    const html = renderHtml(sampleWith([hostile]), 'en')
    const cells = [...html.matchAll(/<td class="text(?: sentence)?">(.*?)<\/td>/gs)].map(([, cell]) => decoded(cell!))
    expect(cells).toHaveLength(hostileNames.length)
    expect(cells).toContain('</script><img src=x onerror=alert(1)>')
    expect(cells[0]).toBe('\\u001b]0;owned\\u0007\\u001b[2J\\u001b]52;c;ZXZpbA==\\u0007')
    expect(html).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/)
  })

  it('escapes any text so that no markup is left', () => {
    const markup = fc.string({
      unit: fc.oneof(fc.constantFrom('<', '>', '&', '"', "'", '/', 'a', '\u202e'), fc.string({ maxLength: 1 })),
    })
    fc.assert(
      fc.property(markup, (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/)
        if (!/[\0-\x08\x0b-\x1f\x7f-\x9f\u202e]/.test(text)) expect(decoded(escapeHtml(text))).toBe(text)
      }),
    )
  })

  it('leaves the lesser columns of a very wide table off the page, and says where they are', () => {
    const many = Array.from({ length: 15 }, (_, at) => ({
      key: at === 14 ? 'nothing' : 'gbpMinor',
      kind: 'count' as const,
      label: `K${at}`,
      wide: at > 9,
    }))
    const html = renderHtml(sampleWith([{ ...currencies, columns: many }]), 'en')
    expect([...html.matchAll(/<th scope="col" class="count">(K\d+)</g)].map(([, label]) => label)).toEqual(
      Array.from({ length: 10 }, (_, at) => `K${at}`),
    )
    expect(html.match(/<td class="count">/g)).toHaveLength(10 * currencies.rows.length)
    // K14 is empty in every row: nobody misses it.
    expect(html).toContain(
      '<p class="more">Left off the page for lack of width, but in the workbook (-o FILE.xlsx): K10, K11, K12, K13</p>',
    )
    const narrower = renderHtml(sampleWith([{ ...currencies, columns: many.slice(0, 14) }]), 'en')
    expect(narrower).toContain('>K13</th>')
    expect(narrower).not.toContain('Left off')
  })

  it('shows no lesser column that is empty or only says the kind of another, unless there is no other', () => {
    const columns = [
      { key: 'what', kind: 'text', label: 'What' },
      { key: 'sort', kind: 'text', label: 'Sort', wide: true },
      { key: 'figure', kind: 'number', kindIn: 'sort', label: 'Figure' },
      { key: 'none', kind: 'id', label: 'Number', wide: true },
      { key: 'told', kind: 'text', label: 'Told', wide: true },
    ] as const
    const rows = [{ what: 'owed', sort: 'money', figure: -5, none: null, told: 'yes' }]
    const heads = (table: Table) =>
      [...renderHtml(sampleWith([table]), 'en').matchAll(/<th scope="col"[^>]*>([^<]*)/g)].map(([, label]) => label)
    const table = { key: 't', title: 'T', columns, rows, omitted: 0 }
    expect(heads(table)).toEqual(['What', 'Figure', 'Told'])
    expect(heads({ ...table, columns: columns.slice(3, 4) })).toEqual(['Number'])
  })

  it('marks amounts below zero, not a fall: that may be good', () => {
    const columns = [
      { key: 'a', kind: 'money', label: 'A', currency: 'CNY' },
      { key: 'b', kind: 'percent', label: 'B' },
      { key: 'c', kind: 'points', label: 'C' },
    ] as const
    const table = { key: 't', title: 'T', columns, rows: [{ a: -1, b: -0.2, c: -0.02 }], omitted: 0 }
    const facts = [{ label: 'Change', kind: 'percent', value: -0.5 }] as const
    const html = renderHtml(sampleWith([table], { facts }), 'en')
    expect(html.match(/class="[^"]*negative"/g)).toEqual(['class="money negative"'])
  })

  it('has no table that only a terminal needs', () => {
    const html = renderHtml(sampleWith([currencies, { ...customers, title: 'Once more', isForTerminal: true }]), 'en')
    expect(html).not.toContain('Once more')
  })

  it('draws bars for shares and marks negative amounts', () => {
    const html = renderHtml(sampleWith([customers, currencies]), 'zh')
    expect(html).toContain(
      '<td class="bar"><span class="track" aria-hidden="true"><i style="width:42.2%"></i></span><span class="share">42.2%</span></td>',
    )
    expect(html).toContain('<td class="money negative">-¥500.00</td>')
    expect(html).toContain('<b class="badge tier-A">A</b>')
  })
})
