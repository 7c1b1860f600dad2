import type { OrderKind } from '../core/import/record.js'
import { currentOrder, fieldChanges } from '../core/import/told/current-order.js'
import { orderNumber } from '../core/import/told/order-key.js'
import { type CurrentOrder, inShopCurrency, isTie, type OrderVersion } from '../core/import/told/order-version.js'
import type { Day } from '../core/values/business-date.js'
import type { Ledger } from './ledger.js'
import { areOtherBuyers, partyReader } from './order-buyers.js'
import { pagesOf } from './pages.js'
import { ledgerSetting } from './settings.js'
import { areOtherItems, areSameLines, lineReader } from './told-lines.js'
import { partyRank, versionReader } from './versions.js'

/** A staged order of which something is to be said beside what the ledger, or another file of the import, tells of it. */
export interface PlannedNotice {
  readonly source: number
  readonly number: string
  readonly row: number
}

/** Two tellings of an order that differ; amounts in minor units of their currency. */
export interface PlannedTie extends PlannedNotice {
  readonly before: Amount
  readonly after: Amount
}

interface Amount {
  readonly minor: number
  readonly currency: string
}

/** Two files tell wholly other items of one order; `isCounted`: those of the staged one count. */
export interface PlannedOtherItems extends PlannedNotice {
  readonly isCounted: boolean
}

/** Two tellings of an order on days of their own. */
export interface PlannedMove extends PlannedTie {
  readonly beforeOn: Day
  readonly afterOn: Day
}

export interface Judged {
  /** An order number that came back with another day and another buyer (R3): two shops' orders, most likely. */
  readonly conflicts: readonly PlannedNotice[]
  /** Orders two files tell differently without saying which is newer: the one imported last counts. */
  readonly ties: readonly PlannedTie[]
  readonly otherItems: readonly PlannedOtherItems[]
  /** Known orders that come with another day and another amount, from the same buyer. */
  readonly moved: readonly PlannedMove[]
}

type Notices = { [List in keyof Judged]: Judged[List][number][] }

const noNotices = (): Notices => ({ conflicts: [], ties: [], otherItems: [], moved: [] })

export interface StagedKnown extends OrderVersion {
  readonly source: number
  readonly number: string
  readonly row: number
  readonly orderId: number | null
  readonly stagedParty: number | null
  readonly stagedLine: number
}

const stagedVersions = `SELECT o.id, o.source, o.number, o.row, o.order_id AS orderId, o.party AS stagedParty, o.first_line AS stagedLine, s.aspects AS aspects, o.stated_at AS statedAt, o.kind,
  p.party_id AS partyId, ${partyRank('p')} AS partyRank, o.placed_on AS placedOn, o.placed_time AS placedTime, o.paid_on AS paidOn, o.delivered_on AS deliveredOn, o.status, o.is_paid AS isPaid,
  o.currency, o.is_currency_assumed AS isCurrencyAssumed, o.total_minor AS totalMinor, o.refund_minor AS refundMinor, o.refund_number AS refundNumber, o.refund_rows AS refundRows, o.discount_minor AS discountMinor, o.shipping_minor AS shippingMinor,
  o.tax_minor AS taxMinor, o.fee_minor AS feeMinor, o.cost_minor AS costMinor, o.note, o.owner, o.tags, o.consent, NULL AS firstLine, o.line_count AS lineCount
  FROM staged_order o JOIN staged_source s ON s.id = o.source LEFT JOIN staged_party p ON p.id = o.party`

export const asNewest = (staged: OrderVersion): OrderVersion => ({ ...staged, id: Number.MAX_SAFE_INTEGER })
const asOldest = (staged: OrderVersion): OrderVersion => ({ ...staged, id: -1 })

