import type { Field } from '../field.js'
import { discountName } from '../words/discount-name.js'
import type { ColumnLook } from './column-look.js'
import { isPaidName } from './net-column.js'
import { writtenNumber } from './written-number.js'

/** Names of what a piece, or a row, costs once its discount is taken off. */
const after =
  /^(?:(?:折扣?|优惠|打折|優惠)后(?:的)?(?:单价|价格?)|折后单价|折扣价|折後(?:單?價|單價)|(?:unit )?price (?:after|with) (?:the )?discount|discounted (?:unit )?price|(?:preis|einzelpreis) nach rabatt|rabattierter preis)$/

/** Names of what a piece costs before it. */
const before = /^(?:原价|原價|原单价|折前价|标价|吊牌价|original price|list price|regular price|price before discount)$/

const near = (a: number | null, b: number | null): boolean => a !== null && b !== null && Math.abs(a - b) < 0.011

const numberIn = (look: ColumnLook | undefined, row: number): number | null => writtenNumber(look?.texts[row] ?? '')

/** A row of a price after discount, with what stands beside it; `quantity` is 1 where nothing says it. */
interface PricedRow {
  readonly paid: number | null
  readonly price: number | null
  readonly quantity: number
  readonly total: number | null
}

/** A column in whose place another counts. */
interface Beaten {
  readonly column: number
  readonly field: Field
}

type Columns = Map<Field, readonly number[]>

/**
 * Lets a price after discount (折后价) count in place of the price before it, and of a total that has no discount taken off. It
 * is of a piece or of a whole row, by what the rows come to; a discount beside it is in it already. Returns the columns it beats.
 */
export function preferAfterDiscount(keys: readonly string[], looks: readonly ColumnLook[], columns: Columns): Beaten[] {
  const at = keys.findIndex((key) => after.test(key))
  if (at < 0 || looks[at]?.amount === 0) return []
  const prices = (columns.get('unitPrice') ?? []).filter((one) => one !== at)
  const [full = -1] = [...prices, ...keys.flatMap((key, one) => (before.test(key) ? [one] : []))]
  const [total = -1] = columns.get('orderTotal') ?? []
  const [discount = -1] = columns.get('discount') ?? []
  const rows = (looks[at]?.texts ?? []).map((_, row) => ({
    paid: numberIn(looks[at], row),
    price: numberIn(looks[full], row),
    quantity: numberIn(looks[columns.get('quantity')?.[0] ?? -1], row) ?? 1,
    total: numberIn(looks[total], row),
  }))
  const isOfRow = areOfRows(rows)
  const mayBeBefore = total >= 0 && !isPaidName.test(keys[total]!) && !columns.has('shipping')
  if (total >= 0 && !(mayBeBefore && isUndiscounted(rows, isOfRow))) return []
  const rivals: Beaten[] = total < 0 ? [] : [{ column: total, field: 'orderTotal' }]
  columns.delete('orderTotal')
  if (isOfRow) {
    columns.set('orderTotal', [at])
    columns.set('unitPrice', full < 0 ? [] : [full])
    return rivals
  }
  // A piece without a discount may have its price in the other column alone.
  columns.set('unitPrice', full < 0 ? [at] : [at, full])
  if (discount >= 0 && isInPrice(rows, looks[discount], keys[discount]!)) columns.delete('discount')
  return rivals
}

/** Whether as many rows of several pieces come to more than the price of one as to less: no piece costs more after a discount. */
function areOfRows(rows: readonly PricedRow[]): boolean {
  const several = rows.filter(({ paid, price, quantity }) => quantity > 1 && paid !== null && price !== null)
  const above = several.filter(({ paid, price }) => paid! > price! + 0.011)
  return above.length > 0 && above.length * 2 >= several.length
}

/**
 * Whether the total of each row is what it comes to with its discount or without, and without on one at least. A total that
 * stands once an order is neither.
 */
function isUndiscounted(rows: readonly PricedRow[], isOfRow: boolean): boolean {
  const told = rows.flatMap(({ paid, price, quantity, total }) => {
    if (paid === null) return []
    const due = isOfRow ? paid : paid * quantity
    const isLess = total !== null && total > due + 0.011 && (price === null || near(total, price * quantity))
    return [isLess ? 'full' : near(total, due) ? 'due' : 'other']
  })
  return told.includes('full') && !told.includes('other')
}

/** Whether a column of discounts tells of the step from one price to the other, and not of something more taken off. */
function isInPrice(rows: readonly PricedRow[], discount: ColumnLook | undefined, key: string): boolean {
  if (discountName(key, null) !== 'money') return true
  return rows.some(({ paid, price, quantity }, row) => {
    const off = numberIn(discount, row)
    if (paid === null || price === null || off === null || off === 0) return false
    return near(price - paid, off) || near((price - paid) * quantity, off)
  })
}
