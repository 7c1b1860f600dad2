import { placesById } from '../core/customer-places.js'
import { currentOrder } from '../core/import/told/current-order.js'
import { type CurrentOrder, inCurrency } from '../core/import/told/order-version.js'
import { isInFigures, orderFigures } from '../core/order-figures.js'
import type { Snapshot } from '../core/snapshot.js'
import type { Correction, Corrections, OrderShare } from '../core/value/corrections.js'
import { type Day, todayIn } from '../core/values/business-date.js'
import { inForce } from './in-force.js'
import { type Ledger, read } from './ledger.js'
import { customersOfKey } from './parties.js'
import { baseCurrency, countRules, rateReader } from './settings.js'
import { type BatchedVersion, liveVersions, versionsOf } from './versions.js'

/** Which corrections are asked for. */
export interface CorrectionSpan {
  /** Orders up to this day. */
  readonly ordersUpTo: Day
  /** Imports made after the first day and up to the second lie between the days compared. */
  readonly importsBetween: readonly [after: Day, upTo: Day]
}

/**
 * What imports made after a day (in the ledger's zone) changed of older orders (R14). A ledger that had no import by then is
 * taken as of its first one, and orders only added since are no corrections of it.
 */
export function loadCorrections(ledger: Ledger, snapshot: Snapshot, span: CorrectionSpan, zone: string): Corrections {
  return read(ledger, () => {
    const [after, upTo] = span.importsBetween
    const imports = liveImports(ledger, zone)
    const later = imports.filter(({ day }) => day > after)
    const hadImports = later.length < imports.length
    const changing = hadImports ? later : later.slice(1)
    const found = { since: [] as Correction[], between: [] as Correction[] }
    if (changing.length === 0) return found
    const first = changing[0]!.batch
    const last = changing.findLast(({ day }) => day <= upTo)?.batch ?? 0
    const shareOf = shareReader(ledger, snapshot)
    for (const versions of versionsOf(ledger, changedOrders(first, span.ordersUpTo, hadImports))) {
      found.since.push(...correctionOf(versions, [first, Number.POSITIVE_INFINITY], shareOf))
      found.between.push(...correctionOf(versions, [first, last], shareOf))
    }
    return found
  })
}

/** Imports in force, in the order of their batches, with the day they were made on. */
function liveImports(ledger: Ledger, zone: string): { batch: number; day: Day }[] {
  const rows = ledger.db
    .prepare("SELECT id, made_at AS madeAt FROM batch WHERE kind = 'import' AND voided_at IS NULL ORDER BY id")
    .all() as { id: number; madeAt: string }[]
  return rows.map(({ id, madeAt }) => ({ batch: id, day: todayIn(zone, Date.parse(madeAt)) }))
}

/** Selects the orders with a state up to a day of which a batch from `first` on says something new. */
function changedOrders(first: number, upTo: Day, hadImports: boolean): string {
  const known = `SELECT 1 FROM order_version e JOIN source es ON es.id = e.source_id ${inForce('es', 'eb')}
      WHERE e.order_id = v.order_id`
  return `SELECT DISTINCT v.order_id FROM ${liveVersions} WHERE s.batch_id >= ${first}
      AND EXISTS (SELECT 1 FROM order_version d WHERE d.order_id = v.order_id AND d.placed_on <= ${upTo})
      AND NOT EXISTS (${known} AND e.content = v.content AND es.aspects = s.aspects AND e.id < v.id)
      ${hadImports ? '' : `AND EXISTS (${known} AND es.batch_id < ${first})`}`
}

type ShareOf = (order: CurrentOrder, latest: CurrentOrder) => OrderShare | null

/** What the imports from one batch to another changed of an order; none where nothing changed in the figures. */
function correctionOf(
  versions: readonly BatchedVersion[],
  [first, last]: readonly [number, number],
  shareOf: ShareOf,
): Correction[] {
  const latest = currentOrder(versions)
  const upTo = (batch: number) => {
    const told = versions.filter((version) => version.batch <= batch)
    return told.length === 0 ? null : shareOf(currentOrder(told), latest)
  }
  const batches = new Set(versions.map(({ batch }) => batch).filter((batch) => batch >= first && batch <= last))
  const before = upTo(first - 1)
  let [changing, after] = [0, before]
  for (const batch of [...batches].sort((a, b) => a - b)) {
    const next = upTo(batch)
    if (!isSame(after, next)) changing = batch
    after = next
  }
  return isSame(before, after) ? [] : [{ batch: changing, before, after }]
}

function isSame(a: OrderShare | null, b: OrderShare | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** What an order adds, as some of its versions tell it; null where it is in no customer's figures. */
function shareReader(ledger: Ledger, snapshot: Snapshot): ShareOf {
  const positions = placesById(snapshot.customers)
  const living = ledger.db
    .prepare(
      'SELECT name.public_id FROM party p JOIN customer c ON c.id = p.customer_id JOIN key name ON name.id = c.key_id WHERE p.id = ?',
    )
    .pluck()
  // A writing that nothing in force bears any more is found by its keys, the strongest first.
  const byKeys = ledger.db
    .prepare(`SELECT name.public_id FROM party_key own JOIN key k ON k.id = own.key_id ${customersOfKey} JOIN key name ON name.id = who.key_id
      WHERE own.party_id = ? ORDER BY instr('baepn', substr(k.text, 1, 1)), k.text LIMIT 1`)
    .pluck()
  const base = baseCurrency(ledger) ?? ''
  const rates = rateReader(ledger, base)
  const counts = countRules(ledger)
  return (order, latest) => {
    if (!isInFigures(order.kind) || order.placedOn === null) return null
    const found = living.get(order.partyId) ?? byKeys.get(order.partyId)
    const customer = positions.get((found as string | undefined) ?? '')
    if (customer === undefined) return null
    const day = order.placedOn
    // History must not ask for the rate of a currency that the order is in no more.
    const restated = rates.has(order.currency, day) ? order : inCurrency(order, latest.currency)
    const inBase = (minor: number) => rates.convert(minor, restated.currency, day)
    const { grossMinor, netMinor, costsMinor, isCounted } = orderFigures(restated, counts)
    const net = inBase(netMinor)
    return {
      ...{ customer, day, isCounted, grossMinor: inBase(grossMinor), netMinor: net },
      profitMinor: net - inBase(costsMinor ?? 0),
    }
  }
}
