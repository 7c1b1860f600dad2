import { describe, expect, test } from 'vitest'
import { errorOf, partsOf } from '../../src/commands/error-parts.js'
import { UserError } from '../../src/core/values/failure.js'

/** An error as it comes out of another thread. */
const moved = (error: unknown) => errorOf(structuredClone(partsOf(error)))

describe('an error that is moved to another thread', () => {
  test('is the same expected failure, with what caused it', () => {
    const system = Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' })
    const error = new UserError('disk', 'file.read-failed', { file: 'all.csv', reason: 'EIO' }, { cause: system })
    const again = moved(error)
    expect(again).toBeInstanceOf(UserError)
    expect(again).toMatchObject({ kind: 'disk', code: 'file.read-failed', params: error.params, stack: error.stack })
    expect(again.cause).toMatchObject({ message: 'EIO: i/o error, read', code: 'EIO', stack: system.stack })
  })

  test('stays one nobody expected', () => {
    const again = moved(new TypeError('x is not a function'))
    expect(again).not.toBeInstanceOf(UserError)
    expect(again).toMatchObject({ message: 'x is not a function', stack: expect.stringContaining('TypeError') })
    expect(again.cause).toBeUndefined()
    expect(moved('thrown as text').message).toBe('thrown as text')
  })
})
