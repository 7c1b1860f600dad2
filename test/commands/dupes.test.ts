import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { column, emptyShop, type Shop } from './shop.js'

const HEADER = 'Order No,Order Date,Total,Currency,Customer Name,Phone,Email,City,Address,Customer ID,Shop'

/** Three who may be Zhang Wei, two Annas, two who share a phone and nothing else, and two guests. */
async function twinShop(): Promise<Shop> {
  const shop = emptyShop()
  shop.write('orders.csv', [
    HEADER,
    '1,2026-06-01,10.00,CNY,张伟,13800000001,,上海,,,North',
    '2,2026-06-02,20.00,CNY,Zhang Wei,,zw@mail-a.com,上海,,,North',
    '3,2026-06-03,30.00,CNY,Anna Berg,,anna@mail-b.de,Berlin,Elm St 1,,North',
    '4,2026-06-04,40.00,CNY,anna  berg,,berg@mail-b.de,Berlin,Elm St. 1,,South',
    '5,2026-06-05,50.00,CNY,Otto,13800000009,,,,B1,North',
    '6,2026-06-06,60.00,CNY,Emil,13800000009,,,,B2,North',
    '7,2026-06-07,70.00,CNY,Guest,,test@test.com,Berlin,,,North',
    '8,2026-06-08,80.00,CNY,Guest,,test@test.com,Berlin,,,South',
  ])
  const { code, err } = await shop.crm('import', 'orders.csv')
  if (code !== 0) throw new Error(err)
  return shop
}

const pairsOf = async (shop: Shop) =>
  (await shop.json('dupes')).rows.map(({ name, otherName, strength }) => [[name, otherName].sort(), strength])

const customers = async (shop: Shop) => (await shop.json('list')).rows.length

/** The csv that `crm dupes -o` writes, with answers by name under its last column, rows turned round, and a column put before. */
function answered(shop: Shop, file: string, answers: Readonly<Record<string, string>>): string[] {
  const [header, ...rows] = readFileSync(join(shop.dir, file), 'utf8')
    .replace('\ufeff', '')
    .split('\r\n')
    .filter((line) => line !== '')
  const filled = rows.map((row) => {
    const name = Object.keys(answers).find((known) => row.includes(known))
    return `"note",${row.replace(/(,|"")$/, '$1')}${name === undefined ? '' : answers[name]}`
  })
  return [`"Mine",${header}`, ...filled.reverse()]
}

describe('crm dupes', () => {
  test('proposes pairs by what they have in common, the likeliest first; placeholders propose nobody', async () => {
    const shop = await twinShop()
    expect(await pairsOf(shop)).toEqual([
      [['Anna Berg', 'anna  berg'], 'strong'],
      [['Zhang Wei', '张伟'], 'likely'],
      [['Emil', 'Otto'], 'weak'],
    ])
    expect((await shop.json('dupes')).summary).toEqual({ pairs: 3, strong: 1, likely: 1, weak: 1, shared: 1 })
    expect((await shop.json('dupes', 'name:anna')).rows).toHaveLength(1)
    expect(await shop.json('dupes', '--limit', '1')).toMatchObject({ omitted: 2, summary: { pairs: 3 } })
  })

  test('proposes Chinese names that a space alone tells apart', async () => {
    const shop = emptyShop()
    shop.write('orders.csv', ['日期,客户,金额', '2026-03-01,安心,100', '2026-03-02,安 心,50', '2026-03-03,安　心,30'])
    await shop.crm('import', 'orders.csv')
    const [pair, ...others] = await pairsOf(shop)
    expect([pair![1], others]).toEqual(['weak', []])
    expect(String(pair![0]).replace(/\s/g, '')).toBe('安心,安心')
  })

  test('a phone that joins nobody is listed with those who carry it', async () => {
    const { out } = await (await twinShop()).crm('dupes')
    expect(out).toMatch(
      /Phones and e-mails that join nobody\n.*\n\+8613800000009 +2 +(Otto|Emil) \(c\w+\), (Otto|Emil) \(c\w+\)/,
    )
  })

  test('merged or split pairs are proposed no more', async () => {
    const shop = await twinShop()
    expect((await shop.crm('merge', 'anna@mail-b.de', 'berg@mail-b.de')).code).toBe(0)
    expect(column(await shop.json('dupes'), 'strength')).toEqual(['likely', 'weak'])
    expect((await shop.crm('split', 'anna@mail-b.de', 'berg@mail-b.de')).code).toBe(0)
    expect(column(await shop.json('dupes'), 'strength')).toEqual(['likely', 'weak'])
  })
})

