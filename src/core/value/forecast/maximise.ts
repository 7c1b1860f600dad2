/** A log-likelihood at some parameters; its derivatives by each of them are written into `gradient`. */
export type LogLikelihood = (parameters: readonly number[], gradient: Float64Array) => number

/** Where a climb ended: the parameters, the log-likelihood there, and whether it is a maximum. */
export interface Maximum {
  readonly parameters: readonly number[]
  readonly logLikelihood: number
  /** False when the steps ran out, or a parameter left the range in which it means anything. */
  readonly isConverged: boolean
  /** What the climb learnt of the curvature: about the inverse of that of −LL, in log parameters. */
  readonly inverse: Matrix
}

/** A likelihood over part of the data, which finds the way for little. */
export interface Scout {
  readonly likelihood: LogLikelihood
  /** How much of the data it sees, from 0 to 1. */
  readonly share: number
}

type Matrix = readonly Float64Array[]

const MOST_STEPS = 200
/** A slope (in log parameters) below this share of the log-likelihood is flat. */
const FLAT = 1e-10
/** Where rounding hides any further rise, a slope below this share is flat too. */
const NEARLY_FLAT = 1e-7
/** A rise of less than this share of the log-likelihood may be lost in the rounding of its sum. */
const ROUNDING = 1e-12
/** Parameters outside e^±18 are not looked for: the likelihood has no maximum there. */
const FARTHEST = 18
/** The longest step, in log parameters. */
const LONGEST = 2

/**
 * The highest maximum reached from several starts. With a scout the starts are its own: the one climb over all of the data begins where the
 * scout's best ended, and with the curvature it found there, since that of part of the data is about its share of the whole.
 */
export function highest(
  likelihood: LogLikelihood,
  starts: readonly (readonly number[])[],
  scout: Scout | null = null,
): Maximum {
  const found = starts
    .map((start) => maximise(scout?.likelihood ?? likelihood, start))
    .reduce((best, next) => (next.logLikelihood > best.logLikelihood ? next : best))
  if (scout === null) return found
  const inverse = found.isConverged ? scaled(found.inverse, scout.share) : null
  return maximise(likelihood, found.parameters, inverse)
}

/** The state of a climb in log parameters θ; `slope` is the gradient of −LL. */
interface Point {
  readonly theta: Float64Array
  readonly height: number
  readonly slope: Float64Array
}

/**
 * Climbs from a start with positive parameters by BFGS in their logarithms (Nocedal–Wright, algorithm 6.1), halving steps that do not rise.
 * `known` is what is known of the inverse of the curvature at the start.
 */
export function maximise(likelihood: LogLikelihood, start: readonly number[], known: Matrix | null = null): Maximum {
  const at = (theta: Float64Array): Point => pointAt(likelihood, theta)
  let point = at(Float64Array.from(start, Math.log))
  let inverse = known ?? identity(start.length, 1 / Math.max(1, longest(point.slope)))
  for (let step = 0; step < MOST_STEPS; step++) {
    if (isFlat(point, FLAT)) return maximumAt(point, inverse, true)
    if (longest(point.theta) > FARTHEST) return maximumAt(point, inverse, false)
    const next = climb(point, times(inverse, point.slope), at)
    if (next === null) {
      // A spoilt curvature is forgotten once; without a rise along the slope itself this is the top.
      if (isFlat(point, NEARLY_FLAT)) return maximumAt(point, inverse, true)
      const along = climb(point, times(identity(start.length, 1 / longest(point.slope)), point.slope), at)
      if (along === null) return maximumAt(point, inverse, false)
      inverse = identity(start.length, 1 / Math.max(1, longest(along.slope)))
      point = along
    } else {
      inverse = updated(inverse, point, next)
      point = next
    }
  }
  return maximumAt(point, inverse, false)
}

function pointAt(likelihood: LogLikelihood, theta: Float64Array): Point {
  const parameters = Array.from(theta, Math.exp)
  const gradient = new Float64Array(theta.length)
  const height = likelihood(parameters, gradient)
  return { theta, height, slope: gradient.map((by, i) => -by * parameters[i]!) }
}

/**
 * The first point on the way down `direction` that rises enough (Armijo); null where none does. So near the top that rounding hides the rise,
 * a shorter slope tells a higher point.
 */
function climb(from: Point, direction: Float64Array, at: (theta: Float64Array) => Point): Point | null {
  const fall = dot(from.slope, direction)
  if (!(fall > 0)) return null
  let step = Math.min(1, LONGEST / longest(direction))
  for (let halved = 0; halved < 40; halved++, step /= 2) {
    const next = at(from.theta.map((value, i) => value - step * direction[i]!))
    if (next.height > from.height && next.height >= from.height + 1e-4 * step * fall) return next
    if (step * fall < ROUNDING * Math.abs(from.height)) return longest(next.slope) < longest(from.slope) ? next : null
  }
  return null
}

/** The BFGS formula for the inverse of the curvature; left as it is where the step saw no curvature. */
function updated(inverse: Matrix, from: Point, to: Point): Matrix {
  const moved = to.theta.map((value, i) => value - from.theta[i]!)
  const turned = to.slope.map((value, i) => value - from.slope[i]!)
  const curvature = dot(moved, turned)
  if (!(curvature > 1e-14)) return inverse
  const seen = times(inverse, turned)
  const stretch = (1 + dot(turned, seen) / curvature) / curvature
  return inverse.map((row, i) =>
    row.map(
      (value, j) => value + stretch * moved[i]! * moved[j]! - (moved[i]! * seen[j]! + seen[i]! * moved[j]!) / curvature,
    ),
  )
}

function maximumAt({ theta, height }: Point, inverse: Matrix, isConverged: boolean): Maximum {
  return { parameters: Array.from(theta, Math.exp), logLikelihood: height, isConverged, inverse }
}

function isFlat({ slope, height }: Point, share: number): boolean {
  return longest(slope) <= share * (1 + Math.abs(height))
}

function identity(size: number, scale: number): Matrix {
  return Array.from({ length: size }, (_, i) => Float64Array.from({ length: size }, (_, j) => (i === j ? scale : 0)))
}

function scaled(matrix: Matrix, by: number): Matrix {
  return matrix.map((row) => row.map((value) => value * by))
}

function times(matrix: Matrix, vector: Float64Array): Float64Array {
  return Float64Array.from(matrix, (row) => dot(row, vector))
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0)
}

function longest(vector: Float64Array): number {
  return vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
}
