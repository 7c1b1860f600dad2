import {
  type CurrentOrder,
  currentOrder,
  type FieldChange,
  fieldChanges,
  inShopCurrency,
  isTie,
  type OrderVersion,
} from '../core/import/current-order.js'
import { foldName, keysOf } from '../core/import/identity.js'
import { type Key, kindOf } from '../core/import/party-keys.js'
import type { OrderKind } from '../core/import/record.js'
import type { Ledger } from './ledger.js'
import { countOrders, type OrderCounts } from './order-counter.js'
import { inPages } from './pages.js'
import { type PartyRow, partyColumns, selectParties } from './parties.js'
import { ledgerSetting } from './settings.js'
import { liveVersions, partyRank, versionReader } from './versions.js'

/** One order of the plan that the ledger already has and that the import changes. */
export interface PlannedUpdate {
  readonly source: number
  readonly number: string
  readonly row: number
  readonly changes: readonly FieldChange[]
  /** ISO codes of the amounts before and after. */
  readonly currency: { readonly from: string; readonly to: string }
}

/** An order number that came back with another day and another buyer (R3): two shops' orders, most likely. */
export interface PlannedConflict {
  readonly source: number
  readonly number: string
  readonly row: number
}

/** What applying the staged records would do, order by order; nothing of the ledger is touched by making it. */
export interface ImportPlan {
  counts(source: number): OrderCounts
  updates(): IterableIterator<PlannedUpdate>
  readonly conflicts: readonly PlannedConflict[]
  /** Orders two files tell differently without saying which is newer: the one imported last counts. */
  readonly arrivals: readonly PlannedConflict[]
}

interface StagedKnown extends OrderVersion {
  readonly source: number
  readonly number: string
  readonly row: number
  readonly orderId: number | null
  readonly stagedParty: number | null
  readonly stagedLine: number
}

const stagedVersion = `o.id, o.source, o.number, o.row, o.order_id AS orderId, o.party AS stagedParty, o.first_line AS stagedLine, s.aspects AS aspects, o.stated_at AS statedAt, o.kind,
  p.party_id AS partyId, ${partyRank('p')} AS partyRank, o.placed_on AS placedOn, o.placed_time AS placedTime, o.paid_on AS paidOn, o.status, o.is_paid AS isPaid,
  o.currency, o.is_currency_assumed AS isCurrencyAssumed, o.total_minor AS totalMinor, o.refund_minor AS refundMinor, o.refund_number AS refundNumber, o.refund_rows AS refundRows, o.discount_minor AS discountMinor, o.shipping_minor AS shippingMinor,
  o.tax_minor AS taxMinor, o.fee_minor AS feeMinor, o.cost_minor AS costMinor, o.note, NULL AS firstLine, o.line_count AS lineCount`

/**
 * Compares what is staged with the ledger as it stands. May be made again: the answer is written beside the staged orders
 * (`change`: insert, update, unchanged, conflict, and older: nothing new now, kept for an undo).
 */
export function planImport(ledger: Ledger): ImportPlan {
  matchKnown(ledger)
  const known = judgeKnown(ledger)
  const conflicts = [...known.conflicts, ...judgeTogether(ledger)]
  const versions = versionReader(ledger)
  return {
    counts: (source) => countOrders(ledger, source),
    *updates() {
      for (const staged of stagedWith(ledger, 'update')) {
        const known = staged.orderId === null ? [] : versions(staged.orderId)
        const after = currentOrder([...known, asNewest(staged)])
        const before = known.length === 0 ? after : currentOrder(known)
        const changes = fieldChanges(before, after)
        const currency = { from: before.currency, to: after.currency }
        yield { source: staged.source, number: staged.number, row: staged.row, changes, currency }
      }
    },
    conflicts,
    arrivals: known.arrivals,
  }
}

