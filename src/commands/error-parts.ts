import { UserError } from '../core/values/failure.js'

/** An error in parts: of one that is moved to another thread as it is, nearly all would be lost. */
export interface ErrorParts {
  readonly message: string
  readonly stack: string
  /** Of the system, of SQLite, or of an expected failure; '' for none. */
  readonly code: string
  /** Null of an error nobody expected. */
  readonly expected: Pick<UserError, 'kind' | 'params'> | null
  readonly cause: ErrorParts | null
}

/** Takes an error apart, with what caused it. */
export function partsOf(error: unknown): ErrorParts {
  const { message = String(error), stack = '', code = '', cause } = error as Partial<NodeJS.ErrnoException>
  const expected = error instanceof UserError ? { kind: error.kind, params: error.params } : null
  return { message, stack, code, expected, cause: cause === undefined ? null : partsOf(cause) }
}

/** The error again; its stack is that of the thread it comes from. */
export function errorOf({ message, stack, code, expected, cause }: ErrorParts): Error {
  const options = cause === null ? {} : { cause: errorOf(cause) }
  if (expected !== null) return Object.assign(new UserError(expected.kind, code, expected.params, options), { stack })
  return Object.assign(new Error(message, options), { stack }, code === '' ? {} : { code })
}
