import type { Context } from '../context.js'
import { knownTo } from '../core/value/backtest.js'
import { FORECAST_DEFAULTS } from '../core/value/forecast/forecast.js'
import type { DropoutModel } from '../core/value/forecast/order-models.js'
import { dateOf } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { backtest } from '../reports/backtest.js'
import { loadSnapshot } from '../store/snapshot.js'
import { buildReport } from './build-report.js'
import { gradesBasis } from './grades-basis.js'
import { reportInput } from './report-input.js'
import { zoneOf } from './zone.js'

export interface BacktestArgs {
  readonly at?: string | undefined
  readonly days?: number | undefined
  readonly model?: DropoutModel | undefined
}

/** `crm backtest`: what the rankings of a past day, by default so many days before the newest order, would have caught. UserError `backtest.no-later`. */
export async function backtestCommand(args: BacktestArgs, context: Context): Promise<number> {
  const ledger = await context.readLedger()
  const view = await reportInput(context)
  const days = args.days ?? FORECAST_DEFAULTS.days
  const known = knownTo(view.snapshot, view.asOf)
  const at = args.at === undefined ? known - days : context.day(args.at, zoneOf(context, ledger))
  if (at >= known) throw new UserError('usage', 'backtest.no-later', { at: dateOf(at), known: dateOf(known) })
  // Marks and blocks are taken as they were on the day, too; lines, for the due list of the day knows refills.
  const snapshot = loadSnapshot(ledger, at)
  const graded = gradesBasis(ledger, { snapshot, asOf: at, decided: view.decided, usual: view.usual }, at)
  const model = args.model ?? FORECAST_DEFAULTS.model
  await context.output(
    buildReport(backtest, { ...view, snapshot, graded, backtest: { at, days, knownTo: known, model } }),
  )
  return 0
}
