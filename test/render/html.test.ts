import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeHtml, renderHtml } from '../../src/render/html.js'
import { currencies, customers, hostile, hostileNames, sample, sampleWith } from './sample.js'

const allowed = new Set(
  'html head meta title style body main header h1 h2 p span dl div dt dd nav a section table thead tbody tr th td i b ul li'.split(
    ' ',
  ),
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
    const html = renderHtml(sample, 'zh')
    expect(html).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    )
    for (const { name, attributes } of tagsOf(html)) {
      expect(allowed).toContain(name)
      expect(attributes).not.toMatch(/\son\w+=|\ssrc=|javascript:|https?:/)
    }
    expect(html).not.toMatch(/url\(|@import/)
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

  it('draws bars for shares and marks negative amounts', () => {
    const html = renderHtml(sampleWith([customers, currencies]), 'zh')
    expect(html).toContain(
      '<td class="bar"><span class="track" aria-hidden="true"><i style="width:42.2%"></i></span>42.2%</td>',
    )
    expect(html).toContain('<td class="money negative">-¥500.00</td>')
    expect(html).toContain('<b class="badge tier-A">A</b>')
  })
})
