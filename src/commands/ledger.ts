import type { Context } from '../context.js'
import { currencyOfCountry } from '../core/values/country-currency.js'
import { exists } from '../file-facts.js'
import { holdToDecide, type Ledger, openMemoryLedger } from '../store/ledger.js'

/** The ledger a writing command works on; a dry run before the first import gets an empty one that nobody keeps. */
export function ledgerToChange(context: Context): Promise<Ledger> {
  if (context.options.dryRun === true && !exists(context.place.path)) return Promise.resolve(openMemoryLedger())
  return context.writeLedger()
}

/** The same for a decision, held until it is written: what is read from here on is what it rests on. Files are read before. */
export async function ledgerToDecide(context: Context): Promise<Ledger> {
  const ledger = await ledgerToChange(context)
  if (context.options.dryRun !== true) holdToDecide(ledger)
  return ledger
}

/** Currency of the reader's locale (R4, last resort): by region, else CNY for Chinese and USD for the rest. */
export function localeCurrency(locale: string): string {
  const region = /[-_]([A-Z]{2})\b/.exec(locale)?.[1]
  return currencyOfCountry[region ?? ''] ?? (locale.toLowerCase().startsWith('zh') ? 'CNY' : 'USD')
}
