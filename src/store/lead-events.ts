import type { EventFacts } from '../core/events.js'
import { once } from '../core/values/once.js'
import type { Ledger } from './ledger.js'
import { baseCurrency, rateReader } from './settings.js'

/**
 * Expected amounts of leads in the base currency, each by the rate of the day it was written down (R4): an event keeps the currency it was
 * typed in. Events without one, and of other kinds, stay as they are. UserError `rate.missing`.
 */
export function withAmountsInBase(ledger: Ledger, events: readonly EventFacts[]): readonly EventFacts[] {
  // Only where an amount names a currency are the orders asked which one figures are in.
  const base = once(() => baseCurrency(ledger))
  const rates = once(() => rateReader(ledger, base()!))
  return events.map((event) => {
    const { kind, value, on, details } = event
    if (kind !== 'lead' || value === null || details.currency === undefined) return event
    if (base() === null || details.currency === base()) return event
    return { ...event, value: rates().convert(value, details.currency, on) }
  })
}
