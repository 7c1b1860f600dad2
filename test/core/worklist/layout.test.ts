import { expect, test } from 'vitest'
import { worklists } from '../../../src/core/worklist/index.js'
import { listLayout } from '../../../src/core/worklist/layout.js'

const key = 'crm1:k3x9q2:due-20261123:c4f7:restock'
const layout = (rows: readonly (readonly string[])[]) =>
  listLayout({ numbers: rows.map((_, at) => at + 1), rows: rows as string[][] }, worklists)

const places = (rows: readonly (readonly string[])[]) =>
  Object.fromEntries([...(layout(rows)?.columns ?? [])].map(([{ name }, at]) => [name, at]))

test('a sheet without keys is no list, whatever its headings', () => {
  expect(
    layout([
      ['Channel', 'Result', 'Next date', 'Note', 'Key'],
      ['', '', '', 'x', 'c4f7'],
    ]),
  ).toBeNull()
})

test('headings of both languages, in any order', () => {
  expect(
    places([
      ['编号', '跟进内容', 'Result', 'Anything', '下次跟进日期'],
      [key, '', '', '', ''],
    ]),
  ).toEqual({
    note: 1,
    result: 2,
    nextOn: 4,
  })
})

test('renamed columns are known by their places between the others, and told', () => {
  const rows = [
    ['Name', 'Channel', 'Ergebnis', 'Wann', 'Note', 'Key'],
    ['Ann', '', '', '', 'x', key],
  ]
  expect(places(rows)).toEqual({ channel: 1, result: 2, nextOn: 3, note: 4 })
  expect([...layout(rows)!.renamed].map(([{ name }, heading]) => [name, heading])).toEqual([
    ['result', 'Ergebnis'],
    ['nextOn', 'Wann'],
  ])
})

test('where more columns stand in a gap than are missing, nobody knows which', () => {
  expect(
    places([
      ['Channel', 'a', 'b', 'Next date', 'Note', 'Key'],
      ['', '', '', '', 'x', key],
    ]),
  ).toEqual({
    channel: 0,
    nextOn: 3,
    note: 4,
  })
})

test('at the left end, words of the list are wanted', () => {
  const all = (word: string) =>
    places([
      ['Name', 'a', 'b', 'c', 'd', 'e'],
      ['Ann', 'phone', word, '', 'x', key],
    ])
  expect(all('interested')).toEqual({ channel: 1, result: 2, nextOn: 3, note: 4 })
  expect(
    places([
      ['Name', 'Tier', 'Due', 'Rule', 'Gaps', 'Key'],
      ['Ann', 'A', '2026-01-01', 'restock', '4', key],
    ]),
  ).toEqual({})
})