/** Staged states of a kind of change, each with those the ledger has of its order. */
export function* stagedWith(
  ledger: Ledger,
  change: 'known' | 'update',
): IterableIterator<{ readonly staged: StagedKnown; readonly known: readonly OrderVersion[] }> {
  const currency = ledgerSetting(ledger, 'shop.currency')
  const page = ledger.db.prepare(`${stagedVersions} WHERE o.change = ? AND o.id > ? ORDER BY o.id LIMIT ?`)
  const versions = versionReader(ledger)
  for (const found of pagesOf<StagedKnown>(page, change)) {
    const known = versions(found.flatMap(({ orderId }) => orderId ?? []))
    for (const staged of found)
      yield { staged: inShopCurrency(staged, currency), known: known.get(staged.orderId ?? 0) ?? [] }
  }
}

const noticeOf = ({ source, number, row }: StagedKnown): PlannedNotice => ({ source, number, row })

/** Sorts staged states of known orders into updates, older states and conflicts. */
export function judgeKnown(ledger: Ledger): Judged {
  const marks = marker(ledger)
  const parties = partyReader(ledger)
  const lines = lineReader(ledger)
  const judged = noNotices()
  for (const { staged, known } of stagedWith(ledger, 'known')) {
    const before = currentOrder(known)
    const buyers = () => areOtherBuyers(parties.staged(staged.stagedParty), parties.known(before.partyId))
    if (isOtherSale(before, staged) && buyers()) {
      judged.conflicts.push(noticeOf(staged))
      marks.add(staged.id, 'conflict')
      continue
    }
    const after = currentOrder([...known, asNewest(staged)])
    const told = () => lines.staged(staged.stagedLine, staged.lineCount)
    addNotice(judged, known, staged, buyers, () =>
      alike(known, staged).every(({ firstLine, lineCount }) =>
        areOtherItems(lines.known(firstLine, lineCount), told()),
      ),
    )
    if (!isTelling(before.kind) && isTelling(after.kind)) {
      // Only now is it a sale: until then parts of it, or payments for it, were here.
      marks.add(staged.id, 'insert')
      continue
    }
    const isChange = fieldChanges(before, after).length > 0
    const hasSameLines = () =>
      staged.lineCount === 0 || areSameLines(lines.known(before.firstLine, before.lineCount), told())
    const isNews = isChange || (after.versionId === Number.MAX_SAFE_INTEGER && !hasSameLines())
    marks.add(staged.id, isNews ? 'update' : 'older')
  }
  marks.write()
  return withoutCorrections(ledger, judged)
}

/** Orders new to the ledger that several files of one import tell: the later file must agree with the first. */
export function judgeTogether(ledger: Ledger): Judged {
  const { db } = ledger
  const judged = noNotices()
  if ((db.prepare('SELECT count(*) FROM staged_source').pluck().get() as number) < 2) return judged
  const pairs = db
    .prepare(`SELECT o.id AS later, f.id AS first FROM staged_order o
      JOIN (SELECT min(id) AS id, shop, number FROM staged_order GROUP BY shop, number HAVING count(*) > 1) g
        ON g.shop = o.shop AND g.number = o.number
      JOIN staged_order f ON f.id = g.id
      WHERE o.id > f.id AND o.change = 'update' AND f.change = 'insert' AND o.refund_number = f.refund_number ORDER BY o.id`)
    .all() as { later: number; first: number }[]
  const version = db.prepare(`${stagedVersions} WHERE o.id = ?`)
  const currency = ledgerSetting(ledger, 'shop.currency')
  // Buyers that are new to the ledger have no other number yet.
  const stagedAt = (id: number): StagedKnown => {
    const staged = inShopCurrency(version.get(id) as StagedKnown, currency)
    return { ...staged, partyId: staged.stagedParty }
  }
  const mark = db.prepare("UPDATE staged_order SET change = 'conflict' WHERE id = ?")
  const parties = partyReader(ledger)
  const lines = lineReader(ledger)
  for (const pair of pairs) {
    const [first, later] = [stagedAt(pair.first), stagedAt(pair.later)]
    const buyers = () => areOtherBuyers(parties.staged(later.stagedParty), parties.staged(first.stagedParty))
    if (isOtherSale(first, later) && buyers()) {
      mark.run(later.id)
      judged.conflicts.push(noticeOf(later))
      continue
    }
    const told = ({ stagedLine, lineCount }: StagedKnown) => lines.staged(stagedLine, lineCount)
    addNotice(judged, [first], later, buyers, () => areOtherItems(told(first), told(later)))
  }
  return withoutCorrections(ledger, judged)
}

