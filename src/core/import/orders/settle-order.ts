import { readConsent, type SaidConsent, typedConsent } from '../../consent.js'
import { type Decimal, minus, plus } from '../../values/decimal.js'
import { minorDigits, toMinor } from '../../values/money.js'
import { type Field, leveledFields } from '../field.js'
import type { OrderCells } from '../format.js'
import type { RecordSink, ReportIssue, Rounding, SheetMapping } from '../order-sink.js'
import { readParty } from '../party.js'
import type { OrderKind, OrderLine, OrderRecord, StatusClass } from '../record.js'
import { parcelsOf } from '../words/parcel-state.js'
import { readRating } from '../words/rating.js'
import { answerReader } from './answers.js'
import { amountColumn, orderChecks } from './order-checks.js'
import type { OrderColumns } from './order-columns.js'
import { discountTeller } from './order-discounts.js'
import type { OrderGroup } from './order-group.js'
import type { GroupLine } from './order-lines.js'
import { orderRefunds } from './order-refunds.js'
import { type Amounts, computedTotal, lineSums, worthOf } from './order-total.js'
import { closedClass, readStatus, type StatusReading } from './status.js'

export interface Settler {
  /** The finished order; errors found on the way are reported and reject it. */
  settle(group: OrderGroup): OrderRecord
  /** Whether the rows give money back and sell nothing. */
  givesBack(group: OrderGroup): boolean
  /** Money that rows of the order itself give back (R2), in minor units. */
  givenBack(group: OrderGroup): number
  rounding(): Rounding
}

const noAmounts = Object.fromEntries(leveledFields.map((field) => [field, null])) as Amounts

