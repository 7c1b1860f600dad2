import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeWorld } from '../support/world.js'

/** A log with two calls of one day, and another file's call of that day. */
const FIRST =
  '日期,客户,电话,方式,内容,下次联系\n2026-08-20,周宁,13800000011,电话,首次沟通,2026-12-01\n2026-08-20,周宁,13800000011,电话,再谈一次,2026-12-20\n'
const SECOND = '日期,客户,电话,方式,内容,下次联系\n2026-08-20,周宁,13800000011,微信,发了报价,2026-12-05\n'

async function agreed(...files: readonly string[]) {
  const world = makeWorld()
  writeFileSync(join(world.folder, 'a.csv'), FIRST)
  writeFileSync(join(world.folder, 'b.csv'), SECOND)
  for (const file of files) expect((await world.crm('import', file)).code).toBe(0)
  const { rows } = (await world.crm('due', '--on', '2026-12-31', '--json')).json<{
    rows: readonly { reason: string }[]
  }>()
  return rows.map(({ reason }) => reason)
}

test('contacts of one day count as they stand in their file, in whatever order files are imported', async () => {
  expect(await agreed('a.csv')).toEqual([expect.stringContaining('2026-12-20')])
  expect(await agreed('a.csv', 'b.csv')).toEqual(await agreed('b.csv', 'a.csv'))
})
