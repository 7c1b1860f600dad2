import { describe, expect, test } from 'vitest'
import { draft, finishTable, type Shape } from '../../../src/core/report/build.js'
import { columnsIn } from '../../../src/core/report/columns.js'
import { UserError } from '../../../src/core/values/failure.js'

const column = columnsIn('en', 'USD')
const columns = [column('name'), column('netMinor'), column('key', { wide: true })]
const people = [
  { name: 'b', netMinor: 5, key: 'x' },
  { name: 'a', netMinor: null, key: 'y' },
  { name: 'c', netMinor: 40, key: 'z' },
]
const finish = (shape: Shape) =>
  finishTable(
    draft('people', 'People', columns, people, (person) => person),
    shape,
  )
const names = (shape: Shape) =>
  finish(shape)
    .rows.map(({ name }) => name)
    .join('')

describe('finishTable', () => {
  test('keeps the order it is given', () => {
    expect(names({})).toBe('bac')
    expect(finish({}).omitted).toBe(0)
  })

  test('sorts by a key, downwards with a minus, blanks last either way', () => {
    expect(names({ sort: 'net' })).toBe('bca')
    expect(names({ sort: '-netMinor' })).toBe('cba')
    expect(names({ sort: 'name' })).toBe('abc')
  })

  test('limits after sorting and counts what it left out', () => {
    expect(names({ sort: '-net', limit: 1 })).toBe('c')
    expect(finish({ sort: '-net', limit: 1 }).omitted).toBe(2)
    expect(finish({ limit: 0 })).toMatchObject({ rows: [], omitted: 3 })
    expect(finish({ limit: 9 }).omitted).toBe(0)
  })

  test('rows beyond the limit are not even built', () => {
    let built = 0
    finishTable(
      draft('t', 'T', columns, people, (person) => {
        built++
        return person
      }),
      { limit: 1 },
    )
    expect(built).toBe(1)
  })

  test('picks columns in the order asked for and shows wide ones asked for by name', () => {
    const picked = finish({ columns: ['key', 'net'] }).columns
    expect(picked.map(({ key, wide }) => [key, wide])).toEqual([
      ['key', undefined],
      ['netMinor', undefined],
    ])
  })

  test.each([{ sort: 'colour' }, { columns: ['name', 'colour'] }])(
    'an unknown column is a usage error: %j',
    (shape) => {
      let thrown: unknown
      try {
        finish(shape)
      } catch (error) {
        thrown = error
      }
      expect(thrown).toBeInstanceOf(UserError)
      expect(thrown).toMatchObject({
        kind: 'usage',
        code: 'report.unknown-column',
        params: { column: 'colour', columns: 'name, netMinor, key' },
      })
    },
  )
})
