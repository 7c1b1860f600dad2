import { draft, finishTable, type TableDraft } from '../../core/report/build.js'
import { currencyOf } from '../../core/report/columns.js'
import type { Column } from '../../core/report/table.js'
import {
  FORECAST_DEFAULTS,
  type ForecastTotals,
  forecastOn,
  forecastTotals,
} from '../../core/value/forecast/forecast.js'
import { type Span, spanOn } from '../../core/value/span.js'
import { bilingual } from '../../core/values/lang.js'
import { grouped, plural } from '../../core/values/plural.js'
import { chosenPlaces } from '../forecast.js'
import { modelSentences } from '../forecast-notes.js'
import { forecastWords } from '../forecast-words.js'
import type { PeriodSection, PeriodView } from './view.js'

const words = bilingual(
  {
    title: 'Forecast',
    what: 'What',
    expected: 'Expected',
    low: '19 times out of 20 above',
    high: 'and below',
    rests: (customers: number) =>
      `The forecast rests on ${plural(customers, 'customer')} who ${customers === 1 ? 'has' : 'have'} ordered. More: crm forecast`,
  },
  {
    title: '销售预估',
    what: '内容',
    expected: '预计',
    low: '95%的可能不低于',
    high: '不高于',
    rests: (customers) => `预估依据下过单的${grouped(customers)}位客户。详情：crm forecast`,
  },
)

/** Days from the end of a period to the end of the next, or of a running one to its own end. */
function daysAhead(span: Span): number {
  if (span.kind === 'week') return 7
  return spanOn(span.kind, span.to + 1, Number.MAX_SAFE_INTEGER).to - span.to
}

/** Orders and net revenue to be expected of the next period, with the interval and what it rests on (ALGORITHMS §4). */
export const forecastSection: PeriodSection = {
  key: 'forecast',
  build: (view) => {
    const { input, span } = view
    const options = { ...FORECAST_DEFAULTS, days: daysAhead(span) }
    const found = forecastOn(input.snapshot, input.asOf, options)
    const places = chosenPlaces(input, found)
    const totals = found.expected && places.length > 0 ? forecastTotals(found.expected, places) : null
    const [why] = modelSentences(found, input.lang)
    const table = { ...outlookTable(view, totals, options.days), reason: why! }
    const rests = [words[input.lang].rests(places.length), why!, forecastWords[input.lang].totals]
    return { tables: [finishTable(table)], notes: totals === null ? [] : rests }
  },
}

function outlookTable({ input }: PeriodView, totals: ForecastTotals | null, days: number): TableDraft {
  const [say, told] = [words[input.lang], forecastWords[input.lang]]
  const figure = (key: string, label: string): Column => ({
    ...{ key, kind: 'number', kindIn: 'kind', label },
    ...currencyOf(input.snapshot.currency),
  })
  const columns: Column[] = [
    { key: 'what', kind: 'text', label: say.what, words: { orders: told.orders(days), value: told.value(days) } },
    figure('expected', say.expected),
    figure('low', say.low),
    figure('high', say.high),
  ]
  const rows =
    totals === null
      ? []
      : [
          { what: 'orders', kind: 'number', ...totals.orders, expected: Math.round(totals.orders.expected * 10) / 10 },
          { what: 'value', kind: 'money', ...totals.valueMinor },
        ]
  return draft('forecast', say.title, columns, rows, (row) => ({ ...row }))
}
