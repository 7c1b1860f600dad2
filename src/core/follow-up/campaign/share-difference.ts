/** The two-sided 95 % point of the standard normal distribution. */
const Z = 1.959963984540054

/** A figure and the 95 % interval it is known to within. */
export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** So many of a number of customers, at least one. */
export interface Share {
  readonly count: number
  readonly of: number
}

/**
 * How much larger the first share is than the second, as a fraction from -1 to 1, with the 95 % hybrid score interval of Newcombe
 * (Statistics in Medicine 17, 1998, 873–890, method 10): the Wilson intervals of both shares, put together.
 */
export function shareDifference(first: Share, second: Share): Estimate {
  const [a, b] = [wilson(first), wilson(second)]
  const value = a.value - b.value
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
  }
}

/** The score interval of one share, without correction for continuity. */
function wilson({ count, of }: Share): Estimate {
  const value = count / of
  const spread = Z * Math.sqrt((value * (1 - value)) / of + Z ** 2 / (4 * of ** 2))
  const [middle, scale] = [value + Z ** 2 / (2 * of), 1 + Z ** 2 / of]
  return { value, low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) }
}
