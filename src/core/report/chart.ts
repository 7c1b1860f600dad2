import type { Column, Table } from './table.js'

/** How the figures of a chart are written: their kind, and the currency of amounts. */
export type Measure = Pick<Column, 'kind' | 'currency'>

/** What every chart has, whatever it draws. Words are in the reader's language. */
interface Drawn {
  /** Stable English name, unique within its report. */
  readonly key: string
  /** What the picture shows, as a sentence with its figures. */
  readonly title: string
  /** What somebody who does not see the picture is told: its figures in a sentence or two. */
  readonly alt: string
  /** The figures drawn. A table of the report with the same key is this one: the picture then stands with it. */
  readonly table: Table
  /** Key of a table of the report it stands with where that is not its own. */
  readonly beside?: string
}

/** A point of a curve, both parts fractions from 0 to 1. */
export interface ChartPoint {
  readonly x: number
  readonly y: number
}

/**
 * The stretch of a curve that belongs to a tier: from the end of the one before up to `until` on the horizontal axis; `told` stands
 * where it ends.
 */
export interface ChartStretch {
  readonly tier: string
  readonly until: number
  readonly told?: string
}

/** A rising curve of shares over shares, from (0, 0) to (1, 1): who holds how much of a whole. */
export interface CurveChart extends Drawn {
  readonly kind: 'curve'
  /** What is shared out along the horizontal and the vertical axis. */
  readonly xLabel: string
  readonly yLabel: string
  /** Rising in both parts. */
  readonly points: readonly ChartPoint[]
  readonly stretches: readonly ChartStretch[]
}

/** One field of a heat chart; `value` null where there is none (a month not over yet). */
export interface HeatCell {
  readonly value: number | null
  /** A word that stands in the field besides (a segment). */
  readonly label?: string
}

/** A grid of figures, darker where they are larger: scores against scores, months against months. */
export interface HeatChart extends Drawn {
  readonly kind: 'heat'
  readonly xLabel: string
  readonly yLabel: string
  /** Heads of the columns, from the left, and of the rows, from the top. */
  readonly columns: readonly string[]
  readonly rows: readonly string[]
  /** One list a row, one entry a column. */
  readonly cells: readonly (readonly HeatCell[])[]
  readonly measure: Measure
  /** Which figure is darkest; the largest of all when left out. */
  readonly most?: number
}

/** Columns side by side, each stacked of the same parts: amounts by month. Negative parts hang below the line. */
export interface ColumnsChart extends Drawn {
  readonly kind: 'columns'
  readonly yLabel: string
  /** Heads of the columns, from the left. */
  readonly columns: readonly string[]
  /** The parts, from the bottom; one value a column. */
  readonly parts: readonly { readonly label: string; readonly values: readonly number[] }[]
  readonly measure: Measure
}

/** What moved from where to where between two days: segments before and now. */
export interface FlowChart extends Drawn {
  readonly kind: 'flow'
  readonly fromLabel: string
  readonly toLabel: string
  /** Names of the sides' parts, from the top. */
  readonly from: readonly string[]
  readonly to: readonly string[]
  /** How many went from the part at `from` to that at `to` (positions); those who stayed are among them. */
  readonly flows: readonly { readonly from: number; readonly to: number; readonly value: number }[]
  readonly measure: Measure
}

/** Steps one after another, each of what is left of the one before: a funnel. */
export interface StepsChart extends Drawn {
  readonly kind: 'steps'
  /** From the first; `told` stands behind the figure (its share of the step before). */
  readonly steps: readonly { readonly label: string; readonly value: number; readonly told?: string }[]
  readonly measure: Measure
}

/** Spans on one scale: from when to when something is to be expected. */
export interface SpansChart extends Drawn {
  readonly kind: 'spans'
  readonly xLabel: string
  /** From the top; `told` stands behind the name (of how many it is known). */
  readonly spans: readonly {
    readonly label: string
    readonly from: number
    readonly to: number
    readonly told?: string
  }[]
  readonly measure: Measure
}

/** A picture of figures of a report: each kind is drawn by one object of the renderers. */
export type Chart = CurveChart | HeatChart | ColumnsChart | FlowChart | StepsChart | SpansChart