describe('a sheet of twins', () => {
  test.each(['twins.csv', 'twins.xlsx'])('%s unanswered changes nothing when it comes back', async (file) => {
    const shop = await twinShop()
    await shop.crm('dupes', '-o', file)
    const before = await shop.json('list')
    const { code, err } = await shop.crm('import', file)
    expect([code, err]).toEqual([0, expect.stringContaining('3 not answered, 0 not understood')])
    expect(await shop.json('list')).toEqual(before)
    expect((await shop.json('imports')).rows).toHaveLength(1)
  })

  test('answers are read back after sorting and adding columns: yes merges, no is never asked again, twice adds nothing', async () => {
    const shop = await twinShop()
    await shop.crm('dupes', '-o', 'twins.csv')
    const before = await pairsOf(shop)
    shop.write('answered.csv', answered(shop, 'twins.csv', { Anna: 'yes', Otto: 'No', Zhang: '' }))
    const dry = await shop.json('import', 'answered.csv', '--dry-run')
    expect([dry.twins, await customers(shop)]).toMatchObject([{ merged: 1, apart: 1, blank: 1, batch: null }, 6])
    const first = await shop.json('import', 'answered.csv')
    expect(first).toMatchObject({
      batch: null,
      files: [],
      twins: { merged: 1, apart: 1, known: 0, blank: 1, batch: 2 },
    })
    expect(await customers(shop)).toBe(5)
    expect(await pairsOf(shop)).toEqual([[['Zhang Wei', '张伟'], 'likely']])
    const again = await shop.json('import', 'answered.csv')
    expect(again.twins).toMatchObject({ merged: 0, apart: 0, known: 2, blank: 1, batch: null })
    expect((await shop.json('imports')).rows[0]).toMatchObject({ what: 'dupes', detail: 'answered.csv: = 1, ≠ 1' })
    expect((await shop.crm('undo')).code).toBe(0)
    expect([await customers(shop), await pairsOf(shop)]).toEqual([6, before])
    expect((await shop.crm('undo', '--redo')).code).toBe(0)
    expect(await customers(shop)).toBe(5)
  })

  test('in Chinese', async () => {
    const shop = await twinShop()
    await shop.crm('dupes', '-o', 'twins.csv', '--lang', 'zh')
    shop.write('answered.csv', answered(shop, 'twins.csv', { Zhang: '是', Otto: '不是' }))
    const { code, err } = await shop.crm('import', 'answered.csv', '--lang', 'zh')
    expect([code, err]).toEqual([0, expect.stringContaining('合并 1 组，确认不是同一人 1 组')])
  })

  test('what cannot be taken is told row by row with the remedy; the others go in', async () => {
    const shop = await twinShop()
    await shop.crm('dupes', '-o', 'twins.csv')
    const lines = answered(shop, 'twins.csv', { Anna: 'yes', Otto: 'perhaps' })
    shop.write('answered.csv', [
      ...lines,
      lines.find((line) => line.includes('Anna'))!.replace('yes', 'no'),
      '"",cx+cy,,,,,,,,,,,,,yes',
    ])
    const { code, err } = await shop.crm('import', 'answered.csv')
    expect(code).toBe(3)
    expect(err).toContain('1 pair made one customer, 0 kept apart, 0 known already, 1 not answered, 3 not understood')
    expect(err).toMatch(/answered\.csv.*row 2.*neither yes nor no: "perhaps"\n.*Write yes or no/)
    expect(err).toMatch(/row 5.*one customer already/)
    expect(err).toMatch(/row 6.*no such pair: "cx\+cy"/)
    expect(await customers(shop)).toBe(5)
  })
})
