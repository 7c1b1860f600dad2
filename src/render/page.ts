import type { ChalkInstance } from 'chalk'
import type { Lang } from '../core/values/lang.js'

/** How a report is drawn as text. */
export interface TtyOptions {
  readonly lang: Lang
  /** Cells a line may take; Infinity shortens nothing. */
  readonly width: number
  readonly color: boolean
  /** Only ASCII signs of our own: for consoles that draw `─` or `…` badly. */
  readonly ascii: boolean
  /** Headings, key figures and notes; false leaves the rows of the main table. They are there when not given. */
  readonly isHeaded?: boolean
  /** Lines under table headings. */
  readonly lines: boolean
}

/** A text page being drawn. */
export interface Page extends TtyOptions {
  readonly chalk: ChalkInstance
}