/** Turns the rows of an order into its record: levels applied (FORMATS §2), amounts in minor units, status, buyer. */
export function orderSettler(
  mapping: SheetMapping,
  columns: OrderColumns,
  sink: RecordSink,
  report: ReportIssue,
): Settler {
  const { match, reading, evidence } = mapping
  const amountAt = amountColumn(columns)
  let roundedLines = 0
  let differenceMinor = 0

  const extras = reading.isDiscountInItems ? (['shipping', 'tax'] as const) : match.format.extras

  function amountsOf(group: OrderGroup): Amounts {
    const amounts: Amounts = { ...noAmounts }
    for (const [field, track] of group.amounts) {
      if (group.unknownCosts.includes(field)) continue
      const { minor, exact } = toMinor(reading.levels.get(field) === 'line' ? track.sum : track.first, group.currency)
      if (!exact) report('warning', 'amount.rounded', group.rows[0]!.number, columns.of(field)[0]!)
      amounts[field] = minor
    }
    return amounts
  }

  /** A refund without the amount of the order it is of, or an amount below zero. */
  function givesBack({ amounts, lines, rows, refunds }: OrderGroup): boolean {
    if (refunds.length > 0 && refunds.length === rows.length) return true
    const total = amounts.get('orderTotal')?.sum
    if (total !== undefined) return total.units < 0
    return (amounts.get('refundAmount')?.sum.units ?? 0) !== 0 && lines.every(({ amount }) => amount === null)
  }

  /** Money given back on a row of its own among the rows of its order (R2), in minor units. */
  function givenBack(group: OrderGroup): number {
    const track = group.amounts.get('orderTotal')
    if (track === undefined || reading.levels.get('orderTotal') !== 'line') return 0
    const isSale = track.negative.units < 0 && plus(track.sum, minus(track.negative)).units > 0
    return isSale ? -toMinor(track.negative, group.currency).minor : 0
  }

  /** Pattern D: a row without an item beside others that have one only sums the order up. */
  function itemLines({ lines }: OrderGroup): readonly GroupLine[] {
    const isItem = (line: GroupLine) => line.sku !== '' || line.name !== ''
    // A number of pieces alone is no line.
    if (!lines.some(isItem)) return lines.filter((line) => line.amount !== null || line.category !== '')
    // Where the platform sums its orders up on rows of their own, such a row is one also without its total.
    const sumsUp = match.format.hasFixedLevels === true
    const isSummary = (line: GroupLine) => !isItem(line) && (sumsUp || line.isTotalled || line.amount === null)
    for (const line of lines) if (isSummary(line)) sink.skipped('summary', line.row)
    return lines.filter((line) => !isSummary(line))
  }

  // Spelt out: spreading the line costs a second in a million.
  function orderLine({ row, sku, name, category, quantity, amount }: GroupLine, currency: string): OrderLine {
    if (amount === null) return { row, sku, name, category, quantity, amountMinor: null }
    const { minor, exact } = toMinor(amount, currency)
    if (!exact) {
      roundedLines++
      differenceMinor += amount.units / 10 ** (amount.scale - minorDigits(currency)) - minor
    }
    return { row, sku, name, category, quantity, amountMinor: minor }
  }

  /** Where no item names its amount, and a total on each row is that of its item. */
  function withRowTotals(lines: OrderLine[], items: readonly GroupLine[], currency: string): OrderLine[] {
    const isOwn = reading.levels.get('orderTotal') === 'line' && lines.every(({ amountMinor }) => amountMinor === null)
    if (!isOwn || items.some(({ total }) => total === null)) return lines
    return items.map((item, at) => ({ ...lines[at]!, amountMinor: toMinor(item.total!, currency).minor }))
  }

  /** Evidence for rule 6 and 7 of FORMATS §2, from orders of several rows. */
  function addEvidence(group: OrderGroup, lines: readonly OrderLine[], computed: number | null): void {
    if (group.rows.length < 2 || group.isReadByRow) return
    for (const [field, track] of group.amounts) evidence.addGroup(field, track.varies, track.count > 1)
    const total = group.amounts.get('orderTotal')
    if (total === undefined || computed === null) return
    const isNear = (amount: Decimal, to: number) => Math.abs(toMinor(amount, group.currency).minor - to) <= 2
    const sums = [computed, ...lineSums(group, lines, extras)]
    evidence.addArithmetic(
      isNear(total.first, computed),
      sums.some((sum) => isNear(total.sum, sum)),
    )
  }

  function unitCostOf({ unitCosts, unknownCosts, currency }: OrderGroup, row: number): number | null {
    if (unitCosts === null || unknownCosts.includes('unitCost')) return null
    const { minor, exact } = toMinor(unitCosts, currency)
    if (!exact) report('warning', 'amount.rounded', row, columns.of('unitCost')[0]!)
    return minor
  }

  /** Whether the sheet tells the sale itself, or something of a sale that others tell (R3). */
  const { tells = 'orders' } = mapping.isSale === true ? {} : match.format
  const answers = answerReader(columns)
  const refunds = orderRefunds(mapping, columns, report, givenBack)
  const discounts = discountTeller(columns, report)
  const hasDiscounts = match.format.fields === 'aliases' && columns.of('discount').length > 0
  const lacksAmounts = match.format.hasAmountsElsewhere === true && amountAt < 0
  const check = orderChecks(mapping, columns, report, lacksAmounts)

  function kindOf(group: OrderGroup, isRefundAlone: boolean): OrderKind {
    if (isRefundAlone) return group.id === '' ? 'return' : 'refund'
    if (tells === 'orders') return 'order'
    return group.id !== '' && (tells === 'items' || group.placed === null) ? 'part' : 'payment'
  }

  /** What the order came to before refunds. */
  function totalOf(group: OrderGroup, cells: OrderCells, computed: number | null): number | null {
    const told = match.format.total === undefined ? cells.minor('orderTotal') : match.format.total(cells)
    return told === null ? computed : told + givenBack(group)
  }

  function statusOf(group: OrderGroup, cells: OrderCells, total: number | null, refund: number) {
    const said = answers.ofOrder(cells.text)
    const reading = readStatus(
      {
        text: refunds.statedIn(cells)?.text ?? cells.text('status'),
        refundText: cells.text('refundStatus'),
        ...(group.states.size > 0 ? { word: stateOfAll(group.states) } : {}),
        answers: said,
        hasStatusColumn: columns.of('status').length > 0,
        hasPaidColumn: columns.hasPaid,
        isPaidDated: group.paid !== null,
        totalMinor: total ?? 0,
        refundMinor: refund,
      },
      match.format,
    )
    if (reading.isUnknownWord && group.states.size === 0) sink.unknownStatus(cells.text('status'))
    if (group.states.size === 0) for (const word of said?.unknown ?? []) sink.unknownStatus(word)
    const isSaid =
      group.states.size > 0 || (cells.text('status') !== '' && !reading.isUnknownWord) || said?.state != null
    return refund > 0 || (total ?? 0) <= 0 ? reading : withParcels(group, reading, isSaid, said?.isPaid === true)
  }

  /** A parcel nobody took was no sale, unless a word of the order itself says otherwise; the seller is told of both. */
  function withParcels(group: OrderGroup, reading: StatusReading, isSaid: boolean, isPaid: boolean): StatusReading {
    const { came, word, row } = parcelsOf(group.rows, columns)
    const isSale = reading.status === 'paid' || reading.status === 'unknown'
    if (came === 'through' || !(isSale || (reading.status === 'pending' && !isSaid))) return reading
    const counts = isSaid || came === 'some-back'
    const column = columns.of('parcelState')[0]!
    report('warning', counts ? 'parcel.counted' : 'parcel.refused', row, column, { value: word, number: group.id })
    if (counts) return reading
    const status = closedClass('closed', isPaid || group.paid !== null)!
    return { status, isPaid: status === 'refunded', isUnknownWord: false }
  }

  /** A word nobody can be sure of is told in a sheet kept by hand, as in a list of customers. */
  function consentOf(said: string, row: number): SaidConsent {
    if (match.format.fields === 'aliases' && typedConsent(said) === null)
      report('warning', 'value.consent', row, columns.of('consent')[0] ?? -1, { value: said })
    return readConsent(said)
  }

  function partyOf(group: OrderGroup, shop: string, row: number) {
    const plain = (field: Field) => group.texts.get(field) ?? ''
    const read = match.format.buyer?.(plain)
    const text = read === undefined ? plain : (field: Field) => read[field] ?? plain(field)
    return readParty(text, match.format, shop, (problem) =>
      report('warning', problem.code, row, columns.of(problem.field)[0] ?? -1, { value: problem.text }),
    )
  }

  return {
    settle(group) {
      const row = group.rows[0]!.number
      const items = itemLines(group)
      const lines = items.map((line) => orderLine(line, group.currency))
      const amounts = amountsOf(group)
      const computed = computedTotal(lines, amounts, extras)
      addEvidence(group, lines, computed)
      if (group.isCurrencyAssumed) evidence.addUnmarked()
      const text = (field: Field) => group.texts.get(field) ?? ''
      const cells: OrderCells = { text, minor: (field) => amounts[field] }
      const total = totalOf(group, cells, computed)
      if (hasDiscounts && total !== null) discounts.tell(group, amounts.orderTotal !== null)
      const refund = refunds.refundOf(group, cells, total)
      const { status, isPaid } = statusOf(group, cells, total, refund ?? 0)
      const isRefundAlone = total === null && (refund ?? 0) > 0 && givesBack(group)
      const kind = kindOf(group, isRefundAlone)
      check(group, row, kind, isPaid, isRefundAlone ? 0 : total)
      const shop = text('shop') || mapping.defaultShop
      const placedAt = group.placed === null ? null : group.placed.day * 86_400 + (group.placed.seconds ?? 0)
      const record: OrderRecord = {
        number: group.id === '' ? null : group.id,
        kind,
        row,
        placedOn: group.placed?.day ?? null,
        placedTime: group.placed?.seconds ?? null,
        paidOn: group.paid,
        deliveredOn: group.delivered,
        statedAt: group.stated ?? placedAt,
        status,
        isPaid,
        currency: group.currency,
        isCurrencyAssumed: group.isCurrencyAssumed,
        worth: group.id === '' ? worthOf(group, reading.levels.get('orderTotal') === 'line') : '',
        refundNumber: '',
        refundRows: '',
        totalMinor: total ?? (kind === 'part' || lacksAmounts ? null : 0),
        refundMinor: refund,
        discountMinor: positive(amounts.discount),
        shippingMinor: amounts.shipping,
        taxMinor: amounts.tax,
        feeMinor: amounts.fee,
        costMinor: amounts.cost ?? unitCostOf(group, row),
        note: text('note'),
        owner: text('owner'),
        tags: text('tags'),
        consent: consentOf(text('consent'), row),
        rating: readRating(text('rating')),
        shop,
        party: partyOf(group, shop, row),
        lines: withRowTotals(lines, items, group.currency),
      }
      match.format.settle?.(record, cells)
      settleReturn(record)
      record.refundRows = refunds.rowsOf(group, record.refundMinor ?? 0)
      if (record.kind === 'order') refunds.check(record, group)
      return record
    },
    givesBack,
    givenBack,
    rounding: () => ({ lines: roundedLines, differenceMinor }),
  }
}