/** Finds the order, party and unchanged version each staged record already has in the ledger. */
function matchKnown(ledger: Ledger): void {
  ledger.db.exec(`
    UPDATE staged_party SET party_id = (SELECT p.id FROM party p WHERE p.digest_a = staged_party.digest_a AND p.digest_b = staged_party.digest_b);
    UPDATE staged_shop SET shop_id = (SELECT shop.id FROM shop WHERE shop.platform = staged_shop.platform AND shop.name = staged_shop.name);
    UPDATE staged_order SET order_id = (SELECT k.id FROM staged_shop JOIN order_key k ON k.shop_id = staged_shop.shop_id AND k.number = staged_order.number
      WHERE staged_shop.id = staged_order.shop) WHERE EXISTS (SELECT 1 FROM order_key);`)
  matchUnnumbered(ledger)
  ledger.db.exec(`
    UPDATE staged_order SET change = CASE
      WHEN order_id IS NULL OR NOT EXISTS (SELECT 1 FROM ${liveVersions} WHERE v.order_id = staged_order.order_id) THEN 'insert'
      WHEN EXISTS (SELECT 1 FROM ${liveVersions} WHERE v.order_id = staged_order.order_id AND v.content = staged_order.content
        AND s.aspects = (SELECT aspects FROM staged_source WHERE id = staged_order.source)) THEN 'unchanged'
      ELSE 'known' END WHERE order_id IS NOT NULL OR change <> 'insert';
    -- Several files of one import may tell the same order.
    UPDATE staged_order SET change = CASE WHEN again.is_same THEN 'unchanged' ELSE 'update' END FROM (
      SELECT o.id AS at, row_number() OVER w AS nth, o.content = first_value(o.content) OVER w AND s.aspects = first_value(s.aspects) OVER w AS is_same
      FROM staged_order o JOIN staged_source s ON s.id = o.source
      WHERE (SELECT count(*) FROM staged_source) > 1 WINDOW w AS (PARTITION BY o.shop, o.number ORDER BY o.id)) AS again
      WHERE again.at = staged_order.id AND again.nth > 1 AND change = 'insert';
  `)
}

/**
 * An order without a number is the same whether its currency is stated or not: what one file states another may leave to
 * assumption. Two stated currencies make two orders (R3).
 */
function matchUnnumbered({ db }: Ledger): void {
  if (db.prepare('SELECT NOT EXISTS (SELECT 1 FROM staged_order WHERE stem IS NOT NULL)').pluck().get() === 1) return
  db.exec(`
    -- A key that only voided imports bear says nothing of what the order is known as now.
    UPDATE staged_order SET order_id = NULL WHERE stem IS NOT NULL AND order_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM ${liveVersions} WHERE v.order_id = staged_order.order_id);
    UPDATE staged_order SET order_id = known.id, number = known.number FROM (
      SELECT o.id AS at, k.id, min(k.number) AS number, row_number() OVER (PARTITION BY o.source, k.id ORDER BY o.id) AS taker
      FROM staged_order o JOIN staged_shop h ON h.id = o.shop
      JOIN order_key k ON k.shop_id = h.shop_id AND k.number > o.stem AND k.number < o.stem || '~~' AND k.number LIKE '%~' || o.nth
      WHERE o.order_id IS NULL AND (o.is_currency_assumed OR k.number = o.stem || '~' || o.nth)
        AND EXISTS (SELECT 1 FROM ${liveVersions} WHERE v.order_id = k.id)
        AND (o.is_currency_assumed OR NOT EXISTS (SELECT 1 FROM ${liveVersions} WHERE v.order_id = k.id AND NOT v.is_currency_assumed AND v.currency <> o.currency))
        AND (o.source, k.id) NOT IN (SELECT source, order_id FROM staged_order WHERE order_id IS NOT NULL) GROUP BY o.id) AS known
      WHERE known.at = staged_order.id AND known.taker = 1;
    -- A sheet that holds both keeps them apart.
    UPDATE staged_order SET number = other.number FROM (
      WITH both AS MATERIALIZED (SELECT shop, stem, nth FROM staged_order WHERE stem IS NOT NULL GROUP BY source, shop, stem, nth
        HAVING min(is_currency_assumed) <> max(is_currency_assumed))
      SELECT a.id AS at, min(b.number) AS number FROM staged_order a JOIN staged_order b ON b.stem = a.stem AND b.nth = a.nth AND b.shop = a.shop
      WHERE (SELECT count(*) FROM staged_source) > 1 AND a.is_currency_assumed AND NOT b.is_currency_assumed AND b.source <> a.source
        AND a.order_id IS NULL AND b.order_id IS NULL AND (a.shop, a.stem, a.nth) NOT IN (SELECT shop, stem, nth FROM both) GROUP BY a.id) AS other
      WHERE other.at = staged_order.id;`)
}

