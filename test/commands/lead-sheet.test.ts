import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contactsOf, listFile } from '../support/list-shop.js'
import { fillIn, workOn } from '../support/worked-list.js'
import { emptyShop, type Shop } from './shop.js'

/** Ann and Ben registered on 2026-08-01, Cho told by a file; the list of 2026-09-01 was written. */
async function listed(file = 'leads.csv', ...more: readonly string[]): Promise<Shop> {
  const shop = emptyShop()
  await shop.crm('config', 'set', 'currency.base', 'USD')
  await shop.crm('lead', 'add', 'Ann', '--email', 'ann@example.com', '--on', '2026-08-01')
  await shop.crm('lead', 'add', 'Ben', '--email', 'ben@example.com', '--level', 'C', '--on', '2026-08-01')
  shop.write('fair.csv', ['Lead date,Name,E-mail,Level,Stage', '2026-08-10,Cho,cho@example.com,B,need'])
  await shop.crm('import', 'fair.csv')
  const { code, err } = await shop.crm('lead', 'list', '-o', file, ...more)
  if (code !== 0) throw new Error(err)
  return shop
}

const leads = async (shop: Shop) => (await shop.json('lead', 'list')).rows
const leadOf = async (shop: Shop, who: string) => (await leads(shop)).find(({ name }) => name === who)
const closed = async (shop: Shop) => {
  const { tables } = (await shop.json('lead', 'list')) as unknown as {
    tables: readonly { key: string; rows: readonly Readonly<Record<string, unknown>>[] }[]
  }
  return tables.find(({ key }) => key === 'closed')!.rows.map(({ name, outcome, reason }) => [name, outcome, reason])
}

const annSaid = {
  ...{ Channel: 'WeChat', Result: 'interested', 'Next date': '2026-09-10', Note: 'wants oak' },
  ...{ 'New level': 'A', 'New stage': 'proposal', 'New amount': '1,500.50', 'New expected close': '2026-09-20' },
}

