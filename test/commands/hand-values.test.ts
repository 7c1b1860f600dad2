import { describe, expect, test } from 'vitest'
import { column, emptyShop, HEADER, type Shop, shopOf } from './shop.js'

const FULL = 'Order No,Order Date,Customer Name,Email,Phone,City,Postcode,Total,Currency,Country'

/** The customer as lists and contact lists have him. */
async function contact(shop: Shop, name: string) {
  return (await shop.json('contacts', `name:${name}`)).rows[0]
}

async function values(shop: Shop, customer: string) {
  const { tables } = (await shop.json('show', customer)) as unknown as {
    tables: { key: string; rows: Record<string, unknown>[] }[]
  }
  return tables.find(({ key }) => key === 'values')!.rows
}

describe('values typed by hand', () => {
  test('are said in words of either language where they are codes, and kept as codes', async () => {
    const shop = await shopOf(2026)
    await shop.crm('edit', 'Ann', '--consent', 'yes', '--channel', 'wechat', '--birthday', 'lunar 8-16', '--vip')
    await shop.crm('edit', 'Ann', '--set', 'Kosher=yes')
    const shown = (await shop.crm('show', 'Ann', '--lang', 'zh')).out
    for (const line of [
      /是否同意联系 +同意联系/,
      /偏好渠道 +微信/,
      /生日 +农历八月十六/,
      /国家\/地区 +美国/,
      /Kosher +yes/,
    ])
      expect(shown).toMatch(line)
    expect(await values(shop, 'Ann')).toContainEqual(expect.objectContaining({ field: 'consent', value: 'yes' }))
    const listed = (await shop.json('imports', '--lang', 'zh')).rows.map(({ detail }) => detail)
    expect(listed[0]).toMatch(/· Kosher：yes$/)
    expect(listed[1]).toMatch(/· 是否同意联系：同意联系 · 偏好渠道：微信 · 生日：农历八月十六 · VIP客户：是$/)
    expect((await shop.crm('undo', '2', '-n')).err).toContain('preferred channel: WeChat')
  })

  test('of many files an import names the first and counts them all; files and machines get every name', async () => {
    const shop = emptyShop()
    const names = ['a.csv', 'b.csv', 'c.csv', 'd.csv']
    for (const [at, name] of names.entries())
      shop.write(name, [HEADER, `${10 + at},2026-04-01,Ann,ann@example.com,90.00,USD,US`])
    await shop.crm('import', ...names)
    const { rows } = await shop.json('imports')
    expect(rows).toMatchObject([{ detail: '4 files (a.csv, b.csv …): 4 orders new, 0 updated', files: names }])
  })

  test('win over imported ones in every list, also after the file comes again with others, and are marked', async () => {
    const shop = await shopOf(2026)
    const edited = await shop.crm(
      'edit',
      'Ann',
      '--phone',
      '0049 30 901820',
      '--email',
      'Ann.New@Example.com',
      '--country',
      'Germany',
    )
    expect([edited.code, edited.err]).toEqual([
      0,
      expect.stringMatching(
        /^Ann \(c\w+\): e-mail ann@example.com → ann.new@example.com, phone \(none\) → \+4930901820, country United States → Germany\.\nRecorded as batch 2/,
      ),
    ])
    const typed = { name: 'Ann', phone: '+4930901820', email: 'ann.new@example.com', country: 'DE' }
    expect(await contact(shop, 'Ann')).toMatchObject(typed)
    shop.write('again.csv', [FULL, '1,2026-04-01,Ann,ann@example.com,+1 202 555 0143,Boston,02101,90.00,USD,US'])
    await shop.crm('import', 'again.csv')
    expect(await contact(shop, 'Ann')).toMatchObject(typed)
    expect((await shop.json('list', 'country:DE', 'name:Ann')).rows).toHaveLength(1)
    expect((await shop.crm('show', 'Ann')).out).toMatch(/Typed by hand +e-mail, phone, country \(2026-09-01\)/)
    expect(await values(shop, 'Ann')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          field: 'phone',
          value: '+4930901820',
          file: 'typed by hand',
          row: null,
          on: '2026-09-01',
        }),
        expect.objectContaining({ field: 'phone', value: '+12025550143', file: 'again.csv', row: 2 }),
      ]),
    )
  })

  test('of a customer added by hand: what was typed first gives way to what was typed later, and comes back with it', async () => {
    const shop = await shopOf(2026)
    await shop.crm('add', 'Berta', '--phone', '+49 30 901820', '--city', 'Berlin')
    await shop.crm('edit', 'Berta', '--city', 'Hamburg')
    const cities = async () => (await values(shop, 'Berta')).filter(({ field }) => field === 'city')
    expect(await cities()).toEqual([expect.objectContaining({ value: 'Hamburg', on: '2026-09-01' })])
    await shop.crm('undo')
    expect(await cities()).toEqual([expect.objectContaining({ value: 'Berlin', on: '2026-09-01' })])
  })

  test('are a batch: tried, taken back, put back', async () => {
    const shop = await shopOf(2026)
    const before = await shop.json('list')
    expect((await shop.crm('edit', 'Bob', '--name', 'Robert', '-n')).err).toMatch(
      /name Bob → Robert.*\nNothing was written/,
    )
    expect(await shop.json('list')).toEqual(before)
    await shop.crm('edit', 'Bob', '--name', 'Robert')
    expect((await shop.json('imports')).rows[0]).toMatchObject({
      what: 'edit',
      detail: expect.stringMatching(/^Robert \(c\w+\) · name: Robert$/),
    })
    expect((await shop.crm('undo')).err).toContain('Customers: 1 changed back.')
    expect(await shop.json('list')).toEqual(before)
    await shop.crm('undo', '--redo')
    expect(column(await shop.json('list', 'name:Robert'), 'name')).toEqual(['Robert'])
  })

  test('a value can be taken out, and given back to the files', async () => {
    const shop = await shopOf(2026)
    await shop.crm('edit', 'Ann', '--email', '-')
    expect((await contact(shop, 'Ann'))?.email).toBeNull()
    expect((await shop.crm('edit', 'Ann', '--imported', 'E-mail,phone')).err).toContain(
      'e-mail as the files say it again',
    )
    expect((await contact(shop, 'Ann'))?.email).toBe('ann@example.com')
  })

  test('a note, an owner and a company stand in the file; a later note takes the place of the one before', async () => {
    const shop = await shopOf(2026)
    await shop.crm('edit', 'Ann', '--note', 'likes green tea', '--owner', 'Li', '--company', 'Ann & Sons')
    await shop.crm('edit', 'Ann', '--note', 'likes white tea')
    const found = (await values(shop, 'Ann')).map(({ field, value }) => [field, value])
    expect(found).toEqual(
      expect.arrayContaining([
        ['owner', 'Li'],
        ['company', 'Ann & Sons'],
        ['note', 'likes white tea'],
      ]),
    )
    expect(found).not.toContainEqual(['note', 'likes green tea'])
  })

  test('the same once more changes nothing; saying what a file says holds it', async () => {
    const shop = await shopOf(2026)
    expect((await shop.crm('edit', 'Ann', '--country', 'US')).err).toContain(
      'country stays United States, whatever files say',
    )
    const again = await shop.crm('edit', 'Ann', '--country', 'usa')
    expect([again.code, again.err]).toEqual([0, expect.stringContaining('nothing was written')])
    expect(await shop.json('edit', 'Ann', '--country', 'US')).toMatchObject({ batch: null, changes: [] })
    expect((await shop.json('imports')).rows).toHaveLength(2)
  })

  test('an edited phone finds the customer and joins nobody', async () => {
    const shop = await shopOf(2026)
    const { err } = await shop.crm('edit', 'Ann', '--email', 'bob@example.com')
    expect(err).toMatch(/The same e-mail stands with Bob \(c\w+\)\. They stay two customers/)
    expect((await shop.json('list')).rows).toHaveLength(5)
    // A key names its own customer before a value names anybody.
    expect((await shop.json('show', 'bob@example.com')).summary).toMatchObject({ name: 'Bob' })
    await shop.crm('edit', 'Ann', '--phone', '+86 138 0000 0077')
    expect((await shop.json('show', '13800000077')).summary).toMatchObject({ name: 'Ann' })
    shop.write('other.csv', [
      'Order No,Order Date,Customer Name,Phone,Total,Currency',
      '70,2026-08-01,Zoe,13800000077,5.00,USD',
    ])
    await shop.crm('import', 'other.csv')
    expect((await shop.json('list')).rows).toHaveLength(6)
  })

  test('national numbers are those of the customer’s country, or of the one typed beside them', async () => {
    const shop = await shopOf(2026)
    expect((await shop.json('edit', 'Eve', '--phone', '030 901820')).changes).toEqual([
      { field: 'phone', from: '', to: '+4930901820' },
    ])
    expect((await shop.crm('edit', 'Ann', '--phone', '030 901820')).code).toBe(2)
    expect((await shop.crm('edit', 'Ann', '--phone', '030 901820', '--country', '德国')).code).toBe(0)
  })

  test('stay with the customer when a stronger key turns up, and sleep while nobody carries theirs', async () => {
    const shop = emptyShop()
    shop.write('a.csv', [
      'Order No,Order Date,Customer Name,Phone,Total,Currency',
      '1,2026-08-01,Zoe,13800000077,5.00,USD',
    ])
    shop.write('b.csv', [FULL, '2,2026-08-02,Zoe,zoe@example.com,13800000077,,,5.00,USD,'])
    await shop.crm('import', 'a.csv')
    await shop.crm('edit', 'Zoe', '--city', 'Berlin', '--name', 'Zoe Example')
    await shop.crm('import', 'b.csv')
    expect((await shop.json('list')).rows).toMatchObject([{ name: 'Zoe Example', orders: 2 }])
    shop.write('c.csv', [
      FULL,
      ...['Yan', 'Xu', 'Wu', 'Vic'].map((name, at) => `${at + 3},2026-08-03,${name},,13800000077,,,5.00,USD,`),
    ])
    await shop.crm('import', 'c.csv')
    // Now the phone is a switchboard's, and nobody in particular is called Zoe Example by it.
    expect(column(await shop.json('list'), 'name')).not.toContain('Zoe Example')
    await shop.crm('undo')
    expect((await shop.json('list')).rows).toMatchObject([{ name: 'Zoe Example' }])
  })

  test.each([
    [['edit', 'Ann'], /Nothing to change was given/],
    [['edit', 'Ann', '--phone', '12'], /no phone number that can be dialled/],
    [['edit', 'Ann', '--phone', '13800000001 / 13800000002'], /no phone number/],
    [['edit', 'Ann', '--phone', '138****0001'], /no phone number/],
    [['edit', 'Ann', '--email', 'ann(at)example'], /no e-mail address/],
    [['edit', 'Ann', '--email', 'noreply@example.com'], /no e-mail address/],
    [['edit', 'Ann', '--country', 'Germny'], /Did you mean Germany/],
    [['edit', 'Ann', '--name', 'A***n'], /nobody’s name/],
    [['edit', 'Ann', '--imported', 'phon'], /no field "phon"[\s\S]*phone/],
  ])('%j is refused and changes nothing', async (argv, sentence) => {
    const shop = await shopOf(2026)
    const { code, err } = await shop.crm(...argv)
    expect([code, err]).toEqual([2, expect.stringMatching(sentence)])
    expect((await shop.json('imports')).rows).toHaveLength(1)
  })
})

