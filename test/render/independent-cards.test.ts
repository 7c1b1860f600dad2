import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import type { CalendarEntry } from '../../src/core/report/calendar.js'
import type { Column, Table } from '../../src/core/report/table.js'
import { dateOf, dayOf } from '../../src/core/values/business-date.js'
import { phoneKind } from '../../src/core/values/phone-kind.js'
import { renderIcs } from '../../src/render/ics.js'
import { renderVcf } from '../../src/render/vcf.js'
import { hostileNames } from './sample.js'

/* Cards and calendars read by somebody else's reader: ical.js knows both. */

const columns: readonly Column[] = [
  { key: 'customer', kind: 'id', label: 'Customer' },
  { key: 'name', kind: 'text', label: 'Name', person: 'name' },
  { key: 'company', kind: 'company', label: 'Company' },
  { key: 'phone', kind: 'phone', label: 'Phone' },
  { key: 'phones', kind: 'phone', label: 'Further phones' },
  { key: 'email', kind: 'email', label: 'E-mail' },
  { key: 'emails', kind: 'email', label: 'Further e-mails' },
  { key: 'wechat', kind: 'text', label: 'WeChat', person: 'wechat' },
  { key: 'country', kind: 'text', label: 'Country', person: 'country', words: { US: 'United States' } },
  { key: 'region', kind: 'text', label: 'Region', person: 'region' },
  { key: 'city', kind: 'text', label: 'City', person: 'city' },
  { key: 'address', kind: 'text', label: 'Address', person: 'street' },
  { key: 'postcode', kind: 'id', label: 'Postcode', person: 'postcode' },
  { key: 'birthday', kind: 'text', label: 'Birthday', person: 'birthday' },
  { key: 'tags', kind: 'text', label: 'Tags', person: 'tags' },
  { key: 'note', kind: 'text', label: 'Note' },
]

const tableOf = (rows: Table['rows']): Table => ({ key: 'contacts', title: 'Contacts', columns, rows, omitted: 0 })

type Property = [name: string, params: Record<string, string | string[]>, type: string, ...values: unknown[]]

function cardsOf(text: string): Property[][] {
  const parsed = ICAL.parse(text) as unknown
  // One card is read as a card, several as a list of them.
  const cards = (Array.isArray(parsed) && parsed[0] === 'vcard' ? [parsed] : parsed) as [string, Property[]][]
  return cards.map(([, properties]) => properties)
}

const toldOf = (card: readonly Property[], name: string): unknown => card.find(([own]) => own === name)?.[3]

/** What a card or a calendar keeps of a text: everything but control characters and halves of characters. */
function kept(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\0-\x09\x0b-\x1f\x7f-\x9f]/g, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
}

/** RFC 2426 escapes a semicolon in every text; this reader takes the escape back in structured values alone. */
const semicolons = (text: unknown) => String(text).replace(/\\+;/g, ';')

/** Names as a hostile or careless seller's file has them. */
const wildText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '张',
      '😀',
      '👩‍👩‍👧',
      '\\',
      ';',
      ',',
      ':',
      '\n',
      '\r',
      '\u202e',
      '\u2066',
      '\u2028',
      '"',
      ' ',
      'a',
      '\\n',
      'END:VCARD',
      'END:VEVENT',
    ),
    fc.string({ maxLength: 1 }),
  ),
  maxLength: 120,
  size: 'max',
})

