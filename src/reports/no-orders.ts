import type { Report } from '../core/report/model.js'
import type { Snapshot } from '../core/snapshot.js'
import type { Lang } from '../core/values/lang.js'
import { firstStepNotes } from './none-counted.js'

/** Whether a ledger has any order at all, also one that names no customer. */
export function hasOrders({ orders, unassigned }: Snapshot): boolean {
  return orders.day.length > 0 || (unassigned?.day.length ?? 0) > 0
}

/** A report reckoned from orders, on a ledger without any: people read what to do next, machines the same shape as ever. */
export function orNextStep(report: Report, snapshot: Snapshot, lang: Lang): Report {
  if (hasOrders(snapshot)) return report
  const tables = report.tables.map((table) => ({ ...table, isForMachines: true }))
  return { ...report, facts: [], tables, notes: firstStepNotes(snapshot, lang) }
}

/** The same for a list of customers, which may have rows without orders. */
export function listOrNextStep(report: Report, snapshot: Snapshot, lang: Lang): Report {
  return report.tables[0]?.rows.length ? report : orNextStep(report, snapshot, lang)
}