describe('leads as a sheet', () => {
  test('has columns to fill in; machines and terminals do without', async () => {
    const shop = await listed()
    const [heading, ...rows] = listFile(shop, 'leads.csv').grid()
    const toFill = ['Channel', 'Result', 'Next date', 'Note', 'New level', 'New stage', 'New amount']
    expect(heading!.slice(-11)).toEqual([...toFill, 'New expected close', 'Outcome', 'Reason', 'Key'])
    expect(
      rows
        .map((cells) =>
          cells
            .at(-1)!
            .replace(/c\w{9,}/, 'C')
            .replace(/:\w{6}:/, ':_:'),
        )
        .sort(),
    ).toEqual(['crm1:_:leads-20260901:C:', 'crm1:_:leads-20260901:C:L1', 'crm1:_:leads-20260901:C:L2'])
    expect((await leads(shop))[0]).not.toHaveProperty('entryKey')
    expect((await shop.crm('lead')).out).not.toContain('crm1:')
  })

  test('a row is a contact and what crm lead would record; twice adds nothing; undo takes it back', async () => {
    const shop = await listed()
    const before = await leads(shop)
    const list = listFile(shop, 'leads.csv')
    expect(await list.taken()).toMatchObject({ code: 0, batch: null, blank: 3, events: 0 })
    list.write({ Ann: annSaid })
    expect(await list.taken('--dry-run')).toMatchObject({ code: 0, batch: null, contacts: 1, events: 2 })
    expect(await leads(shop)).toEqual(before)
    expect(await list.taken()).toMatchObject({ code: 0, list: 'leads', contacts: 1, events: 2, rejected: 0 })
    expect(await contactsOf(shop, 'Ann')).toEqual([['contact', 'wechat', 'interested', 'wants oak', '2026-09-10']])
    const after = {
      level: 'A',
      stage: 'proposal',
      amountMinor: 150050,
      closeOn: '2026-09-20',
      lastContactOn: '2026-09-01',
    }
    expect(await leadOf(shop, 'Ann')).toMatchObject(after)
    const again = await shop.crm('import', 'leads.csv')
    expect([again.code, again.err]).toEqual([0, expect.stringContaining('0 changes of leads; 1 recorded before')])
    expect((await shop.crm('undo')).code).toBe(0)
    expect(await leads(shop)).toEqual(before)
  })

  test('it comes to what the commands come to', async () => {
    const [bySheet, byHand] = [await listed(), await listed()]
    listFile(bySheet, 'leads.csv').write({
      Ann: { ...annSaid, Outcome: 'lost', Reason: 'too dear' },
      Ben: { 'New amount': '20' },
      Cho: { 'New level': 'D' },
    })
    expect((await bySheet.crm('import', 'leads.csv')).code).toBe(0)
    const { Channel, Result, Note } = annSaid
    await byHand.crm('log', 'Ann', Note, '--channel', Channel, '--result', Result, '--next', annSaid['Next date'])
    await byHand.crm('lead', 'level', 'Ann', 'A', '--amount', '1500.50', '--close', '2026-09-20')
    await byHand.crm('lead', 'stage', 'Ann', 'proposal')
    await byHand.crm('lead', 'lost', 'Ann', '--reason', 'too dear')
    await byHand.crm('lead', 'note', 'Ben', '--amount', '20')
    await byHand.crm('lead', 'level', 'Cho', 'D')
    for (const argv of [['lead'], ['lead', 'show', 'Ann'], ['due'], ['kpi']])
      expect(await bySheet.json(...argv)).toEqual(await byHand.json(...argv))
  })

  test('it ends leads: won, lost with its reason, invalid with one of three', async () => {
    const shop = await listed()
    listFile(shop, 'leads.csv').write({
      Ann: { Outcome: 'won' },
      Ben: { Outcome: '战败', Reason: 'too dear', Note: 'called' },
      Cho: { Outcome: 'invalid', Reason: 'Duplicate' },
    })
    expect(await shop.crm('import', 'leads.csv')).toMatchObject({
      code: 0,
      err: expect.stringContaining('3 changes of leads'),
    })
    expect((await closed(shop)).sort()).toEqual([
      ['Ann', 'won', null],
      ['Ben', 'lost', 'too dear'],
      ['Cho', 'invalid', 'duplicate'],
    ])
    expect(await contactsOf(shop, 'Ben')).toEqual([['contact', null, null, 'called', null]])
  })

  test.each([
    [{ Outcome: 'lost' }, /› Reason: Ann \(c\w+\) is said to be lost, without a reason/],
    [{ Outcome: 'invalid', Reason: 'rude' }, /› Reason: .* the reason is none of the three: "rude"/],
    [{ Reason: 'rude' }, /› Reason: there is a reason for Ann \(c\w+\), and no outcome: "rude"/],
    [{ 'New level': 'Z' }, /› New level: Ann \(c\w+\): "Z" is not in the list of words/],
    [{ 'New amount': 'much' }, /› New amount: Ann \(c\w+\): not an amount: "much"/],
    [{ 'New amount': '1.500' }, /› New amount: Ann \(c\w+\): thousands, or three decimals\? "1.500"/],
    [
      { 'New amount': '€20' },
      /› New amount: Ann \(c\w+\): the amount is not in the base currency: "€20" \(that is USD\)/,
    ],
    [{ 'New amount': '-5' }, /› New amount: Ann \(c\w+\): not an amount: "-5"/],
    [{ 'New expected close': 'soon' }, /› New expected close: Ann \(c\w+\): not a date: "soon"/],
  ])('%j is told with its row, and nothing of the row is recorded', async (writing, sentence) => {
    const shop = await listed()
    listFile(shop, 'leads.csv').write({ Ann: { Note: 'called', ...writing }, Ben: { Note: 'fine' } })
    const { code, err } = await shop.crm('import', 'leads.csv')
    expect([code, err]).toEqual([3, expect.stringMatching(sentence)])
    expect(err).toMatch(/leads\.csv › row \d+ ›/)
    expect([await contactsOf(shop, 'Ann'), await contactsOf(shop, 'Ben')]).toEqual([
      [],
      [['contact', null, null, 'fine', null]],
    ])
    expect(await shop.crm('import', 'leads.csv', '--strict', '--lang', 'zh')).toMatchObject({ code: 65 })
  })

  test('a lead closed since: refused with its row, while a contact alone is taken; one won since may be called so', async () => {
    const shop = await listed()
    await shop.crm('lead', 'lost', 'Ann', '--reason', 'too dear')
    await shop.crm('lead', 'lost', 'Ben', '--reason', 'too dear')
    await shop.crm('lead', 'won', 'Cho')
    listFile(shop, 'leads.csv').write({
      Ann: { Outcome: 'won' },
      Ben: { Note: 'he says hello' },
      Cho: { Outcome: 'won', Note: 'has paid' },
    })
    const { code, err } = await shop.crm('import', 'leads.csv')
    expect([code, err]).toEqual([
      3,
      expect.stringMatching(/row \d+ › Key: the lead of Ann \(c\w+\) is closed since 2026-09-01: lost/),
    ])
    expect(err).toContain(
      '2 contacts, 0 attempts, 0 put off, 0 changes of leads; 0 recorded before, 0 not filled in, 1 not taken',
    )
    expect(await contactsOf(shop, 'Cho')).toEqual([['contact', null, null, 'has paid', null]])
  })

  test('filled in further and imported again: what stands so already is not recorded twice', async () => {
    const shop = await listed()
    const list = listFile(shop, 'leads.csv')
    const changed = { 'New level': 'A', 'New amount': '20', 'New expected close': '2026-09-20' }
    list.write({ Ann: changed, Ben: { Outcome: 'lost', Reason: 'too dear' } })
    expect(await list.taken()).toMatchObject({ code: 0, events: 2 })
    list.write({ Ann: { 'New stage': 'price' }, Ben: { Note: 'called' } })
    expect(await list.taken()).toMatchObject({ code: 0, events: 1, contacts: 1, rejected: 0 })
    expect(await leadOf(shop, 'Ann')).toMatchObject({ level: 'A', stage: 'price', amountMinor: 2000 })
    expect(await closed(shop)).toEqual([['Ben', 'lost', 'too dear']])
  })

  test('two people who worked in copies: what fits is kept and told, what does not is refused', async () => {
    const shop = await listed()
    const list = listFile(shop, 'leads.csv')
    list.write({ Ann: { 'New level': 'B' }, Ben: { Outcome: 'won' } }, 'li.csv')
    list.write({ Ann: { 'New stage': 'need' }, Ben: { Outcome: 'lost', Reason: 'x' } }, 'wu.csv')
    const { code, err } = await shop.crm('import', 'li.csv', 'wu.csv')
    expect([code, err]).toEqual([
      3,
      expect.stringMatching(/this row was read before and said something else; both are kept for Ann/),
    ])
    expect(err).toMatch(/wu\.csv › row \d+ › Key: the lead of Ben \(c\w+\) is closed since 2026-09-01: won/)
    expect(await leadOf(shop, 'Ann')).toMatchObject({ level: 'B', stage: 'need' })
    expect(await closed(shop)).toEqual([['Ben', 'won', null]])
  })

  test('a level the record does not bear, and one lost unseen, are warned of', async () => {
    const shop = await listed()
    listFile(shop, 'leads.csv').write({ Ann: { 'New level': 'A' }, Ben: { Outcome: 'lost', Reason: 'no answer' } })
    const { code, err } = await shop.crm('import', 'leads.csv')
    expect([code, err]).toEqual([0, expect.stringMatching(/New level: Ann .*does not bear level A yet; it bears C/)])
    expect(err).toMatch(/Outcome: Ben \(c\w+\) was lost without a contact on record/)
    const met = await listed()
    const expecting = { 'New level': 'A', 'New expected close': '2026-09-20' }
    listFile(met, 'leads.csv').write({ Ann: expecting, Ben: { Outcome: 'lost', Reason: 'x', Note: 'called' } })
    expect((await met.crm('import', 'leads.csv')).err).not.toMatch(/bear|unproven/)
  })

  test('customers merged since are told; a registration taken back is', async () => {
    const shop = await listed()
    listFile(shop, 'leads.csv').write({ Ann: { 'New level': 'B' }, Ben: { 'New stage': 'need' } })
    await shop.crm('merge', 'Ann', 'Ben')
    const { code, err } = await shop.crm('import', 'leads.csv')
    expect([code, err]).toEqual([0, expect.stringMatching(/is one customer with .* now; recorded there/)])
    const joined = (await leads(shop)).filter(({ name }) => name !== 'Cho')
    expect(joined).toMatchObject([{ level: 'B', stage: 'need' }])
    const other = await listed()
    await other.crm('add', 'Dee', '--email', 'dee@example.com')
    await other.crm('lead', 'add', 'dee@example.com')
    await other.crm('lead', 'list', '-o', 'leads.csv')
    await other.crm('undo')
    listFile(other, 'leads.csv').write({ Dee: { 'New level': 'C', Note: 'x' } })
    const gone = await other.crm('import', 'leads.csv')
    expect([gone.code, gone.err]).toEqual([3, expect.stringMatching(/Dee \(c\w+\) has no lead any more/)])
  })

  test('renamed, moved, one taken away, in Chinese', async () => {
    const shop = await listed('leads.csv', '--lang', 'zh')
    const list = listFile(shop, 'leads.csv')
    const [heading, ...rows] = list.grid() as [string[], ...string[][]]
    expect(heading.slice(-11)).toEqual([
      ...['跟进方式', '跟进结果', '下次跟进日期', '跟进内容', '新意向级别', '新跟进阶段', '新预计金额'],
      ...['新预计成交日期', '成交或战败', '战败或无效原因', '编号'],
    ])
    list.write({ Ann: { 新意向级别: '意向B级', 新预计金额: '2千', 成交或战败: '战败', 战败或无效原因: '价格高' } })
    const [, ...filled] = list.grid()
    const without = (cells: readonly string[]) => cells.filter((_, at) => heading[at] !== '跟进结果')
    const renamed = without(heading).map((label) => (label === '新跟进阶段' ? '到了哪一步' : label))
    list.save([renamed, ...filled.map(without).toReversed()])
    expect(rows).toHaveLength(3)
    const { code, err } = await shop.crm('import', 'leads.csv', '--lang', 'zh')
    expect([code, err]).toEqual([0, expect.stringContaining('意向客户变更 2 项')])
    expect(err).toContain('表里没有这些列，没有读取：跟进结果')
    expect(await closed(shop)).toEqual([['Ann', 'lost', '价格高']])
    expect((await shop.json('lead', 'show', 'Ann')).summary).toMatchObject({ record: { amountMinor: 200000 } })
  })

  test('a folder with a list and an order file: the orders first, and the lists by what they say', async () => {
    const shop = await listed()
    const list = listFile(shop, 'leads.csv')
    list.write({ Ann: { Outcome: 'won', Note: 'paid' }, Ben: { 'New level': 'B' } })
    mkdirSync(join(shop.dir, 'inbox'))
    renameSync(join(shop.dir, 'leads.csv'), join(shop.dir, 'inbox', 'a-leads.csv'))
    shop.write('inbox/orders.csv', [
      'Order No,Order Date,Customer Name,E-mail,Order Total,Status,Currency',
      '1,2026-08-30,Ann,ann@example.com,20.00,paid,USD',
    ])
    const { code, out, err } = await shop.crm('import', 'inbox')
    expect(code).toBe(0)
    expect(out).toContain('orders: 1 new')
    expect(err).toContain('1 contact, 0 attempts, 0 put off, 1 change of leads')
    expect(await closed(shop)).toEqual([['Ann', 'won', null]])
    expect(await leadOf(shop, 'Ben')).toMatchObject({ level: 'B' })
    expect((await shop.crm('import', 'inbox')).err).toContain('2 recorded before')
  })

  test('as a workbook: drop-downs, days and amounts; read back sorted, filtered and widened', async () => {
    const shop = await listed('leads.xlsx')
    await workOn(join(shop.dir, 'leads.xlsx'), 'Open leads', (sheet) => {
      const heading = (sheet.getRow(1).values as string[]).map(String)
      const rule = (label: string) => sheet.getRow(2).getCell(heading.lastIndexOf(label)).dataValidation
      expect(rule('New level')).toMatchObject({ type: 'list', formulae: ['"H,A,B,C,D"'] })
      expect(rule('Outcome')).toMatchObject({ type: 'list', formulae: ['"won,lost,invalid"'] })
      expect(rule('New amount')).toMatchObject({ type: 'decimal', operator: 'greaterThanOrEqual' })
      expect(rule('New expected close')).toMatchObject({ type: 'date', operator: 'greaterThan' })
      fillIn(sheet, { Ann: annSaid })
      sheet.getRow(3).hidden = true
      sheet.spliceColumns(2, 0, ['Mine', 'a', 'b', 'c'])
    })
    expect(await listFile(shop, 'leads.xlsx').taken()).toMatchObject({ code: 0, contacts: 1, events: 2, rejected: 0 })
    expect(await leadOf(shop, 'Ann')).toMatchObject({ level: 'A', amountMinor: 150050, closeOn: '2026-09-20' })
  })
})

