import { describe, expect, test } from 'vitest'
import { column, emptyShop, type Shop, shopOf } from './shop.js'

const LIST = 'Customer Name,Email,Birthday,Language,Preferred channel,Interests,Needs,Contact persons,Consent,Note'

const everything = [
  ...['--birthday', '农历八月十五', '--anniversary', '2019-5-20', '--language', 'German', '--channel', '微信'],
  ...['--wechat', 'ann_88', '--interests', 'green tea, cups,green tea', '--needs', 'weekly delivery'],
  ...['--background', 'two cafés', '--frequency', '45天', '--call-hours', '晚上7点到9点', '--consent', 'no'],
  ...['--contact', 'Lena Roth, buyer, +49 30 901820', '--contact', 'Bob', '--set', 'Wechat group=VIP 3'],
]

const kept = {
  ...{ birthday: 'lunar:--08-15', anniversary: '2019-05-20', language: 'de', channel: 'wechat', wechat: 'ann_88' },
  ...{ interests: 'green tea, cups', needs: 'weekly delivery', background: 'two cafés' },
  ...{ frequency: '45', callHours: '19:00-21:00', contacts: 'Lena Roth / buyer / +4930901820; Bob' },
  'field.Wechat group': 'VIP 3',
}

async function summary(shop: Shop, customer: string, ...more: readonly string[]) {
  return (await shop.json('show', customer, ...more)).summary
}

/** What `show` lists of one field: each value with where it came from. */
async function values(shop: Shop, field: string, ...more: readonly string[]) {
  const { tables } = (await shop.json('show', 'Ann', ...more)) as unknown as {
    tables: { key: string; rows: Record<string, unknown>[] }[]
  }
  return tables.find(({ key }) => key === 'values')!.rows.filter((row) => row.field === field)
}

