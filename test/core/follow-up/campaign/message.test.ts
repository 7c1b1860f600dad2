import { describe, expect, test } from 'vitest'
import { fillMessage, readMessage } from '../../../../src/core/follow-up/campaign/message.js'
import { occasionNamed } from '../../../../src/core/follow-up/campaign/occasions.js'
import type { Recipient } from '../../../../src/core/follow-up/campaign/placeholders.js'
import { dayOf } from '../../../../src/core/values/business-date.js'
import { languageOfCountry } from '../../../../src/core/values/country-language.js'

const anna: Recipient = {
  ...{
    name: 'Anna Smith',
    country: 'GB',
    company: 'Smith Ltd',
    product: 'Oolong - 250g',
    lastOrderOn: dayOf('2026-08-01'),
    tier: 'A',
  },
  ...{ shop: 'Tea House', language: 'en', points: 1250 },
}
const nobody: Recipient = {
  ...{
    name: null,
    country: null,
    company: null,
    product: null,
    lastOrderOn: null,
    tier: null,
    shop: null,
    language: null,
    points: null,
  },
}

const fill = (text: string, recipient: Partial<Recipient> = {}, language = 'en', fallbacks = {}) =>
  fillMessage(readMessage(text), { ...anna, ...recipient }, { asOf: dayOf('2026-08-31'), language, fallbacks })

