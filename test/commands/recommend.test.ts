import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeWorld, type World } from '../support/world.js'

interface RecommendJson {
  readonly params: { readonly customer: string | null; readonly filter: string | null }
  readonly summary: { readonly customers: number; readonly nothing: Readonly<Record<string, number>> }
  readonly rows: readonly { readonly name: string; readonly kind: string; readonly sku: string }[]
  readonly notes: readonly string[]
}

/** 12 buyers of pot and tea, 30 of cups, and Megan and Meg, who have a pot. */
async function tea(): Promise<World> {
  const world = makeWorld()
  const row = (order: number, name: string, sku: string) =>
    `${order},2026-08-0${1 + (order % 9)},paid,${name},${name.toLowerCase()}@example.com,${sku},Item ${sku},1,9`
  const rows = [
    'Order ID,Order Date,Status,Customer,Email,SKU,Item name,Qty,Line total',
    ...Array.from({ length: 12 }, (_, i) => [row(i, `Pat${i}`, 'POT'), row(i, `Pat${i}`, 'TEA')]).flat(),
    ...Array.from({ length: 30 }, (_, i) => row(100 + i, `Cuno${i}`, 'CUP')),
    row(200, 'Megan', 'POT'),
    row(201, 'Meg', 'POT'),
  ]
  writeFileSync(join(world.folder, 'tea.csv'), `${rows.join('\n')}\n`)
  const { code, stderr } = await world.crm('import', 'tea.csv', '--currency', 'USD')
  if (code !== 0) throw new Error(stderr)
  return world
}

describe('crm recommend', () => {
  test('takes a customer, else a filter, else everybody', async () => {
    const world = await tea()
    const ask = async (...words: string[]) =>
      (await world.crm('recommend', ...words, '--on', '2026-08-31', '--json')).json<RecommendJson>()
    const one = await ask('megan@example.com')
    expect([one.params.customer, one.params.filter]).toEqual([expect.stringMatching(/^c/), null])
    expect(one.rows).toMatchObject([{ name: 'Megan', kind: 'also-bought', sku: 'TEA' }])
    // A part of several names is a filter.
    const several = await ask('Me')
    expect([several.params.customer, several.params.filter]).toEqual([null, 'Me'])
    expect(several.rows.map(({ name }) => name).sort()).toEqual(['Meg', 'Megan'])
    expect((await ask('name:cuno', 'orders>=1')).summary).toMatchObject({
      customers: 30,
      nothing: { 'too-few-buyers': 30 },
    })
    expect((await ask()).summary.customers).toBe(44)
  })

  test('a name nobody has and a filter that cannot be read are told as what they are', async () => {
    const world = await tea()
    const unknown = await world.crm('recommend', 'nobody', 'at', 'all')
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('No customer is called')])
    const wrong = await world.crm('recommend', 'teir:A')
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('tier')])
  })

  test('a ledger without lines says what to import', async () => {
    const world = makeWorld()
    writeFileSync(join(world.folder, 'plain.csv'), 'Order Date,Customer,Amount\n2026-08-02,Ann,9\n')
    expect((await world.crm('import', 'plain.csv', '--currency', 'USD')).code).toBe(0)
    const { rows, notes } = (await world.crm('recommend', 'Ann', '--json')).json<RecommendJson>()
    expect(rows).toEqual([])
    expect(notes).toContainEqual(expect.stringContaining('a row an item'))
  })
})