describe('what is known of the person', () => {
  test('is typed in either language, kept in one form, shown in words, listed and filtered', async () => {
    const shop = await shopOf(2026)
    expect((await shop.crm('edit', 'Ann', ...everything)).code).toBe(0)
    expect(await summary(shop, 'Ann')).toMatchObject({ consent: 'no', details: kept })
    const { out } = await shop.crm('show', 'Ann')
    expect(out).toMatch(/Consent +does not agree to be written to\n/)
    expect(out).toMatch(/Birthday +lunar 08-15\n/)
    expect(out).toMatch(/Preferred channel +WeChat\n/)
    expect(out).toMatch(/Wechat group +VIP 3\n/)
    const zh = await shop.crm('show', 'Ann', '--lang', 'zh')
    expect(zh.out).toMatch(/生日 +农历八月十五\n/)
    expect(zh.out).toMatch(/语言 +德语\n/)
    const [row] = (await shop.json('list', 'name:Ann')).rows
    expect(row).toMatchObject({ ...kept, frequency: 45, consent: 'no', company: null, note: null })
    // Mid-Autumn, the 15th of the eighth lunar month, is on 25 September in 2026.
    for (const filter of [
      'birthday:09',
      'language:de channel:wechat',
      'interest:cups',
      'field."Wechat group":vip',
      'consent:no',
    ])
      expect([filter, column(await shop.json('list', filter), 'name')]).toEqual([filter, ['Ann']])
    expect((await shop.crm('list', 'name:Ann')).out).not.toContain('green tea')
    expect((await shop.crm('list', 'name:Ann', '--columns', 'interests,birthday')).out).toContain('green tea, cups')
  })

  test('is one batch: taken back nothing is left of it, put back all of it; the same once more writes nothing', async () => {
    const shop = await shopOf(2026)
    const before = [await shop.json('list'), await shop.json('show', 'Ann')]
    await shop.crm('edit', 'Ann', ...everything)
    const after = [await shop.json('list'), await shop.json('show', 'Ann')]
    const again = await shop.crm('edit', 'Ann', ...everything)
    expect([again.code, again.err]).toEqual([0, expect.stringContaining('nothing was written')])
    await shop.crm('undo')
    expect([await shop.json('list'), await shop.json('show', 'Ann')]).toEqual(before)
    await shop.crm('undo', '--redo')
    expect([await shop.json('list'), await shop.json('show', 'Ann')]).toEqual(after)
  })

  test('counts from its day (R14)', async () => {
    const shop = await shopOf(2026)
    await shop.crm('edit', 'Ann', '--language', 'de', '--consent', 'no', '--on', '2026-08-10')
    expect(await summary(shop, 'Ann', '--on', '2026-08-09')).toMatchObject({ consent: null, details: {} })
    expect(await summary(shop, 'Ann', '--on', '2026-08-10')).toMatchObject({
      consent: 'no',
      details: { language: 'de' },
    })
    expect((await shop.json('list', 'language:de', '--on', '2026-08-09')).rows).toEqual([])
    expect((await shop.json('contacts', 'name:Ann', '--on', '2026-08-09')).rows).toHaveLength(1)
  })

  test('a contact person comes to the others, is changed by name, and all go with -', async () => {
    const shop = await shopOf(2026)
    const persons = async () => ((await summary(shop, 'Ann')).details as Record<string, string>).contacts
    await shop.crm('edit', 'Ann', '--contact', 'Lena, buyer')
    await shop.crm('edit', 'Ann', '--contact', 'Bob', '--contact', 'lena, boss, lena@example.com')
    expect(await persons()).toBe('lena / boss / lena@example.com; Bob')
    await shop.crm('edit', 'Ann', '--contact', '-')
    expect(await persons()).toBeUndefined()
  })

  test('a field of the seller’s own is emptied with its name alone; a note grows', async () => {
    const shop = await shopOf(2026)
    await shop.crm('edit', 'Ann', '--set', '尺码=XL', '--set', 'Colour=red', '--note', 'likes tea')
    await shop.crm('edit', 'Ann', '--set', '尺码=', '--add-note', 'called')
    expect(await summary(shop, 'Ann')).toMatchObject({
      details: { 'field.Colour': 'red' },
      note: 'likes tea; 2026-09-01 called',
    })
    await shop.crm('edit', 'Ann', '--imported', 'Colour')
    expect((await summary(shop, 'Ann')).details).toEqual({})
  })

  test('of a customer who is delisted, what leads to him is sealed (R30)', async () => {
    const shop = await shopOf(2026)
    await shop.crm('edit', 'Ann', ...everything)
    expect((await shop.crm('block', 'Ann', '--reason', 'breach')).code).toBe(0)
    const { wechat: _wechat, contacts: _contacts, ...rest } = kept
    expect((await summary(shop, 'Ann')).details).toEqual(rest)
    for (const option of [[], ['--sources']])
      expect((await shop.crm('show', 'Ann', ...option)).out).not.toMatch(/ann_88|Lena/)
  })

  test('stays with the keys through a merge and a split', async () => {
    const shop = await shopOf(2026)
    await shop.crm('edit', 'Bob', '--language', 'fr', '--interests', 'cups')
    await shop.crm('edit', 'Ann', '--language', 'de')
    await shop.crm('merge', 'Ann', 'Bob')
    expect((await summary(shop, 'ann@example.com')).details).toEqual({ language: 'de', interests: 'cups' })
    await shop.crm('undo')
    expect((await summary(shop, 'Bob')).details).toEqual({ language: 'fr', interests: 'cups' })
    expect((await summary(shop, 'Ann')).details).toEqual({ language: 'de' })
  })

  test('is kept of a customer added by hand', async () => {
    const shop = emptyShop()
    await shop.crm(
      'add',
      'Berta',
      '--contact',
      'Lena, buyer',
      '--consent',
      'yes',
      '--set',
      'Size=XL',
      '--birthday',
      '5-3',
    )
    expect(await summary(shop, 'Berta')).toMatchObject({
      consent: 'yes',
      details: { birthday: '--05-03', contacts: 'Lena / buyer', 'field.Size': 'XL' },
    })
    await shop.crm('undo')
    expect((await shop.json('list')).rows).toEqual([])
  })

  test.each([
    [['--birthday', '13-40'], /"13-40" does not tell which day of which month/],
    [['--birthday', '2-30'], /does not tell which day/],
    [['--anniversary', 'soon'], /does not tell which day/],
    [['--language', 'germn'], /Did you mean german/],
    [['--channel', 'pigeon'], /no way to reach a customer/],
    [['--frequency', '0'], /no number of days/],
    [['--frequency', '3651'], /no number of days/],
    [['--call-hours', '21-19'], /no hours of the day/],
    [['--consent', 'perhaps'], /neither yes nor no/],
    [['--contact', '13800000002'], /does not begin with a name/],
    [['--contact', 'Bob, 030 901820'], /no phone number/],
    [['--set', 'Size'], /no field with its value/],
    [['--set', 'a:b=c'], /no field with its value/],
    [['--set', '电话=1'], /"电话" has an option of its own[\s\S]*--phone/],
    [['--set', 'Contact persons=x'], /--contact /],
  ])('%j is refused and changes nothing', async (argv, sentence) => {
    const shop = await shopOf(2026)
    const { code, err } = await shop.crm('edit', 'Ann', ...argv)
    expect([code, err]).toEqual([2, expect.stringMatching(sentence)])
    expect((await shop.json('imports')).rows).toHaveLength(1)
  })
})

