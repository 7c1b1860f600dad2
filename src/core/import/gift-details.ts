import type { EntryRow, ToldOfEntry } from './entry-row.js'

/** What a row of a register of gifts says: what was given, what it cost and on which occasion; '' where it does not. */
export function giftDetails({ text, amount }: EntryRow, told: ToldOfEntry): ToldOfEntry {
  const gift = { gift: text('gift'), giftValue: amount('giftValue'), occasion: text('occasion') }
  return { ...told, details: { ...told.details, ...gift } }
}