/**
 * A newer copy of a sheet tells its other sales again as they were: one without a number whose item is another there was
 * corrected. Two sheets that have no such sales in common tell two sales.
 */
function withoutCorrections({ db }: Ledger, judged: Judged): Judged {
  const unchanged = db.prepare("SELECT count(*) FROM staged_order WHERE source = ? AND change = 'unchanged'").pluck()
  const corrected = new Map<number, number>()
  for (const { source, number } of judged.otherItems)
    if (orderNumber(number) === null) corrected.set(source, (corrected.get(source) ?? 0) + 1)
  const copies = new Set([...corrected].flatMap(([id, count]) => ((unchanged.get(id) as number) >= count ? [id] : [])))
  const isCorrection = ({ source, number }: PlannedNotice) => copies.has(source) && orderNumber(number) === null
  return { ...judged, otherItems: judged.otherItems.filter((notice) => !isCorrection(notice)) }
}

type Sale = Pick<OrderVersion, 'kind' | 'placedOn'>

/** Whether the number came back with another day. */
function isOtherSale(before: Sale, staged: Sale): boolean {
  const isOtherDay = staged.placedOn !== null && before.placedOn !== null && staged.placedOn !== before.placedOn
  return isOtherDay && isTelling(staged.kind) && isTelling(before.kind)
}

/** Whether a state tells the sale itself, with its day and its buyer. */
const isTelling = (kind: OrderKind): boolean => kind === 'order' || kind === 'return'

/** Tellings of the sale by exports of the same kind. */
const alike = (known: readonly OrderVersion[], staged: OrderVersion) =>
  known.filter(({ aspects, kind }) => aspects === staged.aspects && kind === staged.kind)

/** What is to be said where nothing tells which of two states is right, or where they are of other days or items. */
function addNotice(
  judged: Notices,
  known: readonly OrderVersion[],
  staged: StagedKnown,
  areOtherBuyers: () => boolean,
  areOtherItems: () => boolean,
): void {
  const isTied = known.some((version) => isTie(version, staged))
  const likes = isTelling(staged.kind) ? alike(known, staged) : []
  const isOtherTotal = likes.length > 0 && likes.every(({ totalMinor }) => totalMinor !== staged.totalMinor)
  if (!isTied && !isOtherTotal) return
  const [before, after] = [currentOrder(known), currentOrder([...known, asNewest(staged)])]
  const amounts = { before: amountOf(before), after: amountOf(staged) }
  const isOtherDay = likes.every(({ placedOn }) => placedOn !== staged.placedOn)
  // What was paid for since may have changed on the way.
  const isSettled = before.isPaid === staged.isPaid
  if (isOtherTotal && isOtherDay && isSettled && before.placedOn !== null && staged.placedOn !== null) {
    judged.moved.push({ ...noticeOf(staged), ...amounts, beforeOn: before.placedOn, afterOn: staged.placedOn })
    return
  }
  // Without a number two equal sales of one day are one; under a number products may have been named anew.
  const isUnnumbered = likes.length > 0 && orderNumber(staged.number) === null
  if ((isOtherTotal || isUnnumbered) && areOtherItems()) {
    judged.otherItems.push({ ...noticeOf(staged), isCounted: after.versionId === Number.MAX_SAFE_INTEGER })
    return
  }
  if (!isTied || (fieldChanges(before, after).length === 0 && after.partyId === before.partyId)) return
  // Two exports of the same moment are no tie while each tells other aspects of the order.
  const other = currentOrder([asOldest(staged), ...known])
  const isByArrival = fieldChanges(after, other).length > 0 || (after.partyId !== other.partyId && areOtherBuyers())
  if (isByArrival) judged.ties.push({ ...noticeOf(staged), before: amounts.before, after: amountOf(after) })
}

const amountOf = ({ totalMinor, currency }: Pick<CurrentOrder, 'totalMinor' | 'currency'>): Amount => ({
  minor: totalMinor ?? 0,
  currency,
})

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
