import type { Sale, SaleSums } from './sales.js'

/** A line of an order as far as it says what the order was of. */
export interface SoldLine {
  /** Index of its category; 0 where none is known. */
  readonly category: number
  readonly quantity: number | null
  /** Minor units of the order's currency. */
  readonly amountMinor: number | null
}

/**
 * An order in parts by the category of its lines, in proportion to their amounts, or to pieces where a line names no amount.
 * The parts add up to the order exactly; the order counts in each of its categories. Without lines it is of category 0.
 */
export function partsByCategory(sale: SaleSums, lines: readonly SoldLine[]): Sale[] {
  const weights = weightsOf(lines)
  if (weights.size <= 1) return [{ ...sale, place: [...weights.keys()][0] ?? 0 }]
  const shares = [...weights.values()]
  const net = apportion(sale.netMinor, shares)
  // Mostly nothing was given back and no cost is known.
  const alike = (minor: number) => (minor === sale.netMinor ? net : apportion(minor, shares))
  const [gross, profit] = [alike(sale.grossMinor), alike(sale.profitMinor)]
  // Spelt out: spreading costs as much as all the rest.
  return [...weights.keys()].map((place, at) => ({
    customer: sale.customer,
    place,
    grossMinor: gross[at]!,
    netMinor: net[at]!,
    profitMinor: profit[at]!,
    orders: sale.orders,
  }))
}

/** The net of an order as far as it is of some categories, in minor units; null where none of it is. */
export function netOfCategories(
  sale: SaleSums,
  lines: readonly SoldLine[],
  isAsked: (category: number) => boolean,
): number | null {
  const parts = partsByCategory(sale, lines).filter(({ place }) => isAsked(place))
  return parts.length === 0 ? null : parts.reduce((sum, { netMinor }) => sum + netMinor, 0)
}

/** What each category of an order weighs, by category; lines against the sign of the whole, as discounts, weigh nothing. */
function weightsOf(lines: readonly SoldLine[]): ReadonlyMap<number, number> {
  const isPriced = lines.every(({ amountMinor }) => amountMinor !== null)
  const weigh = ({ amountMinor, quantity }: SoldLine): number => (isPriced ? amountMinor! : (quantity ?? 1))
  const sign = Math.sign(lines.reduce((sum, line) => sum + weigh(line), 0))
  const weights = new Map<number, number>()
  for (const line of lines.toSorted((a, b) => a.category - b.category))
    weights.set(line.category, (weights.get(line.category) ?? 0) + (sign === 0 ? 1 : Math.max(0, sign * weigh(line))))
  return weights
}

/** Whole minor units in proportion to weights that are not all zero, by largest remainders; ties go to the first. */
export function apportion(totalMinor: number, weights: readonly number[]): number[] {
  const size = Math.abs(totalMinor)
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((weight) => size * (weight / sum))
  let left = size
  const parts = exact.map((part) => {
    const whole = Math.min(left, Math.floor(part))
    left -= whole
    return whole
  })
  const byRemainder = parts.map((_, at) => at).sort((a, b) => exact[b]! - parts[b]! - (exact[a]! - parts[a]!) || a - b)
  for (let i = 0; left > 0; i++, left--) parts[byRemainder[i % parts.length]!]!++
  return totalMinor < 0 ? parts.map((part) => 0 - part) : parts
}