describe('consent', () => {
  test('decided by hand wins over files, before and after, until it is given back (R8)', async () => {
    const shop = await shopOf(2026)
    const isListed = async () => (await shop.json('contacts', 'name:Ann')).rows.length === 1
    await shop.crm('edit', 'Ann', '--consent', '退订')
    expect(await isListed()).toBe(false)
    shop.write('people.csv', [LIST, 'Ann,ann@example.com,,,,,,,yes,'])
    await shop.crm('import', 'people.csv')
    expect(await isListed()).toBe(false)
    await shop.crm('edit', 'Ann', '--consent', 'unknown')
    expect(await summary(shop, 'Ann')).toMatchObject({ consent: null })
    expect(await isListed()).toBe(true)
    await shop.crm('edit', 'Ann', '--imported', 'consent')
    expect(await summary(shop, 'Ann')).toMatchObject({ consent: 'yes' })
    expect(
      (await values(shop, 'consent', '--sources')).map(({ value, inUse, batch }) => [value, inUse, batch]),
    ).toEqual([
      ['yes', 'yes', '3'],
      ['no', null, '2'],
      ['unknown', null, '4'],
    ])
  })

  test('unknown is not refusal', async () => {
    const shop = await shopOf(2026)
    expect(column(await shop.json('list', 'consent:unknown'), 'name')).toHaveLength(5)
    expect((await shop.json('contacts')).rows).toHaveLength(5)
  })
})

describe('customer lists', () => {
  const row = 'Ann,ann@example.com,1990-05-03,Deutsch,WhatsApp,"tea, cups",more cups,"Lena, buyer; Bob, boss",yes,first'

  test('say it too; a value typed by hand wins; imported again nothing changes; taken back it is gone', async () => {
    const shop = await shopOf(2026)
    shop.write('people.csv', [LIST, row])
    expect((await shop.crm('import', 'people.csv')).code).toBe(0)
    const told = {
      ...{ birthday: '1990-05-03', language: 'de', channel: 'whatsapp', interests: 'tea, cups', needs: 'more cups' },
      contacts: 'Lena / buyer; Bob / boss',
    }
    expect(await summary(shop, 'Ann')).toMatchObject({ consent: 'yes', note: 'first', details: told })
    expect(await values(shop, 'birthday')).toMatchObject([{ value: '1990-05-03', file: 'people.csv', row: 2 }])
    await shop.crm('edit', 'Ann', '--language', 'fr')
    shop.write('again.csv', [LIST, row])
    const again = await shop.json('import', 'again.csv')
    expect(again).toMatchObject({ batch: null })
    expect(await summary(shop, 'Ann')).toMatchObject({ details: { ...told, language: 'fr' } })
    shop.write('later.csv', [LIST, 'Ann,ann@example.com,1990-05-04,,,,,,,second'])
    await shop.crm('import', 'later.csv')
    expect(await summary(shop, 'Ann')).toMatchObject({
      note: 'second',
      details: { ...told, birthday: '1990-05-04', language: 'fr' },
    })
    expect(
      (await values(shop, 'birthday', '--sources')).map(({ value, inUse, batch }) => [value, inUse, batch]),
    ).toEqual([
      ['1990-05-04', 'yes', '4'],
      ['1990-05-03', null, '2'],
    ])
    await shop.crm('undo')
    await shop.crm('undo', '2')
    expect((await summary(shop, 'Ann')).details).toEqual({ language: 'fr' })
  })

  test('a cell nobody can read is told and left out', async () => {
    const shop = await shopOf(2026)
    shop.write('people.csv', [LIST, 'Ann,ann@example.com,sometime,Klingon,pigeon post,tea,,,maybe,'])
    const { code, err } = await shop.crm('import', 'people.csv')
    expect(code).toBe(0)
    for (const value of ['sometime', 'Klingon', 'pigeon post'])
      expect(err).toContain(`not understood, left out: "${value}"`)
    expect(await summary(shop, 'Ann')).toMatchObject({ consent: null, details: { interests: 'tea' } })
  })

  test('Chinese headers, and a birthday as a platform writes it', async () => {
    const shop = await shopOf(2026)
    shop.write('people.csv', [
      '客户姓名,邮箱,生日,语言,偏好渠道,产品偏好,客户需求',
      'Ann,ann@example.com,1990-05-21 00:00:00,中文,微信,"绿茶、杯子",试样',
    ])
    await shop.crm('import', 'people.csv')
    expect((await summary(shop, 'Ann')).details).toEqual({
      ...{ birthday: '1990-05-21', language: 'zh', channel: 'wechat', interests: '绿茶, 杯子', needs: '试样' },
    })
  })
})

describe('show --sources', () => {
  test('tells the history of tags: put on, taken off, what holds', async () => {
    const shop = await shopOf(2026)
    await shop.crm('tag', 'Ann', 'vip', 'new')
    await shop.crm('tag', 'Ann', 'new', '--remove')
    const tags = await values(shop, 'tags', '--sources')
    expect(tags.map(({ value, inUse, batch }) => [value, inUse, batch])).toEqual([
      ['vip', 'yes', '2'],
      ['−new', 'yes', '3'],
      ['new', null, '2'],
    ])
  })
})
