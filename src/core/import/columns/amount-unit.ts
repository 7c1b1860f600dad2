import { headerUnit } from '../../values/header-unit.js'
import { costFields, currencyFields, type Field } from '../field.js'
import { type DiscountName, discountName } from '../words/discount-name.js'
import type { Match } from './detect.js'

/** A column whose amounts are written in another unit than the currency's own. */
export interface ScaledColumn {
  readonly column: number
  /** Power of ten the amounts are multiplied by. */
  readonly shift: number
}

const unitFields: readonly Field[] = [...currencyFields, ...costFields]

const amountColumns = ({ columns }: Match): number[] => unitFields.flatMap((field) => [...(columns.get(field) ?? [])])

const unitIn = (text: string | null | undefined) => headerUnit(text?.toLowerCase() ?? '')

/** Columns whose headers say 万元, cents, `k$` and the like. */
export function scaledColumns(match: Match): readonly ScaledColumn[] {
  return amountColumns(match).flatMap((column) => {
    const shift = unitIn(match.header.units[column])?.shift ?? 0
    return shift === 0 ? [] : [{ column, shift }]
  })
}

/** A unit that stands above a table and may hold for several columns. */
export interface LooseUnit {
  readonly unit: string
  readonly columns: readonly number[]
}

/**
 * A match in which the unit that stands above the table (单位：万元, `in thousands`) stands in the header of its only column
 * of amounts, a currency alone (单位：元) in those of all; where several columns have no unit of their own and it is a multiple,
 * the unit and those, since it may not hold for all. Rates have none; a column that may hold rates or money (折扣) is not called
 * money by a currency above the table.
 */
export function withTitleUnit(match: Match): Match | LooseUnit {
  const unit = match.format.weight < 2 && match.format.kind === 'orders' ? titleUnit(match.header.title) : null
  const { header } = match
  const unmarked = amountColumns(match).filter((column) => unitIn(header.units[column]) === null)
  const free = unmarked.filter((column) => ['money', 'any'].includes(discountIn(match, column)))
  if (unit === null || free.length === 0) return match
  const isMultiple = (unitIn(unit)?.shift ?? 0) !== 0
  // A multiple may be true of one of several columns; a currency is that of all that name no other.
  if (free.length > 1 && isMultiple) return { unit, columns: free }
  const marked = isMultiple ? free : free.filter((column) => discountIn(match, column) === 'money')
  const texts = header.texts.map((text, column) => (marked.includes(column) ? `${text} (${unit})` : text))
  const units = header.units.map((own, column) => (marked.includes(column) ? unit.toUpperCase() : own))
  return { ...match, header: { ...header, texts, units } }
}

/** What the numbers of a column are by its name, where it is one of discounts. */
function discountIn({ columns, header }: Match, column: number): DiscountName {
  const isDiscount = columns.get('discount')?.includes(column) === true
  return isDiscount ? discountName(header.keys[column] ?? '', header.units[column] ?? null) : 'money'
}

/** 单位：万元, `(in thousands)`, `Amounts in USD '000`. */
const titleUnits = [
  /单位 ?[:：] ?([^\s,，;；)）]{1,8})/,
  /[(（]([^()（）]{1,24})[)）]/,
  /\b(in (?:\S+ ){0,2}\S+)\s*$/m,
] as const

function titleUnit(title: string): string | null {
  const lower = title.toLowerCase()
  for (const pattern of titleUnits) {
    const unit = pattern.exec(lower)?.[1]?.trim()
    const said = unit === undefined ? null : unitIn(unit)
    // A currency above a table may be anything's; a unit of amounts is told of.
    if (unit !== undefined && said !== null && (said.shift !== 0 || pattern === titleUnits[0])) return unit
  }
  return null
}
