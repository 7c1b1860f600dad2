import { describe, expect, test } from 'vitest'
import { emptyShop, HEADER } from './shop.js'

async function twoCurrencies() {
  const shop = emptyShop()
  shop.write('mixed.csv', [
    HEADER,
    '1,2026-08-01,Ann,ann@example.com,100.00,USD,US',
    '2,2026-08-02,Bo,bo@example.com,10.00,EUR,DE',
    '3,2026-08-03,Ann,ann@example.com,1.00,USD,US',
  ])
  await shop.crm('import', 'mixed.csv')
  return shop
}

const listed = async (shop: Awaited<ReturnType<typeof twoCurrencies>>) =>
  (await shop.json('rates')).rows.map(({ currency, rate, from }) => [currency, rate, from])

describe('rates import', () => {
  test('takes a dated sheet as one decision that can be taken back', async () => {
    const shop = await twoCurrencies()
    shop.write('rates.csv', [
      'Currency,Rate,From,Remark',
      'EUR,1.10,,usual',
      'eur,2,2026-08-02,',
      'USD,1,,the base itself',
      'GBP,1.3050,2026-01-01,',
    ])
    const { code, err } = await shop.crm('rates', 'import', 'rates.csv')
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('3 rates from rates.csv') })
    expect(err).toContain('1 row of USD itself was left out')
    const all = [
      ['EUR', '1.10', null],
      ['EUR', '2', '2026-08-02'],
      ['GBP', '1.3050', '2026-01-01'],
    ]
    expect(await listed(shop)).toEqual(all)
    expect((await shop.json('list', 'name:Bo')).rows[0]?.netMinor).toBe(2000)
    await shop.crm('undo')
    expect(await listed(shop)).toEqual([])
    await shop.crm('undo', '--redo')
    expect(await listed(shop)).toEqual(all)
  })

  test('takes Chinese headers, currency words, full-width digits and days the column decides; --from dates the rest', async () => {
    const shop = await twoCurrencies()
    shop.write('汇率.csv', [
      '2026年汇率表',
      '币种,汇率,起始日期',
      '欧元,１.25,13/2/2026',
      '英镑,1.4,1/3/2026',
      'HKD,0.128,',
    ])
    expect((await shop.crm('rates', 'import', '汇率.csv', '--from', '2026-05-01', '--lang', 'zh')).code).toBe(0)
    expect(await listed(shop)).toEqual([
      ['EUR', '1.25', '2026-02-13'],
      ['GBP', '1.4', '2026-03-01'],
      ['HKD', '0.128', '2026-05-01'],
    ])
  })

  test('what `rates list` wrote can be read back', async () => {
    const shop = await twoCurrencies()
    await shop.crm('rates', 'set', 'EUR=1.10', '--from', '2026-01-01')
    await shop.crm('rates', 'list', '-o', 'out.csv')
    await shop.crm('undo')
    expect((await shop.crm('rates', 'import', 'out.csv')).code).toBe(0)
    expect(await listed(shop)).toEqual([['EUR', '1.10', '2026-01-01']])
  })

  test.each([
    ['EUR,"1,10",2026-01-01', /row 3 › Rate: "1,10"/],
    ['EUR,0,2026-01-01', /row 3 › Rate: "0"/],
    ['Euro money,1.1,2026-01-01', /row 3 › Currency: "Euro money"/],
    ['EUR,1.1,soon', /row 3 › From: "soon"/],
    // Either of the two days may be meant.
    ['EUR,1.1,1/2/2026', /row 3 › From: "1\/2\/2026"/],
    ['USD,1.2,2026-01-01', /row 3 › Rate: "1.2"/],
    ['GBP,1.4,2026-01-01', /row 3: GBP has another rate for the same day in row 2/],
  ])('%s is refused with its place, and nothing of the sheet is recorded', async (row, sentence) => {
    const shop = await twoCurrencies()
    shop.write('rates.csv', ['Currency,Rate,From', 'GBP,1.3,2026-01-01', row])
    const { code, err } = await shop.crm('rates', 'import', 'rates.csv')
    expect(code).toBe(65)
    expect(err).toMatch(sentence)
    expect(await listed(shop)).toEqual([])
  })

  test('a sheet of something else, a sheet without rows and a dry run record nothing', async () => {
    const shop = await twoCurrencies()
    expect((await shop.crm('rates', 'import', 'mixed.csv')).err).toContain('no columns for currencies and their rates')
    shop.write('empty.csv', ['Currency,Rate,From'])
    expect((await shop.crm('rates', 'import', 'empty.csv')).code).toBe(65)
    shop.write('rates.csv', ['Currency,Rate,From', 'EUR,1.3,2026-01-01'])
    expect((await shop.crm('rates', 'import', 'rates.csv', '--dry-run')).err).toContain('Nothing was written')
    expect((await shop.crm('rates', 'import')).code).toBe(2)
    expect((await shop.crm('rates', 'import', 'rates.csv', 'more.csv')).code).toBe(2)
    expect(await listed(shop)).toEqual([])
  })
})
