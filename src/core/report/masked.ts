import { bilingual, type Lang } from '../values/lang.js'
import { maskAddress, maskContactId, maskEmail, maskPhone, maskReach, maskText } from '../values/mask.js'
import type { Fact, Json, Report } from './model.js'
import { type Column, columnFor, type PersonField, type Table, type TableRow } from './table.js'

const words = bilingual(
  { masked: 'Phones, e-mails, accounts and addresses are masked (--mask); names are not.' },
  { masked: '电话、邮箱、账号和地址已打码（--mask），姓名没有。' },
)

type Mask = (text: string) => string

/** What hides a cell by what it tells of the person; the others are no way to reach anybody. */
const byField: Readonly<Partial<Record<PersonField, Mask>>> = {
  ...{ reach: maskReach, wechat: maskReach, street: maskAddress, persons: maskText },
}

/**
 * The report with every phone, e-mail, account and address masked (R34): columns and facts by what they hold, and all other words by what
 * stands in them. Names stay: a report nobody can be told apart in is of no use to whom it is passed on.
 */
export function masked(report: Report, lang: Lang): Report {
  const { only, actions, charts, calendar } = report
  return {
    ...report,
    title: maskText(report.title),
    ...(only === undefined ? {} : { only: maskText(only) }),
    params: { ...maskJson(report.params), isMasked: true },
    summary: maskJson(report.summary),
    facts: report.facts.map(maskFact),
    tables: report.tables.map(maskTable),
    ...(actions === undefined ? {} : { actions: maskAll(actions) }),
    ...(charts === undefined ? {} : { charts: maskAll(charts) }),
    ...(calendar === undefined ? {} : { calendar: calendar.map((entry) => ({ ...maskAll(entry), id: entry.id })) }),
    notes: [...report.notes.map(maskText), words[lang].masked],
  }
}

/** What masks the cells of a column; null for numbers, days and what the seller fills in, which stay as they are. */
function maskOf({ kind, person, entry }: Pick<Column, 'kind' | 'person' | 'entry'>): Mask | null {
  if (entry !== undefined) return null
  const own = person && byField[person]
  if (own !== undefined) return own
  if (kind === 'phone') return maskReach
  if (kind === 'email') return maskEmail
  if (kind === 'id') return maskContactId
  return kind === 'text' || kind === 'company' ? maskText : null
}

function maskFact(fact: Fact): Fact {
  const mask = maskOf(fact)
  return typeof fact.value === 'string' && mask !== null ? { ...fact, value: mask(fact.value) } : fact
}

function maskTable(table: Table): Table {
  const rows = table.rows.map((row) => maskRow(table.columns, row))
  const reason = table.reason === undefined ? {} : { reason: maskText(table.reason) }
  return { ...table, ...reason, title: maskText(table.title), rows }
}

/** Cells that no column shows stay: the kinds of others, by which a row tells what it holds. */
function maskRow(columns: readonly Column[], row: TableRow): TableRow {
  const cells: Record<string, TableRow[string]> = {}
  for (const column of columns) {
    const value = row[column.key]
    const mask = maskOf(columnFor(column, row))
    if (mask === null || value === null || value === undefined || typeof value === 'number') continue
    const { words: coded } = columnFor(column, row)
    const hide = (text: string) => (coded !== undefined && Object.hasOwn(coded, text) ? text : mask(text))
    cells[column.key] = Array.isArray(value) ? value.map(hide) : hide(value as string)
  }
  return { ...row, ...cells }
}

/** Names of members in machine output that hold a way to reach somebody. */
const byMember: Readonly<Record<string, Mask>> = {
  ...{ phone: maskPhone, email: maskEmail, wechat: maskReach, contact: maskReach, address: maskAddress },
}

function maskJson(values: Report['summary']): { [key: string]: Json } {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const mask = Object.hasOwn(byMember, key) ? byMember[key]! : maskText
      return [key, maskAll(value, mask)]
    }),
  )
}

/** The same value with every text in it masked, however deep. */
function maskAll<T>(value: T, mask: Mask = maskText): T {
  if (typeof value === 'string') return mask(value) as T
  if (Array.isArray(value)) return value.map((each) => maskAll(each, mask)) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, each]) => {
    return [key, maskAll(each, Object.hasOwn(byMember, key) ? byMember[key] : mask)]
  })
  return Object.fromEntries(entries) as T
}
