import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { csvText, filledIn, fillIn, type Grid, readGrid, type Writing, workOn } from '../support/worked-list.js'
import { type Answer, emptyShop, ordersOf, type Shop, shopOf } from './shop.js'

/** A shop whose list of 2026-09-01 was written: Ann and Bob are due in it. */
async function listed(file = 'today.csv', ...more: readonly string[]): Promise<Shop> {
  const shop = await shopOf(2026)
  const { code, err } = await shop.crm('due', '-o', file, ...more)
  if (code !== 0) throw new Error(err)
  return shop
}

interface Taken {
  readonly batch: number | null
  readonly sheets: readonly Readonly<Record<string, unknown>>[]
}

/** What an import of the list came to, whatever its exit code. */
async function taken(shop: Shop, file = 'today.csv', ...more: readonly string[]) {
  const { code, out, err } = await shop.crm('import', file, '--json', ...more)
  if (out === '') throw new Error(err)
  const lists = (JSON.parse(out) as { lists: Taken }).lists
  return { code, batch: lists.batch, ...lists.sheets[0]! } as Readonly<Record<string, unknown>>
}

const grid = (shop: Shop, file = 'today.csv') => readGrid(join(shop.dir, file))
const save = (shop: Shop, cells: Grid, file = 'today.csv') => writeFileSync(join(shop.dir, file), csvText(cells))
const write = (shop: Shop, writing: Writing, file = 'today.csv') => save(shop, filledIn(grid(shop), writing), file)

const contacts = async (shop: Shop, customer: string) => {
  const { tables } = (await shop.json('show', customer)) as unknown as { tables: readonly (Answer & { key: string })[] }
  const rows = tables.find(({ key }) => key === 'contacts')?.rows ?? []
  return rows.toReversed().map(({ kind, channel, result, text, nextOn }) => [kind, channel, result, text, nextOn])
}

const dueOf = async (shop: Shop, ...more: readonly string[]) =>
  (await shop.json('due', ...more)).rows.map(({ name }) => String(name).replace(/[^a-z]/gi, ''))

const annSaid = { Channel: 'WeChat', Result: 'interested', 'Next date': '2026-10-01', Note: 'wants 40, "blue"' }

