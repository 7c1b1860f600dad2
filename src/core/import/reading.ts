import type { DateOrder } from '../values/business-date.js'
import { currencyOfCountry } from '../values/country-currency.js'
import { hash53 } from '../values/hash.js'
import { HashSet } from '../values/hash-set.js'
import { amountCurrency, type DecimalMark, isCurrency, numberToDecimal, parseAmount } from '../values/money.js'
import { amountEvidence } from './amount-column.js'
import { dateEvidence } from './date-column.js'
import type { Match } from './detect.js'
import {
  amountFields,
  costFields,
  dateFields,
  type Level,
  type LeveledField,
  leveledFields,
  saleFields,
} from './field.js'
import { hasChinese } from './header.js'
import type { Cell } from './sheet.js'

/** The currency amounts are taken in and why; for `setting`, also what would be assumed without the seller's decision. */
export interface ReadCurrency {
  readonly code: string
  readonly origin: CurrencyOrigin
  readonly assumed?: string
}

export type CurrencyOrigin =
  | 'column'
  | 'unit'
  | 'symbol'
  | 'format'
  | 'option'
  | 'setting'
  | 'country'
  | 'base'
  | 'headers'
  | 'locale'

/** How the cells of one sheet are to be read: everything that is decided once a column and never row by row. */
export interface Reading {
  /** By column position. */
  readonly dateOrders: ReadonlyMap<number, DateOrder>
  readonly marks: ReadonlyMap<number, DecimalMark>
  readonly levels: ReadonlyMap<LeveledField, Level>
  /** Columns in which costs stand with a minus, all of them. */
  readonly minusCosts: ReadonlySet<number>
  /** Currency of amounts whose row does not say. */
  readonly currency: ReadCurrency
  /** What a bare `$` means here. */
  readonly dollar: string
  /** Order numbers whose rows do not stand together in the file: they are gathered before they are mapped. */
  readonly scattered: ReadonlySet<string>
}

/** Currency that signs or letters in an amount name: a code, a symbol, or the dollar in use here; null for a plain number. */
export function markedCurrency(text: string, { dollar }: Pick<Reading, 'dollar'>): string | null {
  return amountCurrency(text) ?? (/[$＄]/.test(text) ? dollar : null)
}

const dollars: ReadonlySet<string> = new Set('USD AUD CAD HKD NZD SGD TWD MXN BRL ARS CLP COP'.split(' '))

/** Currency of an amount that stands beside a sale in `own`: by its sign or letters, else its header's unit, else the same. */
export function currencyBeside(own: string, cell: Cell, unit: string | null, reading: Pick<Reading, 'dollar'>): string {
  const named = (text: string) => (isSignOf(own, text) ? own : (unitCurrency(text) ?? markedCurrency(text, reading)))
  return (typeof cell === 'string' ? named(cell) : null) ?? (unit === null ? null : named(unit)) ?? own
}

/** Whether the text bears a sign that several currencies share, among them `own`: `$`, and `¥` for the yen. */
function isSignOf(own: string, text: string): boolean {
  if (own === 'JPY') return /[¥￥]/.test(text) && !/\p{L}/u.test(text)
  return dollars.has(own) && /[$＄]/.test(text) && amountCurrency(text) === null
}

/** The dollar of the format, the seller's option, the ledger or the locale; the US dollar where none of these is one. */
function dollarOf(match: Match, hints: ReadingHints): string {
  const said = [match.format.currency, hints.currency, hints.shopCurrency, hints.baseCurrency, hints.localeCurrency]
  return said.find((code) => code !== undefined && dollars.has(code)) ?? 'USD'
}

/** What the seller or the ledger says beforehand. */
export interface ReadingHints {
  readonly dateOrder?: DateOrder
  readonly mark?: DecimalMark
  /** `--currency`. */
  readonly currency?: string
  /** What the seller decided for files that name none. */
  readonly shopCurrency?: string
  /** Base currency of the ledger, when it is set or only one is in use. */
  readonly baseCurrency?: string
  /** Currency of the reader's locale, the last resort. */
  readonly localeCurrency: string
  readonly delimiter?: string
}

/** A column whose values allow two readings; the seller is asked with the option to type. */
export interface Undecided {
  readonly what: 'date-order' | 'decimal' | 'twins'
  readonly column: number
  readonly samples: readonly string[]
}

/** What the rows seen so far decide. */
export interface Decided {
  readonly reading: Reading
  readonly undecided: readonly Undecided[]
  /** Orders of several lines whose lines could be added up, and how many of them came to the order's total. */
  readonly arithmetic: { readonly checked: number; readonly fitting: number }
  /** Orders of several rows that bear the same total on each. */
  readonly repeatedTotals: number
}

