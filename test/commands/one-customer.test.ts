import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { emptyShop, type Shop } from './shop.js'

const HEAD = 'Order No,Order Date,Customer Name,Email,Total,Currency,Order Status'

/** The clock stands at 2026-09-01: Ann ordered five times in three weeks, Bo last in spring, Cy in francs nobody knows the rate of. */
async function shop(...more: readonly string[]): Promise<Shop> {
  const made = emptyShop()
  const ann = [8, 12, 17, 21, 26].map(
    (day, i) => `a${i},2026-08-${String(day).padStart(2, '0')},Ann,ann@example.com,${50 + i},USD,paid`,
  )
  made.write('orders.csv', [
    HEAD,
    ...ann,
    'a9,2026-06-05,Ann,ann@example.com,10,USD,paid',
    'b1,2026-03-01,Bo,bo@example.com,20,USD,paid',
    ...more,
  ])
  expect((await made.crm('import', 'orders.csv')).code).toBe(0)
  return made
}

const actionsOf = async (made: Shop, who: string) => {
  const { actions } = await made.json('report', 'customer', who)
  return actions as readonly string[]
}

const dated = /^By (\d{4}-\d{2}-\d{2}): /

describe('what to do first of one customer', () => {
  test('is what is due, then what is to come by its day; orders of three weeks take one call', async () => {
    const actions = await actionsOf(await shop(), 'Ann')
    expect(actions[0]).toMatch(/^Now: /)
    const days = actions.map((line) => dated.exec(line)?.[1] ?? '')
    expect(days).toEqual(days.toSorted())
    const calls = actions.filter((line) => /order of 2026-08-/.test(line))
    expect(calls).toHaveLength(1)
    expect(calls[0]).toMatch(/, and \d more of this kind at the same time\.$/)
  })

  test('sells nothing to who does not agree to be written to, and says so; complaints stay', async () => {
    const made = await shop()
    await made.crm('edit', 'Ann', '--consent', 'no')
    const refuses = expect.stringMatching(/does not agree to be written to/)
    expect(await actionsOf(made, 'Ann')).toEqual([refuses])
    await made.crm('feedback', 'open', 'Ann', 'lid broken')
    expect(await actionsOf(made, 'Ann')).toEqual([expect.stringMatching(/^(Now|By).*[Cc]omplaint/), refuses])
    const { out } = await made.crm('report', 'customer', 'Ann', '--lang', 'zh')
    expect(out).toContain('这位客户不同意接收消息')
  })
})

describe('where a rate is missing', () => {
  const francs = 'c1,2026-08-05,Cy,cy@example.com,70,CHF,paid'

  test('a list of contacts is written with blanks for money, and refused only where money is asked for', async () => {
    const made = await shop(francs)
    const { rows, notes } = await made.json('contacts')
    expect(rows.map(({ name }) => name).slice(0, 1)).toEqual(['Ann'])
    for (const row of rows) expect(row).toMatchObject({ tier: null, segment: null, netMinor: null })
    expect(rows.map(({ orders }) => orders)).toEqual([6, 1, 1])
    expect(notes).toContainEqual(expect.stringMatching(/CHF have no rate.*crm rates set CHF=…/))
    expect((await made.crm('contacts', 'orders>3', '--columns', 'name,email')).code).toBe(0)
    for (const asked of [['tier:A'], ['net>10'], ['--columns', 'name,net'], ['--sort=-净销售额']])
      expect((await made.crm('contacts', ...asked)).err).toContain('have no rate')
  })

  test('one customer is told in his own currencies', async () => {
    const made = await shop(francs)
    const cy = await made.crm('report', 'customer', 'Cy')
    expect(cy.out).toMatch(/c1 .*70\.00/)
    expect(cy.out).toContain('CHF have no rate')
    expect(cy.out).not.toMatch(/^Tier|^Segment|^Net revenue|service level [ABC]|tier [ABC]/m)
    const { summary } = await made.json('report', 'statement', 'Cy', '--period', '2026-08')
    expect(summary.sums).toMatchObject([{ currency: 'CHF', orderedMinor: 7000 }])
    expect((await made.crm('report', 'statement', 'Ann', '--period', '2026-08')).out).toContain('$260.00')
  })
})

