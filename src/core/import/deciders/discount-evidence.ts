import { cellText, filledColumn } from '../cells.js'
import type { Match } from '../columns/detect.js'
import { writtenNumber } from '../columns/written-number.js'
import type { Field } from '../field.js'
import type { DiscountMeaning } from '../orders/discount-rate.js'
import type { Cell } from '../sheet.js'
import { type DiscountName, discountName } from '../words/discount-name.js'

/** What the numbers of a column of discounts are. */
export interface DiscountDecision {
  readonly meaning: DiscountMeaning
  /** Some that may be one or the other, where amounts depend on it. */
  readonly open: readonly string[]
  /** The sums of items have it taken off already. */
  readonly isInItems: boolean
}

/** Gathers what the rows of a plain sheet say of its column of discounts, row by row. */
export interface DiscountEvidence {
  readonly column: number
  add(cells: readonly Cell[]): void
  decide(): DiscountDecision
}

/** A bare number in a column of discounts. */
interface Said {
  readonly text: string
  readonly value: number
  readonly isPercent: boolean
}

type Vote = 'money' | 'paid' | 'off'

const bare = /^(\d+(?:[.,]\d+)?) ?(%)?$/

function saidIn(cell: Cell | undefined, unit: string | null): Said | null {
  const text = cellText(cell)
  const [, number = '', percent] = bare.exec(text.normalize('NFKC')) ?? []
  const value = Number(number.replace(',', '.'))
  return number === '' ? null : { text, value, isPercent: percent !== undefined || (unit === '%' && value > 1) }
}

const paidShare = ({ value, isPercent }: Said): number => {
  if (isPercent || value > 10) return value / 100
  return value <= 1 ? value : value / 10
}

const offShare = ({ value, isPercent }: Said): number => (isPercent || value > 1 ? value / 100 : value)

/** Which readings of a number make the price what was paid. */
function votesFor(full: number, paid: number, said: Said): Vote[] {
  const readings: [Vote, number][] = [
    ['paid', full * paidShare(said)],
    ['off', full * (1 - offShare(said))],
    ['money', said.isPercent ? Number.NaN : full - said.value],
  ]
  const far = readings.flatMap(([vote, due]) => (due > 0 ? [{ vote, by: Math.abs(due - paid) }] : []))
  far.sort((a, b) => a.by - b.by)
  const best = far[0]?.by ?? Number.POSITIVE_INFINITY
  // Sellers round to whole amounts.
  if (best > Math.min(1, Math.max(0.011, paid * 0.02))) return []
  return far.filter(({ by }) => by <= best * 3 + 0.011).map(({ vote }) => vote)
}

/** The price of one piece before a discount, where a column beside holds it. */
const beforeWords = /^(?:原价|原價|原单价|标价|吊牌价|original price|list price|regular price)$/

/** What is due once the discount is taken off; it may also be what is still owed, and then proves nothing. */
const dueWords =
  /^(?:[应應]收|[应應]付)(?:款|货款|合计|合計|总[额计])?$|^(?:订单|訂單)?(?:合计|合計|总计|總計|共计|共計|总共)$|^(?:total|sum)$/

/** The evidence of a match; null where it has no discounts, or a platform says what they are. */
export function discountEvidence(match: Match): DiscountEvidence | null {
  const [column = -1] = match.columns.get('discount') ?? []
  if (column < 0 || match.format.fields !== 'aliases') return null
  const unit = match.header.units[column] ?? null
  const name = nameOf(match, column)
  const of = (field: Field) => match.columns.get(field) ?? []
  const others = [
    ...match.rivals.flatMap(({ field, column: at }) => (field === 'orderTotal' ? [at] : [])),
    ...match.header.keys.flatMap((key, at) => (beforeWords.test(key) ? [at] : [])),
  ]
  const dues = match.header.keys.flatMap((key, at) => (dueWords.test(key) ? [at] : []))
  const votes: Record<Vote, number> = { money: 0, paid: 0, off: 0 }
  const values = new Map<string, Said>()
  /** Rows whose item comes to its price less the discount, and to its price. */
  const items = { less: 0, full: 0 }
  let hasMoney = false
  let hasExcess = false
  let isNeeded = false
  /** Of the order whose rows come in. */
  const order = { id: '', lacks: false, isTotalled: false }

  /** An order without an amount of its own comes to what its discount leaves. */
  const open = () => order.lacks && !order.isTotalled

  function begin(cells: readonly Cell[]): void {
    const naming = of('orderId').length > 0 ? of('orderId') : [...of('placedAt'), ...of('paidAt')]
    const id = cellText(cells[filledColumn(cells, naming)])
    if (id === '' || (id === order.id && of('orderId').length > 0)) return
    isNeeded ||= open()
    Object.assign(order, { id, lacks: false, isTotalled: false })
  }

  function addNumber(cells: readonly Cell[], said: Said): void {
    const amount = (columns: readonly number[]) => amountIn(cells[filledColumn(cells, columns)])
    const [total, item, price] = [amount(of('orderTotal')), amount(of('itemAmount')), amount(of('unitPrice'))]
    const full = price === null ? null : price * (amount(of('quantity')) ?? 1)
    const fulls = [full, item, ...others.map((at) => amountIn(cells[at]))].filter((one) => one !== null && one > 0)
    if (full !== null && item !== null) {
      if (Math.abs(full - said.value - item) < 0.011) items.less++
      else if (Math.abs(full - item) < 0.011) items.full++
    }
    const paid = total ?? amount(dues) ?? (full === null ? null : item)
    if (total === null && fulls.length > 0) order.lacks = true
    if (total === null && fulls.some((one) => one! < said.value) && said.value < 100) hasExcess = true
    if (paid === null) return
    const shipping = amount(of('shipping')) ?? 0
    const proves = (one: number, due: number) => (Math.abs(one - due) < 0.005 ? [] : votesFor(one, due, said))
    const found = fulls.flatMap((one) => {
      const votes = shipping === 0 ? [] : proves(one!, paid - shipping)
      return votes.length > 0 ? votes : proves(one!, paid)
    })
    for (const vote of new Set(found)) votes[vote]++
  }

  return {
    column,
    add(cells) {
      // Of money it is only asked whether items have it off.
      if (name === 'money' && values.size >= ENOUGH_MONEY) return
      begin(cells)
      if (filledColumn(cells, of('orderTotal')) >= 0) order.isTotalled = true
      const cell = cells[column]
      if (cell === undefined || cell === '') return
      const said = saidIn(cell, unit)
      if (said === null) hasMoney ||= /[¥￥$€£元-]/.test(cellText(cell)) && /\d/.test(cellText(cell))
      else if (said.value !== 0) {
        if (values.size < MOST_VALUES) values.set(said.text, said)
        addNumber(cells, said)
      }
    },
    decide() {
      const all = [...values.values()]
      const found = byVotes(name, votes, all) ?? byValues(name, all, hasMoney, hasExcess)
      const isInItems = items.less > 0 && items.full === 0
      const isOpen = found === null && (isNeeded || open())
      const told = all.filter(({ value }) => value !== 10 && value !== 100)
      const samples = isOpen ? told.map(({ text }) => text).slice(0, 3) : []
      return { meaning: found ?? 'money', open: samples, isInItems }
    },
  }
}

