import { cellText, fieldCell, filledColumn, isBlankRow, isTotalRow } from './cells.js'
import type { Field } from './field.js'
import type { MappingContext, OrderSink } from './orders.js'
import { readParty } from './party.js'
import type { ProfileRecord } from './record.js'
import type { Cell } from './sheet.js'

const yes = /^(yes|y|true|1|是|同意|接受|已订阅|subscribed)$/i
const no = /^(no|n|false|0|否|不同意|拒绝|未订阅|unsubscribed)$/i

/** Consent as a file says it; anything else is unknown, which is not refusal. */
export function readConsent(text: string): ProfileRecord['consent'] {
  if (yes.test(text)) return 'yes'
  return no.test(text) ? 'no' : ''
}

/** Turns the rows of a customer list into profiles; a row that names nobody is rejected. */
export function profileMapper(context: MappingContext, sink: OrderSink) {
  const { match, defaultShop } = context
  const columns = new Map<Field, readonly number[]>([...match.columns.keys()].map((field) => [field, fieldCell(match, field).columns]))
  const width = match.header.keys.length
  return {
    row(number: number, cells: readonly Cell[]) {
      if (isBlankRow(cells)) return sink.skipped('blank', number)
      if (isTotalRow(cells)) return sink.skipped('total', number)
      if (!context.isRagged && (cells.length < width || cells.slice(width).some((extra) => extra !== ''))) {
        const code = cells.length < width ? 'row.short' : 'row.long'
        sink.issue({ severity: 'error', code, row: number, column: -1, params: { cells: cells.length, expected: width } })
        return sink.rejected([{ number, cells }], code)
      }
      const text = (field: Field) => {
        const column = filledColumn(cells, columns.get(field) ?? [])
        return column < 0 ? '' : cellText(cells[column])
      }
      const party = readParty(text, match.format, text('shop') || defaultShop, (problem) =>
        sink.issue({ severity: 'warning', code: problem.code, row: number, column: columns.get(problem.field)?.[0] ?? -1, params: { value: problem.text } }),
      )
      if (!party) {
        sink.issue({ severity: 'error', code: 'customer.nameless', row: number, column: -1, params: {} })
        return sink.rejected([{ number, cells }], 'customer.nameless')
      }
      sink.profile({ row: number, party, consent: readConsent(text('consent')), tags: text('tags'), note: text('note') })
    },
    end() {
      return { roundingMinor: 0, roundedLines: 0 }
    },
  }
}
