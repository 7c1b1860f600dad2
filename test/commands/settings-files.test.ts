import { describe, expect, test } from 'vitest'
import { emptyShop, type Shop, shopOf } from './shop.js'

/** Writes settings to a file and loads them. */
async function load(shop: Shop, settings: unknown, ...options: string[]) {
  shop.write('settings.json', [typeof settings === 'string' ? settings : JSON.stringify(settings)])
  return shop.crm('config', 'load', 'settings.json', ...options)
}

/** The settings decided in the ledger. */
async function decided(shop: Shop) {
  const { rows } = await shop.json('config')
  return Object.fromEntries(rows.filter(({ origin }) => origin === 'ledger').map(({ name, value }) => [name, value]))
}

const mine = { Top: '5[4-5]*', Rest: ['5[1-3]*', '[1-4]**'] }
const keptMine = '{"Top":"5[4-5]*","Rest":"5[1-3]* [1-4]**"}'

describe('a file of settings', () => {
  test('is taken whole as one batch, and undone as one', async () => {
    const shop = await shopOf(2026)
    const settings = {
      'tier.cuts': [70, 90],
      'Window.Days': 180,
      'count.zero': true,
      'rfm.bands.monetary': '50，100，200.5，400',
      'rfm.vocabulary': 'mine',
      'rfm.vocabulary.mine': mine,
    }
    const { code, err } = await load(shop, settings)
    expect(code).toBe(0)
    expect(err).toContain('6 settings from settings.json')
    expect(await decided(shop)).toEqual({
      'count.zero': 'yes',
      'rfm.bands.monetary': '50,100,200.5,400',
      'rfm.vocabulary': 'mine',
      'rfm.vocabulary.mine': keptMine,
      'tier.cuts': '70,90',
      'window.days': '180',
    })
    await shop.crm('undo')
    expect(await decided(shop)).toEqual({})
  })

  test('null lifts a setting; what is so already makes no batch', async () => {
    const shop = await shopOf(2026)
    await load(shop, { 'tier.cuts': [70, 90], 'window.days': 30 })
    await load(shop, { 'tier.cuts': null })
    expect(await decided(shop)).toEqual({ 'window.days': '30' })
    const { err } = await load(shop, { 'tier.cuts': null, 'window.days': '30' })
    expect(err).toContain('nothing changed')
    expect((await shop.json('imports')).rows).toHaveLength(3)
  })

  test('a dry run tells the same and keeps nothing', async () => {
    const shop = await shopOf(2026)
    const { code, err } = await load(shop, { 'tier.cuts': [70, 90] }, '--dry-run')
    expect(code).toBe(0)
    expect(err).toMatch(/tier\.cuts would be 70,90[\s\S]*Nothing was written/)
    expect(await decided(shop)).toEqual({})
  })

  test('can be loaded before the first import', async () => {
    const shop = emptyShop()
    expect((await load(shop, { 'currency.base': 'CNY' })).code).toBe(0)
  })

  test('is read in the encodings editors write', async () => {
    const shop = await shopOf(2026)
    const { writeFileSync } = await import('node:fs')
    const text = JSON.stringify({ 'rfm.vocabulary.mine': { 核心: '5**', 其他: '[1-4]**' } })
    const encodings = [`\ufeff${text}`, Buffer.from(`\ufeff${text}`, 'utf16le')]
    for (const bytes of encodings) {
      writeFileSync(`${shop.dir}/bom.json`, bytes)
      expect((await shop.crm('config', 'load', 'bom.json')).code).toBe(0)
    }
    expect(Object.keys(JSON.parse((await decided(shop))['rfm.vocabulary.mine'] as string))).toEqual(['核心', '其他'])
  })

  test('every fault is told by its setting, and nothing is kept', async () => {
    const shop = await shopOf(2026)
    const { code, err } = await load(shop, {
      'window.days': 90,
      'tier.cuts': [95, 80],
      'tier.mesure': 'net',
      'tier.measure': 'revenue',
      'rfm.scoring': 'band',
      'rfm.vocabulary': 'yours',
      'rfm.vocabulary.gaps': { Top: '5**' },
      'rfm.vocabulary.twice': { Top: '5**', Good: '55* [1-4]**' },
      'rfm.vocabulary.eleven': mine,
    })
    expect(code).toBe(78)
    expect(err.split('\n').slice(0, -1)).toEqual([
      '"95,80" is no value for tier.cuts. It takes 2 rising numbers from 0.01 to 99.99, such as 80,95.',
      'There is no setting "tier.mesure". Did you mean tier.measure?',
      '"revenue" is no value for tier.measure. It takes net, gross, orders, profit.',
      '"band" is no value for rfm.scoring. Did you mean bands? It takes rank, quantile, bands.',
      'rfm.vocabulary.gaps: 100 of the 125 codes are in no segment: 1** 2** 3** 4**. Give each of them to one segment.',
      'rfm.vocabulary.twice: several segments (Top, Good) share 5 codes: 55*. Leave them in one of the segments.',
      'rfm.vocabulary.eleven: "eleven" is built in, and its name cannot be given to segments of your own; taken are eleven, ten, value, volc. Choose another name: rfm.vocabulary.NAME; To use those built in: crm config set rfm.vocabulary eleven',
      expect.stringContaining('rfm.vocabulary: There are no segments called "yours".'),
      'Error: "settings.json" was not taken; no setting was changed. To correct: 8.',
      '  Correct the file and load it again; all settings and what they take: crm config list --json',
    ])
    expect(await decided(shop)).toEqual({})
  })

  test('machines find all faults in the error', async () => {
    const shop = await shopOf(2026)
    const { err } = await load(shop, { 'tier.cuts': 1, zon: 'UTC' }, '--json')
    const { error } = JSON.parse(err) as { error: { code: string; params: { count: number; faults: string } } }
    expect([error.code, error.params.count]).toEqual(['config.refused', 2])
    expect(error.params.faults).toMatch(/tier\.cuts[\s\S]*zon/)
  })

  test.each([
    ['{"tier.cuts": [80, 95],\n oops}', /is not JSON[\s\S]*from line 2/],
    ['', /is not JSON/],
    ['[80, 95]', /holds no settings by name/],
    ['"net"', /holds no settings by name/],
    ['{"zone": "UTC", "zone": "Asia/Tokyo"}', /"zone" stands twice/],
    ['{"zone": "UTC", "ZONE": "Asia/Tokyo"}', /"zone" stands twice/],
    ['{"rfm.vocabulary.a": {"Top": "5**", "Top": "[1-4]**"}}', /^"Top" stands twice/],
    ['{"rfm.vocabulary.a": {"Top": "5**", "top": "[1-4]**"}}', /"top" names two segments/],
    ['{"rfm.vocabulary.a": {"Top": "6**", "Rest": "[1-5]**"}}', /codes of "Top" cannot be read.*6\*\*/],
    ['{"rfm.vocabulary.a": "Top"}', /needs names with their codes/],
    ['{"rfm.vocabulary.a": {}}', /needs names with their codes/],
    ['{"rfm.bands.recency": [30, 60, 60, 90]}', /4 rising numbers/],
    ['{"rfm.bands.frequency": [0, 1, 2, 3]}', /4 rising numbers/],
    ['{"tier.boundary": {"a": 1}}', /no value for tier.boundary/],
    ['{"tier.cuts": [80, [95]]}', /no value for tier.cuts/],
    ['{"__proto__": {"a": 1}}', /no setting "__proto__"/],
  ])('%s is refused', async (text, sentence) => {
    const shop = await shopOf(2026)
    const { code, err } = await load(shop, text)
    expect(code).toBe(78)
    expect(err).toMatch(sentence)
    expect(await decided(shop)).toEqual({})
  })

  test('in Chinese too', async () => {
    const shop = await shopOf(2026)
    const { err } = await load(shop, { 'tier.cuts': [95, 80], 'rfm.vocabulary.a': { 甲: '5**' } }, '--lang', 'zh')
    expect(err).toContain('tier.cuts 不能是“95,80”。可以写：2个从小到大的数字，0.01至99.99，如 80,95。')
    expect(err).toContain('rfm.vocabulary.a：125个编码里有100个不属于任何群：1** 2** 3** 4**。')
    expect(err).toContain('错误：“settings.json”没有读入')
  })

  test('a missing file, and none', async () => {
    const shop = await shopOf(2026)
    expect((await shop.crm('config', 'load', 'nowhere.json')).code).toBe(66)
    expect((await shop.crm('config', 'load')).err).toContain('needs a file')
    expect((await shop.crm('config', 'load', 'a.json', 'b.json')).code).toBe(2)
  })
})

