import Database from 'better-sqlite3'
import { isCalled } from '../core/import/told/called.js'
import { UserError } from '../core/values/failure.js'
import { applicationId, migrations, schemaVersion } from './schema.js'

/** An open ledger file. Only this folder knows that it is SQLite. */
export interface Ledger {
  readonly path: string
  readonly db: Database.Database
  close(): void
}

export interface OpenOptions {
  /** Reading commands open an existing ledger and never create one. */
  readonly isReadOnly?: boolean
  /** Called before a ledger of an older schema is migrated, to make a backup. */
  readonly beforeMigration?: (db: Database.Database) => void
  /** False leaves a ledger of an older schema as it is. */
  readonly isMigrating?: boolean
}

const busyMilliseconds = 5_000

/** SQLite error codes → what the seller is told. */
const failures: ReadonlyArray<readonly [RegExp, ConstructorParameters<typeof UserError>[0], string]> = [
  [/^SQLITE_BUSY/, 'busy', 'ledger.busy'],
  [/^SQLITE_LOCKED/, 'busy', 'ledger.busy'],
  [/^SQLITE_FULL/, 'disk', 'ledger.disk-full'],
  [/^SQLITE_IOERR_(WRITE|FSYNC|TRUNCATE|NOMEM)/, 'disk', 'ledger.disk-full'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/, 'cannot-write', 'ledger.not-writable'],
  [/^SQLITE_NOTADB/, 'bad-data', 'ledger.foreign'],
  // A flipped byte makes something else of a text, which then has no place in another table of texts.
  [/^SQLITE_(CORRUPT|IOERR|CONSTRAINT_DATATYPE)/, 'bad-data', 'ledger.corrupt'],
]

function sqliteCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return typeof code === 'string' ? code : ''
}

/** SQLite's own errors as expected failures with the ledger's name; anything else passes through. */
export function translate(error: unknown, path: string): unknown {
  const code = sqliteCode(error)
  // A flipped byte in the schema renames a table or a column; one in a row makes something else of a text.
  const isDamage =
    code === 'SQLITE_ERROR' &&
    error instanceof Error &&
    /^(no such (table|column)|unrecognized token|near ".*": syntax error|JSON cannot hold BLOB)/.test(error.message)
  const found = failures.find(([pattern]) => pattern.test(isDamage ? 'SQLITE_CORRUPT' : code))
  return found ? new UserError(found[1], found[2], { ledger: path }, { cause: error }) : error
}

/**
 * Opens a ledger, migrating an older one. Refuses untouched what is not a crm ledger (`ledger.foreign`) or was written by a
 * newer program (`ledger.newer`).
 */
export function openLedger(path: string, options: OpenOptions = {}): Ledger {
  try {
    const db = openDatabase(path, options)
    return { path, db, close: () => db.close() }
  } catch (error) {
    throw translate(error, path)
  }
}

function openDatabase(path: string, options: OpenOptions): Database.Database {
  const isReadOnly = options.isReadOnly === true
  const db = new Database(path, { fileMustExist: true, readonly: isReadOnly, timeout: busyMilliseconds })
  try {
    prepare(db, path, options)
    return db
  } catch (error) {
    db.close()
    if (!isReadOnly || !isUnfinished(error)) throw error
    finishRollback(path)
    return openDatabase(path, options)
  }
}

/** A program that was killed left its change half written beside the ledger; who only reads must not bring that in order. */
function isUnfinished(error: unknown): boolean {
  return /^SQLITE_(READONLY_ROLLBACK|READONLY_RECOVERY)$/.test(sqliteCode(error))
}

/** Takes back what a killed program left half written; SQLite does so at the first look with the right to write. */
function finishRollback(path: string): void {
  const db = new Database(path, { fileMustExist: true, timeout: busyMilliseconds })
  try {
    db.pragma('user_version')
  } finally {
    db.close()
  }
}

/** A ledger in memory, for `--dry-run` before the first import and for tests. */
export function openMemoryLedger(): Ledger {
  const db = new Database(':memory:')
  prepare(db, ':memory:', {})
  return { path: ':memory:', db, close: () => db.close() }
}

