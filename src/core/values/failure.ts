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

/**
 * An expected failure. `code` names its tested sentence and hint in messages/errors.ts, so that the place that finds the
 * fault needs no words of its own. Anything else that is thrown is a bug.
 */
export class UserError extends Error {
  constructor(
    readonly kind: FailureKind,
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>> = {},
    options?: { cause?: unknown },
  ) {
    super(code, options)
    this.name = 'UserError'
  }
}
