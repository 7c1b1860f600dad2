import { readConsent } from '../../consent.js'
import { cellText, valueColumn } from '../cells.js'
import type { Field } from '../field.js'
import { reportLostContacts, saidColumn } from '../lost-contacts.js'
import type { RecordSink, ReportIssue, SheetMapping } from '../order-sink.js'
import { readParty } from '../party.js'
import type { Cell } from '../sheet.js'
import type { OrderColumns } from './order-columns.js'

/** Rows of order sheets that name somebody and sell nothing. */
export function buyerRows(mapping: SheetMapping, columns: OrderColumns, sink: RecordSink, report: ReportIssue) {
  return {
    /** Whether a row without a number has neither day nor product nor amount. */
    isNamedAlone(cells: readonly Cell[]): boolean {
      const isBlank = (at: readonly number[]) => valueColumn(cells, at) < 0
      const amounts = [...columns.amounts, ...columns.costs]
      return isBlank(columns.placed) && isBlank(columns.products) && amounts.every((amount) => isBlank(amount.columns))
    },

    /** Takes down somebody who has not bought yet. */
    add(row: number, cells: readonly Cell[]): void {
      const text = (field: Field) => cellText(cells[saidColumn(cells, columns.of(field))])
      const shop = text('shop') || mapping.defaultShop
      reportLostContacts(columns.of, row, cells, report)
      const party = readParty(text, mapping.match.format, shop, (problem) =>
        report('warning', problem.code, row, columns.of(problem.field)[0] ?? -1, { value: problem.text }),
      )
      const said = { tags: text('tags'), owner: text('owner'), note: text('note'), details: {} }
      if (party === null) sink.skipped('blank', row)
      else sink.profile({ row, party, order: null, consent: readConsent(text('consent')), ...said })
    },
  }
}
