import { expect } from 'vitest'
import type { Ranking } from '../../src/core/value/backtest.js'
import type { Lang } from '../../src/core/values/lang.js'
import { formatMoney } from '../../src/core/values/money.js'
import { backtestWords } from '../../src/reports/backtest-words.js'
import { modelNames } from '../../src/reports/forecast-words.js'
import { blocksIn, isUpdating, LANGS, writeBlocks } from './blocks.js'
import { aligned, labelled, percent } from './examples/text.js'

/** What the pages say of public data sets; each is checked by the acceptance test of its data set. */
export const MEASURED = [
  'backtest-cdnow-1997-09-30',
  'backtest-cdnow-1998-03-31',
  'backtest-online-retail-2011-09-10',
  'forecast-cdnow',
  'forecast-online-retail',
] as const

/** Holds a block of both pages against what the program says now; `UPDATE=1` writes it. */
export async function expectMeasured(
  name: (typeof MEASURED)[number],
  linesIn: (lang: Lang) => Promise<readonly string[]>,
): Promise<void> {
  for (const lang of LANGS) {
    const lines = await linesIn(lang)
    if (isUpdating) writeBlocks(lang, 'measured', (known) => (known === name ? lines : null))
    expect(new Map(blocksIn(lang, 'measured')).get(name)).toBe(lines.join('\n'))
  }
}

interface Backtest {
  readonly window: { readonly from: string; readonly to: string }
  readonly currency: string
  readonly params: { readonly at: string }
  readonly summary: {
    readonly customers: number
    readonly orders: number
    readonly netMinor: number
    readonly newcomers: { readonly orders: number }
    readonly model: keyof typeof modelNames
  }
  readonly rows: readonly {
    readonly top: number
    readonly customers: number
    readonly ranking: Ranking
    readonly orders: number
    readonly ordersShare: number
    readonly netMinor: number
    readonly netShare: number
  }[]
  readonly notes: readonly string[]
}

/** The answer of `crm backtest --json` as two tables, one of orders and one of net revenue, and where another ranking wins. */
export function backtestLines(answer: Record<string, unknown>, lang: Lang): readonly string[] {
  const { window, currency, params, summary, rows, notes } = answer as unknown as Backtest
  const say = backtestWords[lang]
  const amount = (minor: number) => formatMoney(minor, currency, lang)
  const tops = [...new Set(rows.map(({ top }) => top))]
  const rankings = [...new Set(rows.map(({ ranking }) => ranking))]
  const table = (cell: (row: Backtest['rows'][number]) => string) =>
    aligned([
      ['', 'n', ...rankings.map((ranking) => say.rankings[ranking]!)],
      ...tops.map((top) => {
        const found = rankings.map((ranking) => rows.find((row) => row.top === top && row.ranking === ranking)!)
        return [percent(top, 0), found[0]!.customers, ...found.map(cell)]
      }),
    ])
  return [
    `${window.from} … ${window.to}, ${modelNames[summary.model]}`,
    labelled(say.known(params.at), count(summary.customers), lang),
    labelled(say.newcomers, count(summary.newcomers.orders), lang),
    '',
    labelled(say.orders, count(summary.orders), lang),
    ...table(({ orders, ordersShare }) => `${count(orders)} (${percent(ordersShare, 1)})`),
    '',
    labelled(say.net, amount(summary.netMinor), lang),
    ...table(({ netMinor, netShare }) => `${amount(netMinor)} (${percent(netShare, 1)})`),
    '',
    ...notes.filter((note) => note !== say.how && note !== say.rfm),
  ]
}

/** A model as `crm forecast --json` has it. */
export interface Fit {
  readonly name: string
  readonly params: Readonly<Record<string, number>>
  readonly logLikelihood: number
  readonly n: number
}

/** A model with its parameters to four digits, about as they are published. */
export function fitLine({ name, params, logLikelihood, n }: Fit): string {
  const values = Object.entries(params).map(([key, value]) => `${key} ${Number(value.toPrecision(4))}`)
  return `${modelNames[name as keyof typeof modelNames] ?? name}: ${values.join(', ')}; LL ${logLikelihood.toFixed(3)}, n ${count(n)}`
}

function count(n: number): string {
  return n.toLocaleString('en-US')
}
