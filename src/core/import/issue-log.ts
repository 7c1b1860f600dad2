import type { Issue, Severity } from '../values/issue.js'

/** All findings of one code in one column of a sheet: how many, and the first few places. */
export interface IssueGroup {
  readonly severity: Severity
  readonly code: string
  /** The column's header as written; '' for a whole row. */
  readonly header: string
  readonly count: number
  readonly first: readonly Issue[]
  /** Rows of the other places: runs of rows that follow each other, from and to. */
  readonly rest: readonly RowRun[]
}

export type RowRun = readonly [from: number, to: number]

const shownPlaces = 5

const keyOf = ({ severity, code, header }: Pick<IssueGroup, 'severity' | 'code' | 'header'>): string =>
  `${severity}|${code}|${header}`

/** Adds a row to runs of rows; the same one again says nothing new. */
function addRow(runs: [number, number][], row: number): void {
  const last = runs.at(-1)
  if (last !== undefined && row >= last[0] && row <= last[1] + 1) last[1] = Math.max(last[1], row)
  else runs.push([row, row])
}

/** A group while it is gathered. */
interface Gathered extends Omit<IssueGroup, 'count' | 'first' | 'rest'> {
  count: number
  readonly first: Issue[]
  readonly rest: [number, number][]
}

/** Collects findings of one sheet, grouped by code and column: of all but the first ones the rows alone, where they follow each other as one run. */
export class IssueLog {
  readonly #groups = new Map<string, Gathered>()

  constructor(
    private readonly file: string,
    private readonly sheet: string,
    private readonly headers: readonly string[],
    known: readonly IssueGroup[] = [],
  ) {
    for (const group of known)
      this.#groups.set(keyOf(group), {
        ...group,
        first: [...group.first],
        rest: group.rest.map(([from, to]) => [from, to]),
      })
  }

  add(issue: Omit<Issue, 'source'> & { row: number; column: number }): void {
    const header = issue.column < 0 ? '' : (this.headers[issue.column] ?? '')
    const key = keyOf({ severity: issue.severity, code: issue.code, header })
    const { severity, code, params, row } = issue
    const group = this.#groups.get(key) ?? { severity, code, header, count: 0, first: [], rest: [] }
    this.#groups.set(key, group)
    group.count++
    if (group.first.length >= shownPlaces) {
      addRow(group.rest, row)
      return
    }
    const source = { file: this.file, row, ...(this.sheet ? { sheet: this.sheet } : {}), ...(header ? { header } : {}) }
    group.first.push({ severity, code, params, source })
  }

  /** Errors first, then by number. */
  groups(): IssueGroup[] {
    const weight: Record<Severity, number> = { error: 0, warning: 1, note: 2 }
    return [...this.#groups.values()].sort((a, b) => weight[a.severity] - weight[b.severity] || b.count - a.count)
  }
}
