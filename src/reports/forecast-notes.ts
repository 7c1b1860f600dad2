import type { ReportInput } from '../core/report/build.js'
import { hidesLeaving, isFit, type OrdersFit } from '../core/value/forecast/fit-orders.js'
import type { Forecast, ForecastOptions } from '../core/value/forecast/forecast.js'
import { PARAMETERS } from '../core/value/forecast/order-models.js'
import { dateOf } from '../core/values/business-date.js'
import type { Lang } from '../core/values/lang.js'
import { modelNames, forecastWords as words } from './forecast-words.js'
import { moneyText, percentText, tagNotes, viewNotes } from './notes.js'

type Input = ReportInput & { readonly forecast: ForecastOptions }

/** How the forecast came about and what it cannot know, or why there is none. */
export function forecastNotes(input: Input, found: Forecast, customers: number, isCycleMissing: boolean): string[] {
  const say = words[input.lang]
  const basis = [...viewNotes(input), ...tagNotes(input)]
  if (found.histories.x.length === 0) return [...basis, say.early(dateOf(input.asOf))]
  if (input.filter && customers === 0) return [...basis, say.nobody(input.filter.text)]
  const chosen = input.filter ? [say.chosen(input.filter.text)] : []
  return [...basis, ...chosen, ...modelNotes(input, found), say.windows, ...(isCycleMissing ? [say.noCycle] : [])]
}

/** What the forecast of a customer is worked out with, or why there is none. */
export function modelSentences({ fit, spend }: Forecast, lang: Lang): string[] {
  const say = words[lang]
  if (!isFit(fit)) {
    const [found, needed] = 'found' in fit ? [fit.found, fit.needed] : [0, 0]
    return [say.none[fit.reason](found, needed)]
  }
  return [
    say.fitted(modelNames[fit.model], fit.n, named(PARAMETERS[fit.model], fit.parameters), fit.model !== 'nbd'),
    ...leavingNotes(fit, lang),
    spend ? say.spend(spend.n, named(['p', 'q', 'v'], [spend.p, spend.q, spend.v])) : say.ownMean,
  ]
}

function modelNotes(input: Input, found: Forecast): string[] {
  const say = words[input.lang]
  const sentences = modelSentences(found, input.lang)
  if (!isFit(found.fit)) return [...sentences, say.instead]
  const history = found.histories.ageDays.reduce((most, days) => Math.max(most, days), 0) + 1
  const { days } = input.forecast
  return [...sentences, ...returnsNotes(input), say.totals, ...(days > history ? [say.far(days, history)] : [])]
}

function leavingNotes(fit: OrdersFit, lang: Lang): string[] {
  const say = words[lang]
  if (hidesLeaving(fit)) return [fit.replaces === null ? say.barely : say.hidden(modelNames[fit.replaces])]
  return fit.replaces === null ? [] : [say.leaveAlike(modelNames[fit.replaces], percentText(fit.parameters[2]!))]
}

const signs: Readonly<Record<string, string>> = { alpha: 'α' }

/** Parameters by their names, to four digits. */
function named(names: readonly string[], parameters: readonly number[]): string {
  return names.map((name, i) => `${signs[name] ?? name} ${parameters[i]!.toPrecision(4)}`).join(', ')
}

/** Refunds that are on no order stand in the customers' net, not in their orders. */
function returnsNotes(input: Input): string[] {
  const { day, counted, netMinor } = input.snapshot.orders
  let minor = 0
  for (let i = 0; i < day.length; i++)
    if (!counted[i] && day[i]! <= input.asOf && netMinor[i]! < 0) minor -= netMinor[i]!
  return minor > 0 ? [words[input.lang].returns(moneyText(minor, input))] : []
}