describe('the segments in use', () => {
  test('cannot be taken away, nor names of none be put in use', async () => {
    const shop = await shopOf(2026)
    await load(shop, { 'rfm.vocabulary.mine': mine, 'rfm.vocabulary': 'mine' })
    expect((await shop.crm('config', 'unset', 'rfm.vocabulary.mine')).err).toContain('are those in use')
    expect((await load(shop, { 'rfm.vocabulary.mine': null })).code).toBe(78)
    expect((await shop.crm('config', 'set', 'rfm.vocabulary', 'min')).err).toContain('Did you mean mine?')
    expect((await load(shop, { 'rfm.vocabulary.mine': null, 'rfm.vocabulary': 'ten' })).code).toBe(0)
    expect(await decided(shop)).toEqual({ 'rfm.vocabulary': 'ten' })
  })

  test('that an undone batch took away are told with the way back', async () => {
    const shop = await shopOf(2026)
    await load(shop, { 'rfm.vocabulary.mine': mine })
    await shop.crm('config', 'set', 'rfm.vocabulary', 'mine')
    await shop.crm('undo', '2')
    const { code, err } = await shop.crm('rfm')
    expect(code).toBe(78)
    expect(err).toContain('crm config unset rfm.vocabulary')
    // Other settings are not held up by it.
    expect((await shop.crm('config', 'set', 'window.days', '30')).code).toBe(0)
    expect((await shop.crm('config', 'unset', 'rfm.vocabulary')).code).toBe(0)
    expect((await shop.crm('rfm')).code).toBe(0)
  })
})

test('what tiers go by is a setting, unless typed', async () => {
  const shop = await shopOf(2026)
  await shop.crm('config', 'set', 'tier.measure', 'orders')
  expect((await shop.json('tier')).summary.measure).toBe('orders')
  expect((await shop.json('tier', '--by', 'net')).summary.measure).toBe('net')
  await shop.crm('config', 'set', 'tier.measure', 'profit')
  expect((await shop.crm('tier')).err).toContain('crm config unset tier.measure')
})
