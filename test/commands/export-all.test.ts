import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { exportAllWords } from '../../src/messages/export-all.js'
import { unescapeCsvCell } from '../../src/render/csv-escape.js'
import { exportTables } from '../../src/store/export-all.js'
import { makeWorld } from '../support/world.js'
import { zipParts } from '../support/zip-parts.js'

interface Manifest {
  readonly files: readonly { file: string; rows: number; bytes: number; sha256: string; columns: { key: string }[] }[]
}

async function shop() {
  const world = makeWorld()
  writeFileSync(
    join(world.folder, 'a.csv'),
    'Order ID,Order Date,Customer,Email,Product,Qty,Currency,Total\nA1,2026-08-01,"Li ""Lei""\n=1+1",li@mail-a.com,Mug,2,USD,10.50\nA2,2026-08-02,张三,,"茶, 绿",1,JPY,300\n',
  )
  await world.crm('import', 'a.csv')
  await world.crm('rates', 'set', 'USD=150')
  await world.crm('log', 'li@mail-a.com', '=cmd, asked')
  await world.crm('tag', '张三', '+vip')
  return world
}

const rowsOf = (path: string) => parse(readFileSync(path), { bom: true, columns: true }) as Record<string, string>[]

describe('export-all', () => {
  test('writes every table as its manifest says, private, readable by another reader', async () => {
    const world = await shop()
    expect(await world.crm('export-all', 'out')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('manifest.json'),
    })
    const folder = join(world.folder, 'out')
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest
    expect(readdirSync(folder).sort()).toEqual([...manifest.files.map(({ file }) => file), 'manifest.json'].sort())
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    for (const { file, rows, bytes, sha256, columns } of manifest.files) {
      const content = readFileSync(join(folder, file))
      expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600)
      expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256])
      const read = parse(content, { bom: true }) as string[][]
      expect([file, read.length - 1, read[0]]).toEqual([file, rows, columns.map(({ key }) => key)])
    }
    const orders = rowsOf(join(folder, 'orders.csv'))
    expect(orders).toMatchObject([
      { number: 'A1', placed_on: '2026-08-01', currency: 'USD', total: '10.50', file: 'a.csv', row: '2' },
      { number: 'A2', currency: 'JPY', total: '300' },
    ])
    const customers = rowsOf(join(folder, 'customers.csv'))
    expect(customers.map(({ customer }) => customer)).toEqual(orders.map(({ customer }) => customer))
    expect(rowsOf(join(folder, 'lines.csv')).map(({ product }) => product)).toEqual(['Mug', '茶, 绿'])
    const [contact] = rowsOf(join(folder, 'contacts.csv'))
    expect(contact).toMatchObject({ customer: orders[0]!.customer, on: '2026-09-01', text: "'=cmd, asked" })
    expect(unescapeCsvCell(contact!.text!)).toBe('=cmd, asked')
  })

  test('every table and column has words in both languages', () => {
    for (const words of Object.values(exportAllWords))
      for (const { file, columns } of exportTables)
        expect([words.files[file], ...columns.map(({ key }) => words.columns[key])]).not.toContain(undefined)
  })

  test('a zip holds the same files', async () => {
    const world = await shop()
    await world.crm('export-all', 'out')
    expect((await world.crm('export-all', 'out.zip')).code).toBe(0)
    expect(statSync(join(world.folder, 'out.zip')).mode & 0o777).toBe(0o600)
    const packed = await zipParts(readFileSync(join(world.folder, 'out.zip')))
    // The second knows of the first.
    const alike = readdirSync(join(world.folder, 'out')).filter(
      (file) => file.endsWith('.csv') && file !== 'exports.csv',
    )
    expect(alike.length).toBeGreaterThan(20)
    for (const name of alike) expect(packed.get(name)).toBe(readFileSync(join(world.folder, 'out', name), 'utf8'))
  })

  test('never into what is there, nor a folder that is missing', async () => {
    const world = await shop()
    mkdirSync(join(world.folder, 'out'))
    expect((await world.crm('export-all', 'out')).code).toBe(73)
    expect(readdirSync(join(world.folder, 'out'))).toEqual([])
    expect((await world.crm('export-all', 'no/where')).code).toBe(73)
    expect((await world.crm('export-all', 'no/where', '--mkdirs')).code).toBe(0)
    writeFileSync(join(world.folder, 'x.zip'), 'mine')
    expect((await world.crm('export-all', 'x.zip')).code).toBe(73)
    expect(readFileSync(join(world.folder, 'x.zip'), 'utf8')).toBe('mine')
    expect(readdirSync(world.folder).filter((name) => name.includes('.tmp-'))).toEqual([])
    expect(existsSync(join(world.folder, 'no', 'where', 'orders.csv'))).toBe(true)
  })
})
