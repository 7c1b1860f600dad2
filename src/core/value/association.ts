/**
 * How much oftener two things come together than by chance: lift, and how sure that is: Dunning's log-likelihood ratio
 * ("Accurate methods for the statistics of surprise and coincidence", 1993) of the 2×2 table.
 */

/** Baskets with both, with only the one, with only the other, with neither. */
export interface PairTable {
  readonly both: number
  readonly onlyFirst: number
  readonly onlySecond: number
  readonly neither: number
}

/** −2 ln λ of the table, 0 and up: above 10.83 chance alone would do this less than once in a thousand. */
export function logLikelihoodRatio({ both, onlyFirst, onlySecond, neither }: PairTable): number {
  const rows = [both + onlyFirst, onlySecond + neither] as const
  const columns = [both + onlySecond, onlyFirst + neither] as const
  const cells = [both, onlyFirst, onlySecond, neither].map(xLogX)
  const total = rows[0] + rows[1]
  const sum = cells.reduce((a, b) => a + b) + xLogX(total)
  // Rounding may leave a hair below zero where the two are independent.
  return Math.max(0, 2 * (sum - [...rows, ...columns].map(xLogX).reduce((a, b) => a + b)))
}

function xLogX(x: number): number {
  return x === 0 ? 0 : x * Math.log(x)
}

/** How many times as often as by chance both stand together; 0 where one of them never stands. */
export function liftOf({ both, onlyFirst, onlySecond, neither }: PairTable): number {
  const [first, second] = [both + onlyFirst, both + onlySecond]
  return both === 0 ? 0 : (both * (first + onlySecond + neither)) / (first * second)
}
