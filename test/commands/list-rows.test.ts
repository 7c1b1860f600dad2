import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contactsOf, listFile } from '../support/list-shop.js'
import { fillIn, type Grid, workOn } from '../support/worked-list.js'
import { emptyShop, HEADER, type Shop, shopOf } from './shop.js'

/** Ann and Bob are due in the list of 2026-09-01. */
async function due(): Promise<Shop> {
  const shop = await shopOf(2026)
  await shop.crm('due', '-o', 'today.csv')
  return shop
}

const list = (shop: Shop) => listFile(shop, 'today.csv')
const without = (cells: Grid, label: string) => {
  const at = cells[0]!.lastIndexOf(label)
  return cells.map((row) => row.filter((_, column) => column !== at))
}

describe('a list that has lost its keys', () => {
  const written: readonly (readonly [name: string, lang: string, command: readonly string[]])[] = [
    ['due', 'en', ['due']],
    ['due', 'zh', ['due', '--lang', 'zh']],
    ['leads', 'zh', ['lead', 'list', '--lang', 'zh']],
    ['feedback', 'en', ['feedback', 'list']],
    ['feedback', 'zh', ['feedback', 'list', '--lang', 'zh']],
    ['measure', 'zh', ['report', 'key', '--lang', 'zh']],
  ]

  test.each(written)('%s in %s is refused, and is no sheet of orders', async (_, lang, command) => {
    const shop = await due()
    await shop.crm('lead', 'add', 'Dee', '--email', 'dee@example.com')
    await shop.crm('feedback', 'open', 'Ann', 'cup broken')
    const { code, err } = await shop.crm(...command, '-o', 'list.csv')
    expect([code, err]).toEqual([0, expect.stringContaining('list.csv')])
    const file = listFile(shop, 'list.csv')
    file.save(without(file.grid(), lang === 'zh' ? '编号' : 'Key'))
    const batches = (await shop.json('imports')).rows.length
    const refused = await shop.crm('import', 'list.csv', '--lang', lang)
    expect(refused).toMatchObject({ code: 65, err: expect.stringContaining('crm log') })
    expect(refused.err).not.toContain('--map')
    expect((await shop.json('imports')).rows).toHaveLength(batches)
  })

  test('care is too', async () => {
    const shop = await due()
    await shop.crm('edit', 'Ann', '--birthday', '1990-09-20')
    await shop.crm('care', '-o', 'care.xlsx')
    await workOn(join(shop.dir, 'care.xlsx'), 'Customers to remember', (sheet) => {
      const at = (sheet.getRow(1).values as string[]).lastIndexOf('Key')
      sheet.eachRow((row) => {
        row.getCell(at).value = ''
      })
    })
    expect(await shop.crm('import', 'care.xlsx')).toMatchObject({
      code: 65,
      err: expect.stringContaining('column Key'),
    })
  })

  test('a log of contacts with headings like ours is one', async () => {
    const shop = await due()
    shop.write('log.csv', [
      'Date,Customer,Email,Channel,Result,Next date,Note',
      '2026-08-01,Ann,ann@example.com,phone,ok,,hi',
    ])
    expect((await shop.crm('import', 'log.csv')).err).not.toContain('is a list that crm wrote')
  })
})

describe('a row whose words speak against its key', () => {
  /** Ann's row with Bob's key, and the other way round. */
  const swapped = (cells: Grid): Grid => {
    const rows = cells.slice(1)
    const at = (name: string) => rows.findIndex((row) => row.includes(name))
    const [ann, bob] = [rows[at('Ann')]!, rows[at('Bob')]!]
    const keys = [ann.at(-1)!, bob.at(-1)!]
    rows[at('Ann')] = [...ann.slice(0, -1), keys[1]!]
    rows[at('Bob')] = [...bob.slice(0, -1), keys[0]!]
    return [cells[0]!, ...rows]
  }

  test.each([
    ['by its id', (cells: Grid) => cells],
    ['by its name, where no id is there', (cells: Grid) => without(cells, 'Customer')],
  ])('is refused with both names: %s', async (_, change) => {
    const shop = await due()
    list(shop).write({ Ann: { Note: 'called Ann' } })
    list(shop).save(change(swapped(list(shop).grid())))
    const { code, err } = await shop.crm('import', 'today.csv')
    expect(err).toMatch(/row \d+ › Key: the row says it is of Ann \(c\w+\), and its key is of Bob \(c\w+\)/)
    expect([code, await contactsOf(shop, 'Ann'), await contactsOf(shop, 'Bob')]).toEqual([3, [], []])
  })

  test('a name that nobody bears is told, and the key counts; a name corrected since with its id is not', async () => {
    const shop = await due()
    list(shop).write({ Ann: { Note: 'hi' } })
    const renamed = list(shop)
      .grid()
      .map((row) => row.map((cell) => (cell === 'Ann' ? 'Annie' : cell)))
    list(shop).save(without(renamed, 'Customer'))
    const { code, err } = await shop.crm('import', 'today.csv')
    expect([code, err]).toEqual([
      0,
      expect.stringMatching(/nobody is called "Annie" here; by its key the row is of Ann/),
    ])
    const other = await due()
    list(other).write({ Ann: { Note: 'hi' } })
    list(other).save(
      list(other)
        .grid()
        .map((row) => row.map((cell) => (cell === 'Ann' ? 'Annie' : cell))),
    )
    expect((await other.crm('import', 'today.csv')).err).not.toContain('warning')
  })
})

