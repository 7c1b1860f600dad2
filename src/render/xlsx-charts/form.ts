import type { Chart } from '../../core/report/chart.js'
import type { Table } from '../../core/report/table.js'
import type { Lang } from '../../core/values/lang.js'

/** A chart's figures where they stand in the workbook: whatever is drawn refers to these cells. */
export interface PlacedFigures {
  readonly table: Table
  /** Name of the sheet. */
  readonly sheet: string
  /** Row of the headings, from 1; the figures stand below it from column A. */
  readonly headingRow: number
  readonly lang: Lang
}

/** What Excel draws: the inside of a plot area. */
export interface Plot {
  readonly markup: string
  readonly hasLegend: boolean
  readonly heightPx: number
}

/** How one kind of chart stands in a workbook: drawn by Excel from cells, or as the cells themselves in colours. */
export type ChartForm<C extends Chart> = DrawnForm<C> | CellsForm<C>

/** Drawn on the cover. */
export interface DrawnForm<C extends Chart> {
  readonly as: 'drawing'
  /** The figures drawn, a column a series; without rows nothing is drawn. */
  figures(chart: C, lang: Lang): Table
  plot(chart: C, figures: PlacedFigures): Plot
}

/** A sheet of coloured cells. */
interface CellsForm<C extends Chart> {
  readonly as: 'cells'
  figures(chart: C, lang: Lang): Table
}

/** The registry's type: a kind of chart without a form does not compile. */
export type ChartForms = { readonly [K in Chart['kind']]: ChartForm<Extract<Chart, { kind: K }>> }
