import type { Issue, Severity } from '../values/issue.js'

/** All findings of one code in one column of a sheet: how many, and the first few places. */
export interface IssueGroup {
  readonly severity: Severity
  readonly code: string
  /** The column's header as written; '' for a whole row. */
  readonly header: string
  readonly count: number
  readonly first: readonly Issue[]
}

const shownPlaces = 5

const keyOf = ({ severity, code, header }: Pick<IssueGroup, 'severity' | 'code' | 'header'>): string =>
  `${severity}|${code}|${header}`

/** Collects findings of one sheet, grouped by code and column, in memory that does not grow with their number. */
export class IssueLog {
  readonly #groups = new Map<
    string,
    { severity: Severity; code: string; header: string; count: number; first: Issue[] }
  >()

  constructor(
    private readonly file: string,
    private readonly sheet: string,
    private readonly headers: readonly string[],
    known: readonly IssueGroup[] = [],
  ) {
    for (const group of known) this.#groups.set(keyOf(group), { ...group, first: [...group.first] })
  }

  add(issue: Omit<Issue, 'source'> & { row: number; column: number }): void {
    const header = issue.column < 0 ? '' : (this.headers[issue.column] ?? '')
    const key = keyOf({ severity: issue.severity, code: issue.code, header })
    const group = this.#groups.get(key) ?? { severity: issue.severity, code: issue.code, header, count: 0, first: [] }
    this.#groups.set(key, group)
    group.count++
    if (group.first.length >= shownPlaces) return
    const { severity, code, params, row } = issue
    const source = { file: this.file, row, ...(this.sheet ? { sheet: this.sheet } : {}), ...(header ? { header } : {}) }
    group.first.push({ severity, code, params, source })
  }

  /** Errors first, then by number. */
  groups(): IssueGroup[] {
    const weight: Record<Severity, number> = { error: 0, warning: 1, note: 2 }
    return [...this.#groups.values()].sort((a, b) => weight[a.severity] - weight[b.severity] || b.count - a.count)
  }
}
