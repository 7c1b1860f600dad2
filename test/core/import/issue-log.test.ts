import { expect, test } from 'vitest'
import { IssueLog } from '../../../src/core/import/issue-log.js'

test('the first five places stand in full, the rows of all others as runs', () => {
  const log = new IssueLog('orders.csv', '', ['Total'])
  const add = (row: number) => log.add({ severity: 'error', code: 'amount.invalid', params: {}, row, column: 0 })
  for (const row of [2, 3, 4, 5, 6, 9, 10, 11, 11, 14, 16, 17]) add(row)
  const [group] = log.groups()
  expect(group!.count).toBe(12)
  expect(group!.first.map(({ source }) => source.row)).toEqual([2, 3, 4, 5, 6])
  expect(group!.rest).toEqual([
    [9, 11],
    [14, 14],
    [16, 17],
  ])
  // Taken over from another thread, it goes on and leaves the other as it was.
  const other = new IssueLog('orders.csv', '', ['Total'], log.groups())
  other.add({ severity: 'error', code: 'amount.invalid', params: {}, row: 18, column: 0 })
  expect(other.groups()[0]!.rest.at(-1)).toEqual([16, 18])
  expect(log.groups()[0]!.rest.at(-1)).toEqual([16, 17])
})