describe('a message', () => {
  test('is filled in with what is known of the customer', () => {
    const text = 'Dear {name} of {company}: {product} from {shop}, {days} days ago ({last_order}). {tier}'
    expect(fill(text).text).toBe(
      'Dear Anna Smith of Smith Ltd: Oolong - 250g from Tea House, 30 days ago (1 August 2026). A',
    )
  })

  test.each([
    ['Anna Smith', 'GB', 'Anna'],
    ['SMITH, ANNA', 'US', 'Anna'],
    ['jack cole', null, 'Jack'],
    ['Dr. Maria-José Lopez', 'ES', 'Maria-José'],
    ['Mr Jack Cole', 'GB', 'Jack'],
    ['J. Smith', 'GB', 'J. Smith'],
    ['tea_lover88', 'US', 'tea_lover88'],
    ['Mr. Cole', 'GB', 'Mr. Cole'],
    ['Green Leaf Ltd', 'GB', 'Green Leaf Ltd'],
    ['Nagy Anna', 'HU', 'Nagy Anna'],
    ['Zhang Wei', 'CN', 'Zhang Wei'],
    ['王诗梦', 'CN', '王诗梦'],
    ['Li Ming', null, 'Li Ming'],
    ['Nguyễn Văn An', 'DE', 'Nguyễn Văn An'],
    ['Kim Min-ji', null, 'Kim Min-ji'],
    ['SZABÓ Anna', 'GB', 'SZABÓ Anna'],
    ['Li, Ming', 'US', 'Ming'],
    ['Tea House Berlin', 'DE', 'Tea House Berlin'],
    ['Amazon Buyer', null, 'Amazon Buyer'],
    ['van Dyk Piet', 'NL', 'van Dyk Piet'],
    ['De Luca Paolo', 'IT', 'De Luca Paolo'],
    ["O'Brien Pat", 'IE', "O'Brien Pat"],
    ["Seán O'Brien", 'IE', 'Seán'],
    ['Piet van Dyk', 'NL', 'Piet'],
    ['Ben Stone', null, 'Ben'],
    ['王 诗梦', null, '王 诗梦'],
  ])('greets %s of %s as %s', (name, country, first) => {
    expect(fill('{first_name}', { name, country }).text).toBe(first)
    expect(fill('{称呼}', { name, country }).text).toBe(first)
  })

  test('greets nobody by a first name he does not give', () => {
    expect(fill('{first_name|friend}', { name: 'Guest' }).text).toBe('friend')
    expect(fill('{first_name}', nobody).missing).toEqual(['first_name'])
  })

  test('tells the balance of points; where none are kept it is missing', () => {
    expect(fill('You have {points} points').text).toBe('You have 1,250 points')
    expect(fill('{积分}分', { points: 0 }, 'zh')).toMatchObject({ text: '0分', missing: [] })
    expect(fill('You have {points} points', { points: null }).missing).toEqual(['points'])
  })

  test('is filled in by Chinese placeholders, full-width braces too', () => {
    const text = '{姓名}您好！{公司} 的 ｛产品｝ {上次下单}下单，已经{天数}天。{ 店铺 } {类别}'
    expect(fill(text, {}, 'zh').text).toBe(
      'Anna Smith您好！Smith Ltd 的 Oolong - 250g 2026年8月1日下单，已经30天。Tea House A',
    )
  })

  test('takes the words that stand in, first those at the place', () => {
    const text = 'Hi {name|friend}, {company}'
    expect(fill(text, nobody, 'en', { name: 'you', company: 'all' })).toMatchObject({
      text: 'Hi friend, all',
      missing: [],
    })
    expect(fill('{姓名｜朋友}', nobody).text).toBe('朋友')
    expect(fill(text).text).toBe('Hi Anna Smith, Smith Ltd')
  })

  test('names each missing value once', () => {
    expect(fill('{name} {product} {name}', nobody)).toMatchObject({
      language: '',
      text: '  ',
      missing: ['name', 'product'],
    })
  })

  test.each(['K***s', 'Guest', '匿名', '匿名用户'])('does not greet %s', (name) => {
    expect(fill('{name}', { name }).missing).toEqual(['name'])
  })

  const both = '[en]\nHello {name}\n\n[zh-CN]\n{姓名}您好\n'
  test.each([
    ['en', 'zh', 'Hello Anna Smith', 'en'],
    ['zh', 'en', 'Anna Smith您好', 'zh'],
    // A German is not written to in Chinese because the shop is.
    ['de', 'zh', 'Hello Anna Smith', 'en'],
    ['de', 'fr', 'Hello Anna Smith', 'en'],
    [null, 'zh', 'Anna Smith您好', 'zh'],
  ])('to a reader of %s from a shop of %s', (language, shop, text, section) => {
    expect(fill(both, { language }, shop)).toMatchObject({ text, language: section })
  })

  test.each([
    ['en', false],
    ['de', true],
    [null, true],
  ])('says where the language is not known to be that of a reader of %s', (language, isLanguageChosen) => {
    expect(fill(both, { language })).toMatchObject({ isLanguageChosen })
    // With one text for all there is nothing to choose.
    expect(fill(`Hi\n${both}`, { language: 'de' })).toMatchObject({ isLanguageChosen: false })
    expect(fill('Hello', { language })).toMatchObject({ isLanguageChosen: false })
  })

  test('goes as it begins to those whose language is not named', () => {
    expect(fill(`Hi\n${both}`, { language: 'de' }, 'en').text).toBe('Hi')
  })

  test.each([
    ['a\n\n{nmae}', { name: 'nmae', line: 3, near: 'name' }],
    ['[en]\n\nhi\n{phone}', { name: 'phone', line: 4, near: '' }],
    ['{姓}', { name: '姓', line: 1 }],
    ['{}', { name: '', line: 1 }],
  ])('refuses a placeholder that is none: %j', (text, params) => {
    expect(() => readMessage(text)).toThrow(
      expect.objectContaining({ code: 'campaign.placeholder', params: expect.objectContaining(params) }),
    )
  })

  test.each([
    ['hi\n{name', 'campaign.brace', { line: 2 }],
    ['name} hi', 'campaign.brace', { line: 1 }],
    ['[en]\na\n[EN]\nb', 'campaign.section-twice', { language: 'en', line: 4 }],
    [' \n\n', 'campaign.empty-message', {}],
    ['[en]\n \n', 'campaign.empty-message', {}],
  ])('refuses %j', (text, code, params) => {
    expect(() => readMessage(text)).toThrow(expect.objectContaining({ code, params: expect.objectContaining(params) }))
  })
})

test('countries read their language, others English', () => {
  expect(['CN', 'TW', 'DE', 'CH', 'BR', 'GB', 'IN', null].map(languageOfCountry)).toEqual([
    ...['zh', 'zh', 'de', 'de', 'pt', 'en', 'en', null],
  ])
})

test('occasions are typed in either language', () => {
  expect(['new-product', 'New product', '补货', '节日', 'sale'].map(occasionNamed)).toEqual([
    ...['new-product', 'new-product', 'restock', 'festival', null],
  ])
})
