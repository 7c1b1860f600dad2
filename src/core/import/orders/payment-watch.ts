import type { Field } from '../field.js'
import type { ReportIssue } from '../order-sink.js'
import { isPaidHow } from '../words/yes-no.js'
import type { OrderColumns } from './order-columns.js'

/** Notices a column that says how orders were paid and is blank for others. */
export interface PaymentWatch {
  add(texts: ReadonlyMap<Field, string>): void
  /** Says how its words and its blanks were taken. */
  end(headerRow: number): void
}

/** As many ways of paying are named. */
const mostShown = 3

/** The watch over the orders of one sheet; it sees nothing where no column asks whether they were paid, or a state says it. */
export function paymentWatch(columns: OrderColumns, report: ReportIssue): PaymentWatch {
  const [column] = columns.of('isPaid')
  const ways = new Set<string>()
  let blanks = 0
  return {
    add(texts) {
      if (column === undefined) return
      const text = texts.get('isPaid')
      if (text === undefined) {
        if ((texts.get('status') ?? '') === '') blanks++
      } else if (ways.size < mostShown && isPaidHow(text)) ways.add(text)
    },
    end(headerRow) {
      if (column === undefined || ways.size === 0 || blanks === 0) return
      report('warning', 'orders.paid-how', headerRow, column, { ways: [...ways].join(', '), blanks })
    },
  }
}