describe('a customer added by hand', () => {
  test('is found, listed, not doubled, and joins the orders of his phone', async () => {
    const shop = emptyShop()
    const added = await shop.crm('add', 'Berta', 'Example', '--phone', '+49 30 901820', '--city', 'Berlin')
    expect([added.code, added.err]).toEqual([
      0,
      expect.stringMatching(/^New customer: Berta Example \((c\w+)\)\.\nRecorded as batch 1/),
    ])
    expect((await shop.json('list')).rows).toMatchObject([{ name: 'Berta Example', orders: 0, platforms: ['hand'] }])
    expect((await shop.json('show', '+4930901820')).summary).toMatchObject({
      name: 'Berta Example',
      customer: /\((c\w+)\)/.exec(added.err)?.[1],
    })
    expect(await values(shop, 'Berta')).toMatchObject([
      { field: 'name', file: 'typed by hand' },
      { field: 'phone' },
      { field: 'city' },
    ])
    const twice = await shop.crm('add', 'Berta', '--phone', '004930901820')
    expect([twice.code, twice.err]).toEqual([1, expect.stringMatching(/already: Berta Example \(c\w+\)/)])
    shop.write('a.csv', [FULL, '1,2026-08-01,B. E.,berta@example.com,+4930901820,Bonn,,5.00,EUR,DE'])
    await shop.crm('import', 'a.csv')
    expect((await shop.json('list')).rows).toMatchObject([{ name: 'Berta Example', orders: 1 }])
    await shop.crm('undo')
    await shop.crm('undo')
    expect((await shop.json('list')).rows).toEqual([])
    expect((await shop.crm('add', 'Berta Example', '--phone', '+49 30 901820', '--city', 'Berlin')).code).toBe(0)
    expect((await shop.json('list')).rows).toHaveLength(1)
  })

  test('with a name alone is there once; with a phone, another one of that name', async () => {
    const shop = await shopOf(2026)
    expect((await shop.crm('add', 'ann')).err).toContain('already: Ann')
    expect((await shop.crm('add', 'Cleo')).code).toBe(0)
    expect((await shop.crm('add', 'Cleo')).code).toBe(1)
    expect((await shop.crm('add', 'Ann', '--phone', '13800000001')).code).toBe(0)
    expect((await shop.json('list', 'name:Ann')).rows).toHaveLength(2)
    expect((await shop.crm('add', '-')).code).toBe(2)
    expect((await shop.crm('add', 'Dora', '-n')).err).toContain('Nothing was written')
    expect((await shop.json('list')).rows).toHaveLength(7)
  })

  test('one with notes stays when taken back, and is named', async () => {
    const shop = await shopOf(2026)
    await shop.crm('add', 'Cleo', '--phone', '13800000001')
    await shop.crm('log', 'Cleo', 'called')
    expect((await shop.crm('undo', '2')).err).toMatch(/1 customer without orders now stay.*Cleo/)
    expect((await shop.json('list', 'name:Cleo')).rows).toHaveLength(1)
  })
})

