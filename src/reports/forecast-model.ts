import type { Json } from '../core/report/model.js'
import { isFit } from '../core/value/forecast/fit-orders.js'
import type { Forecast } from '../core/value/forecast/forecast.js'
import { type DropoutModel, PARAMETERS } from '../core/value/forecast/order-models.js'

/** The models and their parameters as machines read them, or why there is none. */
export function modelSummary(asked: DropoutModel, { fit, spend, histories }: Forecast): Record<string, Json> {
  const named = (names: readonly string[], values: readonly number[]) =>
    Object.fromEntries(names.map((name, i) => [name, values[i]!]))
  if (!isFit(fit)) {
    const none = { name: asked, params: null, logLikelihood: null, n: histories.x.length, converged: false }
    return { noForecast: fit.reason, model: { ...none, replaces: null }, spend: null }
  }
  const { model, parameters, logLikelihood, n, replaces } = fit
  const params = named(PARAMETERS[model], parameters)
  return {
    noForecast: null,
    model: { name: model, params, logLikelihood, n, converged: true, replaces },
    spend: spend && {
      name: 'gamma-gamma',
      params: { p: spend.p, q: spend.q, v: spend.v },
      logLikelihood: spend.logLikelihood,
      n: spend.n,
      converged: true,
    },
  }
}

/** Whether the model says of a customer how likely he is still one. */
export function seesLeaving(fit: Forecast['fit']): boolean {
  return isFit(fit) && fit.model !== 'nbd'
}

/** Six decimals: what a machine may need of a model's figure, the same on every computer. */
export function shortened(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