describe('days of a list of leads', () => {
  test('a step before the last one on record is told and not taken, as crm lead would; a contact alone is', async () => {
    const shop = await listed()
    await shop.crm('lead', 'stage', 'Ann', 'proposal', '--on', '2026-08-20')
    const list = listFile(shop, 'leads.csv')
    const [heading, ...rows] = list.grid()
    const write = (cells: Readonly<Record<string, string>>) => {
      list.save([[...heading!, 'Contacted on'], ...rows.map((row) => [...row, ''])])
      list.write({ Ann: cells })
    }
    write({ 'New stage': 'need', 'Contacted on': '2026-08-10' })
    const { code, err } = await shop.crm('import', 'leads.csv', '--lang', 'en')
    expect([code, err]).toEqual([
      3,
      expect.stringMatching(
        /Contacted on: the last step of the lead of Ann \(c\w+\) was on 2026-08-20, after .* 2026-08-10/,
      ),
    ])
    expect(await leadOf(shop, 'Ann')).toMatchObject({ stage: 'proposal' })
    expect((await shop.crm('lead', 'stage', 'Ann', 'need', '--on', '2026-08-10')).code).toBe(2)
    write({ Note: 'called', 'Contacted on': '2026-08-10' })
    expect(await list.taken()).toMatchObject({ code: 0, contacts: 1 })
    write({ 'New stage': 'price', 'Contacted on': '2026-08-20' })
    expect(await list.taken()).toMatchObject({ code: 0, events: 1 })
  })

  test('an expected close that is over is told with its row, and taken', async () => {
    const shop = await listed()
    const list = listFile(shop, 'leads.csv')
    list.write({ Ann: { 'New expected close': '2026-08-20' } })
    const { code, err } = await shop.crm('import', 'leads.csv', '--lang', 'en')
    expect([code, err]).toEqual([
      0,
      expect.stringMatching(/the sale to Ann \(c\w+\) is expected on a day that is over: 2026-08-20/),
    ])
    expect(await leadOf(shop, 'Ann')).toMatchObject({ closeOn: '2026-08-20' })
  })
})
