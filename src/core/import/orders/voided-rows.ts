import { cellText } from '../cells.js'
import type { RecordSink, SourceRow } from '../order-sink.js'
import type { OrderRecord } from '../record.js'
import type { OrderColumns } from './order-columns.js'
import type { GroupReader, OrderGroup } from './order-group.js'

const sign = /^[-−–+(（\s]+|[-−–)）\s]+$/g

/**
 * Adds the rows of an order that were voided, and tells whether all of it was: nothing else is told under its number, or each
 * of its rows is there once more as a voided one. One row of several that was voided is only left out, and counted so.
 */
export function addVoided(own: OrderGroup, columns: OrderColumns, reader: GroupReader, sink: RecordSink): boolean {
  const isVoided = isAllVoided(own, columns)
  if (isVoided) own.states.add('cancelled')
  if (own.rows.length + own.refunds.length === 0)
    for (const { number, cells } of own.voided) reader.addRefund(own, number, cells)
  else for (const { number } of own.voided) sink.skipped('not-a-sale', number)
  return isVoided
}

function isAllVoided({ rows, refunds, voided }: OrderGroup, columns: OrderColumns): boolean {
  const given = rows.length > 0 ? [...rows] : [...refunds]
  const said = [...columns.id, ...columns.items, ...columns.amounts.flatMap(({ columns: at }) => [...at])]
  const textOf = ({ cells }: SourceRow) => said.map((at) => cellText(cells[at]).replace(sign, '')).join('\u0001')
  const isNumbered = ({ cells }: SourceRow) => columns.id.some((at) => cellText(cells[at]) !== '')
  const again = voided.filter(isNumbered).map(textOf)
  return given.every((row) => {
    const at = again.indexOf(textOf(row))
    if (at >= 0) again.splice(at, 1)
    return at >= 0
  })
}

/** Puts down of an order or a return that it has not happened, with what it would have come to. */
export function voidOrder(order: OrderRecord): void {
  order.status = 'cancelled'
  order.isPaid = false
}
