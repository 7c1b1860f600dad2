import type { OrderPlace, Provenance } from '../core/customer-file.js'
import { draft, type TableDraft } from '../core/report/build.js'
import { currencyOf } from '../core/report/columns.js'
import type { Column, TableRow } from '../core/report/table.js'
import { shownInput } from '../core/values/input-name.js'
import type { Lang } from '../core/values/lang.js'
import { formatMoney } from '../core/values/money.js'
import { sourceColumns } from './show-tables.js'
import { fieldNames, valueColumn, showWords as words } from './show-words.js'

/** Every place that gives a value, the one in use marked. */
export function valuePlacesTable({ values }: Provenance, lang: Lang): TableDraft {
  const say = words[lang]
  const columns: Column[] = [
    { key: 'field', kind: 'text', label: say.columns.field, words: fieldNames(values, lang) },
    valueColumn(values, lang),
    { key: 'inUse', kind: 'text', label: say.columns.inUse, words: say.counted },
    ...sourceColumns(lang, true),
    ...batchColumns(lang),
  ]
  return draft('values', say.tables.values, columns, values, ({ field, value, isInUse, source, batch, batchOn }) => ({
    ...{ field, value, inUse: isInUse ? 'yes' : null },
    ...{
      file: source ? shownInput(source.file, lang) : say.typed,
      sheet: source?.sheet ?? null,
      row: source?.row ?? null,
    },
    ...{ batch: String(batch), batchOn },
  }))
}

/** Every state of the orders that a file in force tells. */
export function orderPlacesTable({ orders }: Provenance, lang: Lang): TableDraft {
  const say = words[lang]
  const amounts = amountColumns(orders, lang)
  const columns: Column[] = [
    { key: 'order', kind: 'id', label: say.columns.order },
    { key: 'status', kind: 'text', label: say.columns.status, words: say.statuses },
    ...amounts.columns,
    ...sourceColumns(lang, true),
    ...batchColumns(lang),
  ]
  return draft('states', say.tables.states, columns, orders, (place) => ({
    ...{ order: place.order, status: place.status },
    ...amounts.cells(place),
    ...{ file: shownInput(place.source.file, lang), sheet: place.source.sheet ?? null, row: place.source.row ?? null },
    ...{ batch: String(place.batch), batchOn: place.batchOn },
  }))
}

/** As of the orders themselves: written out where states differ in currency, since no column has one then. */
function amountColumns(orders: readonly OrderPlace[], lang: Lang) {
  const { total, refund } = words[lang].columns
  const [currency, other] = new Set(orders.map((order) => order.currency))
  if (other === undefined) {
    const kind = { kind: 'money', ...currencyOf(currency ?? null) } as const
    const columns: Column[] = [
      { key: 'totalMinor', label: total, ...kind },
      { key: 'refundMinor', label: refund, ...kind },
    ]
    return { columns, cells: ({ totalMinor, refundMinor }: OrderPlace): TableRow => ({ totalMinor, refundMinor }) }
  }
  const columns: Column[] = [
    { key: 'total', kind: 'text', label: total },
    { key: 'refund', kind: 'text', label: refund },
  ]
  const written = (minor: number | null, code: string) => (minor === null ? null : formatMoney(minor, code, lang))
  const cells = ({ totalMinor, refundMinor, currency: code }: OrderPlace): TableRow => ({
    total: written(totalMinor, code),
    refund: written(refundMinor, code),
  })
  return { columns, cells }
}

function batchColumns(lang: Lang): Column[] {
  const { columns } = words[lang]
  return [
    { key: 'batch', kind: 'id', label: columns.batch },
    { key: 'batchOn', kind: 'date', label: columns.batchOn },
  ]
}