/** What is taken off stands in sheets with a minus or without. */
function positive(minor: number | null): number | null {
  return minor === null ? null : Math.abs(minor)
}

/** The state of an order of rows that have their own: what is paid for counts, what is not is told only of an order without it. */
function stateOfAll(states: ReadonlySet<StatusClass>): StatusClass | null {
  const order: readonly StatusClass[] = ['paid', 'partially_refunded', 'refunded', 'pending', 'cancelled']
  return order.find((state) => states.has(state)) ?? null
}

/** R2: a negative amount under an order number is a refund of that order, one without a number a return on its own day; a refunded order that names no amount gave all back. */
function settleReturn(record: OrderRecord): void {
  const total = record.totalMinor ?? 0
  const isSale = record.kind === 'order' || record.kind === 'payment'
  if (total < 0 && isSale) record.kind = record.number === null ? 'return' : 'refund'
  if (record.kind === 'return' || record.kind === 'refund') {
    record.costMinor = positive(record.costMinor)
    record.feeMinor = positive(record.feeMinor)
    // One that was cancelled or never paid gave nothing back.
    record.refundMinor = record.isPaid ? Math.abs(total) + Math.max(0, record.refundMinor ?? 0) : 0
    record.totalMinor = 0
    if (record.isPaid) record.status = 'refunded'
  } else if (record.status === 'refunded' && !record.refundMinor) record.refundMinor = record.totalMinor
}
