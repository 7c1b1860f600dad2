import type { HeatChart } from '../core/report/chart.js'
import type { Column, Table } from '../core/report/table.js'
import { finiteNumber, holdsShares } from './value.js'
import { sheetValue } from './xlsx-cell.js'
import { columnLetter } from './xlsx-charts/markup.js'

/** Cells that are shaded by one rule: always ranges, since a rule for each cell would take minutes and megabytes. */
interface Shaded {
  readonly ranges: readonly string[]
  /** Markup of the rule's type and of what is inside it. */
  readonly type: 'dataBar' | 'colorScale'
  readonly inside: string
}

/** Grounds that black words stay readable on. */
const shades = { none: 'FFFFFFFF', half: 'FFCFE3F7', most: 'FF7FB2E5', bar: 'FF8FB6EE' } as const

/** The conditional formats of a table under its heading: bars for shares, shades for scores and for the fields of heat charts. */
export function rulesOf(table: Table, heats: readonly HeatChart[]): string {
  if (table.rows.length === 0) return ''
  const shaded = [
    ...table.columns.flatMap((column, at) => columnRules(table, column, at)),
    ...heats.flatMap((heat) => heatRules(table, heat)),
  ]
  return shaded
    .map(({ ranges, type, inside }, at) => {
      const rule = `<cfRule type="${type}" priority="${at + 1}">${inside}</cfRule>`
      return `<conditionalFormatting sqref="${ranges.join(' ')}">${rule}</conditionalFormatting>`
    })
    .join('')
}

/** Where a table holds the very fields of a heat chart: its columns from the left; null where it does not. */
export function heatColumns({ columns, rows }: Table, heat: HeatChart): readonly number[] | null {
  if (rows.length !== heat.rows.length) return null
  const places = heat.columns.map((_, field) =>
    columns.findIndex(
      ({ key, kind }) =>
        kind === heat.measure.kind &&
        rows.every((row, at) => (row[key] ?? null) === (heat.cells[at]?.[field]?.value ?? null)),
    ),
  )
  return places.includes(-1) || places.length === 0 ? null : places
}

function columnRules({ rows }: Table, { key, kind, entry }: Column, at: number): readonly Shaded[] {
  if (entry !== undefined) return []
  const ranges = [rangeOf(rows.length, at)]
  if (kind === 'score')
    return [{ ranges, type: 'colorScale', inside: scale([['min'], ['max']], [shades.none, shades.half]) }]
  if ((kind !== 'bar' && kind !== 'percent') || !holdsShares(rows.map((row) => row[key]))) return []
  // One scale for all bars, from nothing to the whole, and nothing draws nothing.
  const inside = `<dataBar minLength="0" maxLength="100">${stop(['num', 0])}${stop(['num', 1])}${color(shades.bar)}</dataBar>`
  return [{ ranges, type: 'dataBar', inside }]
}

function heatRules(table: Table, heat: HeatChart): readonly Shaded[] {
  const places = heatColumns(table, heat)
  const values = heat.cells.flat().flatMap(({ value }) => finiteNumber(value ?? null) ?? [])
  const most = sheetValue(heat.most ?? values.reduce((one, other) => Math.max(one, other), 0), heat.measure, 'en')
  if (places === null || typeof most !== 'number' || most <= 0) return []
  const ranges = [...new Set(places)].map((at) => rangeOf(table.rows.length, at))
  const stops: Stop[] = [
    ['num', 0],
    ['num', most / 2],
    ['num', most],
  ]
  return [{ ranges, type: 'colorScale', inside: scale(stops, [shades.none, shades.half, shades.most]) }]
}

type Stop = readonly ['min' | 'max'] | readonly ['num', number]

function scale(stops: readonly Stop[], colors: readonly string[]): string {
  return `<colorScale>${stops.map(stop).join('')}${colors.map(color).join('')}</colorScale>`
}

function stop([type, value]: Stop): string {
  return value === undefined ? `<cfvo type="${type}"/>` : `<cfvo type="${type}" val="${value}"/>`
}

function color(argb: string): string {
  return `<color rgb="${argb}"/>`
}

function rangeOf(rows: number, at: number): string {
  return `${columnLetter(at)}2:${columnLetter(at)}${rows + 1}`
}
