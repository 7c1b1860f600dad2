import type { Source } from '../core/values/issue.js'

/** Where in a file something stands; no file where it was typed by hand. */
export interface Place {
  readonly file: string
  readonly sheet: string
  readonly row: number
}

export function sourceOf({ file, sheet, row }: Place): Source {
  return { file, row, ...(sheet ? { sheet } : {}) }
}