describe('the list as a sheet', () => {
  test('has columns to fill in and a key a row; terminals, pages and machines do without', async () => {
    const shop = await listed()
    const [heading, ...rows] = grid(shop)
    expect(heading!.slice(-5)).toEqual(['Channel', 'Result', 'Next date', 'Note', 'Key'])
    expect(heading!.filter((label) => label === 'Channel')).toHaveLength(1)
    expect(rows.map((cells) => cells.slice(-5, -1))).toEqual(rows.map(() => ['', '', '', '']))
    for (const cells of rows) expect(cells.at(-1)).toMatch(/^crm1:[0-9a-z]{6}:due-20260901:c\w+:[\w+:-]+$/)
    expect((await shop.json('due')).rows[0]).not.toHaveProperty('entryKey')
    const { out } = await shop.crm('due')
    expect(out).not.toContain('crm1:')
    await shop.crm('due', '-o', 'today.html')
    expect(readFileSync(join(shop.dir, 'today.html'), 'utf8')).not.toContain('crm1:')
  })

  test('left empty it changes nothing', async () => {
    const shop = await listed()
    const before = await dueOf(shop)
    expect(await taken(shop)).toMatchObject({ code: 0, batch: null, recorded: 0, blank: before.length })
    expect((await shop.crm('import', 'today.csv')).err).toContain('Nothing new was filled in; nothing was written.')
    expect(await dueOf(shop)).toEqual(before)
    expect((await shop.json('imports')).rows).toHaveLength(1)
  })

  test('a filled row is a contact and closes what it was about; twice adds nothing; undo takes it back', async () => {
    const shop = await listed()
    const before = await dueOf(shop)
    expect(before).toContain('Ann')
    write(shop, { Ann: annSaid })
    const dry = await taken(shop, 'today.csv', '--dry-run')
    expect(dry).toMatchObject({ code: 0, batch: null, contacts: 1 })
    expect(await contacts(shop, 'Ann')).toEqual([])
    expect(await taken(shop)).toMatchObject({ code: 0, batch: 2, contacts: 1, attempts: 0, putOff: 0, rejected: 0 })
    const said = ['contact', 'wechat', 'interested', 'wants 40, "blue"', '2026-10-01']
    expect((await contacts(shop, 'Ann')).at(-1)).toEqual(said)
    expect(await dueOf(shop)).toEqual(before.filter((name) => name !== 'Ann'))
    expect(await dueOf(shop, '--on', '2026-10-01', 'name:Ann')).toEqual(['Ann'])
    expect(await taken(shop)).toMatchObject({ code: 0, batch: null, known: 1 })
    expect((await shop.json('imports')).rows[0]).toMatchObject({ what: 'worklist', detail: 'today.csv · 1 row' })
    expect((await shop.crm('undo')).code).toBe(0)
    expect([await dueOf(shop), await contacts(shop, 'Ann')]).toEqual([before, []])
    expect(await taken(shop)).toMatchObject({ contacts: 1, known: 0 })
  })

  test('an attempt closes nothing and pauses nothing; with a next date it sleeps till then', async () => {
    const shop = await listed()
    const before = await dueOf(shop)
    write(shop, { Ann: { Result: 'no answer' }, Bob: { Result: 'no answer', 'Next date': '2026-09-03' } })
    expect(await taken(shop)).toMatchObject({ contacts: 0, attempts: 2 })
    expect(await dueOf(shop)).toEqual(before.filter((name) => name !== 'Bob'))
    expect(await dueOf(shop, '--on', '2026-09-03')).toContain('Bob')
    expect((await contacts(shop, 'Ann')).at(-1)).toEqual(['contact', null, 'no-answer', null, null])
  })

  test('a next date alone is no contact: it puts the row off', async () => {
    const shop = await listed()
    write(shop, { Bob: { 'Next date': '2026-09-05' } })
    expect(await taken(shop)).toMatchObject({ contacts: 0, attempts: 0, putOff: 1 })
    expect(await dueOf(shop)).not.toContain('Bob')
    expect(await dueOf(shop, '--on', '2026-09-05')).toContain('Bob')
    expect(new Set((await contacts(shop, 'Bob')).map(([kind]) => kind))).toEqual(new Set(['snooze']))
  })

  test('sorted, with columns added, moved and taken away, it is the same list', async () => {
    const shop = await listed()
    const [heading, ...rows] = filledIn(grid(shop), { Ann: annSaid, Bob: { Note: 'called' } }) as [string[], ...Grid]
    const wanted = ['Note', 'Key', 'Name', 'Result', 'Next date']
    const places = wanted.map((label) => heading.lastIndexOf(label))
    const moved = rows.toReversed().map((cells) => ['mine', ...places.map((at) => cells[at]!)])
    save(shop, [['My remarks', ...wanted], ...moved])
    const { err, code } = await shop.crm('import', 'today.csv')
    expect([code, err]).toEqual([0, expect.stringContaining('2 contacts, 0 attempts')])
    expect(err).toContain('Not there, so nothing was read from it: Channel')
    expect((await contacts(shop, 'Bob')).at(-1)).toEqual(['contact', null, null, 'called', null])
    expect((await contacts(shop, 'Ann')).at(-1)).toEqual([
      'contact',
      null,
      'interested',
      'wants 40, "blue"',
      '2026-10-01',
    ])
  })

  test('the heading may be renamed, sorted into the rows or gone', async () => {
    for (const change of [
      ([heading, ...rows]: Grid) => [[...heading!.slice(0, -4), 'Ergebnis', 'Wann', 'Bemerkung', 'Nr.'], ...rows],
      ([heading, ...rows]: Grid) => [...rows, heading!],
      ([, ...rows]: Grid) => rows,
    ]) {
      const shop = await listed()
      save(shop, change(filledIn(grid(shop), { Ann: annSaid })))
      const result = await taken(shop)
      expect(result).toMatchObject({ code: 0, contacts: 1, rejected: 0, missing: [] })
      expect((await contacts(shop, 'Ann')).at(-1)).toEqual([
        'contact',
        'wechat',
        'interested',
        'wants 40, "blue"',
        '2026-10-01',
      ])
    }
  })

  test('a column of the seller’s own is not taken for one of the list', async () => {
    const shop = await listed()
    const [heading, ...rows] = grid(shop)
    const cut = (cells: readonly string[], own: string) => [...cells.slice(0, -5), own, cells.at(-1)!]
    save(shop, [cut(heading!, 'Mine'), ...rows.map((cells) => cut(cells, 'private'))])
    const { code, err } = await shop.crm('import', 'today.csv')
    expect([code, err]).toEqual([
      65,
      expect.stringContaining('none of its columns to fill in is there: Channel, Result, Next date, Note'),
    ])
  })

  test.each([
    ['gbk', ',', 'zh'],
    ['utf-8', ';', 'zh'],
    ['utf-8', '\t', 'en'],
    ['utf16le', '\t', 'en'],
  ] as const)('saved as csv in %s with %j between, in %s', async (encoding, delimiter, lang) => {
    const shop = await listed('today.csv', '--lang', lang)
    const writing =
      lang === 'zh'
        ? { 跟进方式: '微信', 跟进结果: '有意向', 下次跟进日期: '2026/10/1', 跟进内容: '要40件' }
        : { Channel: 'WeChat', Result: 'Interested', 'Next date': '2026/10/1', Note: '要40件' }
    const text = csvText(filledIn(grid(shop), { Ann: writing }), delimiter)
    const bytes = iconv.encode(text, encoding, { addBOM: encoding === 'utf16le' })
    writeFileSync(join(shop.dir, 'saved.csv'), bytes)
    const { code, err } = await shop.crm('import', 'saved.csv')
    expect([code, err]).toEqual([0, expect.stringContaining('1 contact, 0 attempts')])
    expect((await contacts(shop, 'Ann')).at(-1)).toEqual(['contact', 'wechat', 'interested', '要40件', '2026-10-01'])
  })

  test('dates as a spreadsheet program of another country writes them, told by the others of the sheet', async () => {
    const shop = await listed()
    const american = (text: string) => text.replace(/^(\d{4})-0?(\d+)-0?(\d+)$/, '$2/$3/$1')
    const cells = filledIn(grid(shop), { Ann: { ...annSaid, 'Next date': '2026-10-01' } })
    save(
      shop,
      cells.map((row) => row.map(american)),
    )
    expect(await taken(shop)).toMatchObject({ code: 0, contacts: 1 })
    expect((await contacts(shop, 'Ann')).at(-1)!.at(-1)).toBe('2026-10-01')
  })

  test('a column of the day of contact counts where the seller adds one', async () => {
    const shop = await listed()
    const cells = filledIn(grid(shop), { Ann: { Note: 'met' } })
    save(
      shop,
      cells.map((row, at) => [...row, at === 0 ? 'Date' : row.includes('Ann') ? '2026-08-30' : '']),
    )
    expect(await taken(shop)).toMatchObject({ code: 0, contacts: 1 })
    const { tables } = (await shop.json('show', 'Ann')) as unknown as { tables: readonly (Answer & { key: string })[] }
    expect(tables.find(({ key }) => key === 'contacts')!.rows[0]).toMatchObject({ on: '2026-08-30', text: 'met' })
  })

  test('what cannot be taken is told with its place; the other rows go in, with --strict none', async () => {
    const shop = await listed('today.csv', '--days', '150')
    const cells = filledIn(grid(shop), {
      Ann: { Result: 'intrested' },
      Bob: { 'Next date': '2026-08-01', Note: 'called' },
    })
    const eve = cells.findIndex((row) => row.join().includes('Eve'))
    expect(eve).toBeGreaterThan(0)
    cells[eve]![cells[0]!.indexOf('Note')] = 'fine'
    save(shop, [...cells, [...cells[eve]!.slice(0, -1), ''], [...cells[eve]!.slice(0, -1), 'crm1:oops']])
    const strict = await shop.crm('import', 'today.csv', '--strict')
    expect([strict.code, (await shop.json('imports')).rows.length]).toEqual([65, 1])
    const { code, err } = await shop.crm('import', 'today.csv')
    expect([code, err]).toEqual([3, expect.stringContaining('1 contact, 0 attempts, 0 put off; 0 recorded before')])
    expect(err).toMatch(
      /today\.csv › row \d+ › Result: Ann \(c\w+\): "intrested" is not in the list of words; near: interested/,
    )
    expect(err).toMatch(/row \d+ › Next date: Bob \(c\w+\): the day must lie ahead: 2026-08-01 \(today is 2026-09-01\)/)
    expect(err).toMatch(/row \d+ › Key: .*Eve \(c\w+\): something is filled in, but the row has no key/)
    expect(err).toMatch(/row \d+ › Key: .*: the key was changed and cannot be read any more: "crm1:oops"/)
  })

  test.each([
    ['2026-13-40', 'not a date: "2026-13-40"'],
    ['soon', 'not a date: "soon"'],
    ['today', 'the day must lie ahead: 2026-09-01'],
    ['3/4/2027', 'day or month first? "3/4/2027"'],
  ])('a next date of %j is told', async (typed, sentence) => {
    const shop = await listed()
    write(shop, { Ann: { 'Next date': typed } })
    expect(await shop.crm('import', 'today.csv')).toMatchObject({ code: 3, err: expect.stringContaining(sentence) })
  })

  test.each([
    ['+7d', '2026-09-08'],
    ['tomorrow', '2026-09-02'],
    ['12月1日', '2026-12-01'],
    ['2月1日', '2027-02-01'],
    ['46357', '2026-12-01'],
    ['2026年12月1日', '2026-12-01'],
  ])('a next date of %j is %s', async (typed, on) => {
    const shop = await listed()
    write(shop, { Ann: { 'Next date': typed, Note: 'x' } })
    expect(await taken(shop)).toMatchObject({ code: 0, contacts: 1 })
    expect((await contacts(shop, 'Ann')).at(-1)!.at(-1)).toBe(on)
  })

  test('a customer merged since is told and gets the contact; one gone since is told', async () => {
    const shop = await listed()
    write(shop, { Ann: { Note: 'from Ann' }, Bob: { Note: 'from Bob' } })
    await shop.crm('merge', 'Ann', 'Bob')
    const merged = await shop.crm('import', 'today.csv')
    expect([merged.code, merged.err]).toEqual([0, expect.stringMatching(/is one customer with .* now; recorded there/)])
    expect((await contacts(shop, 'ann@example.com')).filter(([kind]) => kind === 'contact')).toHaveLength(2)
    const other = await listed()
    write(other, { Ann: { Note: 'x' } }, 'ann.csv')
    const cells = grid(other, 'ann.csv').map((row) => row.map((cell) => cell.replace(/:c\w+:/, ':c0gone0:')))
    save(other, cells, 'ann.csv')
    const gone = await other.crm('import', 'ann.csv')
    expect([gone.code, gone.err]).toEqual([3, expect.stringContaining('there is no customer c0gone0 any more')])
  })

  test('a list of another ledger is refused whole, before anything is written', async () => {
    const shop = await listed()
    write(shop, { Ann: { Note: 'x' } })
    const other = emptyShop()
    other.write('others.csv', ordersOf(2026))
    await other.crm('import', 'others.csv')
    save(other, grid(shop))
    other.write('more.csv', [
      'Order No,Order Date,Customer Name,Email,Total,Currency',
      '77,2026-08-01,Zoe,z@example.com,1,USD',
    ])
    const { code, err } = await other.crm('import', 'more.csv', 'today.csv')
    expect([code, err]).toEqual([
      65,
      expect.stringMatching(/was written by another ledger \(\w{6}\); this one is \w{6}/),
    ])
    expect((await other.json('imports')).rows).toHaveLength(1)
    const own = await listed()
    save(
      own,
      [...grid(own), ...filledIn(grid(shop), { Bob: { Note: 'y' } }).slice(1)].map((row) =>
        row.map((cell, at, all) =>
          at === all.length - 1 && row.includes('Bob') ? cell.replace(/^crm1:\w+/, 'crm1:zzzzzz') : cell,
        ),
      ),
    )
    const rows = await own.crm('import', 'today.csv')
    expect([rows.code, rows.err]).toEqual([3, expect.stringContaining('the row is of another ledger (zzzzzz')])
  })

  test('two people who worked in copies: both are kept where they differ, and it is said', async () => {
    const shop = await listed()
    write(shop, { Ann: { Note: 'by Li' }, Bob: { Note: 'same' } }, 'li.csv')
    write(shop, { Ann: { Note: 'by Wu' }, Bob: { Note: 'same' } }, 'wu.csv')
    const { code, err } = await shop.crm('import', 'li.csv', 'wu.csv')
    expect([code, err]).toEqual([0, expect.stringContaining('said something else; both are kept for Ann')])
    const said = async (name: string) =>
      (await contacts(shop, name)).flatMap(([kind, , , text]) => (kind === 'contact' ? text : []))
    expect([await said('Ann'), await said('Bob')]).toEqual([['by Li', 'by Wu'], ['same']])
  })

  test('who wants no contact is told how to leave the lists', async () => {
    const shop = await listed()
    write(shop, { Ann: { Result: '拒绝' } })
    expect((await shop.crm('import', 'today.csv')).err).toMatch(
      /Ann \(c\w+\) wants no more contact.*\n.*crm edit c\w+ --consent no/,
    )
  })

  test('as a workbook: guided cells on the rows alone, read back sorted and filtered', async () => {
    const shop = await listed('today.xlsx')
    const path = join(shop.dir, 'today.xlsx')
    await workOn(path, 'Contact today', (sheet) => {
      fillIn(sheet, { Ann: annSaid })
      sheet.getRow(2).hidden = true
      sheet.getRow(3).hidden = true
      sheet.spliceColumns(2, 0, ['Mine', 'a', 'b'])
    })
    expect(await taken(shop, 'today.xlsx')).toMatchObject({ code: 0, contacts: 1, sheet: 'Contact today', rejected: 0 })
    expect((await contacts(shop, 'Ann')).at(-1)).toEqual([
      'contact',
      'wechat',
      'interested',
      'wants 40, "blue"',
      '2026-10-01',
    ])
  })
})
