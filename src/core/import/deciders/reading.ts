import type { DateOrder } from '../../values/business-date.js'
import { hash53 } from '../../values/hash.js'
import { HashSet } from '../../values/hash-set.js'
import { amountCurrency, type DecimalMark, isCurrency } from '../../values/money.js'
import { cellText } from '../cells.js'
import type { Match } from '../columns/detect.js'
import { twinColumns } from '../columns/twin-columns.js'
import {
  type amountFields,
  costFields,
  currencyFields,
  dateFields,
  type Level,
  type LeveledField,
  leveledFields,
  readAmountFields,
} from '../field.js'
import type { DiscountMeaning } from '../orders/discount-rate.js'
import type { Cell } from '../sheet.js'
import { amountEvidence } from './amount-column.js'
import { addSign } from './cost-sign.js'
import { type CurrencyReading, currencyOf, namedCurrency } from './currency.js'
import { dateEvidence } from './date-column.js'
import { discountEvidence } from './discount-evidence.js'
import { isThousands, losesThousands } from './lost-thousands.js'
import { type DayFault, type DayFaultEvidence, dayFaultEvidence, monthWithoutYear } from './odd-days.js'
import { type ProbabilityScale, probabilityEvidence } from './probability.js'
import { bareSign, type CurrencyHints, sharedSigns } from './shared-signs.js'

/** How the cells of one sheet are to be read: everything that is decided once a column and never row by row. */
export interface Reading extends CurrencyReading {
  /** By column position. */
  readonly dateOrders: ReadonlyMap<number, DateOrder>
  /** By column position, of the columns whose days are to be put right. */
  readonly dayFaults: ReadonlyMap<number, DayFault>
  /** Months of the dates written without a year: bit 0 is January. */
  readonly yearlessMonths: number
  readonly marks: ReadonlyMap<number, DecimalMark>
  /** Columns in which whole amounts of a thousand and more stand without a mark, where the currency makes that evidence. */
  readonly thousands: ReadonlySet<number>
  readonly levels: ReadonlyMap<LeveledField, Level>
  /** What the bare numbers of its column of discounts are. */
  readonly discount: DiscountMeaning
  /** The sums of its items have it taken off already. */
  readonly isDiscountInItems: boolean
  /** What the bare numbers of its column of probabilities are. */
  readonly probability: ProbabilityScale
  /** Columns in which costs stand with a minus, all of them. */
  readonly minusCosts: ReadonlySet<number>
  /** Order numbers whose rows do not stand together in the file: they are gathered before they are mapped. */
  readonly scattered: ReadonlySet<string>
}

/** What the seller or the ledger says beforehand. */
export interface ReadingHints extends CurrencyHints {
  readonly dateOrder?: DateOrder
  readonly mark?: DecimalMark
  readonly delimiter?: string
}

/** A column whose values allow two readings; the seller is asked with the option to type. */
export interface Undecided {
  readonly what: 'date-order' | 'date-turned' | 'decimal' | 'twins' | 'crown' | 'discount'
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
  /** Orders whose currency is assumed: no column, unit or sign names it. */
  readonly unmarked: number
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
  /** The currency of an order is assumed. */
  addUnmarked(): void
  /** Whether an order has begun that had begun before. */
  hasScattered(): boolean
  decide(): Decided
}

/** Signs that several currencies share name none until all rows are seen. */
const noSigns = { dollar: '', yen: '', crown: null } as const

const known = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell : '')

