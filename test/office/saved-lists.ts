import type { Worksheet } from 'exceljs'
import { expect } from 'vitest'
import { emptyShop, HEADER, type Shop, shopOf } from '../commands/shop.js'
import { contactsOf } from '../support/list-shop.js'
import { fillIn } from '../support/worked-list.js'

/** A list as a seller works in it: what is written into it, and what comes of it. */
export interface SavedList {
  readonly name: string
  /** Of its sheet. */
  readonly title: string
  /** A shop in which `name.xlsx` was written. */
  shop(): Promise<Shop>
  fill(sheet: Worksheet): void
  /** Of what the import says. */
  readonly counts: string
  readonly known: number
  expectTaken(shop: Shop): Promise<void>
  /** What must hold of the rules on the cells under headings. */
  expectGuided(rule: (label: string) => { readonly formulae: readonly unknown[] }): void
}

async function written(shop: Shop, ...argv: readonly string[]): Promise<Shop> {
  const { code, err } = await shop.crm(...argv)
  if (code !== 0) throw new Error(err)
  return shop
}

const today: SavedList = {
  name: 'today',
  title: 'Contact today',
  shop: async () => written(await shopOf(2026), 'due', '-o', 'today.xlsx'),
  fill: (sheet) =>
    fillIn(sheet, {
      Ann: { Channel: 'WeChat', Result: 'interested', 'Next date': '2026-10-01', Note: 'wants 40, "blue"; 要蓝色' },
      Bob: { Channel: 'phone', Result: 'no answer' },
    }),
  counts: '1 contact, 1 attempt, 0 put off; 0 recorded before',
  known: 2,
  async expectTaken(shop) {
    const said = ['contact', 'wechat', 'interested', 'wants 40, "blue"; 要蓝色', '2026-10-01']
    expect((await contactsOf(shop, 'Ann')).at(-1)).toEqual(said)
  },
  expectGuided(rule) {
    expect(rule('Result')).toMatchObject({ type: 'list', errorStyle: 'warning' })
    expect(String(rule('Result').formulae[0])).toContain('interested,ordered')
    expect(rule('Next date')).toMatchObject({ type: 'date', operator: 'greaterThan' })
  },
}

/** Ann, Ben and Cho are leads of a ledger in dollars. */
async function leadShop(): Promise<Shop> {
  const shop = emptyShop()
  await shop.crm('config', 'set', 'currency.base', 'USD')
  for (const name of ['Ann', 'Ben', 'Cho'])
    await shop.crm('lead', 'add', name, '--email', `${name.toLowerCase()}@example.com`, '--on', '2026-08-01')
  return written(shop, 'lead', 'list', '-o', 'leads.xlsx')
}

const leads: SavedList = {
  name: 'leads',
  title: 'Open leads',
  shop: leadShop,
  fill: (sheet) =>
    fillIn(sheet, {
      Ann: {
        ...{ Result: 'interested', Note: '要橡木, "oak"', 'New level': 'A', 'New stage': 'proposal' },
        ...{ 'New amount': '1234.5', 'New expected close': '2026-09-20' },
      },
      Ben: { Outcome: 'lost', Reason: 'too dear' },
    }),
  counts: '1 contact, 0 attempts, 0 put off, 3 changes of leads; 0 recorded before',
  known: 2,
  async expectTaken(shop) {
    const { rows } = await shop.json('lead')
    const after = { level: 'A', stage: 'proposal', amountMinor: 123450, closeOn: '2026-09-20' }
    expect(rows).toMatchObject([{ name: 'Cho' }, { name: 'Ann', ...after }])
    expect(await contactsOf(shop, 'Ann')).toEqual([['contact', null, 'interested', '要橡木, "oak"', null]])
  },
  expectGuided(rule) {
    expect(rule('New level').formulae[0]).toBe('"H,A,B,C,D"')
    expect(rule('New amount')).toMatchObject({ type: 'decimal' })
    expect(rule('New expected close')).toMatchObject({ type: 'date' })
  },
}

/** Ann complains twice, Ben has an idea. */
async function feedbackShop(): Promise<Shop> {
  const shop = await shopOf(2026)
  await shop.crm('feedback', 'open', 'Ann', 'cup broken', '--on', '2026-08-25')
  await shop.crm('feedback', 'open', 'Bob', 'red cups', '--kind', 'suggestion', '--on', '2026-08-26')
  await shop.crm('feedback', 'open', '王芳', '太慢', '--on', '2026-08-27')
  return written(shop, 'feedback', 'list', '-o', 'complaints.xlsx')
}