function expectLines(text: string): void {
  expect(text.endsWith('\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(Buffer.from(text).toString('utf8')).toBe(text)
}

describe('a vCard', () => {
  test('has every way to reach the customer, each by its kind, and the rest where address books look for it', () => {
    const row = {
      ...{ customer: 'c1', name: '欧阳 修;文', company: 'A, B & Co', phone: '+8613800138000' },
      ...{
        phones: ['+861012345678', '+447400123456', '+15417543000'],
        email: 'a@example.com',
        emails: ['b@example.com'],
      },
      ...{ wechat: 'wxid_1', country: 'US', region: 'MA', city: 'Boston', address: '1 Main St; 2', postcode: '02101' },
      ...{ birthday: '1990-05-03', tags: ['vip', 'a,b'], note: 'line 1\nline 2' },
    }
    const text = renderVcf(tableOf([row]), 'en')
    expectLines(text)
    const [card] = cardsOf(text)
    expect(semicolons(toldOf(card!, 'fn'))).toBe('欧阳 修;文')
    expect(toldOf(card!, 'n')).toEqual(['欧阳 修;文', '', '', '', ''])
    expect(card!.filter(([name]) => name === 'tel').map(([, params, , value]) => [params.type, value])).toEqual([
      ['CELL', '+8613800138000'],
      [['WORK', 'VOICE'], '+861012345678'],
      ['CELL', '+447400123456'],
      ['VOICE', '+15417543000'],
    ])
    expect(card!.filter(([name]) => name === 'email').map(([, , , value]) => value)).toEqual([
      'a@example.com',
      'b@example.com',
    ])
    expect(toldOf(card!, 'adr')).toEqual(['', '', '1 Main St; 2', 'Boston', 'MA', '02101', 'United States'])
    expect(String(toldOf(card!, 'bday'))).toBe('1990-05-03')
    expect(card!.find(([name]) => name === 'categories')!.slice(3)).toEqual(['vip', 'a,b'])
    expect(toldOf(card!, 'note')).toBe('Customer: c1\nWeChat: wxid_1\nNote: line 1\nline 2')
  })

  test('leaves a lunar birthday and a country alone to the note', () => {
    const [card] = cardsOf(renderVcf(tableOf([{ name: 'Lu', country: 'US', birthday: 'lunar:--08-15' }]), 'en'))
    expect(toldOf(card!, 'bday')).toBeUndefined()
    expect(toldOf(card!, 'adr')).toBeUndefined()
    expect(toldOf(card!, 'note')).toBe('Country: United States\nBirthday: lunar:--08-15')
  })

  test('gives any name, company, address and note back, whatever stands in them', () => {
    fc.assert(
      fc.property(wildText, wildText, wildText, (name, address, note) => {
        const text = renderVcf(
          tableOf([
            { name: `x${name}x`, company: `y${name}y`, address: `z${address}z`, note: `n${note}n` },
            { name: 'next' },
          ]),
          'en',
        )
        expectLines(text)
        const cards = cardsOf(text)
        expect(cards).toHaveLength(2)
        expect(semicolons(toldOf(cards[0]!, 'fn'))).toBe(semicolons(kept(`x${name}x`)))
        expect(semicolons(toldOf(cards[0]!, 'org'))).toBe(semicolons(kept(`y${name}y`)))
        expect((toldOf(cards[0]!, 'adr') as string[])[2]).toBe(kept(`z${address}z`))
        expect(semicolons(toldOf(cards[0]!, 'note'))).toBe(semicolons(`Note: ${kept(`n${note}n`)}`))
        expect(toldOf(cards[1]!, 'fn')).toBe('next')
      }),
      { numRuns: 300 },
    )
  })

  test('holds names that try to be something else, and a text as long as a cell can be', () => {
    const long = '张;,\\😀'.repeat(5_500).slice(0, 32_767)
    const cards = cardsOf(renderVcf(tableOf([...hostileNames, long].map((name) => ({ name: `-${name}` }))), 'zh'))
    expect(cards.map((card) => semicolons(toldOf(card, 'fn')))).toEqual(
      [...hostileNames, long].map((name) => semicolons(kept(`-${name}`))),
    )
  })
})

test.each([
  ['+8613800138000', 'mobile'],
  ['+861012345678', 'landline'],
  ['+864008001234', 'landline'],
  ['+447400123456', 'mobile'],
  ['+442071838750', 'landline'],
  ['+4915123456789', 'mobile'],
  ['+81312345678', 'landline'],
  ['+15417543000', null],
  ['not a phone', null],
])('%s is %s', (phone, kind) => expect(phoneKind(phone)).toBe(kind))

const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  ...{ id: 'abc-c1-restock@crm', on: dateOf(dayOf('2026-09-25')), customer: 'c1', summary: 'Ann', description: '' },
  ...more,
})
const report = (calendar: readonly CalendarEntry[]) => ({ title: '待跟进; 客户\n名单', asOf: '2026-08-31', calendar })

const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))

describe('a calendar', () => {
  test('has all-day events with their own ids, stamped with the day of the report', () => {
    const text = renderIcs(report([entry(), entry({ id: 'abc-c2-birthday@crm', on: dateOf(dayOf('2024-02-29')) })]))
    expectLines(text)
    const calendar = new ICAL.Component(ICAL.parse(text))
    // The reader does not unescape a property it does not know.
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('待跟进\\; 客户\\n名单')
    const [first, second] = eventsOf(text)
    expect([first!.uid, second!.uid]).toEqual(['abc-c1-restock@crm', 'abc-c2-birthday@crm'])
    expect(first!.startDate.isDate).toBe(true)
    expect([first!.startDate.toString(), second!.startDate.toString()]).toEqual(['2026-09-25', '2024-02-29'])
    expect(first!.duration.toString()).toBe('P1D')
    expect(String(first!.component.getFirstPropertyValue('dtstamp'))).toBe('2026-08-31T00:00:00Z')
    expect(first!.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
    expect(renderIcs(report([entry()]))).toBe(renderIcs(report([entry()])))
  })

  test('is a calendar without an event where nothing is due', () => {
    expect(eventsOf(renderIcs(report([])))).toEqual([])
  })

  test('gives any summary and description back, whatever stands in them', () => {
    fc.assert(
      fc.property(wildText, wildText, (summary, description) => {
        const text = renderIcs(
          report([entry({ summary: `x${summary}x`, description: `y${description}y` }), entry({ id: 'next' })]),
        )
        expectLines(text)
        const events = eventsOf(text)
        expect(events).toHaveLength(2)
        expect(events[0]!.summary).toBe(kept(`x${summary}x`))
        expect(events[0]!.description).toBe(kept(`y${description}y`))
      }),
      { numRuns: 300 },
    )
  })

  test('holds names that try to be something else, and a text as long as a cell can be', () => {
    const long = '张;,\\😀'.repeat(5_500).slice(0, 32_767)
    const names = [...hostileNames, long].map((name) => `-${name}`)
    const events = eventsOf(renderIcs(report(names.map((summary, i) => entry({ id: String(i), summary })))))
    expect(events.map(({ summary }) => summary)).toEqual(names.map(kept))
  })
})
