/** Special functions of the forecast's models, for the positive arguments they meet. */

/** From here on the asymptotic series below are exact to the last digits of a double. */
const ASYMPTOTIC_FROM = 12

/** B₂ₖ / (2k·(2k − 1)) of Stirling's series and B₂ₖ / 2k of its derivative (Abramowitz–Stegun 6.1.40, 6.3.18). */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156]
const DIGAMMA = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12]

/** ln Γ(x) for x > 0: Γ(x) = Γ(x + n) / (x·(x + 1)…), then Stirling's series. */
export function lnGamma(x: number): number {
  let product = 1
  let z = x
  for (; z < ASYMPTOTIC_FROM; z++) product *= z
  const series = powers(STIRLING, 1 / (z * z)) / z
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product)
}

/** ψ(x), the derivative of ln Γ, for x > 0. */
export function digamma(x: number): number {
  let sum = 0
  let z = x
  for (; z < ASYMPTOTIC_FROM; z++) sum += 1 / z
  const square = 1 / (z * z)
  return Math.log(z) - 0.5 / z - powers(DIGAMMA, square) * square - sum
}

function powers(coefficients: readonly number[], z: number): number {
  return coefficients.reduceRight((sum, coefficient) => coefficient + sum * z, 0)
}

const MOST_TERMS = 100_000

/**
 * `(₂F₁(a, b; c; z) − 1) / b` for c > 0 and 0 ≤ z < 1, by the series; exact also at b = 0. Where the terms still count after
 * 100,000 of them (z nearly 1), the rest is taken as a geometric series. `1 − z` to a power times a ₂F₁ of smaller parameters (Euler's
 * transformation) is what keeps it short: see `ordersIfAlive`.
 */
export function hypergeometricTail(a: number, b: number, c: number, z: number): number {
  let term = (a / c) * z
  let sum = term
  for (let n = 1; term !== 0; n++) {
    const ratio = (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z
    term *= ratio
    sum += term
    // The ratio tends to z, so that what is left is about term·z / (1 − z).
    if (n > Math.abs(a) && Math.abs(term) < 1e-16 * Math.abs(sum) * (1 - z)) break
    if (n === MOST_TERMS) return sum + (term * ratio) / (1 - ratio)
  }
  return sum
}
