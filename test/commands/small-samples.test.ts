import { describe, expect, test } from 'vitest'
import { commands } from '../../src/cli.js'
import { emptyShop, HEADER, type Shop } from './shop.js'

/*
 * R15: what little there is must be told truly. Every command that reads is run on every small ledger; one that needs words of
 * its own to run stands in `argumentsOf`.
 */

type Order = readonly [number: number, day: string, name: string, total: string, refund?: string]

const row = ([number, day, name, total]: Order) =>
  `${number},${day},${name},${name.toLowerCase()}@example.com,${total},USD,US`

const name = (i: number) => `Customer${String(i).padStart(2, '0')}`
const day = (i: number) => `2026-0${1 + (i % 8)}-${String(1 + (i % 28)).padStart(2, '0')}`

/** One order each, rising amounts. */
const once = (customers: number): Order[] =>
  Array.from({ length: customers }, (_, i) => [i + 1, day(i), name(i), `${10 * (i + 1)}.00`])

const ledgers: Readonly<Record<string, readonly Order[]>> = {
  'nobody, every order unpaid': [],
  '1 customer': once(1),
  '4 customers': once(4),
  '5 customers': once(5),
  '29 customers, each twice': [
    ...once(29),
    ...once(29).map(([n, , who, total]) => [n + 29, '2026-08-20', who, total] as Order),
  ],
  '40 one-time buyers': once(40),
  '12 equal customers': Array.from({ length: 12 }, (_, i) => [i + 1, '2026-05-05', name(i), '20.00']),
  'one giant': [...once(20), [99, '2026-07-01', 'Giant', '9000000.00']],
  'one day of history': Array.from({ length: 8 }, (_, i) => [i + 1, '2026-08-30', name(i), `${i + 5}.00`]),
}

async function shopWith(orders: readonly Order[]): Promise<Shop> {
  const shop = emptyShop()
  const status = orders.length === 0 ? 'unpaid' : 'paid'
  const known = orders.length === 0 ? ([[1, '2026-08-01', name(0), '10.00']] as const) : orders
  shop.write('orders.csv', [`${HEADER},Status`, ...known.map((order) => `${row(order)},${status}`)])
  const { code, err } = await shop.crm('import', 'orders.csv')
  expect(code, err).toBe(0)
  return shop
}

const firstName = name(0)
/** Commands that read the ledger and need words, and further ways to ask the others. */
const argumentsOf: Readonly<Record<string, readonly (readonly string[])[]>> = {
  show: [[firstName], [firstName, '--sources']],
  why: [[firstName], [firstName, '--by', 'orders']],
  tier: [
    [],
    ['--against', '9999d'],
    ['--by', 'orders', '--boundary', 'within', '--per', 'price-band'],
    ['--all', '--per', 'shop'],
    ['country:FJ', '--per', 'country'],
  ],
  rfm: [[], ['--scoring', 'quantile'], ['country:FJ']],
  list: [[], ['country:FJ']],
  due: [[], ['--days', '30'], ['country:FJ']],
  contacts: [[], ['country:FJ']],
  backup: [['list']],
}

const reading = commands.filter(({ isReading }) => isReading === true)
const lines = reading.flatMap((command) => {
  const needsWords = Object.values(command.arguments).some(({ isRequired }) => isRequired)
  const given = argumentsOf[command.name] ?? (needsWords ? [[firstName]] : [[]])
  return given.map((words) => [command.name, ...words])
})

/** What no reader should meet; a lone dash stands for a figure that cannot be told. */
const nonsense = /\bNaN\b|Infinity|undefined|\[object|(^|[\s$¥:[])-0(\.0+)?(?![\d.-])/m

interface Shown {
  readonly rows: readonly unknown[]
  readonly reason?: string
  readonly notes: readonly string[]
}

test('the commands that read are found', () => {
  expect(reading.length).toBeGreaterThan(9)
  expect(lines.map(([command]) => command)).toEqual(expect.arrayContaining(['tier', 'rfm', 'report', 'why']))
})

test('nonsense is known when it is met', () => {
  for (const text of ['NaN%', 'x Infinity', ' -0.00', '"a": -0,', '$-0']) expect(text).toMatch(nonsense)
  for (const text of ['-0.5', '2026-08-01', '--limit', ' - ', '-5.00']) expect(text).not.toMatch(nonsense)
})

async function expectSense(shop: Shop, line: readonly string[], on: string): Promise<void> {
  const asked = [...line, '--on', on]
  const told = asked.join(' ')
  for (const lang of ['en', 'zh']) {
    const { code, out, err } = await shop.crm(...asked, '--lang', lang)
    expect(code, `${told}\n${err}`).toBe(0)
    expect(out, told).not.toMatch(nonsense)
    expect(out.trim().split('\n').length, told).toBeGreaterThan(2)
  }
  const { out } = await shop.crm(...asked, '--json')
  expect(out, told).not.toMatch(nonsense)
  const { rows, reason, notes } = JSON.parse(out) as Shown
  if (rows.length === 0) expect([reason, ...notes].filter(Boolean), told).not.toEqual([])
}

describe('every command says something true in both languages, with a reason where there are no rows', () => {
  test.each(Object.keys(ledgers))(
    '%s',
    async (ledger) => {
      const shop = await shopWith(ledgers[ledger]!)
      for (const line of lines) await expectSense(shop, line, '2026-08-31')
    },
    60_000,
  )

  test.each(['2031-01-01', '2001-01-01'])(
    '5 customers, looked at on %s',
    async (on) => {
      const shop = await shopWith(ledgers['5 customers']!)
      for (const line of lines) await expectSense(shop, line, on)
    },
    60_000,
  )
})

test('a ledger without an order says the next step', async () => {
  const shop = emptyShop()
  await shop.crm('add', firstName)
  for (const line of lines.filter(([command]) => command !== 'list' && command !== 'contacts')) {
    const { code, out } = await shop.crm(...line)
    expect([code, line.join(' ')]).toEqual([0, line.join(' ')].with(0, 0))
    expect(out, line.join(' ')).not.toMatch(nonsense)
  }
})
