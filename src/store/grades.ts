import { scoresByCustomer, scoresOn } from '../core/follow-up/feedback/scores.js'
import { type OrderFacts, orderFigures } from '../core/order-figures.js'
import type { Snapshot } from '../core/snapshot.js'
import { type Window, windowOf } from '../core/value/aggregate.js'
import type { UnpaidOrder } from '../core/value/credit.js'
import type { GradeDecision, GradeKind } from '../core/value/grades/decision.js'
import type { GradeFacts } from '../core/value/grades/facts.js'
import type { Ratings } from '../core/value/grades/loyalty.js'
import type { Day } from '../core/values/business-date.js'
import { once } from '../core/values/once.js'
import { loadCategoryCounts } from './category-counts.js'
import { loadSalesOf } from './category-sales.js'
import { loadEntryFacts } from './entry-facts.js'
import { loadEvents } from './events.js'
import { inForce } from './in-force.js'
import { type Ledger, read } from './ledger.js'
import { customersOfKey } from './parties.js'
import { countRules } from './settings.js'

/** A grade as the seller decides it; `value` of a referrer is that customer's own key. */
export type NewGrade = Pick<GradeDecision, 'what' | 'value' | 'until' | 'reason' | 'author'>

/** Records what was decided of the customer of a key, for a batch. Runs inside a decision. */
export function insertGrades(ledger: Ledger, batch: number, key: string, on: Day, grades: readonly NewGrade[]): void {
  const insert = ledger.db.prepare(
    'INSERT INTO grade (batch_id, key, what, value, until, reason, author, on_day) VALUES (?, ?, @what, @value, @until, @reason, @author, ?)',
  )
  for (const grade of grades) insert.run(batch, key, on, grade)
}

interface GradeRow extends Omit<GradeDecision, 'what'> {
  readonly customer: string
  readonly what: GradeKind
}

/** Decisions in force up to a day, with the customer (`who`) each is about; what is about a key that joins nobody is about nobody. */
const gradesUpTo = `SELECT DISTINCT g.id, name.public_id AS customer, g.what, g.value, g.until, g.reason, g.author, g.on_day AS "on", b.id AS batch
  FROM grade g ${inForce('g')} JOIN key k ON k.text = g.key ${customersOfKey} JOIN key name ON name.id = who.key_id
  WHERE k.id NOT IN (SELECT key_id FROM shared_key) AND g.on_day <= @on`

/** What was decided of the customer with a key up to a day and is in force, oldest first. */
export function gradesOf(ledger: Ledger, key: string, on: Day): GradeDecision[] {
  return decisionsIn(ledger, `${gradesUpTo} AND name.text = @key ORDER BY g.on_day, g.id`, { on, key })
}

function decisionsIn(ledger: Ledger, sql: string, params: object): GradeRow[] {
  const rows = ledger.db.prepare(sql).all(params) as GradeRow[]
  const referrer = ledger.db
    .prepare(
      `SELECT name.public_id FROM key k ${customersOfKey} JOIN key name ON name.id = who.key_id WHERE k.text = ? LIMIT 1`,
    )
    .pluck()
  return rows.map((row) => {
    if (row.what !== 'referrer' || row.value === null) return row
    return { ...row, value: (referrer.get(row.value) as string | undefined) ?? '' }
  })
}

/**
 * What grades need to know beside a snapshot: what was decided up to the day `on`, and unpaid orders of the year that ends
 * with the as-of day, or of so many days (null for all, which serves the grades of every earlier day too).
 */
export function loadGradeFacts(
  ledger: Ledger,
  snapshot: Snapshot,
  asOf: Day,
  on: Day,
  unpaidDays: number | null = 365,
): GradeFacts {
  const { customers } = snapshot
  const byIndex = <T>(byId: ReadonlyMap<string, T>): ReadonlyMap<number, T> => {
    const found = new Map<number, T>()
    if (byId.size === 0) return found
    for (let index = 0; index < customers.length; index++) {
      const value = byId.get(customers[index]!.id)
      if (value !== undefined) found.set(index, value)
    }
    return found
  }
  return read(ledger, () => ({
    on,
    decisions: byIndex(grouped(decisionsIn(ledger, `${gradesUpTo} ORDER BY g.on_day, g.id`, { on }))),
    unpaid: byIndex(grouped(unpaidOrders(ledger, windowOf(asOf, unpaidDays)))),
    companies: once(() => byIndex(companies(ledger))),
    ratings: once(() => ratings(ledger, snapshot, on)),
    categories: (window) => loadCategoryCounts(ledger, snapshot, window),
    salesOf: (categories, window) => loadSalesOf(ledger, snapshot, window, categories),
  }))
}

function grouped<T extends { readonly customer: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.customer)
    if (group) group.push(row)
    else groups.set(row.customer, [row])
  }
  return groups
}

interface UnpaidRow extends OrderFacts {
  readonly customer: string
  readonly on: Day
  readonly status: UnpaidOrder['state']
}

/** Orders of customers that were called off before they were paid, or wait for their payment. */
function unpaidOrders(ledger: Ledger, { from, to }: Window): (UnpaidOrder & { readonly customer: string })[] {
  const rows = ledger.db
    .prepare(`SELECT name.public_id AS customer, o.placed_on AS "on", o.kind, o.is_paid AS isPaid, o.status, o.total_minor AS totalMinor,
        o.refund_minor AS refundMinor, o.fee_minor AS feeMinor, o.cost_minor AS costMinor FROM sales_order o
      JOIN party p ON p.id = o.party_id JOIN customer c ON c.id = p.customer_id JOIN key name ON name.id = c.key_id
      WHERE o.status IN ('cancelled', 'pending') AND o.is_paid = 0 AND o.kind = 'order' AND o.placed_on > coalesce(@from, o.placed_on - 1) AND o.placed_on <= @to
      ORDER BY o.placed_on, o.order_id`)
    .all({ from, to }) as UnpaidRow[]
  const counts = countRules(ledger)
  return rows.map((row) => {
    const { customer, on, status: state } = row
    return { customer, on, state, isCounted: orderFigures(row, counts).isCounted }
  })
}

function companies({ db }: Ledger): Map<string, string> {
  const rows = db
    .prepare("SELECT k.public_id, c.company FROM customer c JOIN key k ON k.id = c.key_id WHERE c.company <> ''")
    .raw()
    .all() as [string, string][]
  return new Map(rows)
}

/** The scores customers gave up to a day, in files and typed, by customer index. */
function ratings(ledger: Ledger, snapshot: Snapshot, on: Day): ReadonlyMap<number, Ratings> {
  const scores = scoresOn(loadEvents(ledger, snapshot, ['rating'], on), loadEntryFacts(ledger, snapshot, 'UTC'), on)
  return new Map(
    [...scoresByCustomer(scores)].map(([customer, own]) => {
      return [customer, { count: own.length, sum: own.reduce((sum, { score }) => sum + score, 0) }]
    }),
  )
}
