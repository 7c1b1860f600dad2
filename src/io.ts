import { homedir, tmpdir, userInfo } from 'node:os'
import { UserError } from './core/values/failure.js'

/** A stream the program writes to. `write` never throws: what went wrong is told by `Io.finish`. */
export interface Output {
  readonly isTTY: boolean
  /** Cells in a line; null where nobody knows. */
  readonly columns: number | null
  /** Lines on the screen; null where nobody knows. */
  readonly rows: number | null
  write(chunk: string | Uint8Array): void
}

export interface Input {
  readonly isTTY: boolean
  /** The bytes as they come; ends with UserError `interrupted` on Ctrl-C. */
  chunks(): AsyncIterable<Uint8Array>
}

/** Everything the program learns from or does to the world around it, besides files. Tests hand in their own. */
export interface Io {
  readonly stdin: Input
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly home: string
  /** Name of the account that runs the program; '' where the computer tells none. */
  readonly account: string
  /** As `process.platform`: `linux`, `darwin`, `win32` … */
  readonly platform: string
  /** Version of Node, system and kind of processor, as `crm check` tells them. */
  readonly runtime: string
  /** IANA name of the computer's time zone. */
  readonly zone: string
  /** BCP 47 tag of the computer's language. */
  readonly locale: string
  /** The folder the system keeps for work in progress. */
  readonly temporary: string
  /** The number the system gives this run of the program, and whether a run with a number is still going on. */
  readonly run: number
  isRunning(run: number): boolean
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number
  /**
   * Lets waiting signals and output through, at most every 50 ms, and throws UserError `interrupted` after Ctrl-C. Long
   * work calls it between batches, and no more once its change is committed.
   */
  breathe(): Promise<void>
  /**
   * Shows a text on the screen through another program (`less -R`) and waits until the reader has left it; false, with nothing shown, where
   * that program cannot be started.
   */
  page(text: string, program: string): Promise<boolean>
  /** Waits for the output to be taken. A reader that went away is fine; a full disk is UserError `stdout.full`. */
  finish(): Promise<void>
}

const BREATH_MS = 50

/** The real world. Made once, by bin/crm.js. */
export function realIo(): Io {
  const interrupt = catchInterrupt()
  const stdout = outlet(() => process.stdout)
  const stderr = outlet(() => process.stderr)
  return {
    stdin: inlet(interrupt),
    stdout,
    stderr,
    env: process.env,
    cwd: process.cwd(),
    home: homedir(),
    get account() {
      return accountName()
    },
    platform: process.platform,
    runtime: `${process.versions.node} (${process.platform} ${process.arch})`,
    // Read when asked for: the tables behind Intl cost more than the rest of a start.
    get zone() {
      return Intl.DateTimeFormat().resolvedOptions().timeZone
    },
    get locale() {
      // Of all that know the locale, this one takes no 20 ms to be made.
      return new Intl.PluralRules().resolvedOptions().locale
    },
    temporary: tmpdir(),
    run: process.pid,
    isRunning,
    now: () => Date.now(),
    breathe: breathing(interrupt),
    page: paging,
    finish: async () => {
      const failure = await stdout.settled()
      if (failure !== null) throw stdoutFailure(failure)
    },
  }
}

/** Ctrl-C is the pager's while it runs. */
async function paging(text: string, program: string): Promise<boolean> {
  const { runPager } = await import('./run-pager.js')
  const leaveIt = () => {}
  process.on('SIGINT', leaveIt)
  try {
    return await runPager(text, program, process.env)
  } finally {
    process.off('SIGINT', leaveIt)
  }
}

/** Whether a run of a program is still going on: signal 0 is sent to nobody; a run of another user cannot be reached, but is there. */
export function isRunning(run: number): boolean {
  try {
    return process.kill(run, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The system throws where an account has no name, as in some containers. */
function accountName(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}

/** The first Ctrl-C is a request the work answers; `once` gives the second one back to the system, which ends the process. */
function catchInterrupt(): AbortSignal {
  const controller = new AbortController()
  process.once('SIGINT', () => controller.abort())
  return controller.signal
}

function breathing(interrupt: AbortSignal): () => Promise<void> {
  let last = performance.now()
  return async () => {
    if (performance.now() - last >= BREATH_MS) {
      await new Promise((resolve) => setImmediate(resolve))
      last = performance.now()
    }
    if (interrupt.aborted) throw interrupted()
  }
}

function interrupted(): UserError {
  return new UserError('interrupted', 'interrupted')
}

function inlet(interrupt: AbortSignal): Input {
  return {
    get isTTY() {
      return process.stdin.isTTY === true
    },
    async *chunks() {
      const stop = () => process.stdin.destroy(interrupted())
      interrupt.addEventListener('abort', stop, { once: true })
      try {
        for await (const chunk of process.stdin) yield chunk as Uint8Array
      } finally {
        interrupt.removeEventListener('abort', stop)
      }
    },
  }
}

interface Outlet extends Output {
  /** What stopped the output for good, once everything written was taken or refused; null when nothing did. */
  settled(): Promise<NodeJS.ErrnoException | null>
}

/** Node makes a stream when it is first looked at, which takes milliseconds: here that is when something is written. */
function outlet(look: () => NodeJS.WriteStream): Outlet {
  let failure: NodeJS.ErrnoException | null = null
  let opened: NodeJS.WriteStream | null = null
  const stream = () => {
    opened ??= look().on('error', (error: NodeJS.ErrnoException) => {
      failure ??= error
    })
    return opened
  }
  return {
    get isTTY() {
      return stream().isTTY === true
    },
    get columns() {
      return stream().columns ?? null
    },
    get rows() {
      return stream().rows ?? null
    },
    write: (chunk) => {
      if (failure === null) stream().write(chunk)
    },
    settled: async () => {
      if (opened === null) return null
      if (failure === null) await new Promise<void>((resolve) => opened?.write('', () => resolve()))
      // The error event follows the write's own answer by one turn.
      await new Promise((resolve) => setImmediate(resolve))
      return failure?.code === 'EPIPE' ? null : failure
    },
  }
}

function stdoutFailure(cause: NodeJS.ErrnoException): UserError {
  const full = cause.code === 'ENOSPC' || cause.code === 'EDQUOT' || cause.code === 'EFBIG'
  if (full) return new UserError('disk', 'stdout.full', {}, { cause })
  return new UserError('cannot-write', 'stdout.failed', { reason: cause.code ?? cause.message }, { cause })
}
