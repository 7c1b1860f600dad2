import type { ReportInput } from '../core/report/build.js'
import { type ColumnMaker, columnsIn, wideUnless } from '../core/report/columns.js'
import type { Column, TableRow } from '../core/report/table.js'

/** The columns that say who a row is about. A ledger without names shows the platform's id in their place, where it has any. */
export function identityColumns({ snapshot }: Pick<ReportInput, 'snapshot'>, column: ColumnMaker): Column[] {
  const hasNames = snapshot.customers.some(({ name }) => name !== null)
  const hasKeys = snapshot.customers.some(({ key }) => key !== null)
  return [column('customer'), column('name', wideUnless(hasNames)), column('key', wideUnless(!hasNames && hasKeys))]
}

/** Phone and e-mail, in files and for machines: who works in the sheet need not look them up. */
export function reachColumns({ lang, snapshot }: Pick<ReportInput, 'lang' | 'snapshot'>): Column[] {
  const column = columnsIn(lang, snapshot.currency)
  return [column('phone', { wide: true }), column('email', { wide: true })]
}

/** Their cells; out of view of a customer who is delisted (R30). */
export function reachCells({ snapshot }: Pick<ReportInput, 'snapshot'>, customer: number): TableRow {
  const known = snapshot.customers[customer]
  const isShown = known !== undefined && !known.blocked
  return { phone: isShown ? known.phone : null, email: isShown ? known.email : null }
}
