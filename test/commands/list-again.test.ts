import { describe, expect, test } from 'vitest'
import { contactsOf, listFile } from '../support/list-shop.js'
import { readGrid, workOn } from '../support/worked-list.js'
import { type Answer, emptyShop, HEADER, type Shop, shopOf } from './shop.js'

const DAY_AFTER = ['--on', '2026-09-02'] as const

/** Ann and Bob are due in the list of 2026-09-01. */
async function due(): Promise<Shop> {
  const shop = await shopOf(2026)
  await shop.crm('due', '-o', 'today.csv')
  return shop
}

const reached = { Result: 'reached', Note: 'happy birthday' }

/** Contacts as the figures of the team and of the day count them. */
const counted = async (shop: Shop, ...more: readonly string[]) => {
  const team = await shop.json('kpi', '--per', 'owner', ...more)
  const day = await shop.json('report', 'daily')
  return [team.summary.contacts, day.summary.contacts]
}

const batchOf = async (shop: Shop) => Number((await shop.json('imports')).rows[0]!.batch)

describe('a row that is filled in further', () => {
  test('is the same contact, made on its first day; undo brings the shorter one back', async () => {
    const shop = await due()
    const list = listFile(shop, 'today.csv')
    list.write({ Ann: reached, Bob: { Note: 'called' } })
    await list.taken()
    const first = await contactsOf(shop, 'Ann')
    list.write({ Ann: { ...reached, 'Next date': '2026-09-20' } })
    const again = await shop.crm('import', 'today.csv', ...DAY_AFTER)
    expect([again.code, again.err]).toEqual([
      0,
      expect.stringContaining('0 contacts, 0 attempts, 0 put off; 1 filled in further, 1 recorded before'),
    ])
    expect(again.err).not.toContain('both are kept')
    const longer = first.map((row) => (row[0] === 'contact' ? [...row.slice(0, 4), '2026-09-20'] : row))
    expect(await contactsOf(shop, 'Ann')).toEqual(longer)
    expect(await counted(shop, ...DAY_AFTER)).toEqual([2, 2])
    expect((await shop.json('report', 'daily', ...DAY_AFTER)).summary.contacts).toBe(0)
    expect(await list.taken(...DAY_AFTER)).toMatchObject({ batch: null, known: 2, completed: 0 })
    await shop.crm('undo')
    expect(await contactsOf(shop, 'Ann')).toEqual(first)
    await shop.crm('undo', '--redo')
    expect(await contactsOf(shop, 'Ann')).toEqual(longer)
  })

  test('stands alone where its first reading is taken back; an older copy adds nothing', async () => {
    const shop = await due()
    const list = listFile(shop, 'today.csv')
    list.write({ Ann: reached })
    list.write({ Ann: { ...reached, Channel: 'phone' } }, 'further.csv')
    await list.taken()
    const first = await batchOf(shop)
    await shop.crm('import', 'further.csv')
    const longer = await contactsOf(shop, 'Ann')
    expect((await shop.crm('undo', String(first))).code).toBe(0)
    expect(await contactsOf(shop, 'Ann')).toEqual(longer)
    expect(await list.taken()).toMatchObject({ batch: null, known: 1 })
    await shop.crm('undo', '--redo', String(first))
    expect(await contactsOf(shop, 'Ann')).toEqual(longer)
  })

  test('of two copies read together the fuller one counts, in either order', async () => {
    for (const files of [
      ['a.csv', 'b.csv'],
      ['b.csv', 'a.csv'],
    ]) {
      const shop = await due()
      const list = listFile(shop, 'today.csv')
      list.write({ Ann: { Note: 'called' } }, 'a.csv')
      list.write({ Ann: { Note: 'called', Channel: 'phone' } }, 'b.csv')
      expect((await shop.crm('import', ...files)).err).not.toContain('both are kept')
      const made = (await contactsOf(shop, 'Ann')).filter(([kind]) => kind === 'contact')
      expect(made).toEqual([['contact', 'phone', null, 'called', null]])
    }
  })

  test('its closings keep the days they are judged by', async () => {
    const shop = await due()
    const list = listFile(shop, 'today.csv')
    list.write({ Ann: reached })
    await list.taken()
    const figures = await shop.json('kpi', '--per', 'owner')
    list.write({ Ann: { Channel: 'phone' } })
    await list.taken()
    expect(await shop.json('kpi', '--per', 'owner')).toEqual(figures)
  })

  test('taken back, recorded anew and put back, it counts once', async () => {
    const shop = await due()
    const list = listFile(shop, 'today.csv')
    list.write({ Ann: reached })
    await list.taken()
    const once = await contactsOf(shop, 'Ann')
    const first = await batchOf(shop)
    await shop.crm('undo')
    await list.taken()
    expect((await shop.crm('undo', '--redo', String(first))).code).toBe(0)
    expect(await contactsOf(shop, 'Ann')).toEqual(once)
  })

  test('what it says otherwise is a contact of its own, and the way back is told', async () => {
    const shop = await due()
    const list = listFile(shop, 'today.csv')
    list.write({ Ann: { Note: 'by Li' }, Bob: { Note: 'called' } })
    await list.taken()
    const first = await batchOf(shop)
    list.write({ Ann: { Note: 'by Wu' } })
    const { err } = await shop.crm('import', 'today.csv')
    expect(err).toContain('both are kept for Ann')
    expect(err).toContain(`crm undo ${first}, then import this sheet again`)
    await shop.crm('undo', String(first))
    await shop.crm('import', 'today.csv')
    const made = async (name: string) =>
      (await contactsOf(shop, name)).flatMap(([kind, , , text]) => (kind === 'contact' ? [text] : []))
    expect([await made('Ann'), await made('Bob')]).toEqual([['by Wu'], ['called']])
  })

  test('of a lead: its contact counts once, and the change is of the day it was told', async () => {
    const shop = emptyShop()
    await shop.crm('config', 'set', 'currency.base', 'USD')
    await shop.crm('lead', 'add', 'Ann', '--email', 'ann@example.com', '--on', '2026-08-01')
    await shop.crm('lead', 'list', '-o', 'leads.csv')
    const list = listFile(shop, 'leads.csv')
    list.write({ Ann: { Note: 'wants oak' } })
    await list.taken()
    list.write({ Ann: { 'New amount': '5000' } })
    expect(await list.taken()).toMatchObject({ contacts: 0, events: 1, completed: 1 })
    expect((await shop.json('lead', 'list')).rows[0]).toMatchObject({ contacts: 1, amountMinor: 500_000 })
  })

  test('of feedback: a note stays a contact beside the answer', async () => {
    const shop = await due()
    await shop.crm('feedback', 'open', 'Ann', 'cup broken')
    await shop.crm('feedback', 'list', '-o', 'complaints.csv')
    const list = listFile(shop, 'complaints.csv')
    list.write({ Ann: { Note: 'called her' } })
    await list.taken()
    list.write({ Ann: { Response: 'sorry' } })
    expect(await list.taken()).toMatchObject({ contacts: 0, events: 1, completed: 1 })
    expect(await contactsOf(shop, 'Ann')).toEqual([['contact', null, null, 'called her', null]])
  })
})