describe('days of a list', () => {
  test.each([
    ['tomorrow', '2026-09-02'],
    ['明天', '2026-09-02'],
    ['+7d', '2026-09-08'],
  ])('%s counts from the day of the list, and is told on another day', async (typed, on) => {
    const shop = await due()
    list(shop).write({ Ann: { Note: 'hi', 'Next date': typed } })
    const dry = await shop.crm('import', 'today.csv', '--dry-run')
    expect(dry.err).not.toContain('counted from')
    const { err } = await shop.crm('import', 'today.csv', '--on', '2026-09-02')
    expect((await contactsOf(shop, 'Ann')).at(-1)?.at(-1) ?? '').toBe(on === '2026-09-02' ? '' : on)
    if (on === '2026-09-02') expect(err).toContain('the day must lie ahead: 2026-09-02 (today is 2026-09-02)')
    else expect(err).toContain(`"${typed}" was counted from the day of the list, 2026-09-01: ${on}`)
  })

  test('the same words read again on another day are the same', async () => {
    const shop = await due()
    list(shop).write({ Ann: { Note: 'hi', 'Next date': '+7d' } })
    await list(shop).taken()
    expect(await list(shop).taken('--on', '2026-09-03')).toMatchObject({ batch: null, known: 1 })
  })

  test('of a contact written without its year, the newest that has been', async () => {
    const shop = await due()
    list(shop).write({ Ann: { Note: 'met' }, Bob: { Note: 'met' } })
    const days = (row: readonly string[]) => (row.includes('Ann') ? '8月31日' : row.includes('Bob') ? '12月30日' : '')
    const cells = list(shop).grid()
    list(shop).save(cells.map((row, at) => [...row, at === 0 ? '日期' : days(row)]))
    expect(await list(shop).taken()).toMatchObject({ code: 0, contacts: 2 })
    const on = async (name: string) => {
      const { tables } = (await shop.json('show', name)) as unknown as {
        tables: readonly { key: string; rows: readonly Readonly<Record<string, unknown>>[] }[]
      }
      return tables.find(({ key }) => key === 'contacts')!.rows[0]!.on
    }
    expect([await on('Ann'), await on('Bob')]).toEqual(['2026-08-31', '2025-12-30'])
  })
})

test('who takes no contact is told, where something is to fall due', async () => {
  const shop = await due()
  list(shop).write({ Ann: { Note: 'hi', 'Next date': '2026-09-20' }, Bob: { 'Next date': '2026-09-20' } })
  await shop.crm('edit', 'Ann', '--consent', 'no')
  await shop.crm('block', 'Bob', '--cause', 'breach', '--by', 'boss')
  const { code, err } = await shop.crm('import', 'today.csv')
  expect([code, err]).toEqual([0, expect.stringMatching(/row \d+: Ann \(c\w+\) does not want to be contacted/)])
  expect(err).toMatch(/row \d+: Bob \(c\w+\) is delisted/)
  expect(err).toMatch(/crm edit c\w+ --consent yes/)
})

test('a filled row that the sheet hides is recorded and mentioned', async () => {
  const shop = await shopOf(2026)
  await shop.crm('due', '-o', 'today.xlsx')
  await workOn(join(shop.dir, 'today.xlsx'), 'Contact today', (sheet) => {
    fillIn(sheet, { Ann: { Note: 'hi' } })
    sheet.eachRow((row, at) => {
      row.hidden = at > 1
    })
  })
  const { err } = await shop.crm('import', 'today.xlsx')
  expect(err).toContain('One recorded row is hidden in the sheet')
  expect((await shop.crm('import', 'today.xlsx')).err).not.toContain('hidden')
})

test('gifts are not said to be put off', async () => {
  const shop = emptyShop()
  shop.write('orders.csv', [HEADER, '1,2026-05-01,Ann,ann@example.com,1500.00,CNY,US'])
  await shop.crm('import', 'orders.csv')
  await shop.crm('edit', 'Ann', '--birthday', '1990-09-20')
  await shop.crm('care', '-o', 'care.xlsx', '--lang', 'zh')
  await workOn(join(shop.dir, 'care.xlsx'), '该问候的客户', (sheet) => fillIn(sheet, { Ann: { 已送礼品: '小样' } }))
  const { err } = await shop.crm('import', 'care.xlsx', '--lang', 'zh')
  expect(err).toContain('礼品和回应 1 项；')
  expect(err).not.toContain('推迟')
})