function prepare(db: Database.Database, path: string, options: OpenOptions): void {
  const identity = db.pragma('application_id', { simple: true }) as number
  const version = db.pragma('user_version', { simple: true }) as number
  const isEmpty = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0
  if (identity !== applicationId && !(isEmpty && identity === 0 && version === 0))
    throw new UserError('bad-data', 'ledger.foreign', { ledger: path })
  if (version > schemaVersion)
    throw new UserError('bad-data', 'ledger.newer', { ledger: path, version, known: schemaVersion })
  db.function('is_called', { deterministic: true }, (name, id, ownName, ownId) =>
    Number(isCalled([String(name), String(id)], [String(ownName), String(ownId)])),
  )
  for (const pragma of ['foreign_keys = ON', 'trusted_schema = OFF', 'cell_size_check = ON', 'temp_store = FILE'])
    db.pragma(pragma)
  // Who reads goes through each table once; who writes comes back to the same pages.
  db.pragma(`cache_size = -${options.isReadOnly ? 8192 : 65536}`)
  if (options.isReadOnly) {
    if (isEmpty) throw new UserError('no-input', 'ledger.missing', { ledger: path })
    if (version < schemaVersion && options.isMigrating !== false)
      throw new UserError('cannot-write', 'ledger.needs-migration', { ledger: path })
    return
  }
  db.pragma('journal_mode = DELETE')
  db.pragma('synchronous = EXTRA')
  db.pragma('secure_delete = ON')
  if (options.isMigrating !== false) migrate(db, version, options)
}

function migrate(db: Database.Database, from: number, options: OpenOptions): void {
  if (from > 0 && from < schemaVersion) options.beforeMigration?.(db)
  for (let version = from; version < schemaVersion; version++) {
    const step = db.transaction(() => {
      // Another process may have migrated while this one waited for the lock.
      if ((db.pragma('user_version', { simple: true }) as number) !== version) return
      db.exec(migrations[version]!)
      db.pragma(`application_id = ${applicationId}`)
      db.pragma(`user_version = ${version + 1}`)
    })
    step.immediate()
  }
}

/** Runs one write: `BEGIN IMMEDIATE … COMMIT`, everything or nothing. */
export function write<T>(ledger: Ledger, work: () => T): T {
  try {
    return ledger.db.transaction(work).immediate()
  } catch (error) {
    throw translate(error, ledger.path)
  }
}

/**
 * Begins a decision, `BEGIN IMMEDIATE`: what is read from here on and what is written of it are one transaction, which `settle` ends. Nobody
 * else writes meanwhile; a ledger that is closed without it is as it was.
 */
export function holdToDecide({ db, path }: Ledger): void {
  try {
    if (!db.inTransaction) db.exec('BEGIN IMMEDIATE')
  } catch (error) {
    throw translate(error, path)
  }
}

/** Ledgers on which something is tried that will be taken back. */
const rehearsing = new WeakSet<Ledger['db']>()

/** Ends a decision: what was written stands, and others may write again. One that is only rehearsed goes on. */
export function settle({ db, path }: Ledger): void {
  try {
    if (db.inTransaction && !rehearsing.has(db)) db.exec('COMMIT')
  } catch (error) {
    throw translate(error, path)
  }
}

/** Runs one write and takes it back, also within a decision: what it found is what it would do. */
export function rehearse<T>(ledger: Ledger, work: () => T): T {
  const { db } = ledger
  const [begin, back] = db.inTransaction
    ? ['SAVEPOINT rehearsal', 'ROLLBACK TO rehearsal; RELEASE rehearsal']
    : ['BEGIN IMMEDIATE', 'ROLLBACK']
  try {
    db.exec(begin)
    rehearsing.add(db)
    try {
      return work()
    } finally {
      rehearsing.delete(db)
      if (db.inTransaction) db.exec(back)
    }
  } catch (error) {
    throw translate(error, ledger.path)
  }
}

/** Runs reads against one state of the ledger. */
export function read<T>(ledger: Ledger, work: () => T): T {
  try {
    return ledger.db.transaction(work).deferred()
  } catch (error) {
    throw translate(error, ledger.path)
  }
}