describe('a gift that is told further', () => {
  /** Ann has her birthday on 2026-09-20. */
  async function caring(): Promise<Shop> {
    const shop = emptyShop()
    shop.write('orders.csv', [HEADER, '1,2026-05-01,Ann,ann@example.com,1500.00,CNY,US'])
    await shop.crm('import', 'orders.csv')
    await shop.crm('edit', 'Ann', '--birthday', '1990-09-20')
    await shop.crm('care', '-o', 'care.xlsx')
    await workOn(`${shop.dir}/care.xlsx`, 'Customers to remember', (sheet) => {
      const rows: string[][] = []
      sheet.eachRow((row) => rows.push(Array.from((row.values as unknown[]).slice(1), (cell) => String(cell ?? ''))))
      listFile(shop, 'care.csv').save(rows)
    })
    return shop
  }
  const spent = async (shop: Shop) => {
    const { summary } = await shop.json('care')
    return [summary.gifts, summary.spentMinor, summary.replies]
  }

  test('gets its value and its reply, and stays one gift', async () => {
    const shop = await caring()
    const list = listFile(shop, 'care.csv')
    list.write({ Ann: { 'Gift given': 'sample' } })
    expect(await list.taken()).toMatchObject({ events: 1, putOff: 0, contacts: 0 })
    list.write({ Ann: { Value: '66' } })
    const { err } = await shop.crm('import', 'care.csv')
    expect(err).toMatch(/care\.csv: 1 gift or reply; 1 filled in further/)
    expect(await spent(shop)).toEqual([1, 6600, 0])
    list.write({ Ann: { Reply: 'lovely' } })
    expect((await shop.crm('import', 'care.csv')).err).not.toContain('both are kept')
    expect(await spent(shop)).toEqual([1, 6600, 1])
    expect(await contactsOf(shop, 'Ann')).toEqual([['done', null, null, 'sample', null]])
    await shop.crm('undo')
    await shop.crm('undo')
    expect(await spent(shop)).toEqual([1, 0, 0])
  })

  test('is not put back beside the one that took its place', async () => {
    const shop = await caring()
    const list = listFile(shop, 'care.csv')
    list.write({ Ann: { 'Gift given': 'sample', Value: '66' } })
    await list.taken()
    const first = await batchOf(shop)
    await shop.crm('undo')
    await list.taken()
    const { code, err } = await shop.crm('undo', '--redo', String(first))
    expect([code, err]).toEqual([1, expect.stringContaining(`first take back: crm undo ${first + 1}`)])
    expect(await spent(shop)).toEqual([1, 6600, 0])
  })

  test('in time it is done on time, by the sheet as by the command', async () => {
    const bySheet = await caring()
    const byHand = await caring()
    listFile(bySheet, 'care.csv').write({ Ann: { 'Gift given': 'sample' } })
    await bySheet.crm('import', 'care.csv')
    await byHand.crm('care', 'gift', 'Ann', 'sample', '--occasion', 'birthday')
    const onTime = async (shop: Shop) => {
      const { rows } = await shop.json('kpi', '--per', 'owner')
      return rows.map(({ doneOnTime }) => doneOnTime)[0]
    }
    expect(await onTime(byHand)).toBe(1)
    expect(await onTime(bySheet)).toBe(1)
  })
})

