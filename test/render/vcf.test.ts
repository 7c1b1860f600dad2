import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Table } from '../../src/core/report/table.js'
import { renderVcf } from '../../src/render/vcf.js'
import { customers, hostile, hostileNames } from './sample.js'

const halfCharacter = /\p{Surrogate}/u

/** A reader of vCards of its own: unfold, split at the first colon outside the name, unescape. */
function parseCards(text: string): Map<string, string[]>[] {
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const lines = text.replaceAll('\r\n ', '').split('\r\n')
  expect(lines.pop()).toBe('')
  const cards: Map<string, string[]>[] = []
  for (const line of lines) {
    const [, name, value] = /^([^:]+):(.*)$/s.exec(line)!
    if (line === 'BEGIN:VCARD') cards.push(new Map())
    else if (line !== 'END:VCARD') cards.at(-1)!.set(name!, [...(cards.at(-1)!.get(name!) ?? []), value!])
  }
  return cards
}

function unescapeText(value: string): string {
  return value.replace(/\\(.)/g, (_, char: string) => (char === 'n' || char === 'N' ? '\n' : char))
}

function nameTable(names: readonly string[]): Table {
  return { ...hostile, columns: hostile.columns.slice(0, 1), rows: names.map((name) => ({ name })) }
}

describe('vCards', () => {
  it('carry name, phone, e-mail and company, and the rest in the note', () => {
    const [zhang, emma, , , nameless] = parseCards(renderVcf(customers, 'zh'))
    expect(Object.fromEntries(zhang!)).toMatchObject({
      VERSION: ['3.0'],
      FN: ['张三'],
      N: ['张三;;;;'],
      'TEL;TYPE=CELL': ['+8613800138000'],
      'EMAIL;TYPE=INTERNET': ['zhang@qq.com'],
      ORG: ['三友贸易\\, 有限公司'],
    })
    expect(unescapeText(zhang!.get('NOTE')![0]!).split('\n')).toContain('等级：A')
    expect(unescapeText(zhang!.get('NOTE')![0]!)).not.toContain('138')
    expect(emma!.get('N')).toEqual(['Emma Brown & Söhne;;;;'])
    expect(emma!.has('ORG')).toBe(false)
    expect(nameless!.get('FN')).toEqual(['-'])
  })

  it('write several numbers as several properties, and name a contact without a name by its number', () => {
    const columns = customers.columns.filter(({ kind }) => kind === 'text' || kind === 'phone')
    const table = { ...customers, columns, rows: [{ name: null, phone: ['+8613800138000', '+15417543000'] }] }
    const [card] = parseCards(renderVcf(table, 'en'))
    expect(card!.get('TEL;TYPE=CELL')).toEqual(['+8613800138000'])
    // Nobody can tell a mobile from a landline by an American number.
    expect(card!.get('TEL;TYPE=VOICE')).toEqual(['+15417543000'])
    expect(card!.get('FN')).toEqual(['+8613800138000'])
  })

  it('give hostile names back, without control characters', () => {
    const cards = parseCards(renderVcf(nameTable(hostileNames), 'en'))
    expect(cards.map((card) => unescapeText(card.get('FN')![0]!))).toEqual(hostileNames.map(withoutControls))
  })

  it('fold after exactly 75 octets', () => {
    const lines = (name: string) =>
      renderVcf(nameTable([name]), 'en')
        .split('\r\n')
        .slice(2, 4)
    expect(lines('a'.repeat(72))).toEqual([`FN:${'a'.repeat(72)}`, `N:${'a'.repeat(72)};`])
    expect(lines('a'.repeat(73))).toEqual([`FN:${'a'.repeat(72)}`, ' a'])
    expect(lines(`${'a'.repeat(70)}张`)).toEqual([`FN:${'a'.repeat(70)}`, ' 张'])
    expect(lines(`${'a'.repeat(71)},b`)).toEqual([`FN:${'a'.repeat(71)}`, ' \\,b'])
  })

  it('fold at 75 octets, give any name back and never break a character', () => {
    const name = fc.string({
      unit: fc.oneof(fc.constantFrom('张', '😀', '\\', ';', ',', '\n', 'a', ' '), fc.string({ maxLength: 1 })),
      maxLength: 200,
      size: 'max',
    })
    fc.assert(
      fc.property(
        name.filter((text) => text.trim() !== '' && !halfCharacter.test(text)),
        (text) => {
          const card = renderVcf(nameTable([text]), 'en')
          for (const line of card.split('\r\n')) {
            expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
            expect(line).not.toMatch(halfCharacter)
          }
          expect(unescapeText(parseCards(card)[0]!.get('FN')![0]!)).toBe(withoutControls(text))
        },
      ),
    )
  })
})

function withoutControls(text: string): string {
  return text
    .trim()
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x09\x0b-\x1f\x7f-\x9f]/g, ' ')
}
