import { decide, listBatches } from './batches.js'
import { holdToDecide, type Ledger } from './ledger.js'
import type { Rate } from './settings.js'

const COMMAND = 'demo'

/** What the made-up shop has decided: its zone, and a rate into its base currency. */
export interface DemoDecisions {
  readonly zone: string
  readonly rate: Rate
}

/** Begins a demo: its decisions are the first batch, by which it is known from then on. `madeAt` is an ISO instant. */
export function beginDemo(ledger: Ledger, madeAt: string, { zone, rate }: DemoDecisions): void {
  const detail = `currency.base = ${rate.base}, zone = ${zone}, ${rate.currency} = ${rate.rate} ${rate.base}`
  holdToDecide(ledger)
  decide(ledger, madeAt, COMMAND, { detail }, (batch) => {
    const setting = ledger.db.prepare('INSERT INTO setting (batch_id, name, value) VALUES (?, ?, ?)')
    setting.run(batch, 'currency.base', rate.base)
    setting.run(batch, 'zone', zone)
    ledger.db
      .prepare(
        'INSERT INTO rate (batch_id, currency, base, rate, from_on) VALUES (?, @currency, @base, @rate, @fromOn)',
      )
      .run(batch, rate)
  })
}

/** Whether the ledger was begun as a demo and nothing but the demo was ever imported into it. */
export function isDemo(ledger: Ledger): boolean {
  const batches = listBatches(ledger)
  const imports = batches.filter(({ kind }) => kind === 'import')
  return batches.at(-1)?.command === COMMAND && imports.length <= 1
}
