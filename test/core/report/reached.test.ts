import { expect, test } from 'vitest'
import type { Report } from '../../../src/core/report/model.js'
import { reachedBy } from '../../../src/core/report/reached.js'
import type { Table } from '../../../src/core/report/table.js'

const table = (key: string, customers: readonly string[], changes: Partial<Table> = {}): Table => ({
  ...{ key, title: key, omitted: 0 },
  columns: [{ key: 'phone', kind: 'phone', label: 'Phone' }],
  rows: customers.map((customer) => ({ customer, phone: '+14155550123' })),
  ...changes,
})

const report: Report = {
  ...{ name: 'monthly', title: 'Monthly report', asOf: '2026-07-31', window: null, currency: null },
  ...{ params: {}, summary: {}, facts: [], notes: [] },
  tables: [table('movers', ['c1', 'c2']), table('due', ['c2', 'c3', 'c4'], { isForMachines: true })],
}

test('a table that only machines are told reaches nobody in what people read', () => {
  expect(reachedBy(report, 'every table')).toBe(2)
  expect(reachedBy(report, 'every table', true)).toBe(4)
  expect(reachedBy(report, 'the main table')).toBe(2)
})
