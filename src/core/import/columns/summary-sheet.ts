import type { Field } from '../field.js'
import type { Match } from './detect.js'

const sumWords =
  /汇总|总计|合计|彙總|總計|合計|集計|summary|summaries|\btotals?\b|overview|zusammenfassung|übersicht|resumen|récapitulatif/i

/** What a sheet of single sales says of each, or of its items. */
const ofSingle: readonly Field[] = [
  ...(['orderId', 'buyerId', 'nickname', 'account', 'accountId', 'buyerName', 'firstName', 'lastName'] as const),
  ...(['recipientName', 'company', 'email', 'phone', 'productName', 'sku'] as const),
]

/** Whether a plain sheet of orders, by its name and its columns, only sums sales up: neither buyers nor numbers. */
function isSummary(name: string, { format, columns, mapping }: Match): boolean {
  const isPlain = format.kind === 'orders' && format.weight < 2 && mapping.size === 0
  return isPlain && sumWords.test(name) && !ofSingle.some((field) => columns.has(field))
}

/** A sheet of a workbook with how it is read. */
interface NamedMatch {
  readonly name: string
  readonly match: Match
}

/** The names of the sheets that sum up what other sheets of the workbook tell sale by sale. */
export function summarySheets(sheets: readonly NamedMatch[]): ReadonlySet<string> {
  const sums = new Set(sheets.flatMap(({ name, match }) => (isSummary(name, match) ? [name] : [])))
  const isTold = sheets.some(({ name, match }) => match.format.kind === 'orders' && !sums.has(name))
  return isTold ? sums : new Set()
}
