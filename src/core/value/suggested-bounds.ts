import { minorDigits } from '../values/money.js'

/** Amounts in whole units of a currency near some cuts in minor units, two digits each and strictly rising: bounds to begin with. */
export function suggestedBounds(cutsMinor: readonly (number | null)[], currency: string): readonly number[] {
  const unit = 10 ** minorDigits(currency)
  const bounds: number[] = []
  for (const cut of cutsMinor) {
    const rounded = twoDigits((cut ?? 0) / unit)
    const last = bounds.at(-1) ?? 0
    bounds.push(rounded > last ? rounded : Math.max(1, last * 2))
  }
  return bounds
}

function twoDigits(amount: number): number {
  if (amount < 10) return Math.round(amount)
  const step = 10 ** (Math.floor(Math.log10(amount)) - 1)
  return Math.round(amount / step) * step
}
