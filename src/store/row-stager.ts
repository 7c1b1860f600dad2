import type { RowIssue } from '../core/import/order-sink.js'
import type { EntryRecord, OrderLine, OrderRecord, Party, ProfileRecord } from '../core/import/record.js'
import { orderKey } from '../core/import/told/order-key.js'
import { hash53, hashTriple } from '../core/values/hash.js'
import { HashNumbers } from '../core/values/hash-numbers.js'

export type Value = string | number | null

/** SKU, name and category. */
export type StagedProduct = readonly [sku: string, name: string, category: string]

/** A row that is not taken, with the issue that decided it. */
export interface RejectedRow {
  readonly row: number
  readonly cells: readonly string[]
  readonly issue: RowIssue
}

/**
 * Some records of one sheet as the store keeps them: flat, and cheap to hand to another thread. Shops, parties and products
 * are written out once; records name them by how-many-th of the sheet they are, counted from 1.
 */
export interface StagedRows {
  readonly shops: readonly string[]
  /** Values in the order of `partyColumns`, then the two digests. */
  readonly parties: readonly (readonly Value[])[]
  readonly products: readonly StagedProduct[]
  /** Values in the order of `orderColumns`. */
  readonly orders: readonly (readonly Value[])[]
  /** Four numbers a line: row, product, quantity, minor units; NaN for what the file does not say. */
  readonly lines: Float64Array
  /** Values in the order of `profileColumns`. */
  readonly profiles: readonly (readonly Value[])[]
  /** Values in the order of `entryColumns`. */
  readonly entries: readonly (readonly Value[])[]
  readonly rejects: readonly RejectedRow[]
}

export const lineWidth = 4

/** The names the store gives them. */
export const partyColumns =
  'platform shop buyer_scope buyer_id account_id name email phone company country region city address postcode'.split(
    ' ',
  )
/** `shop` and `party` first: what follows is stored as it is. */
export const orderColumns = (
  'shop party number stem row stated_at kind placed_on placed_time paid_on delivered_on status is_paid currency is_currency_assumed ' +
  'total_minor refund_minor refund_number refund_rows discount_minor shipping_minor tax_minor fee_minor cost_minor note owner tags consent line_count'
).split(' ')
export const profileColumns = 'party number row consent tags owner note details'.split(' ')
export const entryColumns = 'shop party row kind number on_day next_on value text details'.split(' ')

/** Values of a party in the order of `partyColumns`. */
function partyValues(party: Party): string[] {
  return [
    party.platform,
    party.shop,
    party.buyerScope,
    party.buyerId,
    party.accountId,
    party.name,
    party.email,
    party.phone,
    party.company,
    party.country,
    party.region,
    party.city,
    party.address,
    party.postcode,
  ]
}

/** What one exact writing of a party is found by; `text` is its values one after the other. */
function textDigests(text: string): [number, number] {
  return [hash53(text), hash53(text, 7)]
}

/** The digests of a party that comes from no file. */
export function partyDigests(party: Party): [number, number] {
  return textDigests(partyValues(party).join('\u0001'))
}

/** How many parties and products are kept in mind; who comes again after that is written out again. */
const mostKept = 200_000

/** Turns the records of one sheet into rows for the store. */
export class RowStager {
  private rows = emptyRows()
  private lines = new Float64Array(1 << 12)
  private filled = 0
  private readonly shops = new Map<string, number>()
  private readonly parties = new Map<string, number>()
  private partyCount = 0
  /** By the hash of SKU, name and category. */
  private readonly products = new HashNumbers()
  /** The halves of the hash of the product at hand. */
  private readonly product = new Int32Array(2)
  private productCount = 0

  order(record: OrderRecord): void {
    const party = record.party ? this.partyAt(record.party) : null
    const key = orderKey(record)
    for (const line of record.lines) this.addLine(line)
    this.rows.orders.push([
      this.shopAt(record.shop),
      party,
      key.text,
      key.stem,
      record.row,
      record.statedAt,
      record.kind,
      record.placedOn,
      record.placedTime,
      record.paidOn,
      record.deliveredOn,
      record.status,
      record.isPaid ? 1 : 0,
      record.currency,
      record.isCurrencyAssumed ? 1 : 0,
      record.totalMinor,
      record.refundMinor,
      record.refundNumber,
      record.refundRows,
      record.discountMinor,
      record.shippingMinor,
      record.taxMinor,
      record.feeMinor,
      record.costMinor,
      record.note,
      record.owner,
      record.tags,
      record.consent,
      record.lines.length,
    ])
  }

  profile({ row, party, order, consent, tags, owner, note, details }: ProfileRecord): void {
    const told = Object.keys(details).length === 0 ? '' : JSON.stringify(details)
    this.rows.profiles.push([this.partyAt(party), order, row, consent, tags, owner, note, told])
  }

  entry({ kind, order, on, nextOn, value, text, row, shop, party, details }: EntryRecord): void {
    const about = [this.shopAt(shop), party ? this.partyAt(party) : null, row, kind, order]
    this.rows.entries.push([...about, on, nextOn, value, text, JSON.stringify(details)])
  }

  reject(reject: RejectedRow): void {
    this.rows.rejects.push(reject)
  }

  /** What has come since the last time. */
  take(): StagedRows {
    const taken = { ...this.rows, lines: this.lines.slice(0, this.filled) }
    this.rows = emptyRows()
    this.filled = 0
    return taken
  }

  private addLine({ row, sku, name, category, quantity, amountMinor }: OrderLine): void {
    if (this.filled + lineWidth > this.lines.length) this.grow()
    const { lines } = this
    lines[this.filled++] = row
    lines[this.filled++] =
      sku === '' && name === '' && category === '' ? Number.NaN : this.productAt(sku, name, category)
    lines[this.filled++] = quantity ?? Number.NaN
    lines[this.filled++] = amountMinor ?? Number.NaN
  }

  private grow(): void {
    const longer = new Float64Array(this.lines.length * 2)
    longer.set(this.lines)
    this.lines = longer
  }

  private shopAt(name: string): number {
    const found = this.shops.get(name)
    if (found !== undefined) return found
    this.rows.shops.push(name)
    const nth = this.shops.size + 1
    this.shops.set(name, nth)
    return nth
  }

  private partyAt(party: Party): number {
    const values = partyValues(party)
    const text = values.join('\u0001')
    const found = this.parties.get(text)
    if (found !== undefined) return found
    this.rows.parties.push([...values, ...textDigests(text)])
    if (this.parties.size >= mostKept) this.parties.clear()
    this.parties.set(text, ++this.partyCount)
    return this.partyCount
  }

  /** By its hash: to find it by its names, of which each line brings new copies, takes as long as to read the line. */
  private productAt(sku: string, name: string, category: string): number {
    hashTriple(sku, name, category, this.product)
    const high = this.product[0]!
    const low = this.product[1]!
    const found = this.products.get(high, low)
    if (found > 0) return found
    this.rows.products.push([sku, name, category])
    if (this.products.size >= mostKept) this.products.clear()
    this.products.set(high, low, ++this.productCount)
    return this.productCount
  }
}

interface GrowingRows {
  shops: string[]
  parties: Value[][]
  products: StagedProduct[]
  orders: Value[][]
  profiles: Value[][]
  entries: Value[][]
  rejects: RejectedRow[]
}

function emptyRows(): GrowingRows {
  return { shops: [], parties: [], products: [], orders: [], profiles: [], entries: [], rejects: [] }
}
