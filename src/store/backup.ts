import Database from 'better-sqlite3'
import { UserError } from '../core/values/failure.js'
import { listExports, noteAgain } from './exports.js'
import { forgetAgain, remembered } from './forget-again.js'
import { type Ledger, openLedger, settle, translate } from './ledger.js'
import { ledgerId } from './ledger-id.js'
import { applicationId, schemaVersion } from './schema.js'

/** Writes the state of a ledger as one reader sees it into a new file, compacted. */
export function copyLedger({ db, path }: Pick<Ledger, 'db' | 'path'>, to: string): void {
  try {
    db.prepare('VACUUM INTO ?').run(to)
  } catch (error) {
    throw translate(error, path)
  }
}

/** What a copy of a ledger holds. */
export interface CopyContent {
  readonly schema: number
  readonly customers: number
  readonly orders: number
}

/** What a copy holds by its own count, without looking whether it is whole; null where it cannot be read. */
export function copyContent(path: string): CopyContent | null {
  try {
    return withCopy(path, contentOf)
  } catch {
    return null
  }
}

/**
 * The same of a copy that is whole. UserError `ledger.foreign` where it is no ledger of ours, `ledger.newer`, `backup.damaged` where
 * SQLite finds a page out of order.
 */
export function checkedCopy(path: string): CopyContent {
  try {
    return withCopy(path, (db) => {
      if (db.pragma('application_id', { simple: true }) !== applicationId)
        throw new UserError('bad-data', 'ledger.foreign', { ledger: path })
      const version = db.pragma('user_version', { simple: true }) as number
      if (version > schemaVersion)
        throw new UserError('bad-data', 'ledger.newer', { ledger: path, version, known: schemaVersion })
      if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw damaged(path)
      return contentOf(db)
    })
  } catch (error) {
    if (error instanceof UserError) throw error
    const told = translate(error, path)
    throw told instanceof UserError && ['ledger.foreign', 'ledger.corrupt'].includes(told.code) ? damaged(path) : told
  }
}

function damaged(path: string): UserError {
  return new UserError('bad-data', 'backup.damaged', { backup: path })
}

function withCopy<T>(path: string, look: (db: Database.Database) => T): T {
  const db = new Database(path, { fileMustExist: true, readonly: true })
  try {
    return look(db)
  } finally {
    db.close()
  }
}

function contentOf(db: Database.Database): CopyContent {
  const one = (sql: string) => db.prepare(sql).pluck().get() as number
  return {
    schema: db.pragma('user_version', { simple: true }) as number,
    customers: one('SELECT count(*) FROM customer'),
    orders: one("SELECT count(*) FROM sales_order WHERE kind IN ('order', 'return')"),
  }
}

/**
 * Makes a ledger that is held (`holdToDecide`) say what a whole copy says, schema and all, in its own transaction: a program that is
 * killed in the middle leaves it as it was, and others wait. Who was forgotten stays so, and what was exported stays noted. Tables are filled in the order of their rows, which is that of time.
 */
export function overwriteLedger(ledger: Ledger, copy: string): void {
  const { db, path } = ledger
  try {
    const known = remembered(ledger)
    const isCurrent = db.pragma('user_version', { simple: true }) === schemaVersion
    const [id, noted] = isCurrent ? [ledgerId(ledger), listExports(ledger)] : ['', []]
    for (const name of tablesOf(db, 'main')) db.exec(`DROP TABLE main.${name}`)
    const from = new Database(copy, { fileMustExist: true, readonly: true })
    try {
      for (const name of tablesOf(from, 'main')) copyTable(from, db, name)
      const others = "SELECT sql FROM sqlite_schema WHERE type <> 'table' AND sql IS NOT NULL"
      for (const sql of from.prepare(others).pluck().all() as string[]) db.exec(sql)
      db.pragma(`user_version = ${from.pragma('user_version', { simple: true })}`)
      db.pragma(`application_id = ${applicationId}`)
      if (from.pragma('user_version', { simple: true }) === schemaVersion) {
        forgetAgain(ledger, known)
        if (ledgerId(ledger) === id) noteAgain(ledger, noted)
      }
    } finally {
      from.close()
    }
  } catch (error) {
    throw translate(error, path)
  }
  settle(ledger)
}

function tablesOf(db: Database.Database, schema: string): string[] {
  const sql = `SELECT name FROM ${schema}.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid`
  return db.prepare(sql).pluck().all() as string[]
}

function copyTable(from: Database.Database, to: Database.Database, name: string): void {
  to.exec(from.prepare("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?").pluck().get(name) as string)
  const columns = from.pragma(`table_info(${name})`) as readonly unknown[]
  const insert = to.prepare(`INSERT INTO ${name} VALUES (${columns.map(() => '?').join(',')})`)
  for (const row of from.prepare(`SELECT * FROM ${name}`).raw().safeIntegers().iterate()) insert.run(row as unknown[])
}

/** A ledger held so that nobody else writes while its backup is made and it is written over; UserError `ledger.busy`. */
export function openToOverwrite(path: string): Ledger {
  const ledger = openLedger(path, { isMigrating: false })
  try {
    // Rows are taken as they stand in a whole copy; tables go in one after the other.
    ledger.db.pragma('foreign_keys = OFF')
    ledger.db.exec('BEGIN IMMEDIATE')
    return ledger
  } catch (error) {
    ledger.close()
    throw translate(error, path)
  }
}
