import { UserError } from './core/values/failure.js'

/**
 * What SQLite's binding says when it cannot be loaded, as an expected failure; anything else as it is. It may fail when the
 * package is imported, which is before any code of ours could catch it, or when the first ledger is opened.
 */
export function explainBinding(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error
  const { message, code = '', requireStack = [] } = error as NodeJS.ErrnoException & { requireStack?: string[] }
  const isOfSqlite = [message, ...requireStack].some((text) => /better.sqlite3/i.test(text))
  const isUnbuilt = /^Could not locate the bindings file/.test(message)
  if (isUnbuilt || (isOfSqlite && /MODULE_NOT_FOUND$/.test(code)))
    return new UserError('environment', 'sqlite.missing', {}, { cause: error })
  if (isOfSqlite && code === 'ERR_DLOPEN_FAILED')
    return new UserError('environment', 'sqlite.unfit', {}, { cause: error })
  return error
}
