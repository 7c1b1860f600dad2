/**
 * What a column holds; drives alignment, xlsx number format, csv raw form, html class and json type.
 * money: integer minor units of the column's currency · percent: a fraction, 0.25 for 25 % · date: YYYY-MM-DD ·
 * points: the difference of two fractions, 0.1 for ten percentage points · days, count, score: integers · number: any number ·
 * bar: a fraction drawn as a bar · trend: a list of figures drawn as a line of small columns · the rest: text.
 */
export type ColumnKind =
  | 'text'
  | 'id'
  | 'tier'
  | 'count'
  | 'number'
  | 'money'
  | 'percent'
  | 'points'
  | 'date'
  | 'days'
  | 'score'
  | 'bar'
  | 'trend'
  | 'company'
  | 'phone'
  | 'email'

/**
 * What a column is for in a sheet the seller works in: one of some words, a day later than the report's (or any), an amount, or words of his
 * own, each with a hint in his language; `key` tells the row apart when the sheet comes back.
 */
export type Entry =
  | { readonly kind: 'choice'; readonly hint: string; readonly choices: readonly string[] }
  | { readonly kind: 'date'; readonly hint: string; readonly isAnyDay?: boolean }
  | { readonly kind: 'text' | 'amount' | 'key'; readonly hint: string }

/**
 * What a cell tells of the person a row is about, besides phones, e-mails and the company, which have kinds of their own: address books
 * have a place for it, and a masked report hides what leads to the person's door or account. `reach` is any way to reach somebody,
 * `persons` those who speak for a customer.
 */
export type PersonField =
  | 'name'
  | 'reach'
  | 'wechat'
  | 'persons'
  | 'street'
  | 'city'
  | 'region'
  | 'postcode'
  | 'country'
  | 'birthday'
  | 'tags'

export interface Column {
  /** Stable English name used in JSON; money columns end in `Minor`. */
  readonly key: string
  readonly kind: ColumnKind
  /** Heading in the reader's language. */
  readonly label: string
  /** ISO 4217 code of a money column. */
  readonly currency?: string
  readonly person?: PersonField
  /** The same where the row's cell `cell` tells which it is. */
  readonly personIn?: { readonly cell: string; readonly by: Readonly<Record<string, PersonField>> }
  /** Left out of the terminal table, and of a page's that is very wide (kept in the other files and JSON). */
  readonly wide?: boolean
  /** Key of a column to the right that matters more: where room is short on a terminal, this one is left out before it. */
  readonly givesWayTo?: string
  /** Texts are never wrapped nor cut on a terminal; where room is short, columns to the right are left out. */
  readonly isWhole?: boolean
  /** A list of sentences: on a terminal they stand one under the other, all but the first after a plus. */
  readonly isStacked?: boolean
  /** Key of the row's cell that says the kind of this one, in a table whose rows hold figures of different kinds; `kind` then places the column. */
  readonly kindIn?: string
  /** Of a trend: the figure that fills a sign in every row; the row's largest when left out. */
  readonly most?: number
  /** What people read in place of a coded value (a segment, a channel), in their language; JSON keeps the code. */
  readonly words?: Readonly<Record<string, string>>
  /** The same where a code means something else in each row: the words by what stands in the row's cell `cell`. */
  readonly wordsIn?: { readonly cell: string; readonly by: Readonly<Record<string, Readonly<Record<string, string>>>> }
  /** In delimited text the code stands in place of the words: other programs read it (countries). */
  readonly isCodeInCsv?: boolean
  /** The seller fills it in, or it belongs to that: it stands in workbooks and delimited text only. */
  readonly entry?: Entry
}

export type Value = string | number | null

/** Figures one after another, the oldest first; null where there is none. Text shows their shape alone. */
export type Trend = readonly (number | null)[]

export type TableRow = Readonly<Record<string, Value | readonly string[] | Trend>>

/** The column as the cell of one row is written. */
export function columnFor(column: Column, row: TableRow): Column {
  const { kindIn, wordsIn, personIn } = column
  if (personIn !== undefined) {
    const { personIn: _, ...rest } = column
    const person = personIn.by[String(row[personIn.cell])]
    return columnFor(person === undefined ? rest : { ...rest, person }, row)
  }
  if (wordsIn !== undefined) {
    const words = wordsIn.by[String(row[wordsIn.cell])]
    return words === undefined ? column : { ...column, words }
  }
  return kindIn === undefined ? column : { ...column, kind: row[kindIn] as ColumnKind }
}

export interface Table {
  readonly key: string
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly TableRow[]
  /** Rows left out by `--limit`. */
  readonly omitted: number
  /** A list of every customer: people read it after the tables that sum it up. */
  readonly isDetail?: boolean
  /** Has nothing to say to people; machines still find its columns. */
  readonly isForMachines?: boolean
  /** Says once more, for a terminal, what wide columns of another table say: pages and workbooks have these. */
  readonly isForTerminal?: boolean
  /** Why there are no rows, in the reader's language; only where there are none. */
  readonly reason?: string
  /** Another program takes it in as delimited text: phones stand bare in E.164, and a byte order mark only where that program wants one. */
  readonly forProgram?: { readonly hasMark: boolean }
}
