import { readConsent, typedConsent } from '../consent.js'
import { cellValues } from './cell-values.js'
import { cellText, filledColumn, isBlankRow, isTotalRow } from './cells.js'
import { entriesOf } from './entries.js'
import { entryReader } from './entry-cells.js'
import type { ReportProblem } from './entry-row.js'
import type { Field } from './field.js'
import { reportLostContacts, saidColumn } from './lost-contacts.js'
import {
  hasHeaderLength,
  type RecordSink,
  type ReportIssue,
  type RowIssue,
  type RowMapper,
  type SheetMapping,
} from './order-sink.js'
import { isSideLine } from './orders/side-lines.js'
import { readParty } from './party.js'
import { secondBalances } from './second-balances.js'
import { secondDeals } from './second-deals.js'
import type { Cell } from './sheet.js'
import { toldDetails } from './told-details.js'

/** Turns the rows of a customer list into profiles; a row that names nobody is rejected. */
export function profileMapper(mapping: SheetMapping, sink: RecordSink): RowMapper {
  const { match, defaultShop } = mapping
  const report: ReportIssue = (severity, code, row, column, params = {}) =>
    sink.issue({ severity, code, row, column, params })
  const values = cellValues(mapping, report)
  const secondDeal = secondDeals()
  const secondBalance = secondBalances()
  const entryRow = entryReader(mapping, values)

  /** Whatever has an e-mail or a phone is a customer, also one called Total. */
  const isReachable = (cells: readonly Cell[]): boolean =>
    (['email', 'phone'] as const).some((field) => filledColumn(cells, match.columns.get(field) ?? []) >= 0)

  function read(row: number, cells: readonly Cell[]): RowIssue | null {
    let error: RowIssue | null = null
    const isWhole = hasHeaderLength(mapping, row, cells, (severity, code, at, column, params = {}) => {
      error = { severity, code, row: at, column, params }
      sink.issue(error)
    })
    if (!isWhole) return error
    const text = (field: Field) => cellText(cells[saidColumn(cells, match.columns.get(field) ?? [])])
    const shop = text('shop') || defaultShop
    reportLostContacts((field) => match.columns.get(field) ?? [], row, cells, report)
    const party = readParty(text, match.format, shop, ({ code, field, text: value }) =>
      sink.issue({ severity: 'warning', code, row, column: match.columns.get(field)?.[0] ?? -1, params: { value } }),
    )
    const tell: ReportProblem = ({ field, value, code }) =>
      report('warning', code, row, match.columns.get(field)?.[0] ?? -1, { value })
    const entries = entriesOf(entryRow(cells, { row, party, shop, text }, tell), match.format.entry, tell)
    if (party === null && !entries.some(({ order }) => order !== null)) {
      const nameless: RowIssue = { severity: 'error', code: 'customer.nameless', row, column: -1, params: {} }
      sink.issue(nameless)
      return nameless
    }
    // In a sheet about something else they are of that: the owner of a lead, what was said on a day.
    const own = (field: Field) => (match.format.entry === undefined ? text(field) : '')
    if (party !== null) {
      // A name beside an order's number may be its buyer's: then the order says who that is.
      if (match.format.fields === 'aliases' && typedConsent(text('consent')) === null)
        tell({ field: 'consent', value: text('consent'), code: 'value.consent' })
      const isByOrder = party.email === '' && party.phone === ''
      sink.profile({
        ...{ row, party, order: isByOrder ? (entries[0]?.order ?? null) : null },
        ...{ consent: readConsent(text('consent')), tags: text('tags') },
        ...{ owner: own('owner'), note: own('note') },
        details: toldDetails(text, party.country, ({ field, value }) =>
          report('warning', 'detail.unread', row, match.columns.get(field)?.[0] ?? -1, { value }),
        ),
      })
    }
    for (const entry of entries) {
      const before = match.format.isDealEach === true ? secondDeal(entry) : 0
      if (before > 0) report('warning', 'value.second-deal', row, -1, { value: before })
      const told = secondBalance(entry)
      if (told > 0)
        report('warning', 'value.second-balance', row, match.columns.get('points')?.[0] ?? -1, { value: told })
      sink.entry(entry)
    }
    return null
  }

  return {
    row(number, cells) {
      if (isBlankRow(cells)) return sink.skipped('blank', number)
      if (isTotalRow(cells) && !isReachable(cells)) return sink.skipped('total', number)
      if (isSideLine(cells)) return sink.skipped('heading', number)
      mapping.evidence.addRow(cells)
      const error = read(number, cells)
      if (error !== null) sink.rejected([{ number, cells }], error)
    },
    end: () => ({ lines: 0, differenceMinor: 0 }),
  }
}
