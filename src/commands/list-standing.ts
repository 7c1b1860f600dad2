import type { Context } from '../context.js'
import { placesById } from '../core/customer-places.js'
import type { EventFacts } from '../core/events.js'
import { isContactMade } from '../core/follow-up/results.js'
import type { ContactFacts } from '../core/snapshot.js'
import type { Day } from '../core/values/business-date.js'
import { once } from '../core/values/once.js'
import type { RowRecords } from '../core/worklist/records.js'
import type { Standing } from '../core/worklist/standing.js'
import type { Ledger } from '../store/ledger.js'
import { baseCurrency } from '../store/settings.js'
import { loadSnapshot } from '../store/snapshot.js'
import { promiseOf } from './feedback-open.js'
import { feedbackView } from './feedback-view.js'
import { giftStanding } from './gift-standing.js'
import { leadsView } from './lead-view.js'

/** How things stand with the customers of a list, row after row. */
export interface Standings {
  /** With a customer, by his id. */
  of(id: string): Standing
  /** What a row records counts for the rows after it. */
  keep(id: string, records: RowRecords): void
}

/** How things stand on a day, whatever is asked as the as-of day: what is recorded must fit what is known. Loaded when a row asks. */
export function standingsOf(ledger: Ledger, today: Day, context: Context): Standings {
  const kept = new Map<string, RowRecords[]>()
  const snapshot = once(() => loadSnapshot(ledger))
  const leads = once(() => leadsView(context, ledger, today, snapshot()))
  const feedback = once(() => feedbackView(ledger, snapshot(), context))
  const stated = once(() => new Map(feedback().feedback.map((one) => [one.subject, one])))
  const gifts = once(() => giftStanding(ledger, context))
  const currency = baseCurrency(ledger)
  return {
    of(id) {
      const customer = () => placesById(snapshot().customers).get(id) ?? -1
      const said = (more: readonly RowRecords[] = []) => asFacts([...(kept.get(id) ?? []), ...more], customer())
      return {
        lead(more) {
          const recorded = said(more === undefined ? [] : [more])
          const isAsBefore = recorded.events.length + recorded.contacts.length === 0
          return (isAsBefore ? leads().leads.get(customer()) : leads().leadWith(customer(), recorded)) ?? null
        },
        facts: () => snapshot().customers[customer()] ?? { phone: null },
        offLists() {
          const known = snapshot().customers[customer()]
          if (known?.blocked === true) return 'blocked'
          return known?.consent === 'no' ? 'no-consent' : null
        },
        feedback(subject) {
          const { events } = said()
          return (events.length === 0 ? stated().get(subject) : feedback().feedbackWith(subject, events)) ?? null
        },
        gifts: () => gifts().of(customer()),
        giftWarnings: (gift, on) => gifts().warnings({ ...gift, customer: customer() }, on),
        currency,
        promise: (kind, on) => promiseOf(undefined, kind, ledger, on, context),
      }
    },
    keep(id, records) {
      kept.set(id, [...(kept.get(id) ?? []), records])
    },
  }
}

/** The records as the ledger will give them back. */
function asFacts(said: readonly RowRecords[], customer: number): { events: EventFacts[]; contacts: ContactFacts[] } {
  const last = Number.MAX_SAFE_INTEGER
  return {
    events: said.flatMap(({ events }) => events.map((event) => ({ ...event, id: last, batch: last, at: 0, customer }))),
    contacts: said.flatMap(({ contacts }) =>
      contacts.map(({ result, ...contact }) => ({ ...contact, customer, isAttempt: !isContactMade(result) })),
    ),
  }
}
