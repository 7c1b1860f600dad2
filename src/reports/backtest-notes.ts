import type { ReportInput } from '../core/report/build.js'
import { type Backtest, type BacktestOptions, type Catch, TOPS } from '../core/value/backtest.js'
import { isFit } from '../core/value/forecast/fit-orders.js'
import { FEWEST_SCORED } from '../core/value/rfm.js'
import { dateOf } from '../core/values/business-date.js'
import { backtestWords as words } from './backtest-words.js'
import { forecastWords } from './forecast-words.js'
import { moneyText, viewNotes } from './notes.js'

type Input = ReportInput & { readonly backtest: BacktestOptions }

/** What was compared and how, where another ranking than the forecast wins, and what cannot be told. */
export function backtestNotes(input: Input, found: Backtest): string[] {
  const say = words[input.lang]
  const { at, days, knownTo } = input.backtest
  if (found.customers === 0) return [...viewNotes(input), say.early(dateOf(at))]
  const shorter = found.to < at + days ? [say.shorter(dateOf(knownTo), found.to - at, days)] : []
  const hasRfm = found.catches.some(({ ranking }) => ranking === 'rfm')
  const nothing = found.later.orders === 0 ? [say.nothing] : []
  return [...shorter, ...nothing, ...verdicts(input, found), say.how, hasRfm ? say.rfm : say.noRfm(FEWEST_SCORED)]
}

/** One sentence for each place at which a ranking beats the forecast, or that none does. */
function verdicts(input: Input, { catches, forecast: { fit }, later }: Backtest): string[] {
  const say = words[input.lang]
  if (!isFit(fit)) {
    const [found, needed] = 'found' in fit ? [fit.found, fit.needed] : [0, 0]
    return [forecastWords[input.lang].none[fit.reason](found, needed)]
  }
  if (later.orders === 0) return []
  const orders = TOPS.flatMap((top) => winner(catches, top, ({ orders }) => orders))
  const net = TOPS.flatMap((top) => winner(catches, top, ({ netMinor }) => netMinor))
  const ordersText = ({ best, by, own }: Win) =>
    say.ordersWon(best.top, say.rankings[best.ranking], best.orders, own.orders, by)
  const netText = ({ best, by, own }: Win) => {
    const money = (minor: number) => moneyText(minor, input)
    return say.netWon(best.top, say.rankings[best.ranking], money(best.netMinor), money(own.netMinor), money(by))
  }
  return [
    ...(orders.length > 0 ? orders.map(ordersText) : [say.ordersBest]),
    ...(net.length > 0 ? net.map(netText) : [say.netBest]),
  ]
}

interface Win {
  readonly best: Catch
  readonly own: Catch
  readonly by: number
}

/** The ranking that catches more than the forecast and most of all in the best `top` percent; none where it is the forecast. */
function winner(catches: readonly Catch[], top: number, of: (row: Catch) => number): Win[] {
  const rows = catches.filter((row) => row.top === top)
  const own = rows.find(({ ranking }) => ranking === 'forecast')!
  const best = rows.reduce((high, row) => (of(row) > of(high) ? row : high), own)
  return best === own ? [] : [{ best, own, by: of(best) - of(own) }]
}
