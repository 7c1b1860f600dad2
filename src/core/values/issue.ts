/** Where in a file something stands; rows count from 1 as Excel shows them, headers are the file's own words. */
export interface Source {
  readonly file: string
  readonly sheet?: string
  readonly row?: number
  readonly header?: string
}

export type Severity = 'error' | 'warning' | 'note'

/**
 * A finding about data: a value, collected and never thrown. `code` names its sentence and hint in messages/issues.ts;
 * an error rejects the whole order its row belongs to.
 */
export interface Issue {
  readonly severity: Severity
  readonly code: string
  readonly source: Source
  readonly params: Readonly<Record<string, string | number>>
}
