import type { FieldChange } from '../core/import/current-order.js'
import { dateOf } from '../core/values/business-date.js'
import type { Lang } from '../core/values/lang.js'
import { formatMinor } from '../core/values/money.js'
import { importWords } from '../messages/import.js'

/** What differs between two states of an order, in the reader's language; `currency` is that of the amounts before and after. */
export function changesText(
  changes: readonly FieldChange[],
  currency: { readonly from: string; readonly to: string },
  lang: Lang,
): string {
  const words = importWords[lang]
  const each = changes.map(({ field, from, to }) =>
    words.change(
      words.field[field],
      valueText(field, from, currency.from, lang),
      valueText(field, to, currency.to, lang),
    ),
  )
  return each.join(words.changes) || words.otherLines
}

function valueText(field: string, value: string | number | null, currency: string, lang: Lang): string {
  const { blank, status } = importWords[lang]
  if (value === null || value === '') return blank
  if (field === 'placedOn') return dateOf(value as number)
  if (field === 'status') return (status as Readonly<Record<string, string>>)[value] ?? String(value)
  return field.endsWith('Minor') ? formatMinor(value as number, currency) : String(value)
}