describe('show --sources', () => {
  test('names file, sheet, row and batch of every value and of every state of an order', async () => {
    const shop = await shopOf(2026)
    shop.write('later.csv', [
      HEADER,
      '5,2026-03-01,Bob,bob@example.com,45.00,USD,US',
      '21,2026-08-02,Bob,bob@example.com,4.00,USD,CA',
    ])
    await shop.crm('import', 'later.csv')
    await shop.crm('edit', 'Bob', '--country', 'DE')
    const { tables } = (await shop.json('show', 'Bob', '--sources')) as unknown as {
      tables: { key: string; rows: Record<string, unknown>[] }[]
    }
    const rowsOf = (key: string) => tables.find((table) => table.key === key)!.rows
    const places = rowsOf('values').filter(({ field }) => field === 'country')
    expect(
      places.map(({ value, inUse, file, row, batch, batchOn }) => [value, inUse, file, row, batch, batchOn]),
    ).toEqual([
      ['DE', 'yes', 'typed by hand', null, '3', '2026-09-01'],
      ['US', null, 'orders.csv', 6, '1', '2026-09-01'],
      ['US', null, 'later.csv', 2, '2', '2026-09-01'],
      ['CA', null, 'later.csv', 3, '2', '2026-09-01'],
    ])
    expect(rowsOf('values').filter(({ field }) => field === 'name')).toMatchObject([
      { value: 'Bob', inUse: 'yes', file: 'orders.csv', batch: '1' },
      { value: 'Bob', inUse: 'yes', file: 'later.csv', batch: '2' },
    ])
    expect(rowsOf('states')).toMatchObject([
      { order: '21', totalMinor: 400, file: 'later.csv', row: 3, batch: '2' },
      { order: '5', totalMinor: 4000, file: 'orders.csv', row: 6, batch: '1' },
      { order: '5', totalMinor: 4500, file: 'later.csv', row: 2, batch: '2' },
    ])
    await shop.crm('undo', '2')
    const left = (await shop.json('show', 'Bob', '--sources')) as unknown as {
      tables: { key: string; rows: unknown[] }[]
    }
    expect(left.tables.find(({ key }) => key === 'states')!.rows).toHaveLength(1)
    expect((await shop.crm('show', 'Bob', '--sources')).out).toMatch(/What each file says of the orders/)
  })
})
