import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { dumpLedger } from '../support/dump.js'
import { makeWorld } from '../support/world.js'

const holder = `
  const { parentPort, workerData } = require('node:worker_threads')
  const Database = require('better-sqlite3')
  const db = new Database(workerData.path)
  db.exec('BEGIN IMMEDIATE')
  parentPort.postMessage('holding')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, workerData.milliseconds)
  db.exec('COMMIT')
  db.close()
`

/** Holds the right to write to a ledger for a while, as another program would; resolves once it does. */
async function holdWrite(path: string, milliseconds: number): Promise<void> {
  const worker = new Worker(holder, { eval: true, workerData: { path, milliseconds } })
  onTestFinished(async () => void (await worker.terminate()))
  await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
}

async function heldWorld(milliseconds: number) {
  const world = makeWorld()
  const header = 'Order ID,Order Date,Customer,Currency,Total'
  writeFileSync(join(world.folder, 'a.csv'), [header, 'A1,2026-01-01,Li,USD,1.00'].join('\n'))
  writeFileSync(join(world.folder, 'b.csv'), [header, 'B1,2026-01-01,Li,USD,2.00'].join('\n'))
  expect((await world.crm('import', 'a.csv')).code).toBe(0)
  const path = join(world.folder, 'crm.db')
  const before = dumpLedger(path)
  await holdWrite(path, milliseconds)
  return { ...world, path, before }
}

test('another program writes for a second: the import waits and succeeds', async () => {
  const world = await heldWorld(1_200)
  expect((await world.crm('import', 'b.csv')).code).toBe(0)
  expect(dumpLedger(world.path).orders).toHaveLength(2)
})

test('another program writes for long: exit 75, its sentence, nothing changed', async () => {
  const world = await heldWorld(12_000)
  const { code, stderr } = await world.crm('import', 'b.csv')
  expect(code).toBe(75)
  expect(stderr).toMatch(/Another crm/)
  expect(dumpLedger(world.path)).toEqual(world.before)
})

test('while another program writes, reading goes on with the state before', async () => {
  const world = await heldWorld(3_000)
  expect(await world.crm('list')).toMatchObject({ code: 0, stdout: expect.stringContaining('Li') })
})
