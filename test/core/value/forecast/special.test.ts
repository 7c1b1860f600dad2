import { describe, expect, test } from 'vitest'
import { digamma, hypergeometricTail, lnGamma } from '../../../../src/core/value/forecast/special.js'

const close = (found: number, known: number) =>
  expect(Math.abs(found - known)).toBeLessThan(1e-12 * (1 + Math.abs(known)))

describe('ln Γ', () => {
  test.each([
    [0.5, Math.log(Math.PI) / 2],
    [1, 0],
    [1.5, Math.log(Math.PI) / 2 - Math.LN2],
    [2, 0],
    [5, Math.log(24)],
    [0.001, 6.907178885383853],
    [11.9, 17.25847745059552],
    [101, 363.7393755555635],
    [1e6, 12_815_504.569147611],
  ])('of %d', (x, known) => close(lnGamma(x), known))

  test('Γ(x + 1) = x·Γ(x), on both sides of where the series begins', () => {
    for (const x of [1e-6, 0.2426, 3.3, 11.2, 12.7, 250]) close(lnGamma(x + 1) - lnGamma(x), Math.log(x))
  })
})

test('ψ: −γ at 1, −γ − 2 ln 2 at ½, ψ(x + 1) = ψ(x) + 1/x', () => {
  const euler = 0.5772156649015329
  close(digamma(1), -euler)
  close(digamma(0.5), -euler - 2 * Math.LN2)
  for (const x of [0.01, 0.7, 11.5, 40]) close(digamma(x + 1), digamma(x) + 1 / x)
})

describe('₂F₁', () => {
  const f = (a: number, b: number, c: number, z: number) => 1 + b * hypergeometricTail(a, b, c, z)

  test.each([0, 0.1, 0.5, 0.9, 0.999])('closed forms at z = %d', (z) => {
    if (z > 0) close(f(1, 1, 2, z), -Math.log1p(-z) / z)
    close(f(2.5, 1.7, 1.7, z), (1 - z) ** -2.5)
    close(f(-2, 3, 4, z), 1 - (2 * 3 * z) / 4 + (3 * 4 * z * z) / (4 * 5))
  })

  test('asin: ₂F₁(½, ½; 3/2; x²) = asin(x) / x', () => {
    for (const x of [0.1, 0.6, 0.99]) close(f(0.5, 0.5, 1.5, x * x), Math.asin(x) / x)
  })

  test('at b = 0 the tail is the derivative by b: ₂F₁(c, b; c; z) = (1 − z)^−b gives −ln(1 − z)', () => {
    close(hypergeometricTail(3, 0, 3, 0.4), -Math.log1p(-0.4))
  })

  test('z so near 1 that the terms run out: Gauss gives the limit', () => {
    const limit = Math.exp(lnGamma(4) + lnGamma(2.2) - lnGamma(3.5) - lnGamma(2.7))
    expect(f(0.5, 1.3, 4, 1 - 1e-9)).toBeCloseTo(limit, 6)
  })
})