const asNewest = (staged: OrderVersion): OrderVersion => ({ ...staged, id: Number.MAX_SAFE_INTEGER })
const asOldest = (staged: OrderVersion): OrderVersion => ({ ...staged, id: -1 })

/** Staged states of a kind of change. */
function* stagedWith(ledger: Ledger, change: 'known' | 'update'): IterableIterator<StagedKnown> {
  const currency = ledgerSetting(ledger, 'shop.currency')
  const page = ledger.db.prepare(
    `SELECT ${stagedVersion} FROM staged_order o JOIN staged_source s ON s.id = o.source LEFT JOIN staged_party p ON p.id = o.party
      WHERE o.change = ? AND o.id > ? ORDER BY o.id LIMIT ?`,
  )
  for (const staged of inPages<StagedKnown>(page, change)) yield inShopCurrency(staged, currency)
}

interface Judged {
  readonly conflicts: readonly PlannedConflict[]
  readonly arrivals: readonly PlannedConflict[]
}

/** Sorts staged states of known orders into updates, older states and conflicts. */
function judgeKnown(ledger: Ledger): Judged {
  const marks = marker(ledger)
  const versions = versionReader(ledger)
  const stagedParty = partyReader(ledger, stagedParties)
  const knownParty = partyReader(ledger, selectParties)
  const sameLines = lineComparer(ledger)
  const conflicts: PlannedConflict[] = []
  const arrivals: PlannedConflict[] = []
  for (const staged of stagedWith(ledger, 'known')) {
    const known = versions(staged.orderId!)
    const before = currentOrder(known)
    const place = { source: staged.source, number: staged.number, row: staged.row }
    const isOtherDay = staged.placedOn !== null && before.placedOn !== null && staged.placedOn !== before.placedOn
    const mayConflict = isOtherDay && isTelling(staged.kind) && isTelling(before.kind)
    if (mayConflict && areOtherBuyers(stagedParty(staged.stagedParty), knownParty(before.partyId))) {
      conflicts.push(place)
      marks.add(staged.id, 'conflict')
      continue
    }
    const after = currentOrder([...known, asNewest(staged)])
    const isChange = fieldChanges(before, after).length > 0
    const isOtherBuyer = () => areOtherBuyers(stagedParty(staged.stagedParty), knownParty(before.partyId))
    // Two exports of the same moment are no tie while each tells other aspects of the order.
    const isByArrival = () => {
      const other = currentOrder([asOldest(staged), ...known])
      return fieldChanges(after, other).length > 0 || (after.partyId !== other.partyId && isOtherBuyer())
    }
    const isTied = () => known.some((version) => isTie(version, staged))
    if ((isChange || after.partyId !== before.partyId) && isTied() && isByArrival()) arrivals.push(place)
    if (!isTelling(before.kind) && isTelling(after.kind)) {
      // Only now is it a sale: until then parts of it, or payments for it, were here.
      marks.add(staged.id, 'insert')
      continue
    }
    const isNews = isChange || (after.versionId === Number.MAX_SAFE_INTEGER && !sameLines(before, staged))
    marks.add(staged.id, isNews ? 'update' : 'older')
  }
  marks.write()
  return { conflicts, arrivals }
}

const marksAtOnce = 10_000

