import { tmpdir } from 'node:os'
import { type Io, isRunning, type Output } from '../src/io.js'

export interface FakeIo extends Io {
  /** What was written so far. */
  stdoutText(): string
  stderrText(): string
}

export interface FakeWorld {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  readonly stdin?: string | Uint8Array
  /** Cells of the terminal; none is a pipe. */
  readonly tty?: number
  /** Lines of the terminal. */
  readonly rows?: number
  /** Gets what is shown through a pager; without it none can be started. */
  readonly pager?: (text: string, program: string) => void
  /** The folder for work in progress; the system's when left out. */
  readonly temporary?: string
  /** ISO instant of the clock. */
  readonly now?: string
  /** Time zone of the computer. */
  readonly zone?: string
}

/** A world for one run in tests: fixed clock, nothing of this computer's settings, what is written is kept. */
export function fakeIo(world: FakeWorld): FakeIo {
  const stdout = collector(world.tty, world.rows)
  const stderr = collector(world.tty, world.rows)
  return {
    stdin: {
      isTTY: world.stdin === undefined,
      async *chunks() {
        if (world.stdin !== undefined) yield Buffer.from(world.stdin)
      },
    },
    stdout,
    stderr,
    env: world.env ?? {},
    cwd: world.cwd,
    home: `${world.cwd}/home`,
    account: 'seller',
    platform: 'linux',
    runtime: '20.20.0 (linux x64)',
    temporary: world.temporary ?? tmpdir(),
    run: process.pid,
    isRunning,
    zone: world.zone ?? 'Asia/Shanghai',
    locale: 'en-US',
    now: () => instant(world.now ?? '2026-09-01T01:00:00Z'),
    breathe: async () => {},
    page: async (text, program) => {
      world.pager?.(text, program)
      return world.pager !== undefined
    },
    finish: async () => {},
    stdoutText: () => stdout.text(),
    stderrText: () => stderr.text(),
  }
}

function collector(tty: number | undefined, rows: number | undefined): Output & { text(): string } {
  const chunks: Uint8Array[] = []
  return {
    isTTY: tty !== undefined,
    columns: tty ?? null,
    rows: rows ?? null,
    write: (chunk) => void chunks.push(Buffer.from(chunk as string)),
    text: () => Buffer.concat(chunks).toString('utf8'),
  }
}

function instant(iso: string): number {
  const time = Date.parse(iso)
  if (!/Z$/.test(iso) || Number.isNaN(time)) throw new Error(`not an instant: ${iso}`)
  return time
}
