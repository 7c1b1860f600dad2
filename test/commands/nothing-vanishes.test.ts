import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeWorld, type World } from '../support/world.js'

/** Today is Thursday, 2026-09-24, the day before the Mid-Autumn Festival; Ann ordered on the 20th. */
async function shop(): Promise<World> {
  const world = makeWorld({ now: '2026-09-24T01:00:00Z' })
  const rows = [
    'Order No,Order Date,Customer Name,Phone,Country,Total,Currency',
    '1,2026-09-20,Ann Lee,13800000001,CN,100,CNY',
  ]
  writeFileSync(join(world.folder, 'orders.csv'), `${rows.join('\n')}\n`)
  await world.crm('import', 'orders.csv')
  return world
}

const keysOf = async (world: World, ...argv: readonly string[]) =>
  (await world.crm('due', '--json', ...argv)).json<{ rows: { rule: string; dueOn: string }[] }>().rows

test('a greeting the pause holds back is named under the list, in both languages, and can be closed', async () => {
  const world = await shop()
  await world.crm('log', 'Ann Lee', 'parcel has left')
  expect(await keysOf(world)).toEqual([])
  const { stdout } = await world.crm('due')
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    'Held back: 1 customer with a day that is over before marketing may reach that customer (Ann Lee: Mid-Autumn Festival tomorrow, 2026-09-25).',
  )
  expect((await world.crm('due', '--lang', 'zh')).stdout).toContain('（Ann Lee：中秋节是明天（2026-09-25））')
  await world.crm('done', 'Ann Lee', '--rule', 'festival')
  expect((await world.crm('due')).stdout).not.toContain('Held back')
})

test('a list that looks two months ahead has the birthdays and festivals of both', async () => {
  const world = await shop()
  await world.crm('edit', 'Ann Lee', '--birthday', '11-20')
  const care = async (days: string) =>
    JSON.parse((await world.crm('due', '--days', days, '--json')).stdout).rows.flatMap(
      ({ reasons }: { reasons: string[] }) => reasons.filter((reason) => /birthday|Singles/.test(reason)),
    )
  expect(await care('30')).toEqual([])
  expect(await care('60')).toEqual(['Singles’ Day on 2026-11-11, in 48 days', 'birthday on 2026-11-20, in 57 days'])
})

test('who is put off beyond a birthday is told so; what does not hang on a day comes back', async () => {
  const world = await shop()
  await world.crm('edit', 'Ann Lee', '--birthday', '11-20')
  const put = await world.crm('snooze', 'Ann Lee', '2026-12-20')
  expect(put.stderr).toContain('Over by then, and not asked again: ')
  expect(put.stderr).toContain('Birthday (2026-11-20)')
  expect((await world.crm('due', '--on', '2026-12-19', '--json')).json<{ rows: object[] }>().rows).toEqual([])
  const back = JSON.parse((await world.crm('due', '--on', '2026-12-20', '--json')).stdout).rows as {
    reasons: string[]
  }[]
  expect(back[0]!.reasons).toContainEqual(expect.stringContaining('first order of 2026-09-20'))
  await world.crm('undo')
  expect((await world.crm('snooze', 'Ann Lee', '+3d', '--rule', 'rhythm')).stderr).not.toContain('Over by then')
})
