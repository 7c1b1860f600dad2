import type { Field } from '../core/import/field.js'
import { type DateOrder, parseDay } from '../core/values/business-date.js'
import { parseAmount } from '../core/values/money.js'

/** What the values of a column look like. */
export interface ColumnLook {
  /** Shares of the values, 0 to 1, that read as days, as amounts and as names. */
  readonly day: number
  readonly amount: number
  readonly name: number
  /** Whether a text is of the kind most of the values are: days among days, amounts among amounts. */
  isLike(text: string): boolean
}

const dateOrders: readonly DateOrder[] = ['ymd', 'dmy', 'mdy']

const isDay = (text: string): boolean => dateOrders.some((order) => parseDay(text, order) !== null)

/** Long digits without decimals are order numbers, phones and cards. */
const isAmount = (text: string): boolean =>
  parseAmount(text, '.') !== null && !/^\D*(0\d|\d{8})\d*\D*$/.test(text) && !isDay(text)

/** Words, not sentences, codes or addresses. */
const isName = (text: string): boolean => /\p{L}/u.test(text) && !/[\d@#/_=<>{}()]/.test(text) && text.length <= 40

/** Looks at the values of a column that are not blank. */
export function lookOf(values: readonly string[]): ColumnLook {
  const share = (of: (text: string) => boolean) => (values.length === 0 ? 0 : values.filter(of).length / values.length)
  const [day, amount] = [share(isDay), share(isAmount)]
  const decimals = share((text) => isAmount(text) && /[.,]\d|[^\d\s.,-]/.test(text))
  const distinct = new Set(values).size / Math.max(1, values.length)
  const isAlone = values.length === 0
  return {
    day,
    // Decimals or a currency sign tell an amount from a quantity or a running number.
    amount: amount > MOST ? amount + decimals : amount,
    // States and products repeat more than customers do.
    name: share(isName) > MOST ? share(isName) + distinct : 0,
    isLike: (text) => ((isAlone || day > MOST) && isDay(text)) || ((isAlone || amount > MOST) && isAmount(text)),
  }
}

/** More than this share of the values must agree. */
const MOST = 0.5

const kinds: Readonly<Partial<Record<Field, 'day' | 'amount' | 'name'>>> = {
  placedAt: 'day',
  orderTotal: 'amount',
  buyerName: 'name',
}

/** For each field the free column whose values look most like it; of equals the first, for amounts the last, where totals stand. */
export function bestColumns(
  looks: readonly ColumnLook[],
  fields: readonly Field[],
  taken: ReadonlySet<number> = new Set(),
): ReadonlyMap<Field, number> {
  const found = new Map<Field, number>()
  for (const field of fields) {
    const kind = kinds[field] ?? 'name'
    const free = looks.flatMap((look, at) => (taken.has(at) || [...found.values()].includes(at) ? [] : [{ look, at }]))
    const fitting = free.filter(({ look }) => look[kind] > MOST)
    fitting.sort((a, b) => b.look[kind] - a.look[kind] || (kind === 'amount' ? b.at - a.at : a.at - b.at))
    if (fitting[0]) found.set(field, fitting[0].at)
  }
  return found
}
