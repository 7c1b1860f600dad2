import type { Vocabulary } from '../follow-up/vocabulary.js'
import type { Column } from '../report/table.js'
import { bilingual, inEach, type Lang } from '../values/lang.js'
import type { RowRecords, RowRefusal, RowSaid } from './records.js'
import type { Standing } from './standing.js'

/** A column of a list that the seller fills in. */
export interface ListColumn {
  readonly name: string
  /** An amount is in the base currency, and read as minor units. */
  readonly kind: 'choice' | 'date' | 'text' | 'amount'
  readonly words: Readonly<Record<Lang, { readonly label: string; readonly hint: string }>>
  /** Other headings it goes by where a seller renamed it or made it himself. */
  readonly also: readonly string[]
  /** Of a choice. */
  readonly vocabulary?: Vocabulary<string>
  /** Of a date: it lies after the day of the record; `isPast` for one that does not, `isAnyDay` for one that may. */
  readonly isPast?: boolean
  readonly isAnyDay?: boolean
  /** Never written; read where the seller added it. */
  readonly isAdded?: boolean
}

/** A list that goes out as a sheet and comes back filled in (R25). */
export interface Worklist {
  /** Letters only; part of every row's key. */
  readonly name: string
  /** What writes it. */
  readonly command: string
  readonly columns: readonly ListColumn[]
  /** Headings that nobody but us writes: by these the list is known also where its keys are gone. */
  readonly telltales: readonly Readonly<Record<Lang, string>>[]
  /** Rows close due items, of which the ledger keeps the days they are judged by (R32). */
  readonly closesItems?: boolean
  /** What so many of its events are called, where its rows come to more than contacts. */
  readonly counted?: Readonly<Record<Lang, (events: number) => string>>
  /** What a filled row records, as things stand with its customer. */
  records(row: RowSaid, standing: Standing): RowRecords | RowRefusal
}

/** What a column is called, in every language. */
export function labelsOf({ words }: Pick<ListColumn, 'words'>): Readonly<Record<Lang, string>> {
  return inEach((lang) => words[lang].label)
}

/** The columns of a list as a report's table has them, to be filled in, and its key at the end. */
export function entryColumns({ columns }: Worklist, lang: Lang): Column[] {
  return [
    ...columns.filter(({ isAdded }) => isAdded !== true).map((column) => entryColumn(column, lang)),
    { key: keyColumn, kind: 'text', label: keyWords[lang].label, entry: { kind: 'key', hint: keyWords[lang].hint } },
  ]
}

/** Name of the column of keys in a report's rows. */
export const keyColumn = 'entryKey'

/** What the column of keys is called. */
export const keyWords: Readonly<Record<Lang, { readonly label: string; readonly hint: string }>> = bilingual(
  {
    label: 'Key',
    hint: 'Leave this as it is: it tells crm import which customer and which item the row is about.',
  },
  { label: '编号', hint: '请不要改动：crm import 靠它认出这一行是哪位客户、哪件事。' },
)

function entryColumn({ name, kind, words, vocabulary, isAnyDay }: ListColumn, lang: Lang): Column {
  const { label, hint } = words[lang]
  const key = `entry${name.charAt(0).toUpperCase()}${name.slice(1)}`
  if (kind === 'amount') return { key, kind: 'number', label, entry: { kind, hint } }
  if (kind !== 'choice') return { key, kind, label, entry: { kind, hint, ...(isAnyDay ? { isAnyDay } : {}) } }
  const choices = Object.values(vocabulary?.words[lang] ?? {})
  return { key, kind: 'text', label, entry: { kind, hint, choices } }
}
