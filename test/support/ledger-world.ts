import { existsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { derive, touchAll } from '../../src/store/derive.js'
import { openLedger, write } from '../../src/store/ledger.js'
import { type Dump, dumpLedger } from './dump.js'
import { csvOf, type MadeFile } from './made-shop.js'
import { type ImportJson, openWorld, type Ran } from './world.js'

/** A ledger of its own that made-up files are imported into. */
export interface LedgerWorld {
  readonly folder: string
  crm(...argv: string[]): Promise<Ran>
  /** Imports files in one command; an exit code other than 0 and 3 fails the test. */
  take(...files: readonly MadeFile[]): Promise<ImportJson>
  dump(): Dump
  /** The dump once everything is derived anew. */
  dumpDerived(): Dump
}

/** Properties write thousands of ledgers; in memory they need not wait for a disk to flush each. */
const parent = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** Runs `work` with an empty ledger and removes it afterwards; the clock goes on by a second with every command. */
export async function withLedger<T>(work: (world: LedgerWorld) => Promise<T>): Promise<T> {
  const opened = openWorld({}, parent)
  const { folder } = opened
  const ledger = join(folder, 'crm.db')
  const crm = opened.crm
  try {
    return await work({
      folder,
      crm,
      async take(...files) {
        for (const file of files) writeFileSync(join(folder, file.name), csvOf(file))
        const ran = await crm('import', ...files.map(({ name }) => name), '--json')
        if (ran.code !== 0 && ran.code !== 3) throw new Error(`import ended with ${ran.code}: ${ran.stderr}`)
        return ran.json<ImportJson>()
      },
      dump: () => dumpLedger(ledger),
      dumpDerived() {
        const open = openLedger(ledger)
        write(open, () => {
          touchAll(open)
          derive(open)
        })
        open.close()
        return dumpLedger(ledger)
      },
    })
  } finally {
    opened.remove()
  }
}

/** The dump of a fresh ledger into which the files were imported, one command each. */
export function dumpAfter(files: readonly MadeFile[]): Promise<Dump> {
  return withLedger(async (world) => {
    for (const file of files) await world.take(file)
    if (files.length === 0) openLedgerFile(join(world.folder, 'crm.db'))
    return world.dump()
  })
}

/** Makes an empty ledger. */
function openLedgerFile(path: string): void {
  writeFileSync(path, '')
  openLedger(path).close()
}
