import { type BusinessDate, type Day, dateOf, dayOf, isBusinessDate } from '../values/business-date.js'

/** What tells a row of a list apart when the list comes back, whatever was done to the sheet. */
export interface RowKey {
  /** The ledger that wrote the list. */
  readonly ledger: string
  /** Which list it is. */
  readonly list: string
  /** The day the list is of: another day's row is another one. */
  readonly on: Day
  /** The customer's id when the list was written; '' for a row about nobody. */
  readonly customer: string
  /** What the row is about, by what closes it (`restock`, `complaint:F12`). */
  readonly items: readonly string[]
}

/** The key as it stands in the sheet: `crm1:k3x9q2:due-20261123:c4f7:restock+complaint:F12`. */
export function keyText({ ledger, list, on, customer, items }: RowKey): string {
  const day = dateOf(on).replaceAll('-', '')
  return ['crm1', ledger, `${list}-${day}`, customer, items.map(escapedItem).join('+')].join(':')
}

/** A subject may be an order's number, and platforms write anything into those. */
function escapedItem(item: string): string {
  return item.replace(/[%+\s]/g, encodeURIComponent)
}

const pattern = /^crm1:([0-9a-z]*):([a-z]+)-(\d{4})(\d{2})(\d{2}):(c[0-9a-z]+|):(\S*)$/

/** The key a cell holds; null where it holds none, or one somebody wrote into. */
export function readKey(text: string): RowKey | null {
  const found = pattern.exec(text.trim())
  if (found === null) return null
  const [, ledger = '', list = '', year, month, day, customer = '', items = ''] = found
  const date = `${year}-${month}-${day}`
  const parts = items === '' ? [] : items.split('+').map(readItem)
  if (!isBusinessDate(date) || parts.includes(null)) return null
  return { ledger, list, on: dayOf(date as BusinessDate), customer, items: parts as string[] }
}

function readItem(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** Whether a cell was meant to be a key, even where it cannot be read any more. */
export function isKeyLike(text: string): boolean {
  return /^\s*crm1\s*[:：]/i.test(text)
}
