/** What is known of a file before it is read. */
export interface ReadOptions {
  /** The encoding a seller named; it is taken even where bytes do not fit it. */
  readonly encoding?: string
  /** The delimiter a seller named: one character, or `tab`. */
  readonly delimiter?: string
  /** Whether a cell is a known header word; by it encoding and delimiter are chosen. */
  readonly headerWords: (cell: string) => boolean
}