/** Different discounts in money among which some are of rows that say it. */
const ENOUGH_MONEY = 200

/** Different ones; a sheet has a handful of rates, and amounts show what they are long before. */
const MOST_VALUES = 1000

/** What the seller says of the column outranks its name. */
function nameOf({ mapping, header }: Match, column: number): DiscountName {
  if (mapping.has('discountRate')) return 'paid'
  if (mapping.has('discountPercent')) return 'off'
  const name = discountName(header.keys[column] ?? '', header.units[column] ?? null)
  return name === 'any' && mapping.has('discount') ? 'money' : name
}

function amountIn(cell: Cell | undefined): number | null {
  if (typeof cell === 'number') return cell
  return typeof cell === 'string' ? writtenNumber(cellText(cell)) : null
}

/** 0.9, 0.85, 1: parts of one. */
const areShares = (all: readonly Said[]): boolean =>
  all.every(({ value, isPercent }) => !isPercent && value <= 1) && all.some(({ value }) => value < 1)

const paidAs = (all: readonly Said[]): DiscountMeaning => (areShares(all) ? 'paid-share' : 'paid')
/** 1 beside 0.5 is one percent: nobody takes off all of it. */
const offAs = (all: readonly Said[]): DiscountMeaning =>
  areShares(all) && all.every(({ value }) => value < 1) ? 'off-share' : 'off'

/** What amounts beside the discounts prove, where most of them prove the same. */
function byVotes(name: DiscountName, votes: Readonly<Record<Vote, number>>, all: readonly Said[]) {
  if (name === 'money') return 'money'
  const { money, paid, off } = name === 'any' ? votes : { ...votes, money: 0 }
  if (paid > off && paid > money) return paidAs(all)
  if (off > paid && off > money) return offAs(all)
  // Of a hundred, 9 % are 9.
  return money > paid && money >= off ? 'money' : null
}

/** What the numbers themselves are; null where they may be one or the other. */
function byValues(name: DiscountName, all: readonly Said[], hasMoney: boolean, hasExcess: boolean) {
  if (name === 'paid') return paidAs(all)
  if (name === 'off') return offAs(all)
  if (name === 'rate') return rateMeaning(all)
  if (hasMoney) return 'money'
  const numbers = all.filter(({ isPercent }) => !isPercent)
  if (numbers.length > 0 && areShares(numbers)) return 'paid-share'
  if (!mayBeRates(numbers.map(({ value }) => value))) return 'money'
  // Nobody takes off more than is asked for.
  return hasExcess ? 'paid' : null
}

/** 折扣率 of half and more is what is paid, of less what is taken off. */
function rateMeaning(all: readonly Said[]): DiscountMeaning | null {
  const numbers = all.filter(({ isPercent }) => !isPercent)
  const areTenths = numbers.every(({ value }) => value <= 10) && numbers.some(({ value }) => value >= 5)
  const shares = all.map((said) => (areTenths && !said.isPercent ? paidShare(said) : offShare(said)))
  const told = shares.filter((share) => share !== 0 && share !== 1)
  if (told.every((share) => share >= 0.5)) return paidAs(all)
  return told.every((share) => share < 0.5) ? offAs(all) : null
}

/** Whether numbers may be what is paid of ten (9, 8.5) or of a hundred (95, 88), none of them far from what sellers leave. */
function mayBeRates(values: readonly number[]): boolean {
  const isTenths = (value: number) => value >= 1 && value <= 10 && Number.isInteger(Math.round(value * 1e9) / 1e8)
  const isHundredths = (value: number) => value >= 10 && value <= 100 && Number.isInteger(value)
  const told = values.filter((value) => value !== 10 && value !== 100)
  // Who writes 10 leaves nothing off in tenths: beside it 5 is money.
  if (told.every((value) => value === 5) && values.includes(10)) return false
  if (told.length === 0) return false
  if (told.every(isTenths)) return values.every((value) => value <= 10) && told.some((value) => value >= 5)
  if (told.every(isHundredths)) return told.some((value) => value >= 50)
  return told.every((value) => (isTenths(value) && value >= 5) || (isHundredths(value) && value >= 50))
}
