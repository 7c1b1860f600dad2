import type { Context } from '../context.js'
import { finishTable, type Shape, type TableDraft } from '../core/report/build.js'
import type { Report } from '../core/report/model.js'
import { dateOf } from '../core/values/business-date.js'

/** A report that reckons nothing: no window, no currency, as of today. */
export function plainReport(
  context: Context,
  report: Pick<Report, 'name' | 'title'> & Partial<Pick<Report, 'facts' | 'notes' | 'params' | 'summary' | 'actions'>>,
  tables: readonly TableDraft[],
): Report {
  const { sort, columns, limit } = context.options
  const shape: Shape = { sort, columns, limit }
  return {
    ...{ asOf: dateOf(context.today()), window: null, currency: null, params: {}, summary: {}, facts: [], notes: [] },
    ...report,
    tables: tables.map((table, at) => finishTable(table, at === 0 ? shape : { limit })),
  }
}
