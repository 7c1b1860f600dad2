import { type Fact, type Report, terminalOrder } from './model.js'
import { type Column, columnFor, type PersonField, type Table, type TableRow } from './table.js'

/** What of a person somebody can be reached by. */
const ways: ReadonlySet<PersonField> = new Set(['reach', 'wechat', 'persons', 'street'])

function isWay({ kind, person }: Pick<Column, 'kind' | 'person'>): boolean {
  return kind === 'phone' || kind === 'email' || (person !== undefined && ways.has(person))
}

/** What of a report is written. */
type Part = 'every table' | 'the main table' | 'the calendar'

/**
 * How many customers can be reached by what a part of a report holds, for people or also for machines: those in whose rows a phone, an e-mail, an account or an address
 * stands, each once, or the one the report is of.
 */
export function reachedBy(report: Report, part: Part, isForMachines = false): number {
  if (part === 'the calendar') {
    return new Set(report.calendar?.flatMap(({ customer }) => customer ?? [])).size
  }
  const all = isForMachines ? report.tables : terminalOrder(report.tables)
  const tables = part === 'every table' ? all : report.tables.slice(0, 1)
  const customers = new Set<TableRow[string] | TableRow>()
  for (const table of tables) addReached(table, customers)
  // One customer's file tells his ways in facts, and in rows that need not say whose they are.
  if (typeof report.params.customer === 'string') {
    return Number(customers.size > 0 || (part === 'every table' && report.facts.some(isTold)))
  }
  return customers.size
}

function isTold(fact: Fact): boolean {
  return isWay(fact) && fact.value !== null
}

/** Rows that name no customer count as one each. */
function addReached({ columns, rows, forProgram }: Table, customers: Set<TableRow[string] | TableRow>): void {
  // What another program takes in names in its rows those who can be reached.
  if (forProgram !== undefined) for (const { customer } of rows) if (customer) customers.add(customer)
  const hasWay = waysIn(columns)
  for (const row of rows) if (hasWay?.(row)) customers.add(row.customer ?? row)
}

/** Tells of the rows of a table whether a phone, an e-mail, an account or an address stands in them; null for a table that has no room for any. */
export function waysIn(columns: readonly Column[]): ((row: TableRow) => boolean) | null {
  const shown = columns.filter((column) => isWay(column) || column.personIn !== undefined)
  return shown.length === 0 ? null : (row) => shown.some((column) => holdsWay(column, row))
}

function holdsWay(column: Column, row: TableRow): boolean {
  if (!isWay(columnFor(column, row))) return false
  const value = row[column.key]
  return value !== null && value !== undefined && value.toString() !== ''
}
