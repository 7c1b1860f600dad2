import { type Decimal, magnitude, minus, plus } from '../../values/decimal.js'
import type { Field } from '../field.js'
import { nothing } from '../orders/amount-track.js'
import type { ColumnLook } from './column-look.js'
import { writtenAmount } from './written-number.js'

/** No wallet or card keeps more of a payment than this. */
const highestFee = 0.05

const amountIn = (look: ColumnLook | undefined, row: number): Decimal | null => writtenAmount(look?.texts[row] ?? '')

const plainOf = ({ units, scale }: Decimal): number => units / 10 ** scale

/**
 * Whether a column holds what is left of another one after what was given back and a fee, row by row: then the other is what
 * the orders came to. Only rows on which something was given back can tell.
 */
export function isNetOf(net: ColumnLook, gross: ColumnLook, refund: ColumnLook, fee?: ColumnLook): boolean {
  let told = 0
  for (const row of net.texts.keys()) {
    const [left, all] = [amountIn(net, row), amountIn(gross, row)]
    if (left === null || all === null) continue
    const back = magnitude(amountIn(refund, row) ?? nothing)
    const kept = plainOf(plus(plus(all, minus(back)), minus(left)))
    const named = amountIn(fee, row)
    const isFee =
      named === null
        ? kept > -0.005 && kept <= Math.abs(plainOf(all)) * highestFee
        : isNear(kept, plainOf(magnitude(named)))
    if (!isFee && !isNear(kept, 0)) return false
    if (back.units !== 0) told++
  }
  return told > 0
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 0.011

/** Whether a column is another one and its tax together, row by row; two rows at least must bear tax. It holds of a discount as well. */
export function isWithTax(gross: ColumnLook, net: ColumnLook, tax: ColumnLook): boolean {
  let told = 0
  for (const row of net.texts.keys()) {
    const [before, own, all] = [amountIn(net, row), amountIn(tax, row), amountIn(gross, row)]
    if (before === null && all === null) continue
    if (before === null || all === null) return false
    if (!isNear(plainOf(plus(before, own ?? nothing)), plainOf(all))) return false
    if (own !== null && own.units !== 0) told++
  }
  return told >= 2
}

/** Names by which an amount is what was paid, whatever was taken off. */
export const isPaidName = /实|實|收|付|paid|received/

/**
 * Lets the column of what is left of the orders' amounts after their discounts (Gross, Discount, Net) count in place of those,
 * where no field claims it and every row bears it out. Returns the column it beats.
 */
export function preferDiscounted(
  keys: readonly string[],
  looks: readonly ColumnLook[],
  claimed: readonly (Field | null)[],
  columns: Map<Field, readonly number[]>,
): { readonly column: number; readonly field: Field }[] {
  const [full = -1] = columns.get('orderTotal') ?? []
  const [gross, discount] = [looks[full], looks[columns.get('discount')?.[0] ?? -1]]
  if (gross === undefined || discount === undefined || isPaidName.test(keys[full]!)) return []
  const at = looks.findIndex(
    (look, one) => claimed[one] === null && look.amount > 0 && isWithTax(gross, look, discount),
  )
  if (at < 0) return []
  columns.set('orderTotal', [at])
  return [{ column: full, field: 'orderTotal' }]
}
