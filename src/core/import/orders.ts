import { type Day, parseDay } from '../values/business-date.js'
import type { Issue, Severity } from '../values/issue.js'
import { amountCurrency, type Decimal, isCurrency, minorDigits, multiply, parseAmount, numberToDecimal, toMinor } from '../values/money.js'
import { cleanId } from '../values/text.js'
import { cellText, fieldCell, filledColumn, isBlankRow, isDescriptionRow, isError, isTotalRow } from './cells.js'
import type { Match } from './detect.js'
import { type Field, type LeveledField, leveledFields, productFields } from './field.js'
import { readParty } from './party.js'
import type { Reading, ReadingEvidence } from './reading.js'
import type { OrderLine, OrderRecord, ProfileRecord } from './record.js'
import type { Cell } from './sheet.js'
import { readStatus } from './status.js'

export type SkipReason = 'blank' | 'total' | 'description' | 'summary'

/** Where an order mapper hands over what it finds; nothing is kept in memory beyond the order at hand. */
export interface OrderSink {
  order(record: OrderRecord, rows: readonly SourceRow[]): void
  /** A row that names a customer and no purchase. */
  profile(record: ProfileRecord): void
  issue(issue: Omit<Issue, 'source'> & { row: number; column: number }): void
  /** Rows of an order that cannot be taken, with the code of the issue that decided it. */
  rejected(rows: readonly SourceRow[], code: string): void
  skipped(reason: SkipReason, row: number): void
  unknownStatus(word: string): void
}

export interface SourceRow {
  readonly number: number
  readonly cells: readonly Cell[]
}

export interface MappingContext {
  readonly match: Match
  readonly reading: Reading
  readonly evidence: ReadingEvidence
  /** csv rows must be as long as their header; workbook rows are ragged by nature. */
  readonly isRagged: boolean
  readonly defaultShop: string
  /** Year for dates that leave it out, from the sheet or file name. */
  readonly year?: number
  readonly zone?: string
}

export interface OrderMapper {
  row(number: number, cells: readonly Cell[]): void
  /** Hands over the last order and returns Σ (exact line products − their rounded amounts), by decimal places beyond the minor unit. */
  end(): { readonly roundingMinor: number; readonly roundedLines: number }
}

interface AmountTrack {
  first: Decimal | null
  sum: Decimal | null
  count: number
  varies: boolean
}

interface Draft {
  id: string
  rows: SourceRow[]
  lines: DraftLine[]
  texts: Map<Field, string>
  amounts: Map<LeveledField, AmountTrack>
  currency: string
  placed: { day: Day; seconds: number | null } | null
  paid: Day | null
  stated: number | null
  error: string | null
}

interface DraftLine {
  row: number
  sku: string
  name: string
  quantity: number | null
  amount: Decimal | null
}


function add(a: Decimal, b: Decimal): Decimal {
  if (a.scale === b.scale) return { units: a.units + b.units, scale: a.scale }
  return a.scale > b.scale
    ? { units: a.units + b.units * 10 ** (a.scale - b.scale), scale: a.scale }
    : { units: a.units * 10 ** (b.scale - a.scale) + b.units, scale: b.scale }
}

const equal = (a: Decimal, b: Decimal): boolean => add(a, { units: -b.units, scale: b.scale }).units === 0

const textFields: readonly Field[] = [
  'status', 'closeReason', 'cancelledAt', 'shop', 'note', 'tags', 'buyerId', 'account', 'buyerName', 'firstName', 'lastName', 'recipientName',
  'company', 'email', 'phone', 'country', 'region', 'city', 'address', 'postcode',
] // biome-ignore format: in the order of field.ts

const momentFields: readonly Field[] = ['updatedAt', 'cancelledAt', 'shippedAt', 'deliveredAt', 'paidAt']

/**
 * Turns the rows of one order sheet into order records, in the order of the rows; rows of one order must stand together
 * (Reading.scattered). The multi-row rule of FORMATS §2: blank order numbers are filled from above, order-level amounts
 * are the first non-blank of their group, line-level ones its sum, a summary row gives amounts and no line.
 */
