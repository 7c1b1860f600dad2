import { type Boundary, parseCuts } from '../core/value/abc.js'
import type { Measure } from '../core/value/measure.js'
import type { Scoring } from '../core/value/rfm.js'
import { VALUE_DEFAULTS, type ValueOptions } from '../core/value/standing.js'
import { UserError } from '../core/values/failure.js'

/** The options of `tier` and `rfm` as typed. */
export interface ValueArgs {
  readonly days?: number | undefined
  readonly all?: boolean | undefined
  readonly by?: Measure | undefined
  readonly cuts?: string | undefined
  readonly boundary?: 'crossing' | 'within' | undefined
  readonly scoring?: Scoring | undefined
}

/** What was typed, over the defaults; UserError `tier.cuts`, `cli.days-and-all`. */
export function valueOptions(args: ValueArgs): ValueOptions {
  if (args.all === true && args.days !== undefined) throw new UserError('usage', 'cli.days-and-all')
  return {
    days: args.all === true ? null : (args.days ?? VALUE_DEFAULTS.days),
    measure: args.by ?? VALUE_DEFAULTS.measure,
    cuts: args.cuts === undefined ? VALUE_DEFAULTS.cuts : parseCuts(args.cuts),
    boundary: args.boundary === undefined ? VALUE_DEFAULTS.boundary : boundaries[args.boundary],
    scoring: args.scoring ?? VALUE_DEFAULTS.scoring,
  }
}

const boundaries: Readonly<Record<'crossing' | 'within', Boundary>> = { crossing: 'cross', within: 'within' }
