import type { Context } from '../context.js'
import { FORECAST_DEFAULTS } from '../core/value/forecast/forecast.js'
import type { DropoutModel } from '../core/value/forecast/order-models.js'
import { UserError } from '../core/values/failure.js'
import { forecast } from '../reports/forecast.js'
import { buildReport } from './build-report.js'
import { reportInput } from './report-input.js'

export interface ForecastArgs {
  readonly filter: string
  readonly model?: DropoutModel | undefined
  readonly days?: number | undefined
  readonly weeks?: number | undefined
}

/** The farthest a forecast looks: ten years. */
const MOST_DAYS = 3652

/** `crm forecast`: who is still active, and what each customer is expected to order. UserError `cli.days-and-weeks`, `forecast.too-far`. */
export async function forecastCommand(args: ForecastArgs, context: Context): Promise<number> {
  const options = { model: args.model ?? FORECAST_DEFAULTS.model, days: daysAhead(args) }
  await context.output(buildReport(forecast, { ...(await reportInput(context, args.filter)), forecast: options }))
  return 0
}

function daysAhead({ days, weeks }: ForecastArgs): number {
  if (days !== undefined && weeks !== undefined) throw new UserError('usage', 'cli.days-and-weeks')
  const ahead = days ?? (weeks === undefined ? FORECAST_DEFAULTS.days : weeks * 7)
  if (ahead > MOST_DAYS) throw new UserError('usage', 'forecast.too-far', { days: ahead, most: MOST_DAYS })
  return ahead
}