/** Collects, row by row, what the deciders need; `decide` may be asked at any time and speaks of the rows seen so far. */
export interface ReadingEvidence {
  addRow(cells: readonly Cell[]): void
  /** Amounts of one finished group of several rows: did they vary between its rows? */
  addGroup(field: LeveledField, varies: boolean, isRepeated: boolean): void
  /** Rule 7 of FORMATS §2: do Σ lines fit the first total, or the sum of all totals? */
  addArithmetic(fitsOrder: boolean, fitsLines: boolean): void
  /** A new group of rows begins. */
  addOrder(id: string): void
  /** Whether an order has begun that had begun before. */
  hasScattered(): boolean
  decide(): Decided
}

function currencyOf(
  match: Match,
  symbols: ReadonlySet<string>,
  countries: ReadonlySet<string>,
  hints: ReadingHints,
): ReadCurrency {
  const units = columnsOf(match, saleFields)
    .map((index) => match.header.units[index] ?? null)
    .flatMap((unit) => (unit ? [unitCurrency(unit)] : []))
  const unit = units.find((code) => code !== null)
  if (unit) return { code: unit, origin: 'unit' }
  if (symbols.size === 1) return { code: [...symbols][0]!, origin: 'symbol' }
  if (match.format.currency) return { code: match.format.currency, origin: 'format' }
  if (hints.currency) return { code: hints.currency, origin: 'option' }
  const assumed = assumedCurrency(match, countries, hints)
  return hints.shopCurrency ? { code: hints.shopCurrency, origin: 'setting', assumed: assumed.code } : assumed
}

function assumedCurrency(match: Match, countries: ReadonlySet<string>, hints: ReadingHints): ReadCurrency {
  const country = countries.size === 1 ? currencyOfCountry[[...countries][0]!] : undefined
  if (country) return { code: country, origin: 'country' }
  if (hints.baseCurrency) return { code: hints.baseCurrency, origin: 'base' }
  return hasChinese(match.header)
    ? { code: 'CNY', origin: 'headers' }
    : { code: hints.localeCurrency, origin: 'locale' }
}

/** Whether the amounts' currency is said by the file, its platform or the seller, and not merely assumed (R4). */
export function statesCurrency({ currency: { origin } }: Pick<Reading, 'currency'>): boolean {
  return origin === 'unit' || origin === 'symbol' || origin === 'format' || origin === 'option'
}

/** Currency a header's unit names: `(元)`, `(USD)`, `(￥)`. */
function unitCurrency(unit: string): string | null {
  const text = unit.trim().toUpperCase()
  if (text === '元' || text === 'RMB' || text === '人民币') return 'CNY'
  return isCurrency(text) ? text : amountCurrency(text)
}

const known = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell : '')

