import { formatMinor } from '../../values/money.js'
import type { ReportIssue, SheetMapping } from '../order-sink.js'
import type { OrderRecord } from '../record.js'

/** Notices a sheet that is called after returns while all of its rows count as sales. */
export interface ReturnsWatch {
  add(order: OrderRecord): void
  /** Warns with what was counted, and what to type. */
  end(): void
}

const returns =
  /退货|退貨|退款|退单|退單|销退|銷退|返品|返金|(?<!\p{L})(?:returns?|returned|refunds?|refunded|credit[ _-]?(?:notes?|memos?)|gutschrift(?:en)?|retouren?|rückgaben?|erstattungen|avoirs?|devoluci[oó]n(?:es)?|devolu(?:ção|ções)|resi|rimborsi|remboursements?)(?!\p{L})/iu

/** What is called after both is a list of both; a tax return is none, nor is who comes back, or how much. */
const noReturns =
  /(?:退货|退貨|退款|退单|退單|返品)[率%]|回头客|销售|銷售|订单|訂單|无退|不含退|(?<!\p{L})(?:sales?|orders?|invoices?|tax|without|no|excl|less|net|returning|return[ _-]?(?:customers?|buyers?|clients?|guests?|visitors?)|(?:returns?|refunds?)[ _-]?rates?)(?!\p{L})/iu

/** The watch over one sheet, by the names of its file and itself; platforms' own exports say by their columns what they are. */
export function returnsWatch({ match, names = [] }: SheetMapping, report: ReportIssue): ReturnsWatch {
  const isPlain = match.format.fields === 'aliases'
  const name = !isPlain ? undefined : names.find((one) => returns.test(one) && !noReturns.test(one))
  const sums = new Map<string, number>()
  let isMixed = false
  return {
    add({ kind, isPaid, refundMinor, currency, totalMinor }) {
      if (name === undefined) return
      // What is given back, cancelled or not paid in it is told by its own columns.
      if (kind !== 'order' || !isPaid || (refundMinor ?? 0) > 0) isMixed = true
      else sums.set(currency, (sums.get(currency) ?? 0) + (totalMinor ?? 0))
    },
    end() {
      if (name === undefined || isMixed || sums.size === 0) return
      const amounts = [...sums].map(([currency, minor]) => `${formatMinor(minor, currency)} ${currency}`).join(', ')
      report('warning', 'orders.returns', match.header.row, -1, { value: name, amounts })
    },
  }
}
