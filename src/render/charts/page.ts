import type { Lang } from '../../core/values/lang.js'

/** The room a chart is drawn in. */
export interface ChartPage {
  readonly lang: Lang
  /** Units of the drawing across, a CSS pixel each where the drawing is shown in full width. */
  readonly width: number
  /** Begins the ids of the drawing, unique on its page. */
  readonly id: string
}

/** What was drawn: SVG elements from (0, 0) to (width of the page, height). */
export interface Picture {
  readonly body: string
  readonly height: number
}

/** How one kind of chart is drawn: pure; null where there is nothing to see. */
export interface Drawing<C> {
  draw(chart: C, page: ChartPage): Picture | null
}

/** Narrower than this, names stand over what they name instead of beside it. */
const BESIDE = 500

/** Whether there is room for names beside what they name. */
export function isRoomy({ width }: ChartPage): boolean {
  return width >= BESIDE
}
