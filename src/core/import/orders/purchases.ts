import type { Field } from '../field.js'
import type { ReportIssue } from '../order-sink.js'
import type { OrderColumns } from './order-columns.js'

/** Notices a list of what the seller bought: one buyer and several sellers. */
export interface PurchaseWatch {
  add(texts: ReadonlyMap<Field, string>): void
  /** Warns when all orders together look so. */
  end(headerRow: number): void
}

/** The watch over the orders of one sheet; it sees nothing where no column names the seller. */
export function purchaseWatch(columns: OrderColumns, report: ReportIssue): PurchaseWatch {
  const [column] = columns.of('sellerId')
  const buyers = new Set<string>()
  const sellers = new Set<string>()
  const note = (names: Set<string>, name: string | undefined) => {
    // Two are enough to know.
    if (name !== undefined && names.size < 2) names.add(name)
  }
  return {
    add(texts) {
      if (column === undefined) return
      note(buyers, texts.get('buyerId'))
      note(sellers, texts.get('sellerId'))
    },
    end(headerRow) {
      if (column === undefined || buyers.size !== 1 || sellers.size < 2) return
      report('warning', 'orders.purchases', headerRow, column, { value: [...buyers].join() })
    },
  }
}
