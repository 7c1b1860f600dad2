import type { ReportInput } from '../core/report/build.js'
import { type ColumnMaker, wideUnless } from '../core/report/columns.js'
import type { Column } from '../core/report/model.js'

/** The columns that say who a row is about. A ledger without names shows the platform's id in their place, where it has any. */
export function identityColumns({ snapshot }: Pick<ReportInput, 'snapshot'>, column: ColumnMaker): Column[] {
  const hasNames = snapshot.customers.some(({ name }) => name !== null)
  const hasKeys = snapshot.customers.some(({ key }) => key !== null)
  return [column('customer'), column('name', wideUnless(hasNames)), column('key', wideUnless(!hasNames && hasKeys))]
}