test('a countermeasure gets its owner and its day, and stays one', async () => {
  const shop = await shopOf(2026)
  await shop.crm('report', 'key', '-o', 'key.csv')
  const list = listFile(shop, 'key.csv')
  list.write({ Ann: { 'By when': '2026-10-01' } })
  const { code, err } = await shop.crm('import', 'key.csv')
  expect([code, err]).toEqual([
    3,
    expect.stringMatching(/› Countermeasure: Ann \(c\w+\): no countermeasure is written/),
  ])
  list.write({ Ann: { 'By when': '', Countermeasure: 'call' } })
  await list.taken()
  list.write({ Ann: { 'By when': '2026-10-01', Owner: 'li' } })
  expect(await list.taken()).toMatchObject({ events: 1, completed: 1 })
  const { tables } = (await shop.json('show', 'Ann')) as unknown as { tables: readonly (Answer & { key: string })[] }
  const rows = tables.find(({ key }) => key === 'measures')!.rows
  expect(rows).toMatchObject([{ measure: 'M1', text: 'call', owner: 'li', dueOn: '2026-10-01' }])
  list.write({ Ann: { 'By when': '2026-08-01' } })
  expect((await shop.crm('import', 'key.csv')).err).toMatch(
    /› By when: Ann \(c\w+\): the day must lie ahead: 2026-08-01/,
  )
})

test('sheets of leads and of feedback name phone and e-mail', async () => {
  const shop = await due()
  await shop.crm('lead', 'add', 'Dee', '--email', 'dee@example.com', '--phone', '+4915112345678')
  await shop.crm('feedback', 'open', 'Ann', 'cup broken')
  await shop.crm('lead', 'list', '-o', 'leads.csv')
  await shop.crm('feedback', 'list', '-o', 'complaints.csv')
  const [heading, dee] = readGrid(`${shop.dir}/leads.csv`)
  expect(dee![heading!.indexOf('Phone')]!.replace(/\D/g, '')).toBe('4915112345678')
  expect(readGrid(`${shop.dir}/complaints.csv`).flat()).toEqual(expect.arrayContaining(['E-mail', 'ann@example.com']))
  await shop.crm('block', 'Ann', '--cause', 'breach', '--by', 'boss')
  await shop.crm('feedback', 'list', '-o', 'complaints.csv')
  expect(readGrid(`${shop.dir}/complaints.csv`).flat()).not.toContain('ann@example.com')
})

test('a row of a customer delisted since is recorded and told, once', async () => {
  const shop = await due()
  const list = listFile(shop, 'today.csv')
  list.write({ Ann: reached, Bob: reached })
  await shop.crm('block', 'Ann', '--reason', 'credit')
  const { code, err } = await shop.crm('import', 'today.csv', '--lang', 'en')
  expect([code, err]).toEqual([0, expect.stringMatching(/Ann \(c\w+\) is delisted by now; recorded all the same/)])
  expect(err.match(/delisted/g)).toHaveLength(1)
  expect(await contactsOf(shop, 'Ann')).not.toEqual([])
})
