import { describe, expect, test } from 'vitest'
import type { ReportDefinition } from '../../src/core/report/build.js'
import { type Report, readingOrder } from '../../src/core/report/model.js'
import { customerFilter } from '../../src/core/value/customer-filter.js'
import { gradesOn } from '../../src/core/value/grades/grades.js'
import { standingOn } from '../../src/core/value/standing.js'
import { dayOf } from '../../src/core/values/business-date.js'
import { contacts } from '../../src/reports/contacts.js'
import { due } from '../../src/reports/due.js'
import { list } from '../../src/reports/list.js'
import { rfm } from '../../src/reports/rfm.js'
import { show } from '../../src/reports/show.js'
import { tier } from '../../src/reports/tier.js'
import { weekly } from '../../src/reports/weekly.js'
import { why } from '../../src/reports/why.js'
import { snapshotOf } from '../support/snapshot.js'
import { asOf, input, inputWith, shop } from './sample.js'

const on = (day: string, more = {}) => ({ ...inputWith({ asOf: dayOf(day) }), since: dayOf(day) - 7, ...more })
const keys = (report: Report) => readingOrder(report.tables).map(({ key }) => key)

describe('a day on which no order counts', () => {
  const early = on('2020-01-01')
  const late = on('2031-01-01', { isAsOfAhead: true })

  test.each([tier, rfm, weekly].map((report) => [report.name, report] as const))(
    '%s says why in place of tables of zeros, and where there are figures',
    (_, report: ReportDefinition<typeof early>) => {
      const built = report.build(early)
      expect([keys(built), built.facts, built.charts]).toEqual([[], [], []])
      expect(built.notes).toEqual([
        'No order counts in the 365 days up to 2020-01-01: the first is of 2025-10-01. A later day: --on 2025-10-01',
      ])
      expect(report.build({ ...early, lang: 'zh' } as never).notes[0]).toContain('第一笔在 2025-10-01')
      expect(report.build(late).notes).toEqual([
        'No order counts in the 365 days up to 2031-01-01: the last one before is of 2026-08-28. That day: --on 2026-08-28',
        '2031-01-01 is still to come: what happens until then is not in these figures.',
      ])
      // Machines find the columns they know.
      expect(built.tables[0]!.columns.length).toBe(report.build(input as never).tables[0]!.columns.length)
    },
  )

  test.each([list, contacts, due, show, why].map((report) => [report.name, report] as const))(
    '%s says it beside what it knows',
    (_, report) => {
      expect(report.build(early as never).notes.join('\n')).toContain(
        'No order counts in the 365 days up to 2020-01-01',
      )
      expect(report.build(late as never).notes.join('\n')).toContain('2031-01-01 is still to come')
      expect(report.build(input as never).notes.join('\n')).not.toMatch(/No order counts|still to come/)
    },
  )

  test('who lost the tier by it is still told', () => {
    const gone = tier.build(on('2027-08-31'))
    expect(keys(gone)).toEqual(['moves', 'movers'])
    expect(gone.tables.find(({ key }) => key === 'movers')!.rows).toMatchObject([
      { customer: 'c2', before: 'A', now: 'U' },
    ])
  })

  test('orders that are all unpaid are told from none', () => {
    const snapshot = snapshotOf([{ id: 'c1', bought: [{ on: '2026-08-01', net: 0, gross: 0, counted: false }] }])
    expect(tier.build({ ...input, snapshot }).notes).toEqual([expect.stringContaining('count.pending yes')])
    expect(tier.build({ ...input, snapshot: snapshotOf([]) }).notes).toEqual([expect.stringContaining('crm import')])
  })

  test('orders that name no customer are orders', () => {
    const snapshot = snapshotOf([{ id: 'c1' }], [], [{ on: '2026-08-01', net: 500 }])
    expect(tier.build({ ...input, snapshot }).notes.join()).toContain('names no customer')
  })
})

describe('a filter that matches nobody', () => {
  const filterOf = (text: string) =>
    customerFilter(text, shop, standingOn(shop, asOf, input.value), {
      ...input,
      grades: () => gradesOn(input.grades()),
    })
  const filter = filterOf('country:FJ orders>=1 tag:gold')

  test('each of its conditions is told with those it matches alone', () => {
    // Ann, 王芳, Cid, Dee, Eve and Fay ordered.
    expect(filter.alone!()).toEqual([
      { text: 'country:FJ', customers: 0 },
      { text: 'orders>=1', customers: 6 },
      { text: 'tag:gold', customers: 0 },
    ])
    expect(filterOf('name:"Ann Lee" -blocked').alone!()).toEqual([
      { text: 'name:"Ann Lee"', customers: 0 },
      { text: '-blocked', customers: 7 },
    ])
  })

  test.each([tier, rfm, list, due, contacts].map((report) => [report.name, report] as const))(
    '%s says so',
    (_, report) => {
      const { notes, tables } = report.build({ ...input, filter } as never)
      expect(tables[0]!.rows).toEqual([])
      expect(notes).toContain(
        'No customer matches "country:FJ orders>=1 tag:gold". Leave a condition out, or see everybody: crm list',
      )
      expect(notes).toContain(
        'Each condition alone matches: country:FJ 0 customers, orders>=1 6 customers, tag:gold 0 customers.',
      )
      const one = report.build({ ...input, filter: filterOf('country:FJ'), lang: 'zh' } as never).notes.join('\n')
      expect(one).toContain('没有客户符合“country:FJ”')
      expect(one).not.toContain('单独看')
      expect(report.build({ ...input, filter: filterOf('country:US') } as never).notes.join('\n')).not.toContain(
        'No customer',
      )
    },
  )
})
