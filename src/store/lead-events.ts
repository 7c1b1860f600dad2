import type { EventFacts } from '../core/events.js'
import { once } from '../core/values/once.js'
import type { Ledger } from './ledger.js'
import { baseCurrency, rateReader } from './settings.js'

/**
 * Expected amounts of leads in the base currency, each by the rate of the day it was written down (R4): an event keeps the currency it was
 * typed in. Events without one, and of other kinds, stay as they are. UserError `rate.missing`.
 */
export function withAmountsInBase(ledger: Ledger, events: readonly EventFacts[]): readonly EventFacts[] {
  const base = baseCurrency(ledger)
  if (base === null) return events
  const rates = once(() => rateReader(ledger, base))
  return events.map((event) => {
    const { kind, value, on, details } = event
    const isOther = kind === 'lead' && value !== null && details.currency !== undefined && details.currency !== base
    return isOther ? { ...event, value: rates().convert(value, details.currency!, on) } : event
  })
}
