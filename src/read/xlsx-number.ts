const MINUS = 0x2d
const POINT = 0x2e
const ZERO = 0x30
const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i

const POWERS = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`))

/**
 * The number that stands in the bytes from `start` to before `end`, equal to what `Number` makes of the same text; the text
 * itself where it is no finite decimal number (`NaN`, `1,5`).
 *
 * The short way is exact: a mantissa below 2^53 and a power of ten below 10^23 are doubles without error, so that their
 * quotient is rounded once, as the text would be.
 */
export function parseNumber(bytes: Buffer, start: number, end: number): number | string {
  let at = start
  const isNegative = bytes[at] === MINUS
  if (isNegative) at++
  let mantissa = 0
  let decimals = -1
  const digitsStart = at
  for (; at < end; at++) {
    const digit = (bytes[at] as number) - ZERO
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit
      if (decimals >= 0) decimals++
    } else if (bytes[at] === POINT && decimals < 0 && at > digitsStart) decimals = 0
    else return parseSlowly(bytes, start, end)
  }
  if (mantissa >= 2 ** 53 || decimals === 0 || decimals > 22 || at === digitsStart)
    return parseSlowly(bytes, start, end)
  const value = decimals > 0 ? mantissa / (POWERS[decimals] as number) : mantissa
  return isNegative ? -value : value
}

function parseSlowly(bytes: Buffer, start: number, end: number): number | string {
  const text = bytes.toString('utf8', start, end)
  const value = NUMBER.test(text) ? Number(text) : Number.NaN
  return Number.isFinite(value) ? value : text
}

/** The digits from `start` to before `end` as a whole number, −1 when there are none or anything else stands there. */
export function parseIndex(bytes: Buffer, start: number, end: number): number {
  if (start >= end || end - start > 12) return -1
  let value = 0
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] as number) - ZERO
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}
