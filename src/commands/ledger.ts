import { dirname } from 'node:path'
import type { Context } from '../context.js'
import { UserError } from '../core/values/failure.js'
import { exists, makePrivateFile, makePrivateFolder } from '../files.js'
import { type Ledger, openLedger, openMemoryLedger } from '../store/ledger.js'

/** read: the ledger must be there · write: made when missing · dry-run: as it is, or an empty one nobody keeps. */
export type Access = 'read' | 'write' | 'dry-run'

/** Opens the ledger the context names, runs `work` and closes it; UserError `ledger.missing` where reading finds none. */
export async function withLedger<T>(context: Context, access: Access, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  const ledger = open(context.ledger.path, access)
  try {
    return await work(ledger)
  } finally {
    ledger.close()
  }
}

function open(path: string, access: Access): Ledger {
  if (access === 'write') {
    makePrivateFolder(dirname(path))
    if (!exists(path)) makePrivateFile(path)
    return openLedger(path)
  }
  if (exists(path)) return openLedger(path, { isReadOnly: access === 'read' })
  if (access === 'dry-run') return openMemoryLedger()
  throw new UserError('no-input', 'ledger.missing', { ledger: path })
}

const currencyOfRegion: Readonly<Record<string, string>> = {
  CN: 'CNY', US: 'USD', GB: 'GBP', HK: 'HKD', TW: 'TWD', JP: 'JPY', AU: 'AUD', CA: 'CAD', SG: 'SGD', IN: 'INR', CH: 'CHF', MY: 'MYR', NZ: 'NZD',
  DE: 'EUR', FR: 'EUR', ES: 'EUR', IT: 'EUR', NL: 'EUR', IE: 'EUR', AT: 'EUR', BE: 'EUR', PT: 'EUR', FI: 'EUR', GR: 'EUR',
} // biome-ignore format: a table

/** Currency of the reader's locale (R4, last resort): by region, else CNY for Chinese and USD for the rest. */
export function localeCurrency(locale: string): string {
  const region = /[-_]([A-Z]{2})\b/.exec(locale)?.[1]
  return currencyOfRegion[region ?? ''] ?? (locale.toLowerCase().startsWith('zh') ? 'CNY' : 'USD')
}
