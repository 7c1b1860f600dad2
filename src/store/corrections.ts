import { currentOrder, orderAmounts } from '../core/import/current-order.js'
import type { Snapshot } from '../core/snapshot.js'
import type { Correction, OrderFigures } from '../core/value/corrections.js'
import { type Day, todayIn } from '../core/values/business-date.js'
import { type Ledger, read } from './ledger.js'
import { baseCurrency, converter } from './settings.js'
import { type BatchedVersion, liveVersions, versionReader } from './versions.js'

/**
 * What imports made after a day (in the ledger's zone) changed of the orders up to that day (R14). A ledger that had no
 * import by then is taken as of its first one, and orders only added since are no corrections of it.
 */
export function loadCorrections(ledger: Ledger, snapshot: Snapshot, since: Day, zone: string): Correction[] {
  return read(ledger, () => {
    const imports = liveImports(ledger, zone)
    const later = imports.filter(({ day }) => day > since)
    const hadImports = later.length < imports.length
    const changing = hadImports ? later : later.slice(1)
    if (changing.length === 0) return []
    const first = changing[0]!.batch
    const versions = versionReader(ledger)
    const figuresOf = figuresReader(ledger, snapshot)
    return changedOrders(ledger, first, since).flatMap((order) => {
      const found = correctionOf(versions(order), first, figuresOf)
      return found === null || (found.before === null && !hadImports) ? [] : [found]
    })
  })
}

/** Imports in force, in the order of their batches, with the day they were made on. */
function liveImports(ledger: Ledger, zone: string): { batch: number; day: Day }[] {
  const rows = ledger.db
    .prepare("SELECT id, made_at AS madeAt FROM batch WHERE kind = 'import' AND voided_at IS NULL ORDER BY id")
    .all() as { id: number; madeAt: string }[]
  return rows.map(({ id, madeAt }) => ({ batch: id, day: todayIn(zone, Date.parse(madeAt)) }))
}

/** Orders of a day up to `since` of which a batch from `first` on says something new. */
function changedOrders(ledger: Ledger, first: number, since: Day): number[] {
  return ledger.db
    .prepare(`SELECT DISTINCT v.order_id FROM ${liveVersions} WHERE s.batch_id >= @first
      AND EXISTS (SELECT 1 FROM order_version d WHERE d.order_id = v.order_id AND d.placed_on <= @since)
      AND NOT EXISTS (SELECT 1 FROM order_version e JOIN source es ON es.id = e.source_id JOIN batch eb ON eb.id = es.batch_id AND eb.voided_at IS NULL
        WHERE e.order_id = v.order_id AND e.content = v.content AND es.aspects = s.aspects AND e.id < v.id)`)
    .pluck()
    .all({ first, since }) as number[]
}

type FiguresOf = (versions: readonly BatchedVersion[]) => OrderFigures | null

/** Null where nothing changed in the figures. */
function correctionOf(versions: readonly BatchedVersion[], first: number, figuresOf: FiguresOf): Correction | null {
  const upTo = (batch: number) => figuresOf(versions.filter((version) => version.batch <= batch))
  const batches = [...new Set(versions.map(({ batch }) => batch))].filter((batch) => batch >= first)
  const before = upTo(first - 1)
  let [last, after] = [0, before]
  for (const batch of batches.sort((a, b) => a - b)) {
    const next = upTo(batch)
    if (!sameFigures(after, next)) last = batch
    after = next
  }
  return sameFigures(before, after) ? null : { batch: last, before, after }
}

function sameFigures(a: OrderFigures | null, b: OrderFigures | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Figures of an order as some of its versions tell it; null where it is in no customer's. */
function figuresReader(ledger: Ledger, snapshot: Snapshot): FiguresOf {
  const positions = new Map(snapshot.customers.map(({ id }, index) => [id, index]))
  const publicId = ledger.db
    .prepare(
      'SELECT k.public_id FROM party p JOIN customer c ON c.id = p.customer_id JOIN key k ON k.id = c.key_id WHERE p.id = ?',
    )
    .pluck()
  const base = baseCurrency(ledger) ?? ''
  const convert = converter(ledger, base)
  return (versions) => {
    if (versions.length === 0) return null
    const order = currentOrder(versions)
    const amounts = orderAmounts(order)
    const customer = positions.get((publicId.get(order.partyId) as string | undefined) ?? '')
    if (amounts === null || customer === undefined) return null
    const day = order.placedOn!
    const inBase = (minor: number) => convert(minor, order.currency, day)
    const netMinor = inBase(amounts.netMinor)
    const isCounted = amounts.mayCount && netMinor > 0
    const profitMinor = isCounted ? netMinor - inBase(amounts.costMinor ?? 0) : netMinor
    return { customer, day, grossMinor: inBase(amounts.grossMinor), netMinor, profitMinor, isCounted }
  }
}
