import { type Decimal, plus, shortest } from '../../values/decimal.js'
import { toMinor } from '../../values/money.js'
import type { LeveledField } from '../field.js'
import type { Extra } from '../format.js'
import type { OrderLine } from '../record.js'
import { nothing } from './amount-track.js'
import type { OrderGroup } from './order-group.js'

/** Amounts of an order in minor units; null where no cell says one. */
export type Amounts = Record<LeveledField, number | null>

const allExtras: readonly Extra[] = ['shipping', 'tax', 'discount']

/** Shipping and tax are added, a discount is taken off however it is written. */
function extrasOf(amountOf: (field: Extra) => number, extras: readonly Extra[] = allExtras): number {
  return extras.reduce((sum, extra) => {
    const amount = amountOf(extra)
    return sum + (extra === 'discount' ? -Math.abs(amount) : amount)
  }, 0)
}

const sumOfLines = (lines: readonly OrderLine[]): number =>
  lines.reduce((sum, line) => sum + (line.amountMinor ?? 0), 0)

/** Rule 5 of FORMATS §2: Σ lines with what comes on top of them; null where no line has an amount. */
export function computedTotal(lines: readonly OrderLine[], amounts: Amounts, extras?: readonly Extra[]): number | null {
  if (!lines.some((line) => line.amountMinor !== null)) return null
  return sumOfLines(lines) + extrasOf((extra) => amounts[extra] ?? 0, extras)
}

/** What totals that stand on each line come to: the lines alone, and with what each row adds and takes off. */
export function lineSums(
  { amounts, currency }: OrderGroup,
  lines: readonly OrderLine[],
  extras?: readonly Extra[],
): number[] {
  const sumOf = (field: LeveledField) => toMinor(amounts.get(field)?.sum ?? nothing, currency).minor
  const bare = sumOfLines(lines)
  return [bare, bare + extrasOf(sumOf, extras)]
}

/** The order's amount before it is rounded to any currency: its total, else what its lines come to. */
export function worthOf({ amounts, lines, givenBack, deposit }: OrderGroup, isLineLevel: boolean): string {
  // What is due after it comes in later, and the order is the same.
  if (deposit !== null) return worthText(deposit)
  const total = amounts.get('orderTotal')
  if (total === undefined && lines.length === 0 && givenBack !== null) return worthText(givenBack)
  const stated: Decimal | null = total === undefined ? null : isLineLevel ? total.sum : total.first
  return worthText(stated ?? lines.reduce((sum, { amount }) => plus(sum, amount ?? nothing), nothing))
}

function worthText({ units, scale }: Decimal): string {
  const worth = shortest(units, scale)
  return `${worth.units}e-${worth.scale}`
}
