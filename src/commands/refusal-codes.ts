import { UserError } from '../core/values/failure.js'

/** Refusals of what was read as a table, from the one that understood most. */
const refusals = [
  'import.two-tables',
  'import.tables-below',
  'import.month-pivot',
  'import.rating-scale',
  'import.gifts-or-orders',
  'import.gifts-no-day',
  'import.gifts-no-customer',
  'import.unknown-columns',
  'import.no-date',
  'import.no-amount',
  'import.money-flow',
  'import.not-understood',
  'import.no-header',
  'import.no-table',
  'import.products-only',
  'import.payouts-only',
  'import.header-only',
  'import.empty',
] as const

/** Codes of files that are something else than a table; a damaged or locked one may well hold orders. */
const notTables = [
  ...['read.empty', 'read.not-a-table', 'read.not-a-workbook', 'read.no-sheets', 'read.lock-file'],
  ...['read.html', 'read.xml', 'read.ods', 'read.pdf', 'read.image', 'read.archive'],
]

/** Whether a refusal says that a file holds no orders or customers, as notes and pictures in a folder of exports do not. */
export function isNoTable(error: unknown): error is UserError {
  return error instanceof UserError && [...refusals, ...notTables].includes(error.code)
}

/** A code of those refusals. */
export type RefusalCode = (typeof refusals)[number]

/** Of the refusals of several sheets or files the one that understood most. */
export function worst(found: readonly UserError[]): UserError | undefined {
  const rank = ({ code }: UserError) =>
    refusals.includes(code as RefusalCode) ? refusals.indexOf(code as RefusalCode) : refusals.length
  return [...found].sort((a, b) => rank(a) - rank(b))[0]
}
