import type { EventFacts } from '../events.js'
import type { Vocabulary } from '../follow-up/vocabulary.js'
import type { Column } from '../report/model.js'
import type { ContactFacts } from '../snapshot.js'
import type { Day } from '../values/business-date.js'
import type { Lang } from '../values/lang.js'
import type { RowKey } from './key.js'

/** A contact, or the closing of a due item, that a filled row comes to. */
export interface ContactDraft extends Omit<ContactFacts, 'customer' | 'isAttempt'> {
  readonly channel: string
  readonly result: string
  readonly text: string
  /** Of a closing: the day its item had become due, and the last sensible one; told by the ledger. */
  readonly dueOn?: Day | null
  readonly sensibleOn?: Day | null
}

/** An event that a filled row comes to; `numbered` is the letter of the subject that the ledger is to give it. */
export interface EventDraft extends Omit<EventFacts, 'id' | 'batch' | 'customer' | 'at'> {
  readonly numbered?: string
}

/** What a filled row comes to. */
export interface RowRecords {
  readonly contacts: readonly ContactDraft[]
  readonly events: readonly EventDraft[]
}

/** What a row says, by the names of its columns: codes of words, days, texts; blank cells are absent. */
export type Filled = Readonly<Record<string, string | number>>

/** A column of a list that the seller fills in. */
export interface ListColumn {
  readonly name: string
  readonly kind: 'choice' | 'date' | 'text'
  readonly words: Readonly<Record<Lang, { readonly label: string; readonly hint: string }>>
  /** Other headings it goes by where a seller renamed it or made it himself. */
  readonly also: readonly string[]
  /** Of a choice. */
  readonly vocabulary?: Vocabulary<string>
  /** Of a date: it lies after the day of the record; `past` for one that does not. */
  readonly isPast?: boolean
  /** Never written; read where the seller added it. */
  readonly isAdded?: boolean
}

/** A list that goes out as a sheet and comes back filled in (R25). */
export interface Worklist {
  /** Letters only; part of every row's key. */
  readonly name: string
  readonly columns: readonly ListColumn[]
  /** What so many of its rows are called, where they come to events and not to contacts. */
  readonly counted?: Readonly<Record<Lang, (rows: number) => string>>
  /** What a filled row records on a day. */
  records(filled: Filled, key: RowKey, on: Day): RowRecords
}

/** Codes of the row's column of choice that it fills; '' where blank. */
export function word(filled: Filled, name: string): string {
  return String(filled[name] ?? '')
}

/** The day a row's column holds; null where blank. */
export function day(filled: Filled, name: string): Day | null {
  const value = filled[name]
  return typeof value === 'number' ? value : null
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
export const keyWords: Readonly<Record<Lang, { readonly label: string; readonly hint: string }>> = {
  en: {
    label: 'Key',
    hint: 'Leave this as it is: it tells crm import which customer and which item the row is about.',
  },
  zh: { label: '编号', hint: '请不要改动：crm import 靠它认出这一行是哪位客户、哪件事。' },
}

function entryColumn({ name, kind, words, vocabulary }: ListColumn, lang: Lang): Column {
  const { label, hint } = words[lang]
  const key = `entry${name.charAt(0).toUpperCase()}${name.slice(1)}`
  if (kind !== 'choice') return { key, kind, label, entry: { kind, hint } }
  const choices = Object.values(vocabulary?.words[lang] ?? {})
  return { key, kind: 'text', label, entry: { kind, hint, choices } }
}
