import type { Day } from '../values/business-date.js'
import { parseAmount } from '../values/money.js'
import { cleanId } from '../values/text.js'
import type { Field } from './field.js'
import type { EntryKind, EntryRecord, Party } from './record.js'
import { readRating } from './words/rating.js'

/** Fields of which an entry keeps the cells as they are written. */
export const detailFields: readonly Field[] = ['level', 'stage', 'owner', 'category', 'result', 'channel', 'status']

/** One row of a sheet about customers, read. */
export interface EntryRow {
  readonly row: number
  readonly party: Party | null
  readonly shop: string
  readonly text: (field: Field) => string
  readonly on: Day | null
  readonly nextOn: Day | null
}

/** A value nobody can read: what it is of, and what the cell says. */
export interface EntryProblem {
  readonly field: Field
  readonly value: string
}

/** What a row tells besides whom it names: what its kind of sheet is for, and a rating or points wherever a column has them. */
export function entriesOf(
  { row, party, shop, text, on, nextOn }: EntryRow,
  kind: EntryKind | undefined,
  report: (problem: EntryProblem) => void,
): EntryRecord[] {
  const { id, damaged } = cleanId(text('orderId'))
  const order = damaged || id === '' ? null : id
  const entry = (of: EntryKind, value: number | null): EntryRecord => ({
    row,
    kind: of,
    party,
    shop,
    order,
    on,
    nextOn: of === 'contact' || of === 'lead' ? nextOn : null,
    value,
    text: of === 'points' ? '' : text('note'),
    details: of === 'rating' || of === 'points' ? {} : detailsOf(text),
  })
  const entries: EntryRecord[] = kind === undefined || kind === 'rating' || kind === 'points' ? [] : [entry(kind, null)]
  for (const of of ['rating', 'points'] as const) {
    const said = text(of)
    if (said === '') continue
    const value = of === 'rating' ? readRating(said) : pointsOf(said)
    if (value === null) report({ field: of, value: said })
    else entries.push(entry(of, value))
  }
  return entries
}

function detailsOf(text: (field: Field) => string): EntryRecord['details'] {
  return Object.fromEntries(
    detailFields.flatMap((field) => {
      const value = text(field)
      return value === '' ? [] : [[field, value]]
    }),
  )
}

/** Points are whole; `1,200 分` is 1200. */
function pointsOf(text: string): number | null {
  const amount = parseAmount(text.replace(/\s*(?:分|积分|points?|pts?|Punkte)$/i, ''), '.')
  if (amount === null) return null
  const value = amount.units / 10 ** amount.scale
  return Number.isSafeInteger(value) ? value : null
}