describe('a statement', () => {
  test('orders of one day without a number each show their own points', async () => {
    const made = emptyShop()
    const orders = ['2026-08-05,Ann,Tea,100,USD', '2026-08-05,Ann,Cup,200,USD', '2026-08-06,Ann,Pot,50,USD']
    made.write('sheet.csv', ['Date,Customer,Product,Amount,Currency', ...orders])
    for (const typed of ['import sheet.csv', 'config set points.scheme on', 'config set points.rate 1'])
      expect((await made.crm(...typed.split(' '))).code).toBe(0)
    const { rows, summary } = await made.json('report', 'statement', 'Ann', '--period', '2026-08')
    const told = rows as { points: number; totalMinor: number }[]
    expect(told.map(({ points }) => points)).toEqual(told.map(({ totalMinor }) => totalMinor / 100))
    expect(summary).toMatchObject({ points: { earned: 350 } })
  })

  test('has numbers in columns of their own for each currency', async () => {
    const made = await shop('a20,2026-08-28,Ann,ann@example.com,12000,JPY,paid')
    expect((await made.crm('report', 'statement', 'Ann', '--period', '2026-08', '-o', 's.xlsx')).code).toBe(0)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(new Uint8Array(readFileSync(join(made.dir, 's.xlsx'))).buffer)
    const cells = JSON.stringify(workbook.worksheets.map((sheet) => sheet.getSheetValues()))
    expect(cells).toContain('Amount (JPY)')
    expect(cells).toContain('12000')
    expect(cells).not.toContain('JPY 12,000"')
  })

  test('of an old ledger says nothing of the newest order in its title, and is no phone book', async () => {
    const made = emptyShop()
    made.write('old.csv', [
      HEAD,
      '1,2024-01-06,Ann,ann@example.com,5,USD,paid',
      '2,2024-02-01,Ann,ann@example.com,6,USD,paid',
    ])
    await made.crm('import', 'old.csv')
    const { out } = await made.crm('report', 'statement', 'Ann', '--period', '2024-01')
    expect(out.split('\n')[0]).toBe('Statement · Ann · 2024-01')
    const cards = await made.crm('report', 'statement', 'Ann', '-o', 'st.vcf')
    expect([cards.code, cards.err]).toEqual([2, expect.stringContaining('is no list of contacts')])
  })
})

test('a day of the daily report is named by --on, and the error says which', async () => {
  const made = await shop()
  for (const typed of ['2026-08-20', '2026年8月20日']) {
    const { code, err } = await made.crm('report', 'daily', '--period', typed)
    expect([code, err]).toEqual([2, expect.stringContaining('--on 2026-08-20')])
  }
  expect((await made.crm('report', 'daily', '--period', 'nonsense')).err).toContain('Leave --period out')
})

test('exports count those who can be reached, in every form alike', async () => {
  const made = emptyShop()
  made.write('orders.csv', [
    'Order No,Order Date,Customer Name,Phone,Total,Currency,City',
    '1,2026-08-01,Ann,+15417543000,5,USD,Boston',
    '2,2026-08-02,Bo,,5,USD,Boston',
  ])
  await made.crm('import', 'orders.csv')
  const cards = await made.crm('contacts', '-o', 'a.vcf')
  expect(cards.err).toContain('1 customer left out of the cards')
  expect(readFileSync(join(made.dir, 'a.vcf'), 'utf8').match(/BEGIN:VCARD/g)).toHaveLength(1)
  await made.crm('contacts', '-o', 'a.csv')
  await made.crm('contacts', '--preset', 'google', '-o', 'g.csv')
  expect((await made.json('exports')).rows.map(({ customers }) => customers)).toEqual([1, 1, 1])
})
