import { valueText as handValueText } from '../core/hand-field-words.js'
import type { FieldChange } from '../core/import/told/current-order.js'
import { dateOf } from '../core/values/business-date.js'
import type { Lang } from '../core/values/lang.js'
import { formatMinor } from '../core/values/money.js'
import { importWords } from '../messages/import.js'
import { undoWords } from '../messages/undo.js'
import type { ChangedOrder } from '../store/batch-effect.js'

/** What differs between two states of an order, in the reader's language; `currency` is that of the amounts before and after. */
export function changesText(changes: readonly FieldChange[], currency: ChangedOrder['currency'], lang: Lang): string {
  return changeParts(changes, currency, lang).join(importWords[lang].changes) || importWords[lang].otherLines
}

/** The same, of an order of which the buyer and the lines are compared as well. */
export function orderChangesText({ changes, currency, buyer, hasOtherLines }: ChangedOrder, lang: Lang): string {
  const { blank, otherLines, changes: between } = importWords[lang]
  const { buyer: otherBuyer } = undoWords[lang]
  const parts = [
    ...changeParts(changes, currency, lang),
    ...(buyer === null ? [] : [otherBuyer(buyer.from || blank, buyer.to || blank)]),
    ...(hasOtherLines ? [otherLines] : []),
  ]
  return parts.join(between)
}

function changeParts(changes: readonly FieldChange[], currency: ChangedOrder['currency'], lang: Lang): string[] {
  const words = importWords[lang]
  return changes.map(({ field, from, to }) =>
    words.change(
      words.field[field],
      valueText(field, from, currency.from, lang),
      valueText(field, to, currency.to, lang),
    ),
  )
}

function valueText(field: string, value: string | number | null, currency: string, lang: Lang): string {
  const { blank, status } = importWords[lang]
  if (value === null || value === '') return blank
  if (field === 'placedOn' || field === 'deliveredOn') return dateOf(value as number)
  if (field === 'consent') return handValueText(field, String(value), lang)
  if (field === 'status') return (status as Readonly<Record<string, string>>)[value] ?? String(value)
  return field.endsWith('Minor') ? formatMinor(value as number, currency) : String(value)
}
