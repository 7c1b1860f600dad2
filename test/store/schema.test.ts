import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { type Ledger, openLedger } from '../../src/store/ledger.js'
import { applicationId, schemaVersion } from '../../src/store/schema.js'
import { makeWorld } from '../support/world.js'

const fixture = new URL('../../fixtures/schema.sql', import.meta.url)

function freshLedger(): Ledger {
  const path = join(makeWorld().folder, 'fresh.db')
  writeFileSync(path, '')
  return openLedger(path)
}

test('the schema is the one in fixtures/schema.sql (UPDATE=1 writes it)', () => {
  const ledger = freshLedger()
  const statements = ledger.db
    .prepare("SELECT sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type DESC, name")
    .pluck()
    .all() as string[]
  const version = ledger.db.pragma('user_version', { simple: true })
  ledger.close()
  const dumped = `-- Schema ${version} of a ledger, as SQLite shows it.\n${statements.map((sql) => `${sql};\n`).join('')}`
  if (process.env.UPDATE || !existsSync(fixture)) writeFileSync(fixture, dumped)
  expect(dumped).toBe(readFileSync(fixture, 'utf8'))
  expect(statements.filter((sql) => sql.startsWith('CREATE TABLE')).every((sql) => sql.includes('STRICT'))).toBe(true)
})

test('a ledger says that it is one, of which schema, and is private', async () => {
  const world = makeWorld()
  writeFileSync(join(world.folder, 'a.csv'), 'Order ID,Order Date,Customer,Currency,Total\nA1,2026-01-01,Li,USD,1.00\n')
  expect((await world.crm('import', 'a.csv')).code).toBe(0)
  const path = join(world.folder, 'crm.db')
  const db = new Database(path, { readonly: true })
  expect(db.pragma('application_id', { simple: true })).toBe(applicationId)
  expect(Buffer.from([0x43, 0x52, 0x4d, 0x31]).readUInt32BE()).toBe(applicationId)
  expect(db.pragma('user_version', { simple: true })).toBe(schemaVersion)
  db.close()
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
})

test.each([
  ['journal_mode', 'delete'],
  // EXTRA: the folder is flushed too.
  ['synchronous', 3],
  ['foreign_keys', 1],
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  ['secure_delete', 1],
  ['busy_timeout', 5000],
])('an open ledger has %s = %s', (pragma, value) => {
  const ledger = freshLedger()
  const found = ledger.db.pragma(pragma, { simple: true })
  ledger.close()
  expect(found).toBe(value)
})

test('foreign keys are really enforced, and a row of the wrong type is refused', () => {
  const { db, close } = freshLedger()
  expect(() => db.exec('INSERT INTO party_key VALUES (1, 1)')).toThrow(/FOREIGN KEY/)
  expect(() => db.exec("INSERT INTO shared_key VALUES ('one', 'two')")).toThrow(/datatype mismatch|cannot store TEXT/)
  close()
})
