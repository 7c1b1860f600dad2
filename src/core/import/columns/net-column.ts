import { type Decimal, magnitude, minus, plus } from '../../values/decimal.js'
import { parseAmount } from '../../values/money.js'
import { nothing } from '../orders/amount-track.js'
import type { ColumnLook } from './column-look.js'

/** No wallet or card keeps more of a payment than this. */
const highestFee = 0.05

const amountIn = (look: ColumnLook | undefined, row: number): Decimal | null => {
  const text = look?.texts[row] ?? ''
  return text === '' ? null : parseAmount(text, '.')
}

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

/** Whether a column is another one and its tax together, row by row; two rows at least must bear tax. */
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
