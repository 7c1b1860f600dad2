import { multiply, parseAmount } from '../values/money.js'
import type { EntryRow, ToldOfEntry } from './entry-row.js'
import { readExpected, writeExpected } from './expected-amount.js'

/** What a row of a register of gifts says: what was given and how many, what that cost and on which occasion; '' where it does not. */
export function giftDetails({ text, amount, isPriceOfOne }: EntryRow, told: ToldOfEntry): ToldOfEntry {
  const [what, count] = [text('gift'), countIn(text('quantity'))]
  const value = amount('giftValue')
  const gift = {
    gift: what === '' || count === '' || count === '1' ? what : `${what} ×${count}`,
    giftValue: isPriceOfOne && count !== '' ? timesCount(value, count) : value,
    occasion: text('occasion'),
  }
  return { ...told, details: { ...told.details, ...gift } }
}

/** `2` of `2`, `2.0` and `２ 盒`; '' where a cell says no number. */
function countIn(cell: string): string {
  const [, number = ''] = /^(\d+(?:\.\d+)?)\s*\p{L}{0,6}$/u.exec(cell.normalize('NFKC').trim()) ?? []
  return number === '' ? '' : String(Number(number))
}

/** What so many cost, where one costs this much. */
function timesCount(price: string, count: string): string {
  const [told, times] = [readExpected(price), parseAmount(count, '.')]
  const amount = told === null || times === null ? null : multiply(told.amount, times)
  return told === null || amount === null ? price : writeExpected({ ...told, amount })
}
