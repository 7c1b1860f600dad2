import { describe, expect, test } from 'vitest'
import { UserError } from '../src/core/values/failure.js'
import { parse } from '../src/parse.js'

const parsed = (line: string) => {
  const { command, values, options } = parse(line.split(' ').filter((word) => word !== ''))
  return { name: command.name, values, options }
}

function usageError(line: string): Pick<UserError, 'code' | 'params'> {
  try {
    parsed(line)
  } catch (error) {
    if (error instanceof UserError && error.kind === 'usage') return { code: error.code, params: error.params }
    throw error
  }
  throw new Error(`understood: ${line}`)
}

describe('a command line that is understood', () => {
  test('nothing is status, with the common options too', () => {
    expect(parsed('').name).toBe('status')
    expect(parsed('--db x.db')).toMatchObject({ name: 'status', options: { db: 'x.db' } })
  })

  test('options stand anywhere and have their types', () => {
    expect(parsed('--lang zh tier --days 30 --by gross -o out.xlsx --json')).toMatchObject({
      name: 'tier',
      values: { days: 30, by: 'gross', all: false, filter: '' },
      options: { lang: 'zh', json: true, output: 'out.xlsx', quiet: false },
    })
    expect(parsed('tier --columns name,tier，orders --limit 5').options).toMatchObject({
      columns: ['name', 'tier', 'orders'],
      limit: 5,
    })
    expect(parsed('import a.csv b.csv --map orderId=No --map total=Sum -n')).toMatchObject({
      values: { files: ['a.csv', 'b.csv'], map: ['orderId=No', 'total=Sum'] },
      options: { dryRun: true },
    })
  })

  test.each([
    ['list', ['--limit', '1', 'list', 'tier:A']],
    ['list', ['--columns=name', '-o', 'tier', 'list']],
    ['status', ['--db', 'list', 'status']],
    ['tier', ['--days', '30', 'tier']],
    ['status', ['--db', 'list']],
  ])('crm %s may have its options before its name: %j', (name, argv) => {
    expect(parse(argv).command.name).toBe(name)
  })

  test('what stands before the name and is none of its options is refused', () => {
    expect(() => parse(['--limit', '1', 'tag', 'Ann', 'x'])).toThrow('cli.unknown-option')
  })

  test('an option typed twice: the last counts', () => {
    expect(parsed('tier --days 30 --days 60').values).toMatchObject({ days: 60 })
  })

  test('colour can be switched both ways, or be left to the rest', () => {
    const color = (line: string) => parsed(line).options.color
    expect([color('tier'), color('tier --color'), color('tier --no-color')]).toEqual([undefined, true, false])
  })

  test('a filter may leave customers out with a minus, wherever it stands', () => {
    expect(parsed('list -blocked tier:A').values).toEqual({ filter: 'tier:A -blocked' })
    expect(parsed('list tier:A -tag:wholesale --limit 3')).toMatchObject({
      values: { filter: 'tier:A -tag:wholesale' },
      options: { limit: 3 },
    })
    expect(parsed('list tier:A -标签:批发').values).toEqual({ filter: 'tier:A -标签:批发' })
    expect(parsed('list tier:A -- -blocked -x').values).toEqual({ filter: 'tier:A -blocked -x' })
  })

  test('letters that are all options stay options', () => {
    expect(parsed('undo -nq').options).toMatchObject({ dryRun: true, quiet: true })
  })

  test('words that are left make one text', () => {
    expect(parsed('log c1 wants forty more --next +7d').values).toMatchObject({
      customer: 'c1',
      text: 'wants forty more',
      next: '+7d',
    })
  })

  test('a word out of few has a default', () => {
    expect(parsed('report').values).toEqual({ kind: 'weekly', filter: '' })
    expect(parsed('report weekly tier:A owner:li').values).toEqual({ kind: 'weekly', filter: 'tier:A owner:li' })
    expect(parsed('config').values).toMatchObject({ action: 'list' })
  })
})

describe('a command line that is not', () => {
  test.each<[string, string, object]>([
    ['tire', 'cli.unknown-command', { name: 'tire', near: 'tier' }],
    ['xyzzy --days 3', 'cli.unknown-command', { name: 'xyzzy', near: '' }],
    ['tier --dayz 3', 'cli.unknown-option', { name: '--dayz', near: '--days', command: 'tier' }],
    ['--nope', 'cli.unknown-option', { name: '--nope', command: '' }],
    ['tier -n', 'cli.unknown-option', { name: '-n', command: 'tier' }],
    ['undo --limit 3', 'cli.unknown-option', { name: '--limit', command: 'undo' }],
    ['lead add Ann --nope', 'cli.unknown-option', { name: '--nope', command: 'lead' }],
    ['show', 'cli.missing-argument', { command: 'show', name: 'CUSTOMER' }],
    ['import', 'cli.missing-argument', { command: 'import', name: 'FILE' }],
    ['tag c1', 'cli.missing-argument', { command: 'tag', name: 'TAG' }],
    ['tier --days', 'cli.missing-value', { name: '--days', command: 'tier' }],
    ['list -o', 'cli.missing-value', { name: '--output', command: 'list' }],
    ['undo 1 2', 'cli.excess-argument', { command: 'undo', name: '2' }],
    ['status now', 'cli.excess-argument', { command: 'status', name: 'now' }],
    ['tier --days 0', 'cli.bad-number', { name: '--days', value: '0', least: 1 }],
    ['tier --days 3.5', 'cli.bad-number', { value: '3.5' }],
    ['tier --days 1e3', 'cli.bad-number', { value: '1e3' }],
    ['rfm --days 36501', 'cli.large-number', { name: '--days', value: '36501', most: 36500 }],
    ['tier --limit 99999999999', 'cli.large-number', { name: '--limit', value: '99999999999' }],
    [
      'tier --by profits',
      'cli.bad-value',
      { name: '--by', value: 'profits', allowed: { en: ['net', 'gross', 'orders', 'profit'] } },
    ],
    ['report hourly', 'cli.bad-value', { name: 'KIND', value: 'hourly' }],
    ['tier --lang fr', 'cli.bad-value', { name: '--lang', value: 'fr' }],
  ])('%s', (line, code, params) => {
    const error = usageError(line)
    expect(error.code).toBe(code)
    expect(error.params).toMatchObject(params)
  })
})
