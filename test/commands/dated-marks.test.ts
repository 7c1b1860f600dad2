import { expect, test } from 'vitest'
import { makeWorld } from '../support/world.js'

const file = new URL('../../fixtures/formats/plain-orders/quoted.csv', import.meta.url).pathname

interface Listed {
  readonly rows: readonly { readonly customer: string }[]
}

test('a tag and a block count from their day on (R14)', async () => {
  const world = makeWorld()
  await world.crm('import', world.take(file, 'orders.csv'))
  const [first] = (await world.crm('list', '--json', '--on', '2026-06-30')).json<Listed>().rows
  await world.crm('tag', first!.customer, 'wholesale', '--on', '2026-06-15')
  await world.crm('block', first!.customer, '--reason', 'does not pay', '--on', '2026-06-20')
  const found = async (filter: string, on: string) =>
    (await world.crm('list', filter, '--json', '--on', on)).json<Listed>().rows.map((row) => row.customer)
  expect(await found('tag:wholesale', '2026-06-14')).toEqual([])
  expect(await found('tag:wholesale', '2026-06-15')).toEqual([first!.customer])
  expect(await found('blocked', '2026-06-19')).toEqual([])
  expect(await found('blocked', '2026-06-20')).toEqual([first!.customer])
})
