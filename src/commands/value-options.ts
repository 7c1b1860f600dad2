import { bandsOf, rfmScoring } from '../core/settings/rfm.js'
import { type DecidedSettings, settingOf } from '../core/settings/setting.js'
import { tierBoundary, tierCuts, tierMeasure, windowDays } from '../core/settings/tiers.js'
import { vocabularyOf } from '../core/settings/vocabularies.js'
import { type Boundary, parseCuts } from '../core/value/abc.js'
import type { Measure } from '../core/value/measure.js'
import type { Scoring } from '../core/value/rfm.js'
import type { ValueOptions } from '../core/value/standing.js'
import { UserError } from '../core/values/failure.js'

/** The options of `tier` and `rfm` as typed. */
export interface ValueArgs {
  readonly days?: number | undefined
  readonly all?: boolean | undefined
  readonly by?: Measure | undefined
  readonly cuts?: string | undefined
  readonly boundary?: 'crossing' | 'within' | undefined
  readonly scoring?: Scoring | undefined
  readonly vocabulary?: string | undefined
}

/**
 * What was typed, over what was decided, over the defaults; bounds of amounts are in `currency`. UserError `tier.cuts`, `cli.days-and-all`,
 * `vocabulary.unknown`.
 */
export function valueOptions(args: ValueArgs, decided: DecidedSettings, currency: string | null): ValueOptions {
  if (args.all === true && args.days !== undefined) throw new UserError('usage', 'cli.days-and-all')
  return {
    days: args.all === true ? null : (args.days ?? settingOf(decided, windowDays)),
    measure: args.by ?? settingOf(decided, tierMeasure),
    cuts: args.cuts === undefined ? decidedCuts(decided) : parseCuts(args.cuts),
    boundary: boundaries[args.boundary ?? settingOf(decided, tierBoundary)],
    scoring: args.scoring ?? settingOf(decided, rfmScoring),
    bands: bandsOf(decided, currency),
    vocabulary: vocabularyOf(decided, args.vocabulary),
  }
}

function decidedCuts(decided: DecidedSettings): readonly [number, number] {
  const [a, b] = settingOf(decided, tierCuts)
  return [a!, b!]
}

const boundaries: Readonly<Record<'crossing' | 'within', Boundary>> = { crossing: 'cross', within: 'within' }