const complaints: SavedList = {
  name: 'complaints',
  title: 'Feedback',
  shop: feedbackShop,
  fill: (sheet) =>
    fillIn(sheet, {
      Ann: { Response: 'sorry', Resolution: 'new cup sent; 已补发', Satisfied: 'yes', 'New owner': 'Li' },
      Bob: { Resolution: 'in spring', Adopted: 'yes' },
    }),
  counts: '5 steps of feedback; 0 recorded before',
  known: 2,
  async expectTaken(shop) {
    const { rows } = await shop.json('feedback', 'list', 'name:Ann')
    expect(rows).toMatchObject([{ state: 'resolved', outcome: 'new cup sent; 已补发', owner: 'Li' }])
    expect((await shop.json('feedback', 'list', 'name:Bob')).rows).toMatchObject([
      { state: 'adopted', outcome: 'in spring' },
    ])
  },
  expectGuided(rule) {
    for (const label of ['Adopted', 'Satisfied']) expect(rule(label).formulae[0]).toBe('"yes,no"')
  },
}

/** 王芳 and Ann are the key customers. */
async function keyShop(): Promise<Shop> {
  const shop = emptyShop()
  shop.write('orders.csv', [
    HEADER,
    '1,2026-04-01,王芳,wang@example.com,8000.00,CNY,CN',
    '2,2026-05-01,Ann,ann@example.com,1500.00,CNY,US',
    '3,2026-05-31,Bob,bob@example.com,1000.00,CNY,CA',
  ])
  await shop.crm('import', 'orders.csv')
  return shop
}

/** 王芳 is remembered in the coming weeks, and Ann on her birthday. */
async function careShop(): Promise<Shop> {
  const shop = await keyShop()
  await shop.crm('edit', 'Ann', '--birthday', '1990-09-20')
  return written(shop, 'care', '-o', 'care.xlsx')
}

const care: SavedList = {
  name: 'care',
  title: 'Customers to remember',
  shop: careShop,
  fill: (sheet) =>
    fillIn(sheet, { Ann: { 'Gift given': 'oak board; 橡木板', Value: '120.5', Reply: 'lovely, "thanks"' } }),
  counts: '2 gifts and replies; 0 recorded before',
  known: 1,
  async expectTaken(shop) {
    expect((await shop.json('care')).summary).toMatchObject({ gifts: 1, spentMinor: 12050, replies: 1 })
  },
  expectGuided(rule) {
    expect(rule('Value')).toMatchObject({ type: 'decimal' })
  },
}

/** What was planned, as the file of the customer tells it. */
async function measuresOf(shop: Shop, customer: string): Promise<unknown> {
  const shown = (await shop.json('show', customer)).tables as readonly { key: string; rows: readonly object[] }[]
  return shown.find((table) => table.key === 'measures')?.rows
}

const countermeasures: Pick<SavedList, 'fill' | 'counts' | 'known' | 'expectTaken' | 'expectGuided'> = {
  fill: (sheet) =>
    fillIn(sheet, {
      Ann: { Aim: 'twice the orders', Countermeasure: 'call weekly, "by phone"; 每周一次', 'By when': '2026-10-15' },
      王芳: { Countermeasure: '上门拜访', Owner: 'Li' },
    }),
  counts: '2 countermeasures; 0 recorded before',
  known: 2,
  async expectTaken(shop) {
    const planned = { aim: 'twice the orders', text: 'call weekly, "by phone"; 每周一次', owner: null }
    expect(await measuresOf(shop, 'Ann')).toMatchObject([{ ...planned, dueOn: '2026-10-15', state: 'open' }])
    expect(await measuresOf(shop, '王芳')).toMatchObject([{ aim: null, text: '上门拜访', owner: 'Li', dueOn: null }])
    const due = (await shop.json('due', '--reason', 'measure', '--on', '2026-10-15')).rows
    expect(due.map(({ name, dueOn }) => [name, dueOn]).sort()).toEqual([
      ['Ann', '2026-10-15'],
      ['王芳', '2026-09-15'],
    ])
  },
  expectGuided(rule) {
    expect(rule('By when')).toMatchObject({ type: 'date', operator: 'greaterThan' })
  },
}

const key: SavedList = {
  ...{ name: 'key', title: 'Key customers', ...countermeasures },
  shop: async () => written(await keyShop(), 'report', 'key', '-o', 'key.xlsx'),
}

/** Nobody saw to what Ann and 王芳 complained of. */
async function problemShop(): Promise<Shop> {
  const shop = await keyShop()
  for (const who of ['Ann', '王芳']) await shop.crm('feedback', 'open', who, 'late again', '--on', '2026-08-01')
  return written(shop, 'report', 'problem', '-o', 'problem.xlsx')
}

const problem: SavedList = {
  ...{ name: 'problem', title: 'Problem customers', ...countermeasures, shop: problemShop },
}

export const savedLists: readonly SavedList[] = [today, leads, complaints, care, key, problem]
