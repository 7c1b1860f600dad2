import type { Ledger } from './ledger.js'

/**
 * Tables read whole. A row that crosses from SQLite into JavaScript costs more than what stands in it, so SQLite joins some
 * thousand rows into one text and they are taken apart here: a third of the time.
 */
export interface BulkQuery {
  /** SQL expressions, one a value. */
  readonly values: readonly string[]
  /** The table with its short name, `sales_order o`. */
  readonly table: string
  /** Its integer primary key, `o.order_id`. */
  readonly id: string
  readonly joins?: string
  readonly where?: string
  /** Only rows of these ids, the first and the last; all when left out. */
  readonly ids?: readonly [number, number]
}

/** Ids in one text. */
const STRIDE = 16_384

/** Numbers of many rows in the order of their ids; NULL is NaN. The row is the same array each time: copy what is to stay. */
export function readNumbers(ledger: Ledger, query: BulkQuery, each: (row: Float64Array) => void): void {
  const row = new Float64Array(query.values.length)
  for (const { text } of stretches(ledger, query, ' ')) takeNumbers(text, row, each)
}

/**
 * The same of a table whose ids hardly have gaps, with the id of each row: where a stretch of ids is complete they need not be read,
 * and from the first that is not, all are.
 */
export function readNumbered(
  ledger: Ledger,
  query: Omit<BulkQuery, 'joins' | 'where'>,
  each: (id: number, row: Float64Array) => void,
): void {
  const row = new Float64Array(query.values.length)
  for (const { from, rows, text } of stretches(ledger, query, ' ')) {
    if (rows < STRIDE) {
      readWithIds(ledger, query, from, each)
      return
    }
    let id = from
    takeNumbers(text, row, () => each(id++, row))
  }
}

function readWithIds(
  ledger: Ledger,
  query: BulkQuery,
  first: number,
  each: (id: number, row: Float64Array) => void,
): void {
  const values = [...query.values, query.id]
  const row = new Float64Array(values.length)
  for (const { text } of stretches(ledger, { ...query, values }, ' ', first))
    takeNumbers(text, row, () => each(row[values.length - 1]!, row))
}

/** No text of the ledger holds it: control characters are taken out of every cell and every typed value (core/values/cell-text.ts). */
const UNIT = '\u001f'

/** Texts of many rows in the order of their ids, NULL as ''; a row begins at `at` of the list it is given in. */
export function readTexts(
  ledger: Ledger,
  query: BulkQuery,
  each: (texts: readonly string[], at: number) => void,
): void {
  for (const { text } of stretches(ledger, query, UNIT)) {
    const texts = text.split(UNIT)
    for (let at = 0; at < texts.length; at += query.values.length) each(texts, at)
  }
}

/** The rows of some ids from one on, in one text. */
interface Stretch {
  readonly from: number
  readonly rows: number
  readonly text: string
}

function* stretches(
  { db }: Ledger,
  { values, table, id, joins = '', where = 'TRUE', ids: [lowest, last] = [-1, Number.MAX_SAFE_INTEGER] }: BulkQuery,
  between: string,
  first = lowest,
): Generator<Stretch> {
  const row = values.map((value) => `coalesce(${value}, '')`).join(` || '${between}' || `)
  const source = `${table} ${joins} WHERE ${id} BETWEEN ? AND ? AND (${where})`
  const stretch = db.prepare(`SELECT count(*), group_concat(${row}, '${between}') FROM ${source}`).raw()
  const next = db.prepare(`SELECT min(${id}) FROM ${table} WHERE ${id} BETWEEN ? AND ?`).pluck()
  const after = (start: number) => next.get(start, last) as number | null
  for (let from = after(first); from !== null; from = after(from + STRIDE)) {
    const [rows, text] = stretch.get(from, Math.min(from + STRIDE - 1, last)) as [number, string | null]
    if (text !== null) yield { from, rows, text }
  }
}

const SPACE = 32
const MINUS = 45
const ZERO = 48

/** Takes numbers parted by single spaces, a row's length at a time; nothing between two spaces is NaN. */
export function takeNumbers(text: string, row: Float64Array, each: (row: Float64Array) => void): void {
  if (text === '') return
  let at = 0
  let value = 0
  let start = 0
  let isWhole = true
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : SPACE
    const digit = code - ZERO
    if (digit >= 0 && digit <= 9) value = value * 10 + digit
    else if (code !== SPACE) isWhole = isWhole && code === MINUS && i === start
    else {
      const isNegative = text.charCodeAt(start) === MINUS
      row[at] = i === start ? Number.NaN : !isWhole ? Number(text.slice(start, i)) : isNegative ? -value : value
      if (++at === row.length) {
        each(row)
        at = 0
      }
      value = 0
      start = i + 1
      isWhole = true
    }
  }
}
