import type { Context } from '../context.js'
import type { Ledger } from '../store/ledger.js'
import { ledgerSetting } from '../store/settings.js'

/** The zone in which the ledger's days begin: the one decided, else the computer's. */
export function zoneOf(context: Context, ledger: Ledger): string {
  return ledgerSetting(ledger, 'zone') ?? context.io.zone
}
