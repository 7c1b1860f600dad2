import type { Lang } from './lang.js'

/** Why a command could not do what was asked; each kind has one exit code (ARCHITECTURE: errors). */
export type FailureKind =
  | 'failed'
  | 'usage'
  | 'bad-data'
  | 'no-input'
  | 'environment'
  | 'cannot-write'
  | 'disk'
  | 'busy'
  | 'settings'
  | 'interrupted'

/** What a sentence is filled with; lists are joined as its language does, and words may be told in each language. */
export type FailureParams = Readonly<Record<string, string | number | readonly string[] | WordsByLang>>

/** The words of each language for the same things, in the same order. */
export type WordsByLang = Readonly<Record<Lang, readonly string[]>>

/**
 * An expected failure. `code` names its tested sentence and hint in messages/errors.ts, so that the place that finds the
 * fault needs no words of its own. Anything else that is thrown is a bug.
 */
export class UserError extends Error {
  constructor(
    readonly kind: FailureKind,
    readonly code: string,
    readonly params: FailureParams = {},
    options?: { cause?: unknown },
  ) {
    super(code, options)
    this.name = 'UserError'
  }

  /** Known by name: parts of the bundle that start on their own (build.js) bring this class once more. */
  static override [Symbol.hasInstance](thrown: unknown): thrown is UserError {
    return thrown instanceof Error && thrown.name === 'UserError'
  }
}
