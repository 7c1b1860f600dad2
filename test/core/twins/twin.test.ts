import { describe, expect, test } from 'vitest'
import { nameSpeller } from '../../../src/commands/romanise.js'
import { idsOfPair, pairText, readAnswer } from '../../../src/core/twins/answers.js'
import { findTwins, pairName, type TwinRecord } from '../../../src/core/twins/twin.js'

const spell = await nameSpeller()

const blank = {
  ...{ platform: 'sheet', shop: '', buyerId: '', name: '', email: '', phone: '', city: '', address: '', postcode: '' },
}

/** Customers of one writing each, in their order. */
const recordsOf = (...made: readonly Partial<TwinRecord>[]): TwinRecord[] =>
  made.map((one, customer) => ({ ...blank, customer, spellings: one.name ? spell(one.name) : [], ...one }))

const twinsOf = (...made: readonly Partial<TwinRecord>[]) =>
  findTwins({ records: recordsOf(...made), apart: new Set() }).pairs

describe('names in Latin letters', () => {
  test.each([
    ['张伟', 'Zhang Wei'],
    ['張偉', 'Wei ZHANG'],
    ['王小明', 'Xiaoming Wang'],
    ['王小明', 'Wang Xiao Ming'],
    ['欧阳娜', 'Ouyang Na'],
    ['曾志', 'Zeng Zhi'],
    ['单芳', 'Shan Fang'],
    ['吕梅', 'Lv Mei'],
    ['吕梅', 'Lü Mei'],
    ['吕梅', 'Lyu Mei'],
    ['José Pérez', 'jose perez'],
  ])('%s and %s have a spelling in common', (one, other) => {
    expect(spell(one).filter((spelling) => spell(other).includes(spelling))).not.toEqual([])
  })

  test.each([
    ['张伟', 'Zhang Na'],
    ['张伟', 'Wang Wei'],
    ['Anna Berg', 'Anna Burg'],
    ['', 'Anna'],
  ])('%s and %s have none', (one, other) => {
    expect(spell(one).filter((spelling) => spell(other).includes(spelling))).toEqual([])
  })
})

describe('twins', () => {
  const at = { city: 'Berlin', address: 'Elm St 1', postcode: '10115' }

  test.each<[string, Partial<TwinRecord>, Partial<TwinRecord>, readonly string[], string]>([
    ['a shared phone alone', { name: 'A', phone: '+491' }, { name: 'B', phone: '+491' }, ['phone'], 'weak'],
    ['phone and name', { name: 'Al B', phone: '+491' }, { name: 'al  b', phone: '+491' }, ['phone', 'name'], 'strong'],
    [
      'e-mail and phone',
      { email: 'a@b.de', phone: '+491' },
      { email: 'a@b.de', phone: '+491' },
      ['email', 'phone'],
      'strong',
    ],
    [
      'name and address',
      { name: 'Al B', ...at },
      { name: 'Al B', ...at, city: 'berlin ', address: 'ELM  ST. 1' },
      ['address', 'name'],
      'strong',
    ],
    [
      'name and postcode',
      { name: 'Al B', postcode: '10115' },
      { name: 'Al B', postcode: '10115' },
      ['name', 'place'],
      'likely',
    ],
    ['a Chinese name padded with a space', { name: '王 芳' }, { name: '王芳' }, ['name'], 'weak'],
    ['name and city', { name: 'Al B', city: 'Berlin' }, { name: 'Al B', city: 'Berlin' }, ['name', 'place'], 'likely'],
    [
      'pinyin and city',
      { name: '张伟', city: '上海' },
      { name: 'Zhang Wei', city: '上海' },
      ['place', 'spelling'],
      'likely',
    ],
    ['pinyin alone', { name: '张伟' }, { name: 'Zhang Wei' }, ['spelling'], 'weak'],
    ['a name alone', { name: 'Al B' }, { name: 'Al B' }, ['name'], 'weak'],
    ['an address alone', { name: 'A', ...at }, { name: 'B', ...at }, ['address'], 'weak'],
    [
      'a buyer id in two shops of one platform',
      { platform: 'shopify', shop: 'N', buyerId: '7' },
      { platform: 'shopify', shop: 'S', buyerId: '7' },
      ['buyer'],
      'likely',
    ],
  ])('%s is evidence', (_, one, other, evidence, strength) => {
    expect(twinsOf(one, other)).toMatchObject([{ customer: 0, other: 1, evidence, strength }])
  })

  test.each<[string, Partial<TwinRecord>, Partial<TwinRecord>]>([
    ['names that sound alike, both in characters', { name: '张伟' }, { name: '章薇' }],
    ['nothing in common', { name: 'A' }, { name: 'B' }],
    ['a city alone', { name: 'A', city: 'Berlin' }, { name: 'B', city: 'Berlin' }],
    ['numbers of two hand-kept sheets', { shop: 'N', buyerId: '1' }, { shop: 'S', buyerId: '1' }],
    ['a buyer id of two platforms', { platform: 'etsy', buyerId: '7' }, { platform: 'ebay', buyerId: '7' }],
    ['what one customer has twice', { name: 'Al B', ...at }, { name: 'Al B', ...at, customer: 0 }],
  ])('%s is none', (_, one, other) => {
    expect(twinsOf(one, other)).toEqual([])
  })

  test('the strongest come first, and who was told to be two is never proposed', () => {
    const records = recordsOf({ name: 'Al B' }, { name: 'Al B', phone: '+491' }, { name: 'Al B', phone: '+491' })
    const pairs = (apart: readonly string[]) =>
      findTwins({ records, apart: new Set(apart) }).pairs.map(({ customer, other }) => pairName(customer, other))
    expect(pairs([])).toEqual(['1+2', '0+1', '0+2'])
    expect(pairs([pairName(2, 1)])).toEqual(['0+1', '0+2'])
  })

  test('what very many have in common is no evidence, and is counted; a hundred thousand customers are not compared one by one', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => ({
      ...{ name: `Name ${index % 5_000}`, city: 'Berlin', phone: `+4930${index}` },
    }))
    const { pairs, common } = findTwins({
      records: recordsOf(...many, { ...many[7]!, name: 'Other' }),
      apart: new Set(),
    })
    expect([pairs.length, pairs[0]]).toEqual([1, expect.objectContaining({ customer: 7, other: 100_000 })])
    expect(common).toBeGreaterThanOrEqual(5_000)
  })
})

describe('answers', () => {
  test.each([
    ...['yes', 'Y', '是', ' 是的 ', '同一人', '√', '1', 'TRUE'].map((word) => [word, 'yes'] as const),
    ...['no', 'N', '否', '不是', '×', '0', 'FALSE', 'No.'].map((word) => [word, 'no'] as const),
    ...['', '  '].map((word) => [word, 'blank'] as const),
    ...['maybe', '不知道', 'yes?'].map((word) => [word, null] as const),
  ])('%j reads as %s', (word, answer) => expect(readAnswer(word)).toBe(answer))

  test('a pair is both ids', () => {
    expect(idsOfPair(pairText('c12ab', 'c9z'))).toEqual(['c12ab', 'c9z'])
    for (const text of ['', 'c12', 'c12+', 'Ann+Bob', 'c1+c2+c3']) expect(idsOfPair(text)).toBeNull()
  })
})