/** Marks staged orders with what becomes of them, many in one statement: outside a transaction each would be one of its own. */
function marker({ db }: Ledger) {
  const mark = db.prepare('UPDATE staged_order SET change = ? WHERE id IN (SELECT value FROM json_each(?))')
  const waiting = new Map<string, number[]>()
  const write = () => {
    for (const [change, ids] of waiting) mark.run(change, JSON.stringify(ids))
    waiting.clear()
  }
  const add = (id: number, change: string) => {
    const ids = waiting.get(change) ?? []
    waiting.set(change, ids)
    if (ids.push(id) >= marksAtOnce) write()
  }
  return { add, write }
}

/** Whether a state tells the sale itself, with its day and its buyer. */
const isTelling = (kind: OrderKind): boolean => kind === 'order' || kind === 'return'

/** Whether a staged order has the lines of a known one; one whose file tells no lines says nothing against them. */
function lineComparer({ db }: Ledger): (known: CurrentOrder, staged: StagedKnown) => boolean {
  const texts = (lines: string, products: string) =>
    db
      .prepare(
        `SELECT json_array(r.sku, r.name, l.quantity, l.amount_minor) FROM ${lines} LEFT JOIN ${products} WHERE l.id >= ? AND l.id < ? ORDER BY 1`,
      )
      .pluck()
  const known = texts('line l', 'product r ON r.id = l.product_id')
  const told = texts('staged_line l', 'staged_product r ON r.id = l.product')
  return ({ firstLine, lineCount }, staged) => {
    if (staged.lineCount === 0) return true
    if (staged.lineCount !== lineCount || firstLine === null) return false
    const fresh = told.all(staged.stagedLine, staged.stagedLine + lineCount) as string[]
    return known.all(firstLine, firstLine + lineCount).every((line, index) => line === fresh[index])
  }
}

/** Orders new to the ledger that several files of one import tell: the later file must agree with the first. */
function judgeTogether(ledger: Ledger): PlannedConflict[] {
  const { db } = ledger
  if ((db.prepare('SELECT count(*) FROM staged_source').pluck().get() as number) < 2) return []
  const again = db
    .prepare(`SELECT o.id, o.source, o.number, o.row, o.party, f.party AS firstParty FROM staged_order o
      JOIN (SELECT min(id) AS id, shop, number FROM staged_order GROUP BY shop, number HAVING count(*) > 1) g
        ON g.shop = o.shop AND g.number = o.number
      JOIN staged_order f ON f.id = g.id
      WHERE o.id > f.id AND o.change = 'update' AND f.change = 'insert' AND o.placed_on <> f.placed_on AND o.kind IN ('order', 'return') AND f.kind IN ('order', 'return')`)
    .all() as (PlannedConflict & { id: number; party: number | null; firstParty: number | null })[]
  const mark = db.prepare("UPDATE staged_order SET change = 'conflict' WHERE id = ?")
  const stagedParty = partyReader(ledger, stagedParties)
  const conflicts = again.filter(({ party, firstParty }) => areOtherBuyers(stagedParty(party), stagedParty(firstParty)))
  for (const { id } of conflicts) mark.run(id)
  return conflicts.map(({ source, number, row }) => ({ source, number, row }))
}

const stagedParties = `SELECT p.id, p.platform, p.shop, ${partyColumns} FROM staged_party p`

function partyReader(ledger: Ledger, select: string): (id: number | null) => PartyRow | null {
  const one = ledger.db.prepare(`${select} WHERE p.id = ?`)
  return (id) => (id === null ? null : (one.get(id) as PartyRow))
}

/**
 * Whether two parties are of two people: they have no key in common, and no name either, or the one name is beside two ids,
 * e-mails or phones that say otherwise. Nobody is no other.
 */
function areOtherBuyers(a: PartyRow | null, b: PartyRow | null): boolean {
  if (a === null || b === null) return false
  const [ofA, ofB] = [a, b].map((party) => keysOf(party).filter((key) => kindOf(key) !== 'n')) as [Key[], Key[]]
  if (ofB.some((key) => ofA.includes(key))) return false
  const isNamesake = a.name !== '' && foldName(a.name) === foldName(b.name)
  const differs = (kind: string) => [ofA, ofB].every((keys) => keys.some((key) => kindOf(key) === kind))
  return !isNamesake || [...'bep'].some(differs)
}
