import { cellText, filledColumn } from '../cells.js'
import type { SourceRow } from '../order-sink.js'
import type { OrderColumns } from '../orders/order-columns.js'
import { commonStatus, statusKey } from './status-words.js'

const refusals: ReadonlySet<string> = new Set(
  [
    '退回|已退回|退件|已退件|退签|拒收退回|已拒收退回|拒收退件|退回签收|退回中|拒收中|退回寄件人|已退回寄件人|退回发件人|簽收失敗退回|退回賣家',
    'refused|rejected|returned|return to sender|returned to sender|returned to seller|rts|refused by customer|refused by recipient',
    'rejected by customer|refused delivery|delivery refused|customer refused|parcel refused|returning to sender|refused returned',
    'annahme verweigert|verweigert|zurückgesendet|zurück an absender|refusé|refusée|retourné|retour expéditeur|rechazado|devuelto',
    'recusado|devolvido|受取拒否|受取拒絶|返送|返送済み|ditolak|ถูกปฏิเสธ|ตีกลับ',
  ].flatMap((words) => words.split('|')),
)

/** Whether what is said of a parcel means that nobody took it: one on its way, or not yet taken, was not refused. */
export function isRefusal(text: string): boolean {
  const key = statusKey(text)
    .replace(/[,;:()/]+ */g, ' ')
    .trim()
  return refusals.has(key) || commonStatus(key) === 'closed'
}

/** What became of the parcels of an order: all refused, only some, or nothing of the kind; with the word. */
export interface Parcels {
  readonly came: 'all-back' | 'some-back' | 'through'
  readonly word: string
  readonly row: number
}

const through: Parcels = { came: 'through', word: '', row: 0 }

/** Reads what the column of parcels says of an order, all its rows together; blank cells say nothing. */
export function parcelsOf(rows: readonly SourceRow[], columns: Pick<OrderColumns, 'of'>): Parcels {
  const at = columns.of('parcelState')
  if (at.length === 0) return through
  const told = rows
    .map(({ number, cells }) => ({ row: number, word: cellText(cells[filledColumn(cells, at)]) }))
    .filter(({ word }) => word !== '')
  const back = told.filter(({ word }) => isRefusal(word))
  if (back.length === 0) return through
  return { came: back.length === told.length ? 'all-back' : 'some-back', ...back[0]! }
}
