import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../../src/main.js'
import { fakeIo } from '../fake-io.js'

/** Where the public data sets stand, when this computer has them. */
const shared = process.env.CRM_SHARED_DATA ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'data')

/** A public data set by its path; `why` is the reason a test gives for being skipped, '' when the file is there. */
export function sharedFile(path: string): { readonly path: string; readonly isAbsent: boolean; readonly why: string } {
  const isAbsent = !existsSync(join(shared, path))
  return { path: join(shared, path), isAbsent, why: isAbsent ? ` (skipped: ${path} is not here)` : '' }
}

/** A ledger of one imported file, asked as a seller asks it. */
export interface ImportedLedger {
  json(...argv: readonly string[]): Promise<Record<string, unknown>>
  remove(): void
}

/** Imports a file without any option, a fixed clock years after it. */
export async function imported(file: string): Promise<ImportedLedger & { readonly report: Record<string, unknown> }> {
  const dir = mkdtempSync(join(tmpdir(), 'crm-acceptance-'))
  const json = async (...argv: readonly string[]) => {
    const io = fakeIo({ cwd: dir, env: { CRM_DB: 'acceptance.db' } })
    const code = await run([...argv, '--json'], io)
    if (code !== 0) throw new Error(`crm ${argv.join(' ')}: exit ${code}\n${io.stderrText()}`)
    return JSON.parse(io.stdoutText()) as Record<string, unknown>
  }
  return { report: await json('import', file), json, remove: () => rmSync(dir, { recursive: true, force: true }) }
}
