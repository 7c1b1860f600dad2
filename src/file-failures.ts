import { type FailureKind, UserError } from './core/values/failure.js'

/** What the system calls a failure (`ENOENT`, `EACCES` …); the sentence of one that has no code. */
export function systemCode(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return (error as NodeJS.ErrnoException).code ?? error.message
}

/** Whether another program holds the file, which it may let go of. */
export function isHeld(error: unknown): boolean {
  return ['EPERM', 'EBUSY', 'EACCES'].includes(systemCode(error))
}

/** What a failed write is told as, by what the system calls it. */
const WRITE_FAILURES: Readonly<Record<string, readonly [FailureKind, string]>> = {
  ENOSPC: ['disk', 'disk.full'],
  EDQUOT: ['disk', 'disk.full'],
  EFBIG: ['disk', 'disk.full'],
  EIO: ['disk', 'disk.failed'],
  EACCES: ['cannot-write', 'write.denied'],
  EPERM: ['cannot-write', 'write.denied'],
  EROFS: ['cannot-write', 'write.denied'],
  ENAMETOOLONG: ['cannot-write', 'write.long-name'],
}

/** Turns what the system says about a write into a UserError; anything that is no system error stays what it is. */
export function writeFailure(error: unknown, path: string): unknown {
  if (error instanceof UserError || (error as NodeJS.ErrnoException)?.syscall === undefined) return error
  const [kind, code] = WRITE_FAILURES[systemCode(error)] ?? ['cannot-write', 'write.failed']
  return new UserError(kind, code, { file: path, reason: systemCode(error) }, { cause: error })
}
