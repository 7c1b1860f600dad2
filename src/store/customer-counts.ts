import type { Ledger } from './ledger.js'

/** Customers an import made, and those it changed. */
export interface CustomerCounts {
  readonly inserted: number
  readonly updated: number
}

/** Customers of one staged sheet that the import made or changed; one whom several sheets name is the first one's. */
export function customerCounts(ledger: Ledger, source: number): CustomerCounts {
  const isOnly = ledger.db.prepare('SELECT count(*) < 2 FROM staged_source').pluck().get() === 1
  if (isOnly) return allCustomerCounts(ledger)
  return ledger.db
    .prepare(`WITH named AS MATERIALIZED (SELECT p.customer_id AS id, min(x.source) AS source
        FROM (SELECT party, source FROM staged_order UNION SELECT party, source FROM staged_profile) x
        JOIN staged_party s ON s.id = x.party JOIN party p ON p.id = s.party_id GROUP BY 1)
      SELECT count(*) FILTER (WHERE d.change = 'inserted') AS inserted, count(*) FILTER (WHERE d.change = 'updated') AS updated
      FROM derived_customer d JOIN named ON named.id = d.id WHERE named.source = @source`)
    .get({ source }) as CustomerCounts
}

/** Customers the whole import made or changed. */
export function allCustomerCounts(ledger: Ledger): CustomerCounts {
  return ledger.db
    .prepare(
      "SELECT count(*) FILTER (WHERE change = 'inserted') AS inserted, count(*) FILTER (WHERE change = 'updated') AS updated FROM derived_customer",
    )
    .get() as CustomerCounts
}
