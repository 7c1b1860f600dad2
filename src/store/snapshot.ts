import { isContactMade } from '../core/follow-up/results.js'
import type { ContactFacts, Snapshot } from '../core/snapshot.js'
import type { Day } from '../core/values/business-date.js'
import { once } from '../core/values/once.js'
import { asItHappened } from './contact-records.js'
import { loadDeliveries } from './deliveries.js'
import { customerEntries } from './entries.js'
import { contactsInForce } from './fuller-rows.js'
import { inForce } from './in-force.js'
import { type Ledger, read } from './ledger.js'
import type { Unrated } from './order-numbers.js'
import { customersOfKey } from './parties.js'
import { categoriesOf } from './product-categories.js'
import { loadPurchases } from './purchases.js'
import { baseCurrency, countRules, currenciesOfOrders } from './settings.js'
import { type Buyers, loadCustomers, markCustomers } from './snapshot-customers.js'
import { loadOrders } from './snapshot-orders.js'
import { loadUncounted } from './uncounted.js'

/**
 * The facts analytics work on, read from one state of the ledger; amounts in the base currency (R4). Hand decisions count
 * from their date (R14): those made after `until` are left out, null takes all. Lines are read only when they are asked for,
 * which must be before the ledger is closed. UserError `rate.missing`, unless what lacks a rate is to add nothing.
 */
export function loadSnapshot(ledger: Ledger, until: Day | null = null, unrated: Unrated = 'refused'): Snapshot {
  return read(ledger, () => {
    const currencies = currenciesOfOrders(ledger)
    const currency = baseCurrency(ledger, currencies)
    const counts = countRules(ledger)
    const { customers, buyers } = loadCustomers(ledger)
    const { places, ...orders } = loadOrders(ledger, {
      currency,
      currencies,
      counts,
      buyers,
      size: customers.length,
      unrated,
    })
    const contacts = loadContacts(ledger, buyers)
    const purchases = once(() => read(ledger, () => loadPurchases(ledger, orders.orders, places)))
    const categories = once(() => read(ledger, () => categoriesOf(ledger, purchases().products)))
    const size = orders.orders.day.length
    const deliveries = (since: Day) => read(ledger, () => loadDeliveries(ledger, since, size, places))
    const uncounted = once(() => loadUncounted(ledger, counts))
    const rest = { currency, ...orders, contacts, counts, purchases, categories, deliveries, uncounted }
    const decidedBy = (day: Day | null): Snapshot => ({
      ...{ ...rest, decidedBy },
      customers: read(ledger, () => markCustomers(ledger, customers, buyers, day)),
    })
    return decidedBy(until)
  })
}

/** The source of an entry (`e`). */
const sourceOf = '(SELECT source_id FROM entry WHERE id = e.id)'

/** Since when at the latest an entry without a day is known: the day before its import, whatever the seller's zone. */
const importedBy = `(SELECT unixepoch(b.made_at) / 86400 - 1 FROM source s JOIN batch b ON b.id = s.batch_id WHERE s.id = ${sourceOf})`

/** Whether another file in force tells a lead of the customer of an entry (`e`), before or after it, of which something holds. */
const leadElsewhere = (
  holds: string,
) => `EXISTS (SELECT 1 FROM party other CROSS JOIN entry told ON told.party_id = other.id JOIN source ls ON ls.id = told.source_id
  ${inForce('ls', 'lb')} WHERE other.customer_id = e.customer_id AND told.kind = 'lead' AND ${holds})`
const ownerOf = (entry: string) => `coalesce(json_extract(${entry}.details, '$.owner'), '')`

/**
 * Only the newest file that tells the leads of a customer (`e`) says when he is contacted next: it tells them as they stand. A second
 * registration, by another than the first one's owner, changes nothing of it (R17).
 */
const saysNext = `NOT ${leadElsewhere(`told.source_id > ${sourceOf} AND ${ownerOf('told')} IN ('', ${ownerOf('e')})`)}
  AND (${ownerOf('e')} = '' OR NOT ${leadElsewhere(`told.source_id < ${sourceOf} AND ${ownerOf('told')} NOT IN ('', ${ownerOf('e')})`)})`

function loadContacts(ledger: Ledger, { indexOf }: Buyers): ContactFacts[] {
  const rows = ledger.db
    .prepare(`SELECT id, customerId, "on", kind, rule, nextOn, result, agreedText FROM (
        SELECT DISTINCT c.id, p.customer_id AS customerId, c.on_day AS "on", c.kind, c.rule, c.next_on AS nextOn, c.result,
          CASE WHEN c.next_on IS NULL THEN '' ELSE c.text END AS agreedText, c.text, TRUE AS isTyped, c.id AS at FROM contact c
          ${contactsInForce('c')} JOIN key k ON k.text = c.key ${customersOfKey}
        UNION ALL SELECT -e.id, e.customer_id, coalesce(e.on_day, ${importedBy}), iif(e.kind = 'lead', 'agreed', 'contact'), NULL, e.next_on,
          iif(e.kind = 'lead', '', coalesce(json_extract(e.details, '$.result'), '')), CASE WHEN e.next_on IS NULL THEN '' ELSE e.text END, e.text, FALSE, e.row
        FROM ${customerEntries} e WHERE (e.kind = 'contact' AND e.on_day IS NOT NULL) OR (e.kind = 'lead' AND e.next_on IS NOT NULL AND ${saysNext})
      ) ORDER BY ${asItHappened}`)
    .all() as (Omit<ContactFacts, 'customer' | 'isAttempt' | 'agreedText' | 'kind'> & {
    kind: ContactFacts['kind'] | 'agreed'
    customerId: number
    result: string
    agreedText: string
  })[]
  return rows
    .map(({ customerId, on, kind: told, rule, nextOn, result, agreedText }): ContactFacts => {
      const kind = told === 'agreed' ? 'contact' : told
      // A day that is agreed without a contact is told like that of an attempt, which is none either.
      const isAttempt = told === 'agreed' || (kind === 'contact' && result !== '' && !isContactMade(result))
      const said = { ...(isAttempt ? { isAttempt } : {}), ...(agreedText === '' ? {} : { agreedText }) }
      return { customer: indexOf(customerId), on, kind, rule, nextOn, ...said }
    })
    .filter((contact) => contact.customer >= 0)
}
