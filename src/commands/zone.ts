import type { Context } from '../context.js'
import { type Day, todayIn } from '../core/values/business-date.js'
import { knownSince } from '../store/batches.js'
import type { Ledger } from '../store/ledger.js'
import { ledgerSetting } from '../store/settings.js'

/** The zone in which the ledger's days begin: the one decided, else the computer's. */
export function zoneOf(context: Context, ledger: Ledger): string {
  return ledgerSetting(ledger, 'zone') ?? context.io.zone
}

/** The day on which the oldest batch in force was made, by the ledger's zone: the ledger knows nobody before it; `otherwise` where nothing is in force. */
export function knownFrom(context: Context, ledger: Ledger, otherwise: Day): Day {
  const madeAt = knownSince(ledger)
  return madeAt === null ? otherwise : todayIn(zoneOf(context, ledger), Date.parse(madeAt))
}