/** The evidence collector for one match. */
export function readingEvidence(
  match: Match,
  hints: ReadingHints,
  countryOf: (text: string) => string | null,
): ReadingEvidence {
  const dates = columnsOf(match, dateFields).map((column) => ({ column, evidence: dateEvidence(), last: '' }))
  const amounts = columnsOf(match, amountFields).map((column) => ({ column, evidence: amountEvidence(), last: '' }))
  const sales = new Set(columnsOf(match, saleFields))
  const costs = columnsOf(match, costFields).map((column) => ({ column, isMinus: false, isPlus: false }))
  const countryColumns = match.columns.get('country') ?? []
  const twins = twinColumns(match)
  const differing = new Map<number, string>()
  const symbols = new Set<string>()
  const dollar = dollarOf(match, hints)
  const countries = new Set<string>()
  let lastCountry = ''
  const groups = new Map<LeveledField, { many: number; varying: number }>()
  const seen = new HashSet()
  let isScattered = false
  let checked = 0
  let repeated = 0
  let order = 0
  let lines = 0

  const addCountry = (text: string): void => {
    if (text === '' || text === lastCountry) return
    lastCountry = text
    countries.add(countryOf(text) ?? text)
  }
  const addAmount = (text: string): void => {
    const last = text.charCodeAt(text.length - 1)
    const isPlain = text.charCodeAt(0) < 58 && last < 58 && text.charCodeAt(0) !== 36
    const symbol = isPlain ? null : markedCurrency(text, { dollar })
    if (symbol) symbols.add(symbol)
  }

  return {
    addRow(cells) {
      for (const entry of dates) {
        const text = known(cells[entry.column])
        if (text === '' || text === entry.last) continue
        entry.last = text
        entry.evidence.add(text)
      }
      for (const entry of amounts) {
        const text = known(cells[entry.column])
        if (text === '' || text === entry.last) continue
        entry.last = text
        entry.evidence.add(text)
        if (sales.has(entry.column)) addAmount(text)
      }
      for (const entry of costs) addSign(entry, cells[entry.column])
      for (const [first, second] of twins) {
        const [a, b] = [cells[first], cells[second]]
        if (a !== b && a !== undefined && a !== '' && b !== undefined && b !== '' && !differing.has(first))
          differing.set(first, `${known(a)} / ${known(b)}`)
      }
      if (countries.size < 2) for (const column of countryColumns) addCountry(known(cells[column]))
    },
    addGroup(field, varies, isRepeated) {
      if (field === 'orderTotal' && isRepeated && !varies) repeated++
      const group = groups.get(field) ?? { many: 0, varying: 0 }
      group.many++
      if (varies) group.varying++
      groups.set(field, group)
    },
    addArithmetic(fitsOrder, fitsLines) {
      checked++
      if (fitsOrder) order++
      if (fitsLines) lines++
    },
    addOrder(id) {
      if (!seen.add(hash53(id))) isScattered = true
    },
    hasScattered: () => isScattered,
    decide() {
      const undecided: Undecided[] = [...differing].map(([column, sample]) => ({
        what: 'twins',
        column,
        samples: [sample],
      }))
      const dateOrders = new Map<number, DateOrder>()
      for (const { column, evidence } of dates) {
        // What the seller says outranks even contradictory cells; those that do not fit it are rejected one by one.
        const decision = hints.dateOrder ? { order: hints.dateOrder } : evidence.decide(match.format.dateOrder)
        if ('order' in decision) dateOrders.set(column, decision.order)
        else undecided.push({ what: 'date-order', column, samples: decision.undecided })
      }
      const currency = currencyOf(match, symbols, countries, hints)
      const marks = new Map<number, DecimalMark>()
      for (const { column, evidence } of amounts) {
        const decision = hints.mark ? { mark: hints.mark } : evidence.decide(currency.code, hints.delimiter)
        if ('mark' in decision) marks.set(column, decision.mark)
        else undecided.push({ what: 'decimal', column, samples: decision.undecided })
      }
      const levels = new Map<LeveledField, Level>()
      for (const field of leveledFields) if (match.columns.has(field)) levels.set(field, levelOf(field))
      const minusCosts = new Set(costs.flatMap(({ column, isMinus, isPlus }) => (isMinus && !isPlus ? [column] : [])))
      const reading: Reading = { dateOrders, marks, levels, minusCosts, currency, dollar, scattered: new Set() }
      return { reading, undecided, arithmetic: { checked, fitting: Math.max(order, lines) }, repeatedTotals: repeated }
    },
  }

  function levelOf(field: LeveledField): Level {
    const group = groups.get(field)
    if (!group || group.many === 0) return match.format.levels?.[field] ?? 'order'
    if (group.varying > 0) return 'line'
    // Constant in every group: once an order, unless the arithmetic says that the lines carry it (rule 7).
    const prefersLines = field === 'orderTotal' && checked > 0 && order < checked * 0.9 && lines > order
    return prefersLines ? 'line' : 'order'
  }
}

/** Notes whether a cost is written above or below zero. */
function addSign(entry: { isMinus: boolean; isPlus: boolean }, cell: Cell | undefined): void {
  // One above zero decides; asked for each row.
  if (entry.isPlus || cell === undefined || cell === '' || typeof cell === 'object') return
  const amount = typeof cell === 'number' ? numberToDecimal(cell) : (parseAmount(cell, '.') ?? parseAmount(cell, ','))
  if (amount === null) return
  if (amount.units < 0) entry.isMinus = true
  else if (amount.units > 0) entry.isPlus = true
}

/** Columns with equal headers that one field would take: fine while they agree (FORMATS §3, duplicate header names). */
function twinColumns(match: Match): [number, number][] {
  return [...match.columns.values()].flatMap((columns) =>
    columns.flatMap((column, at): [number, number][] => {
      const twin = columns.slice(0, at).find((other) => match.header.keys[other] === match.header.keys[column])
      return twin === undefined ? [] : [[twin, column]]
    }),
  )
}

function columnsOf(match: Match, of: readonly (typeof amountFields)[number][]): number[] {
  return of.flatMap((field) => [...(match.columns.get(field) ?? [])])
}

/** Whether two readings would read every cell alike. */
export function sameReading(a: Reading, b: Reading): boolean {
  return (
    a.scattered.size === b.scattered.size &&
    a.currency.code === b.currency.code &&
    statesCurrency(a) === statesCurrency(b) &&
    sameSet(a.minusCosts, b.minusCosts) &&
    sameMap(a.dateOrders, b.dateOrders) &&
    sameMap(a.marks, b.marks) &&
    sameMap(a.levels, b.levels)
  )
}

function sameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item))
}

function sameMap<K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value)
}
