import type { Report } from '../core/report/model.js'
import type { Snapshot } from '../core/snapshot.js'
import { bilingual, type Lang } from '../core/values/lang.js'

const words = bilingual(
  {
    next: 'The ledger holds no orders (refunds alone wait for theirs), so there is nothing to work out yet. Read some: crm import orders.xlsx',
  },
  { next: '账本里还没有订单（只有退款的，要等原订单导入），暂时没有可以计算的内容。请先导入：crm import 订单.xlsx' },
)

/** Whether a ledger has any order at all, also one that names no customer. */
export function hasOrders({ orders, unassigned }: Snapshot): boolean {
  return orders.day.length > 0 || (unassigned?.day.length ?? 0) > 0
}

/** A report reckoned from orders, on a ledger without any: people read what to do next, machines the same shape as ever. */
export function orNextStep(report: Report, snapshot: Snapshot, lang: Lang): Report {
  if (hasOrders(snapshot)) return report
  const tables = report.tables.map((table) => ({ ...table, isForMachines: true }))
  return { ...report, facts: [], tables, notes: [words[lang].next] }
}

/** The same for a list of customers, which may have rows without orders. */
export function listOrNextStep(report: Report, snapshot: Snapshot, lang: Lang): Report {
  return report.tables[0]?.rows.length ? report : orNextStep(report, snapshot, lang)
}
