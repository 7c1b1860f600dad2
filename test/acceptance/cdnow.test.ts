import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backtestLines, expectMeasured, type Fit, fitLine } from '../docs/measured.js'
import { type ImportedLedger, imported, sharedFile } from './ledger.js'

interface Fits {
  readonly model: Fit
  readonly spend: Fit
}

const file = sharedFile('cdnow/orders.csv')

describe(`the road over CDNOW${file.why}`, () => {
  let ledger: ImportedLedger & { readonly report: Record<string, unknown> }

  beforeAll(async () => {
    if (!file.isAbsent) ledger = await imported(file.path)
  }, 300_000)

  afterAll(() => ledger?.remove())

  test.skipIf(file.isAbsent)('customer, day, pieces and amount, no order number: imported without settings', () => {
    const [read] = ledger.report.files as { orders: object; customers: object; totals: object[] }[]
    expect(read!.orders).toMatchObject({ inserted: 6919, rejected: 0 })
    expect(read!.customers).toMatchObject({ inserted: 2357 })
    expect(read!.totals).toMatchObject([{ currency: 'USD', netMinor: 24_409_194 }])
  })

  test.skipIf(file.isAbsent)('a forecast as of the day the published models end', async () => {
    const { summary, rows } = await ledger.json('forecast', '--on', '1997-09-30', '--weeks', '39')
    // Eight customers have orders of zero alone, which do not count unless a setting says so.
    expect(summary).toMatchObject({ customers: 2349, model: { name: 'mbg-nbd', n: 2349, converged: true } })
    expect(rows as unknown[]).toHaveLength(2349)
  })

  test.skipIf(file.isAbsent).each(['1997-09-30', '1998-03-31'] as const)(
    'backtest at %s: the tables of docs/analytics.md',
    (at) =>
      expectMeasured(`backtest-cdnow-${at}`, async (lang) =>
        backtestLines(await ledger.json('backtest', '--at', at, '--lang', lang), lang),
      ),
  )

  test.skipIf(file.isAbsent)('with orders of zero counted, the published fits, through the program', async () => {
    await ledger.json('config', 'set', 'count.zero', 'yes')
    const fitBy = async (model: string) =>
      (await ledger.json('forecast', '--on', '1997-09-30', '--model', model)).summary as unknown as Fits
    const bg = await fitBy('bg-nbd')
    expect(bg.model.n).toBe(2357)
    expect(bg.model.logLikelihood).toBeCloseTo(-9582.4292, 3)
    expect(Math.abs(bg.model.params.r! - 0.2426)).toBeLessThan(5e-4)
    expect(Math.abs(bg.model.params.alpha! - 4.4136)).toBeLessThan(5e-3)
    const mbg = await fitBy('mbg-nbd')
    expect(mbg.model.logLikelihood).toBeCloseTo(-9582.1357, 3)
    expect(bg.spend).toMatchObject({ n: 946 })
    expect(bg.spend.logLikelihood).toBeCloseTo(-4055.918, 3)
    await expectMeasured('forecast-cdnow', async () => [bg.model, mbg.model, bg.spend].map(fitLine))
    await ledger.json('undo')
  })
})
