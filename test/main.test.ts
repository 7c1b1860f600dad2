import { describe, expect, test } from 'vitest'
import { type FailureKind, UserError } from '../src/core/values/failure.js'
import { describeFailure, EXIT_CODES } from '../src/failures.js'
import { run } from '../src/main.js'
import { fakeIo } from './fake-io.js'

const plain = { lang: 'en', json: false, debug: false } as const

describe('a failure in words', () => {
  test.each<[FailureKind, number]>([
    ['failed', 1],
    ['usage', 2],
    ['bad-data', 65],
    ['no-input', 66],
    ['environment', 69],
    ['cannot-write', 73],
    ['disk', 74],
    ['busy', 75],
    ['settings', 78],
    ['interrupted', 130],
  ])('%s ends with exit code %i', (kind, exitCode) => {
    expect(describeFailure(new UserError(kind, 'file.missing'), plain).exitCode).toBe(exitCode)
    expect(Object.keys(EXIT_CODES)).toHaveLength(10)
  })

  test('the sentence comes first, then what to do; a hint that has nothing to say is left out', () => {
    const missing = (near: string) =>
      describeFailure(new UserError('no-input', 'file.missing', { file: 'a.csv', near }), plain).text
    expect(missing('b.csv')).toBe('Error: There is no file "a.csv".\n  Did you mean b.csv?\n')
    expect(missing('')).toBe('Error: There is no file "a.csv".\n')
  })

  test('in Chinese', () => {
    const { text } = describeFailure(new UserError('no-input', 'file.missing', { file: 'a.csv' }), {
      ...plain,
      lang: 'zh',
    })
    expect(text).toBe('错误：找不到文件“a.csv”。\n')
  })

  test('as JSON', () => {
    const { text } = describeFailure(new UserError('no-input', 'file.missing', { file: 'a.csv', near: '' }), {
      ...plain,
      json: true,
    })
    expect(JSON.parse(text)).toEqual({
      schemaVersion: 1,
      error: {
        code: 'file.missing',
        exitCode: 66,
        message: 'There is no file "a.csv".',
        hints: [],
        params: { file: 'a.csv', near: '' },
      },
    })
  })

  test('control characters in a file name do not reach the terminal', () => {
    const { text } = describeFailure(new UserError('no-input', 'file.missing', { file: '\u001b[2Ja\n.csv' }), plain)
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
    expect(text.split('\n')).toHaveLength(2)
  })

  test('a filter is shown with its faulty place marked, Chinese at two cells', () => {
    const params = { filter: '等级:X tier:A', at: 3, length: 1, near: '' }
    expect(
      describeFailure(new UserError('usage', 'filter.choice', params), plain)
        .text.split('\n')
        .slice(1, 3),
    ).toEqual(['  等级:X tier:A', '       ^'])
  })

  test('anything else is a bug: exit code 70, version, and the stack only for --debug', () => {
    const bug = new TypeError('x is not a function', { cause: new Error('deeper') })
    const { exitCode, text } = describeFailure(bug, plain)
    expect(exitCode).toBe(70)
    expect(text).toMatch(/^Internal error in crm \d+\.\d+\.\d+: x is not a function\n.*--debug/)
    expect(text).not.toContain('.test.ts')
    const debug = describeFailure(bug, { ...plain, debug: true }).text
    expect(debug).toContain('.test.ts')
    expect(debug).toContain('deeper')
    expect(describeFailure('not even an error', plain).exitCode).toBe(70)
  })

  test('a code without a sentence is a bug, not silence', () => {
    expect(describeFailure(new UserError('failed', 'no.such-code'), plain).text).toContain('no.such-code')
  })
})

describe('run', () => {
  test('--version says the version and nothing else', async () => {
    const io = fakeIo({ cwd: '/' })
    expect(await run(['--version'], io)).toBe(0)
    expect(io.stdoutText()).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect(io.stderrText()).toBe('')
  })

  test('a usage error goes to stderr, in the language of the flag', async () => {
    const io = fakeIo({ cwd: '/' })
    expect(await run(['tire', '--lang', 'zh'], io)).toBe(2)
    expect(io.stdoutText()).toBe('')
    expect(io.stderrText()).toContain('没有“tire”这个命令')
  })

  test('output that cannot be taken is a failure of the command', async () => {
    const io = fakeIo({ cwd: '/' })
    const full = { ...io, finish: async () => Promise.reject(new UserError('disk', 'stdout.full')) }
    expect(await run(['--version'], full)).toBe(74)
    expect(io.stderrText()).toContain('disk is full')
  })

  test('a bug never escapes', async () => {
    const io = fakeIo({ cwd: '/' })
    const broken = { ...io, finish: async () => Promise.reject(new TypeError('oops')) }
    expect(await run(['--version'], broken)).toBe(70)
    expect(io.stderrText()).toContain('Internal error')
  })
})

test('help before a command is the help of that command, in the language asked for', async () => {
  const said = async (...argv: string[]) => {
    const io = fakeIo({ cwd: '.', env: {} })
    expect(await run(argv, io)).toBe(0)
    return io.stdoutText()
  }
  expect(await said('help', 'import')).toBe(await said('import', '--help'))
  expect(await said('help')).toBe(await said('--help'))
  expect(await said('--lang', 'zh', 'help', 'import')).toBe(await said('import', '--help', '--lang', 'zh'))
})
