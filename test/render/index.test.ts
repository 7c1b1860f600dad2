import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { dateOf, dayOf } from '../../src/core/values/business-date.js'
import { encodeText } from '../../src/render/encode.js'
import { type RenderOptions, rendererFor, renderers } from '../../src/render/index.js'
import { renderMarkdown } from '../../src/render/markdown.js'
import { currencies, customers, hostile, hostileNames, sample, sampleWith } from './sample.js'

const options: RenderOptions = {
  lang: 'zh',
  destination: 'file',
  width: 80,
  color: false,
  ascii: false,
  raw: false,
  encoding: 'utf-8',
}

/** Formats that are no text. */
const packed = ['xlsx', 'zip']

describe('the registry of formats', () => {
  it('has each name and each extension once', () => {
    const names = renderers.map(({ name }) => name)
    const extensions = renderers.flatMap((renderer) => renderer.extensions)
    expect(new Set(names).size).toBe(names.length)
    expect(new Set(extensions).size).toBe(extensions.length)
  })

  it('is asked by name or by file', () => {
    expect(rendererFor('table')?.name).toBe('table')
    expect(rendererFor('周报.XLSX')?.name).toBe('xlsx')
    expect(rendererFor('out/report.htm')?.name).toBe('html')
    expect(rendererFor('xlsx')?.name).toBe('xlsx')
    expect(rendererFor('notes.docx')).toBeUndefined()
    expect(rendererFor('htm')).toBeUndefined()
  })

  for (const renderer of renderers) {
    it(`${renderer.name} gives the same bytes for the same report, also an empty or hostile one`, async () => {
      for (const report of [sample, sampleWith([hostile]), sampleWith([]), sampleWith([{ ...customers, rows: [] }])]) {
        const once = await renderer.render(report, options)
        expect(Buffer.from(await renderer.render(structuredClone(report), options)).equals(Buffer.from(once))).toBe(
          true,
        )
      }
      expect((await renderer.render(sample, options)).length).toBeGreaterThan(0)
    })

    it(`${renderer.name} holds ${renderer.holds}`, async () => {
      if (packed.includes(renderer.name)) return expect(renderer.holds).toBe('every table')
      if (renderer.name === 'ics') return expect(renderer.holds).toBe('the calendar')
      const text = String(await renderer.render(sampleWith([customers, currencies]), options))
      expect(text.includes('张三')).toBe(true)
      expect(text.includes('champions')).toBe(renderer.holds === 'every table')
    })
  }

  it('codes are spelled out for people and kept for machines', async () => {
    const segment = { key: 'segment', kind: 'text' as const, label: '分群', words: { champions: '重要价值客户' } }
    const columns = [{ key: 'name', kind: 'text' as const, label: '客户' }, segment]
    const report = sampleWith([{ ...currencies, columns }], { summary: {} })
    for (const renderer of renderers.filter(({ name }) => ![...packed, 'ics'].includes(name))) {
      const text = String(await renderer.render(report, options))
      expect(text.includes('重要价值客户'), renderer.name).toBe(!renderer.name.startsWith('json'))
      expect(text.includes('champions'), renderer.name).toBe(renderer.name.startsWith('json'))
    }
    expect(String(await rendererFor('csv')!.render(report, { ...options, raw: true }))).toContain('champions')
  })

  it('no text format lets data steer a terminal', async () => {
    for (const renderer of renderers.filter(({ name }) => ![...packed, 'html'].includes(name))) {
      const calendar = hostileNames.map((name) => {
        return { id: 'x', on: dateOf(dayOf('2024-06-30')), customer: null, summary: name, description: name }
      })
      const shown = sampleWith([hostile], { calendar })
      const text = String(await renderer.render(shown, { ...options, destination: 'terminal' }))
      expect(text, renderer.name).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/)
    }
  })

  it('csv files are made for Excel, csv pipes for programs', async () => {
    const csv = rendererFor('csv')!
    expect(String(await csv.render(sample, options))).toMatch(/^\uFEFF"客户".*\r\n/)
    expect(String(await csv.render(sample, { ...options, destination: 'pipe' }))).toMatch(/^"客户"[^\r]*\n/)
    const gbk = await csv.render(sampleWith([{ ...customers, rows: customers.rows.slice(0, 1) }]), {
      ...options,
      encoding: 'gbk',
    })
    expect(iconv.decode(Buffer.from(gbk), 'gbk', { stripBOM: false })).toMatch(/^"客户".*\r\n"张三"/)
  })
})

describe('encodings', () => {
  it('write what they can', async () => {
    expect(Buffer.from(await encodeText('张三€', 'gbk')).toString('hex')).toBe(
      iconv.encode('张三€', 'gbk').toString('hex'),
    )
    expect(Buffer.from(await encodeText('张', 'gbk')).toString('hex')).toBe('d5c5')
    expect(new TextDecoder('gb18030').decode(await encodeText('𠮷野家', 'gb18030'))).toBe('𠮷野家')
    expect(Buffer.from(await encodeText('张', 'utf-8')).toString('hex')).toBe('e5bca0')
  })

  it('refuse what they cannot, naming the characters', async () => {
    await expect(encodeText('𠮷野家 😀😀', 'gbk')).rejects.toMatchObject({
      kind: 'cannot-write',
      code: 'encoding.unmappable-gbk',
      params: { encoding: 'gbk', characters: '𠮷 😀', count: 3, texts: '𠮷野家 😀😀' },
    })
  })
})

describe('markdown', () => {
  it('is a table a table with numbers to the right', () => {
    expect(renderMarkdown(sampleWith([currencies], { facts: sample.facts.slice(0, 2), notes: ['a'] }), 'zh')).toBe(
      `# 客户分层报告（ABC）

截至 2024-06-30 · 2023-07-02 至 2024-06-30（365天） · 金额单位 CNY

- 客户数：**4,338**
- 净销售额：**¥8,911,407.90**

## Net revenue by currency

| Segment | Net revenue in the window | Discount and refund | Average order value |
| --- | ---: | ---: | ---: |
| champions | JPY 1,234,567 | KWD 1.005 | £8,911,407.90 |
| at risk | JPY -980 | KWD -0.005 | -£13,229.14 |
| lost | JPY 0 |  | £0.07 |

## 说明

- a
`,
    )
  })

  it('lets no data become markup', () => {
    const text = renderMarkdown(sampleWith([hostile]), 'en')
    expect(text).toContain('\\[click\\](http\\://example.com) \\`code\\` \\| \\*bold\\*')
    expect(renderMarkdown(sampleWith([], { title: 'WWW.example.com, 3:4, v.www' }), 'en')).toMatch(
      /^# WWW\\\.example\.com, 3:4, v\.www$/m,
    )
    expect(text).not.toMatch(/<img|<svg|<\/script/)
    for (const line of text.split('\n').filter((each) => each.startsWith('|'))) {
      expect(line.match(/(?<!\\)\|/g)).toHaveLength(4)
    }
  })
})