/** The evidence collector for one match. */
export function readingEvidence(
  match: Match,
  hints: ReadingHints,
  countryOf: (text: string) => string | null,
): ReadingEvidence {
  const dates = columnsOf(match, dateFields).map((column) => ({
    ...{ column, evidence: dateEvidence(), faults: dayFaultEvidence(), last: '' as Cell },
  }))
  const amounts = columnsOf(match, readAmountFields).map((column) => ({
    ...{ column, evidence: amountEvidence(), last: '', hasThousands: false },
  }))
  const sales = new Set(columnsOf(match, currencyFields))
  const costs = columnsOf(match, costFields).map((column) => ({ column, isMinus: false, isPlus: false }))
  // A guess decides no money.
  const isGuessed = match.guesses.some(({ field, by }) => field === 'country' && by === 'values')
  const countryColumns = isGuessed ? [] : (match.columns.get('country') ?? [])
  const discounts = discountEvidence(match)
  const probabilities = probabilityEvidence(match)
  const twins = twinColumns(match)
  const differing = new Map<number, string>()
  const currencyColumns = match.columns.get('currency') ?? []
  const codes = new Set<string>()
  let lastCode = ''
  const symbols = new Set<string>()
  let crown = crownHeader(match)
  let unmarked = 0
  const countries = new Set<string>()
  let lastCountry = ''
  const groups = new Map<LeveledField, { many: number; varying: number }>()
  const seen = new HashSet()
  let isScattered = false
  let yearlessMonths = 0
  // Platforms write what their format says, and no program has turned it.
  const isHandKept = match.format.weight < 2
  let checked = 0
  let repeated = 0
  let order = 0
  let lines = 0

  const addCountry = (text: string): void => {
    if (text === '' || text === lastCountry) return
    lastCountry = text
    countries.add(countryOf(text) ?? text)
  }
  const addCurrency = (text: string): void => {
    if (text === '' || text === lastCode) return
    lastCode = text
    const said = cellText(text).toUpperCase()
    const code = isCurrency(said) ? said : (bareSign(said) ?? namedCurrency(said, noSigns))
    if (code !== null) codes.add(code)
  }
  const addHandKept = (faults: DayFaultEvidence, text: string): void => {
    faults.add(text)
    const month = monthWithoutYear(text)
    if (month !== null) yearlessMonths |= 1 << (month - 1)
  }
  const addAmount = (text: string, column: number): void => {
    const last = text.charCodeAt(text.length - 1)
    const isPlain = text.charCodeAt(0) < 58 && last < 58 && text.charCodeAt(0) !== 36
    const symbol = isPlain ? null : (bareSign(text) ?? amountCurrency(text))
    if (symbol) symbols.add(symbol)
    if (symbol === 'KR') crown ??= { what: 'crown', column, samples: [text] }
  }

  return {
    addRow(cells) {
      for (const entry of dates) {
        const cell = cells[entry.column]
        if (cell === undefined || cell === '' || cell === entry.last || typeof cell === 'object') continue
        entry.last = cell
        if (typeof cell === 'string') entry.evidence.add(cell)
        if (isHandKept) addHandKept(entry.faults, String(cell))
      }
      for (const entry of amounts) {
        const cell = cells[entry.column]
        entry.hasThousands ||= isThousands(cell)
        const text = known(cell)
        if (text === '' || text === entry.last) continue
        entry.last = text
        entry.evidence.add(text)
        if (sales.has(entry.column)) addAmount(text, entry.column)
      }
      discounts?.add(cells)
      probabilities?.add(cells)
      for (const entry of costs) addSign(entry, cells[entry.column])
      for (const [first, second] of twins) {
        const [a, b] = [cells[first], cells[second]]
        if (a !== b && a !== undefined && a !== '' && b !== undefined && b !== '' && !differing.has(first))
          differing.set(first, `${known(a)} / ${known(b)}`)
      }
      for (const column of currencyColumns) addCurrency(known(cells[column]))
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
    addUnmarked() {
      unmarked++
    },
    hasScattered: () => isScattered,
    decide() {
      const undecided: Undecided[] = [...differing].map(([column, sample]) => ({
        what: 'twins',
        column,
        samples: [sample],
      }))
      const usual = usualDateOrder()
      const dateOrders = new Map<number, DateOrder>()
      const dayFaults = new Map<number, DayFault>()
      for (const { column, evidence, faults } of dates) {
        // What the seller says outranks even contradictory cells; those that do not fit it are rejected one by one.
        const decision = hints.dateOrder ? { order: hints.dateOrder } : evidence.decide(usual)
        if ('order' in decision) dateOrders.set(column, decision.order)
        else undecided.push({ what: 'date-order', column, samples: decision.undecided })
        const fault = faults.decide(dateOrders.get(column) ?? null, hints.dateOrder !== undefined)
        if (typeof fault === 'string') dayFaults.set(column, fault)
        else if (fault !== null) undecided.push({ what: 'date-turned', column, samples: fault.open })
      }
      const units = columnsOf(match, currencyFields).map((index) => match.header.units[index] ?? null)
      const evidence = { match, units, codes, symbols, countries }
      const currency = currencyOf(evidence, hints)
      const signs = sharedSigns(evidence, hints)
      const isNamed = currency.origin === 'column' || currency.origin === 'unit'
      if (crown !== null && signs.crown === null && !isNamed) undecided.push(crown)
      // A column of currencies decides row by row; where all rows agree, the amounts are written as in that currency.
      const [only] = codes
      const written = codes.size === 1 && only !== undefined && isCurrency(only) ? only : currency.code
      const marks = new Map<number, DecimalMark>()
      for (const { column, evidence } of amounts) {
        const decision = hints.mark ? { mark: hints.mark } : evidence.decide(written, hints.delimiter)
        if ('mark' in decision) marks.set(column, decision.mark)
        else undecided.push({ what: 'decimal', column, samples: decision.undecided })
      }
      const { meaning = 'money', open = [], isInItems = false } = discounts?.decide() ?? {}
      if (open.length > 0) undecided.push({ what: 'discount', column: discounts!.column, samples: open })
      const levels = new Map<LeveledField, Level>()
      for (const field of leveledFields) if (match.columns.has(field)) levels.set(field, levelOf(field))
      const minusCosts = new Set(costs.flatMap(({ column, isMinus, isPlus }) => (isMinus && !isPlus ? [column] : [])))
      const mayLose = [currency.code, ...codes].some(losesThousands)
      const whole = amounts.flatMap(({ column, hasThousands }) => (mayLose && hasThousands ? [column] : []))
      const thousands = new Set(whole)
      const reading: Reading = {
        ...{ dateOrders, dayFaults, yearlessMonths, marks, thousands, levels, minusCosts, currency, ...signs },
        ...{ discount: meaning, isDiscountInItems: isInItems, probability: probabilities?.decide() ?? 'open' },
        scattered: new Set(),
      }
      const arithmetic = { checked, fitting: Math.max(order, lines) }
      return { reading, undecided, arithmetic, repeatedTotals: repeated, unmarked }
    },
  }

  /** The format's own; else the one order that columns of the same platform's file have shown. */
  function usualDateOrder(): DateOrder | undefined {
    const { dateOrder, weight } = match.format
    if (dateOrder !== undefined || weight < 2) return dateOrder
    const shown = new Set(
      dates.flatMap(({ evidence }) => {
        const decision = evidence.decide()
        return 'order' in decision && decision.order !== 'ymd' ? [decision.order] : []
      }),
    )
    return shown.size === 1 ? [...shown][0] : undefined
  }

  function levelOf(field: LeveledField): Level {
    const stated = match.format.levels?.[field]
    const group = groups.get(field)
    const isSettled = !group || group.many === 0 || (stated !== undefined && match.format.hasFixedLevels === true)
    if (isSettled) return stated ?? 'order'
    // What a platform writes once an order may differ in an order it split; what it writes on every line may be equal by chance.
    if (stated !== undefined && (stated === 'line' || group.varying < group.many / 2)) return stated
    if (group.varying > 0) return 'line'
    // Constant in every group: once an order, unless the arithmetic says that the lines carry it (rule 7).
    const prefersLines = field === 'orderTotal' && checked > 0 && order < checked * 0.9 && lines > order
    return prefersLines ? 'line' : 'order'
  }
}

/** A column of amounts whose header says that they are in crowns, and not in whose. */
function crownHeader(match: Match): Undecided | null {
  const { units, texts } = match.header
  const column = columnsOf(match, currencyFields).find((at) => bareSign(units[at] ?? '') === 'KR')
  return column === undefined ? null : { what: 'crown', column, samples: [texts[column]!] }
}

function columnsOf(match: Match, of: readonly (typeof amountFields)[number][]): number[] {
  return of.flatMap((field) => [...(match.columns.get(field) ?? [])])
}
