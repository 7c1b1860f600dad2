import { describe, expect, test } from 'vitest'
import { highest, type LogLikelihood, maximise, type Scout } from '../../../../src/core/value/forecast/maximise.js'

/** Amounts drawn from a gamma distribution of shape 2.5 and rate 0.4, as sums over halves of a made-up list: Σ ln m and Σ m are all it asks. */
const amounts = Array.from({ length: 4000 }, (_, i) => 0.05 + 12 * ((i * 0.618033988749895) % 1) ** 2)

/** The log-likelihood of independent exponential amounts in two groups, of rates a and b: highest at n / Σm of each group. */
function twoRates(of: readonly number[], asked: { count: number } = { count: 0 }): LogLikelihood {
  const [even, odd] = [0, 1].map((rest) => of.filter((_, i) => i % 2 === rest))
  const sum = (list: readonly number[]) => list.reduce((total, amount) => total + amount, 0)
  return ([a, b], gradient) => {
    asked.count++
    gradient[0] = even!.length / a! - sum(even!)
    gradient[1] = odd!.length / b! - sum(odd!)
    return even!.length * Math.log(a!) - a! * sum(even!) + odd!.length * Math.log(b!) - b! * sum(odd!)
  }
}

const mean = (rest: number, of = amounts) => {
  const group = of.filter((_, i) => i % 2 === rest)
  return group.reduce((total, amount) => total + amount, 0) / group.length
}

describe('the climb', () => {
  test('ends where the slope is flat, to the last digits', () => {
    const { parameters, isConverged } = maximise(twoRates(amounts), [0.01, 7])
    expect(isConverged).toBe(true)
    expect(parameters[0]! * mean(0)).toBeCloseTo(1, 9)
    expect(parameters[1]! * mean(1)).toBeCloseTo(1, 9)
  })

  test('asks no more often than it learns: where rounding hides the rise, the slope tells', () => {
    const asked = { count: 0 }
    // Far from zero a rise is lost in the rounding long before the slope is flat.
    const lifted = twoRates(amounts, asked)
    maximise((parameters, gradient) => lifted(parameters, gradient) - 1e6, [0.01, 7])
    expect(asked.count).toBeLessThan(25)
  })

  test('a likelihood that rises for ever is no maximum', () => {
    const rising: LogLikelihood = ([a], gradient) => {
      gradient[0] = 1 / a!
      return Math.log(a!)
    }
    expect(maximise(rising, [1]).isConverged).toBe(false)
  })
})

describe('a scout', () => {
  const part = amounts.filter((_, i) => i % 20 < 2)

  /** The maximum of all, and how often the likelihood of all was asked for. */
  function climbed(scout: Scout | null) {
    const asked = { count: 0 }
    const found = highest(twoRates(amounts, asked), [[0.01, 7]], scout)
    return { ...found, asked: asked.count }
  }

  test('finds the way, not the maximum', () => {
    const [alone, led] = [climbed(null), climbed({ likelihood: twoRates(part), share: 0.1 })]
    expect(led.parameters[0]! / alone.parameters[0]!).toBeCloseTo(1, 9)
    expect(mean(0, part)).not.toBeCloseTo(mean(0), 2)
  })

  test('what it learnt of the curvature spares most of the climb over all', () => {
    const led = climbed({ likelihood: twoRates(part), share: 0.1 })
    expect(led.isConverged).toBe(true)
    expect(led.asked).toBeLessThan(8)
    expect(led.asked).toBeLessThan(climbed(null).asked / 2)
  })
})
