import { minorDigits, toMinor } from '../values/money.js'
import { type Field, type LeveledField, leveledFields } from './field.js'
import type { OrderColumns } from './order-columns.js'
import type { GroupLine, OrderGroup } from './order-group.js'
import type { Mapping, RecordSink, ReportIssue, Rounding } from './order-sink.js'
import { readParty } from './party.js'
import type { OrderLine, OrderRecord } from './record.js'
import { readStatus } from './status.js'

export interface Settler {
  /** The finished order; errors found on the way are reported and reject it. */
  settle(group: OrderGroup): OrderRecord
  rounding(): Rounding
}

type Amounts = Record<LeveledField, number | null>

/** Turns the rows of an order into its record: levels applied (FORMATS §2), amounts in minor units, status, buyer. */
export function orderSettler(mapping: Mapping, columns: OrderColumns, sink: RecordSink, report: ReportIssue): Settler {
  const { match, reading, evidence } = mapping
  let roundedLines = 0
  let differenceMinor = 0

  function amountsOf(group: OrderGroup): Amounts {
    const amounts = Object.fromEntries(leveledFields.map((field) => [field, null])) as Amounts
    for (const [field, track] of group.amounts) {
      const { minor, exact } = toMinor(reading.levels.get(field) === 'line' ? track.sum : track.first, group.currency)
      if (!exact) report('warning', 'amount.rounded', group.rows[0]!.number, columns.of(field)[0]!)
      amounts[field] = minor
    }
    return amounts
  }

  /** Pattern D: a row without an item beside others that have one only sums the order up. */
  function itemLines({ lines }: OrderGroup): readonly GroupLine[] {
    const items = lines.filter((line) => line.sku !== '' || line.name !== '')
    // A number of pieces alone is no line.
    if (items.length === 0) return lines.filter((line) => line.amount !== null)
    for (const line of lines) if (line.sku === '' && line.name === '') sink.skipped('summary', line.row)
    return items
  }

  // Spelt out: spreading the line costs a second in a million.
  function orderLine({ row, sku, name, quantity, amount }: GroupLine, currency: string): OrderLine {
    if (amount === null) return { row, sku, name, quantity, amountMinor: null }
    const { minor, exact } = toMinor(amount, currency)
    if (!exact) {
      roundedLines++
      differenceMinor += amount.units / 10 ** (amount.scale - minorDigits(currency)) - minor
    }
    return { row, sku, name, quantity, amountMinor: minor }
  }

  /** Evidence for rule 6 and 7 of FORMATS §2, from orders of several rows. */
  function addEvidence(group: OrderGroup, computed: number | null): void {
    if (group.rows.length < 2) return
    for (const [field, track] of group.amounts) evidence.addGroup(field, track.varies)
    const total = group.amounts.get('orderTotal')
    if (total === undefined || computed === null) return
    const isNear = (minor: number) => Math.abs(minor - computed) <= 2
    evidence.addArithmetic(
      isNear(toMinor(total.first, group.currency).minor),
      isNear(toMinor(total.sum, group.currency).minor),
    )
  }

  function checked(group: OrderGroup, row: number, isPaid: boolean, total: number | null): void {
    if (group.placed === null) report('error', 'date.missing', row, columns.placed[0] ?? -1)
    const at = (['orderTotal', 'itemAmount', 'unitPrice'] as const).flatMap((field) => [...columns.of(field)])
    if (total === null && isPaid) report('error', 'amount.missing', row, at[0] ?? -1)
  }

  return {
    settle(group) {
      const row = group.rows[0]!.number
      const lines = itemLines(group).map((line) => orderLine(line, group.currency))
      const amounts = amountsOf(group)
      const computed = computedTotal(lines, amounts)
      addEvidence(group, computed)
      const text = (field: Field) => group.texts.get(field) ?? ''
      const total = amounts.orderTotal ?? computed
      const refund = Math.abs(amounts.refundAmount ?? 0)
      const { status, isPaid, isUnknownWord } = readStatus(
        {
          text: text('status'),
          hasStatusColumn: columns.of('status').length > 0,
          hasPaidColumn: columns.hasPaid,
          isPaidDated: group.paid !== null,
          totalMinor: total ?? 0,
          refundMinor: refund,
        },
        match.format.statuses,
      )
      if (isUnknownWord) sink.unknownStatus(text('status'))
      checked(group, row, isPaid, total)
      const shop = text('shop') || mapping.defaultShop
      const placedAt = group.placed === null ? null : group.placed.day * 86_400 + (group.placed.seconds ?? 0)
      const record: OrderRecord = {
        number: group.id === '' ? null : group.id,
        kind: 'order',
        row,
        placedOn: group.placed?.day ?? null,
        placedTime: group.placed?.seconds ?? null,
        paidOn: group.paid,
        statedAt: group.stated ?? placedAt,
        status,
        isPaid,
        currency: group.currency,
        totalMinor: total ?? 0,
        refundMinor: amounts.refundAmount === null ? null : refund,
        discountMinor: amounts.discount === null ? null : Math.abs(amounts.discount),
        shippingMinor: amounts.shipping,
        taxMinor: amounts.tax,
        feeMinor: amounts.fee,
        costMinor: amounts.cost,
        note: text('note'),
        shop,
        party: readParty(text, match.format, shop, (problem) =>
          report('warning', problem.code, row, columns.of(problem.field)[0] ?? -1, { value: problem.text }),
        ),
        lines,
      }
      match.format.settle?.(record, { text, minor: (field) => amounts[field] })
      settleReturn(record)
      return record
    },
    rounding: () => ({ lines: roundedLines, differenceMinor }),
  }
}

/** Rule 5 of FORMATS §2: Σ lines with shipping and tax, less discount; null where no line has an amount. */
function computedTotal(lines: readonly OrderLine[], amounts: Amounts): number | null {
  if (!lines.some((line) => line.amountMinor !== null)) return null
  const extras = (amounts.shipping ?? 0) + (amounts.tax ?? 0) - Math.abs(amounts.discount ?? 0)
  return lines.reduce((sum, line) => sum + (line.amountMinor ?? 0), extras)
}

/** A negative order that names no other is a return on its own day (R2); a refunded order without an amount gave all back. */
function settleReturn(record: OrderRecord): void {
  const total = record.totalMinor ?? 0
  if (total < 0) record.kind = 'return'
  if (record.kind === 'return') {
    record.refundMinor = Math.abs(total) + Math.max(0, record.refundMinor ?? 0)
    record.totalMinor = 0
    record.status = 'refunded'
    record.isPaid = true
  } else if (record.status === 'refunded' && !record.refundMinor) record.refundMinor = total
}
