import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { run } from '../../src/main.js'
import { type FakeWorld, fakeIo } from '../fake-io.js'

/** What one run of the program left behind. */
export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** stdout as JSON. */
  json<T>(): T
}

/** A folder of its own with a ledger in it, removed when the test ends. */
export interface World {
  readonly folder: string
  crm(...argv: string[]): Promise<Ran>
  /** Sets the clock, which goes on from there. */
  setClock(now: string): void
  /** Copies a file into the folder and gives its name there. */
  take(path: string, as: string): string
}

export function makeWorld(world: Partial<FakeWorld> = {}): World {
  const made = openWorld(world)
  onTestFinished(made.remove)
  return made
}

/**
 * A world that lasts until it is removed, for properties that make many of them in one test. Its clock goes on by a second
 * with every command.
 */
export function openWorld(world: Partial<FakeWorld> = {}, parent = tmpdir()): World & { readonly remove: () => void } {
  const folder = mkdtempSync(join(parent, 'crm-test-'))
  const temporary = join(folder, 'home', 'tmp')
  mkdirSync(temporary, { recursive: true })
  let start = Date.parse(world.now ?? '2026-09-01T01:00:00Z')
  let ran = 0
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
    async crm(...argv) {
      const now = new Date(start + ran++ * 1000).toISOString()
      const io = fakeIo({ cwd: folder, temporary, env: { CRM_DB: 'crm.db', CRM_LANG: 'en' }, ...world, now })
      const code = await run(argv, io)
      const stdout = io.stdoutText()
      return { code, stdout, stderr: io.stderrText(), json: <T>() => JSON.parse(stdout) as T }
    },
    setClock(now) {
      start = Date.parse(now)
      ran = 0
    },
    take(path, as) {
      cpSync(path, join(folder, as))
      return as
    },
  }
}

/** The parts of `crm import --json` that tests look at. */
export interface ImportJson {
  readonly batch: number | null
  /** Over all files and sheets, each order once. */
  readonly orders: ImportedFile['orders']
  /** Over all files and sheets, each customer once. */
  readonly customers: ImportedFile['customers']
  readonly files: readonly ImportedFile[]
  /** What registers of gifts came to, where there are any. */
  readonly gifts?: { readonly batch: number | null; readonly sheets: readonly object[] }
}

export interface ImportedFile {
  readonly format: string
  readonly orders: {
    readonly inserted: number
    readonly updated: number
    readonly unchanged: number
    readonly rejected: number
  }
  readonly lines: number
  readonly customers: { readonly inserted: number; readonly updated: number }
  readonly totals: readonly {
    readonly currency: string
    readonly grossMinor: number
    readonly refundMinor: number
    readonly netMinor: number
  }[]
  readonly status: Readonly<Record<string, number>>
  readonly withoutCustomer: number
  /** In no figure of their own (R2, R3). */
  readonly waitingRefunds: number
  readonly waitingParts: number
  readonly enriching: number
  readonly notCounted: number
  readonly entries: readonly { readonly kind: string; readonly inserted: number; readonly unchanged: number }[]
  readonly skipped: Readonly<Record<string, number>>
  readonly rounding: { readonly lines: number; readonly differenceMinor: number }
}