export function orderMapper(context: MappingContext, sink: OrderSink): OrderMapper {
  const { match, reading, evidence } = context
  const width = match.header.keys.length
  const cell = (field: Field) => fieldCell(match, field).columns
  const idColumns = cell('orderId')
  const placedColumns = cell('placedAt').length ? cell('placedAt') : cell('paidAt')
  const paidColumns = cell('paidAt')
  const moments = momentFields.map(cell).filter((columns) => columns.length > 0)
  const texts = textFields.map((field) => fieldCell(match, field)).filter((entry) => entry.columns.length > 0)
  const leveled = leveledFields.filter((field) => cell(field).length > 0)
  const [skuColumns, nameColumns] = [cell('sku'), cell('productName')]
  const [quantityColumns, priceColumns] = [cell('quantity'), cell('unitPrice')]
  const [itemColumns, lineDiscountColumns] = [cell('itemAmount'), cell('lineDiscount')]
  const currencyColumns = cell('currency')
  const products = productFields.flatMap((field) => [...cell(field)])
  const buyers = (['buyerId', 'buyerName', 'email', 'phone', 'account', 'recipientName'] as const).flatMap((field) => [...cell(field)])
  const hasPaidColumn = paidColumns.length > 0 && cell('placedAt').length > 0
  const isNumbered = idColumns.length > 0
  const digitsOf = new Map<string, number>()
  const amountMemo = new Map<string, Decimal | null>()
  let draft: Draft | null = null
  let rounding = 0
  let roundedLines = 0
  let isFirstRow = true
  let lastDate = { text: '', column: -1, value: null as { day: Day; seconds: number | null } | null }

  const report = (severity: Severity, code: string, row: number, column: number, params: Issue['params']): void => {
    sink.issue({ severity, code, row, column, params })
    if (severity === 'error' && draft && !draft.error) draft.error = code
  }

  const decimalAt = (cells: readonly Cell[], columns: readonly number[], row: number): Decimal | null => {
    const column = filledColumn(cells, columns)
    if (column < 0) return null
    const value = cells[column]!
    if (typeof value === 'number') return numberToDecimal(value)
    if (isError(value)) {
      report('error', 'cell.error', row, column, { error: value.error })
      return null
    }
    const mark = reading.marks.get(column) ?? '.'
    const key = mark === '.' ? value : `,${value}`
    let amount = amountMemo.get(key)
    if (amount === undefined) {
      amount = parseAmount(cellText(value), mark)
      if (amountMemo.size > 50_000) amountMemo.clear()
      amountMemo.set(key, amount)
    }
    if (amount === null) report('error', 'amount.invalid', row, column, { value })
    return amount
  }

  const momentAt = (cells: readonly Cell[], columns: readonly number[], row: number, isRequired: boolean) => {
    const column = filledColumn(cells, columns)
    if (column < 0) return null
    const value = cells[column]!
    if (isError(value)) {
      if (isRequired) report('error', 'cell.error', row, column, { error: value.error })
      return null
    }
    const text = typeof value === 'string' ? value : cellText(value)
    if (text === lastDate.text && column === lastDate.column) return lastDate.value
    const parsed = readDay(text, column, typeof value === 'number')
    if (!parsed && isRequired) report('error', 'date.invalid', row, column, { value: text })
    if (!parsed && !isRequired) report('warning', 'date.ignored', row, column, { value: text })
    lastDate = { text, column, value: parsed }
    return parsed
  }

  function readDay(text: string, column: number, isNumber: boolean) {
    const options = {
      ...(context.year === undefined ? {} : { year: context.year }),
      ...(context.zone === undefined ? {} : { zone: context.zone }),
      serial: isNumber,
    }
    return parseDay(cellText(text), reading.dateOrders.get(column) ?? 'ymd', options)
  }

  const minorOf = (amount: Decimal, currency: string): number => toMinor(amount, currency).minor

  function open(id: string, number: number, cells: readonly Cell[]): Draft {
    const opened: Draft = {
      id, rows: [], lines: [], texts: new Map(), amounts: new Map(), currency: '', placed: null, paid: null, stated: null, error: null,
    } // biome-ignore format: one glance
    draft = opened
    opened.currency = currencyAt(cells, number)
    return opened
  }

  function currencyAt(cells: readonly Cell[], row: number): string {
    const column = filledColumn(cells, currencyColumns)
    if (column >= 0) {
      const text = cellText(cells[column]).toUpperCase()
      if (isCurrency(text)) return text
      const symbol = amountCurrency(text)
      if (symbol) return symbol
      report('error', 'currency.unknown', row, column, { value: text })
    }
    for (const field of leveled) {
      const at = filledColumn(cells, cell(field))
      const symbol = at < 0 || typeof cells[at] !== 'string' || reading.currency.origin === 'unit' ? null : amountCurrency(cells[at] as string)
      if (symbol) return symbol
    }
    return reading.currency.code
  }

  function trackAmounts(group: Draft, number: number, cells: readonly Cell[]): void {
    for (const field of leveled) {
      const amount = decimalAt(cells, cell(field), number)
      if (amount === null) continue
      const track = group.amounts.get(field)
      if (!track) group.amounts.set(field, { first: amount, sum: amount, count: 1, varies: false })
      else {
        track.varies ||= !equal(track.first!, amount)
        track.sum = add(track.sum!, amount)
        track.count++
      }
    }
  }

  function readLine(group: Draft, number: number, cells: readonly Cell[]): void {
    const sku = skuColumns.length ? cellText(cells[filledColumn(cells, skuColumns)]) : ''
    const name = nameColumns.length ? cellText(cells[filledColumn(cells, nameColumns)]) : ''
    const quantity = quantityColumns.length ? decimalAt(cells, quantityColumns, number) : null
    let amount = itemColumns.length ? decimalAt(cells, itemColumns, number) : null
    const price = amount === null && priceColumns.length ? decimalAt(cells, priceColumns, number) : null
    if (price !== null) {
      amount = quantity === null ? price : multiply(price, quantity)
      if (amount === null) report('error', 'amount.too-large', number, priceColumns[0]!, {})
    }
    if (sku === '' && name === '' && quantity === null && amount === null) return
    const off = amount !== null && lineDiscountColumns.length ? decimalAt(cells, lineDiscountColumns, number) : null
    if (off !== null && amount !== null) amount = add(amount, { units: -Math.abs(off.units), scale: off.scale })
    group.lines.push({ row: number, sku, name, quantity: quantity === null ? null : quantity.units / 10 ** quantity.scale, amount })
  }

  function take(group: Draft, number: number, cells: readonly Cell[]): void {
    group.rows.push({ number, cells })
    for (const entry of texts) {
      if (group.texts.has(entry.field)) continue
      const column = filledColumn(cells, entry.columns)
      if (column >= 0) group.texts.set(entry.field, cellText(cells[column]))
    }
    group.placed ??= momentAt(cells, placedColumns, number, true)
    if (hasPaidColumn) group.paid ??= momentAt(cells, paidColumns, number, false)?.day ?? null
    for (const columns of moments) {
      const moment = momentAt(cells, columns, number, false)
      if (moment) group.stated = Math.max(group.stated ?? 0, moment.day * 86_400 + (moment.seconds ?? 0))
    }
    trackAmounts(group, number, cells)
    if (products.length) readLine(group, number, cells)
  }

  /** Whether a row without an order number (or, in sheets without numbers, without date and buyer) goes on with the order above. */
  function continues(cells: readonly Cell[]): boolean {
    if (!draft || filledColumn(cells, products) < 0) return false
    return isNumbered || (filledColumn(cells, placedColumns) < 0 && filledColumn(cells, buyers) < 0)
  }

  function isLead(cells: readonly Cell[]): boolean {
    return filledColumn(cells, placedColumns) < 0 && leveled.every((field) => filledColumn(cells, cell(field)) < 0) && filledColumn(cells, products) < 0
  }

  function lead(number: number, cells: readonly Cell[]): void {
    const text = (field: Field) => {
      const column = filledColumn(cells, cell(field))
      return column < 0 ? '' : cellText(cells[column])
    }
    const shop = text('shop') || context.defaultShop
    const party = readParty(text, match.format, shop, (problem) =>
      sink.issue({ severity: 'warning', code: problem.code, row: number, column: cell(problem.field)[0] ?? -1, params: { value: problem.text } }),
    )
    if (party) sink.profile({ row: number, party, consent: '', tags: text('tags'), note: text('note') })
    else sink.skipped('blank', number)
  }

  const skip = (number: number, cells: readonly Cell[], idColumn: number): SkipReason | null => {
    if (idColumn < 0 && isBlankRow(cells)) return 'blank'
    const isUntitled = idColumn < 0 || !isNumbered
    const mayFoot = isUntitled || /^\D/.test(cellText(cells[idColumn]))
    if (mayFoot && isTotalRow(cells) && filledColumn(cells, products.filter((at) => at !== idColumn)) < 0) return 'total'
    if (mayFoot && isTotalRow(cells) && skuColumns.concat(nameColumns).every((at) => cells[at] === undefined || cells[at] === '')) return 'total'
    if (isFirstRow && isDescriptionRow(cells[idColumn], cells[filledColumn(cells, cell('orderTotal'))])) return 'description'
    return number < 0 ? 'blank' : null
  }

  function checkLength(number: number, cells: readonly Cell[]): boolean {
    if (context.isRagged || cells.length === width) return true
    if (cells.length > width && cells.slice(width).every((extra) => extra === '')) return true
    const code = cells.length > width ? 'row.long' : 'row.short'
    report('error', code, number, -1, { cells: cells.length, expected: width })
    return false
  }

  function close(): void {
    const group = draft
    draft = null
    if (group) finish(group)
  }

  function finish(group: Draft): void {
    const row = group.rows[0]!.number
    draft = group
    const lines = withoutSummary(group)
    if (group.rows.length > 1) for (const [field, track] of group.amounts) evidence.addGroup(field, track.varies)
    const record = group.error ? null : settle(group, lines, row)
    draft = null
    if (record && !group.error) sink.order(record, group.rows)
    else sink.rejected(group.rows, group.error ?? 'order.invalid')
  }

  /** Pattern D: a row without a product, beside others that have one, only sums the order up. */
  function withoutSummary(group: Draft): DraftLine[] {
    const isNamed = (line: DraftLine) => line.sku !== '' || line.name !== ''
    const named = group.lines.filter(isNamed)
    // A number of pieces alone is no line.
    if (named.length === 0) return group.lines.filter((line) => line.amount !== null)
    for (const line of group.lines) if (!isNamed(line)) sink.skipped('summary', line.row)
    return named
  }

  function amountOf(group: Draft, field: LeveledField): number | null {
    const track = group.amounts.get(field)
    if (!track) return null
    const amount = reading.levels.get(field) === 'line' ? track.sum! : track.first!
    const { minor, exact } = toMinor(amount, group.currency)
    if (!exact) report('warning', 'amount.rounded', group.rows[0]!.number, cell(field)[0]!, {})
    return minor
  }

  function settleLines(group: Draft, drafts: readonly DraftLine[]): OrderLine[] {
    const digits = digitsOf.get(group.currency) ?? minorDigits(group.currency)
    digitsOf.set(group.currency, digits)
    return drafts.map((line) => {
      if (line.amount === null) return { row: line.row, sku: line.sku, name: line.name, quantity: line.quantity, amountMinor: null }
      const { minor, exact } = toMinor(line.amount, group.currency)
      if (!exact) {
        rounding += line.amount.units / 10 ** (line.amount.scale - digits) - minor
        roundedLines++
      }
      return { row: line.row, sku: line.sku, name: line.name, quantity: line.quantity, amountMinor: minor }
    })
  }

  function settle(group: Draft, drafts: readonly DraftLine[], row: number): OrderRecord | null {
    const lines = settleLines(group, drafts)
    const amounts = Object.fromEntries(leveledFields.map((field) => [field, amountOf(group, field)])) as Record<LeveledField, number | null>
    const linesMinor = lines.some((line) => line.amountMinor !== null) ? lines.reduce((sum, line) => sum + (line.amountMinor ?? 0), 0) : null
    const extras = (amounts.shipping ?? 0) + (amounts.tax ?? 0) - Math.abs(amounts.discount ?? 0)
    checkArithmetic(group, linesMinor, extras)
    const total = amounts.orderTotal ?? (linesMinor === null ? null : linesMinor + extras)
    const text = (field: Field) => group.texts.get(field) ?? ''
    const refund = Math.abs(amounts.refundAmount ?? 0)
    const status = readStatus(
      {
        text: text('status'),
        hasStatusColumn: cell('status').length > 0,
        hasPaidColumn,
        isPaidDated: group.paid !== null,
        totalMinor: total ?? 0,
        refundMinor: refund,
      },
      match.format.statuses,
    )
    if (status.isUnknownWord) sink.unknownStatus(text('status'))
    if (group.placed === null) report('error', 'date.missing', row, placedColumns[0] ?? -1, {})
    if (total === null && status.isPaid) report('error', 'amount.missing', row, cell('orderTotal')[0] ?? itemColumns[0] ?? priceColumns[0] ?? -1, {})
    const shop = text('shop') || context.defaultShop
    const record: OrderRecord = {
      number: group.id === '' ? null : group.id,
      kind: 'order',
      row,
      placedOn: group.placed?.day ?? null,
      placedTime: group.placed?.seconds ?? null,
      paidOn: group.paid,
      statedAt: group.stated ?? (group.placed ? group.placed.day * 86_400 + (group.placed.seconds ?? 0) : null),
      status: status.status,
      isPaid: status.isPaid,
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
        report('warning', problem.code, row, cell(problem.field)[0] ?? -1, { value: problem.text }),
      ),
      lines,
    }
    match.format.settle?.(record, { text, minor: (field) => amounts[field] })
    settleReturn(record)
    return record
  }

  function checkArithmetic(group: Draft, linesMinor: number | null, extras: number): void {
    const track = group.amounts.get('orderTotal')
    if (!track || linesMinor === null || group.rows.length < 2) return
    const near = (amount: Decimal) => Math.abs(minorOf(amount, group.currency) - (linesMinor + extras)) <= 2
    evidence.addArithmetic(near(track.first!), near(track.sum!))
  }

  return {
    row(number, cells) {
      const idColumn = filledColumn(cells, idColumns)
      const reason = skip(number, cells, idColumn)
      isFirstRow = false
      if (reason) {
        if (reason === 'total') close()
        sink.skipped(reason, number)
        return
      }
      evidence.addRow(cells)
      const id = idColumn < 0 ? { id: '', damaged: false } : orderIdOf(cells[idColumn]!)
      const isSame = draft !== null && (id.id === '' ? continues(cells) : draft.id === id.id)
      if (!isSame) {
        close()
        if (id.id === '' && isLead(cells)) return lead(number, cells)
        if (id.id !== '') evidence.addOrder(id.id)
        open(id.id, number, cells)
      }
      if (!checkLength(number, cells)) return void draft!.rows.push({ number, cells })
      if (id.damaged) report('error', 'order-id.damaged', number, idColumn, { value: cellText(cells[idColumn]) })
      if (isNumbered && id.id === '' && !isSame) report('error', 'order-id.missing', number, idColumns[0]!, {})
      take(draft!, number, cells)
    },
    end() {
      close()
      return { roundingMinor: rounding, roundedLines }
    },
  }
}

/** An order number as a key; damaged ones (digits dropped by Excel) are told apart from whole ones. */
export function orderIdOf(cell: Cell): { id: string; damaged: boolean } {
  if (typeof cell === 'object') return { id: '', damaged: true }
  return cleanId(cell)
}

/** A negative order that names no other is a return on its own day (R2); a refunded order without an amount gave all back. */
function settleReturn(record: OrderRecord): void {
  const total = record.totalMinor ?? 0
  if (record.kind === 'order' && total < 0) record.kind = 'return'
  if (record.kind === 'return') {
    record.refundMinor = Math.abs(total) + Math.max(0, record.refundMinor ?? 0)
    record.totalMinor = 0
    record.status = 'refunded'
    record.isPaid = true
  } else if (record.status === 'refunded' && !record.refundMinor) record.refundMinor = total
}

