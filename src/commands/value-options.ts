import { type DecidedSettings, settingOf } from '../core/settings/setting.js'
import { tierBoundary, tierCuts, windowDays } from '../core/settings/tiers.js'
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

/** What was typed, over what was decided, over the defaults; UserError `tier.cuts`, `cli.days-and-all`. */
export function valueOptions(args: ValueArgs, decided: DecidedSettings): ValueOptions {
  if (args.all === true && args.days !== undefined) throw new UserError('usage', 'cli.days-and-all')
  return {
    days: args.all === true ? null : (args.days ?? settingOf(decided, windowDays)),
    measure: args.by ?? VALUE_DEFAULTS.measure,
    cuts: args.cuts === undefined ? decidedCuts(decided) : parseCuts(args.cuts),
    boundary: boundaries[args.boundary ?? settingOf(decided, tierBoundary)],
    scoring: args.scoring ?? VALUE_DEFAULTS.scoring,
  }
}

function decidedCuts(decided: DecidedSettings): readonly [number, number] {
  const [a, b] = settingOf(decided, tierCuts)
  return [a!, b!]
}

const boundaries: Readonly<Record<'crossing' | 'within', Boundary>> = { crossing: 'cross', within: 'within' }
