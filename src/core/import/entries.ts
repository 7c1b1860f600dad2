import { leadOutcome } from '../follow-up/leads/words.js'
import { parseAmount } from '../values/money.js'
import { cleanId } from '../values/text.js'
import { type EntryRow, type ReportProblem, type ToldOfEntry, wordFields } from './entry-row.js'
import { giftDetails } from './gift-details.js'
import { leadDetails } from './lead-details.js'
import type { EntryKind, EntryRecord } from './record.js'
import { remedyDetails } from './remedy-details.js'
import { readRating } from './words/rating.js'

/** What a row tells besides whom it names: what its kind of sheet is for, and a rating or points wherever a column has them. */
export function entriesOf(read: EntryRow, kind: EntryKind | undefined, report: ReportProblem): EntryRecord[] {
  const { row, party, shop, text } = read
  const { id, damaged } = cleanId(text('orderId'))
  const order = damaged || id === '' ? null : id
  const entry = (of: EntryKind, value: number | null, told: ToldOfEntry): EntryRecord => ({
    ...{ row, kind: of, party, shop, order, value },
    ...{ on: told.on, nextOn: hasNext(of, told) ? read.day('nextAt') : null },
    text: of === 'points' ? '' : text('note'),
    details: told.details,
  })
  const scored = { on: read.on, details: {} }
  const isOwn = kind !== undefined && kind !== 'rating' && kind !== 'points'
  const entries: EntryRecord[] = isOwn ? [entry(kind, null, toldOf(read, kind, report))] : []
  for (const of of ['rating', 'points'] as const) {
    const said = text(of)
    if (said === '') continue
    const value = of === 'rating' ? readRating(said) : pointsOf(said)
    if (value === null) report({ field: of, value: said, code: 'value.unread' })
    else entries.push(entry(of, value, scored))
  }
  return entries
}

/** Who is contacted again: of leads those that have not ended. */
function hasNext(of: EntryKind, { details }: ToldOfEntry): boolean {
  return of === 'contact' || (of === 'lead' && leadOutcome(details) === 'open')
}

function toldOf(read: EntryRow, kind: EntryKind, report: ReportProblem): ToldOfEntry {
  const { text, on } = read
  const words = Object.fromEntries(
    wordFields.flatMap((field) => {
      const value = text(field)
      return value === '' ? [] : [[field, value]]
    }),
  )
  const told = { on, details: words }
  if (kind === 'lead') return leadDetails(read, told, report)
  if (kind === 'gift') return giftDetails(read, told)
  return kind === 'complaint' ? remedyDetails(read, told, report) : told
}

/** Points are whole; `1,200 分` is 1200. */
function pointsOf(text: string): number | null {
  const amount = parseAmount(text.replace(/\s*(?:分|积分|points?|pts?|Punkte)$/i, ''), '.')
  if (amount === null) return null
  const value = amount.units / 10 ** amount.scale
  return Number.isSafeInteger(value) ? value : null
}
