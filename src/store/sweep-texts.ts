import { jsonWithoutPerson, type PersonalWords, personalPattern, withoutPerson } from '../core/personal-words.js'
import type { Ledger } from './ledger.js'

/** Texts in which a person may be named, by table. */
const TEXTS: ReadonlyArray<readonly [table: string, columns: readonly string[]]> = [
  ['product', ['sku', 'name', 'category']],
  ['order_version', ['note', 'tags']],
  ['sales_order', ['note', 'tags']],
  ['profile', ['note', 'tags']],
  ['entry', ['text']],
  ['contact', ['text', 'result']],
  ['mark', ['value']],
  ['hand_value', ['value']],
  ['grade', ['reason']],
  ['event', ['text']],
  ['source', ['file', 'sheet']],
  ['export', ['about', 'file']],
]

/** The same of texts that are JSON, which they stay. */
const JSON_TEXTS: typeof TEXTS = [
  ['profile', ['details']],
  ['entry', ['details']],
  ['event', ['details']],
  ['list_row', ['cells']],
  ['batch', ['summary']],
  ['source', ['summary']],
  ['mapping', ['headers', 'fields']],
]

/** Settings a seller words as he likes: days of his own, whom a service level is with and what about. Others are codes and figures. */
const WORDED_SETTING = "(name = 'care.own-days' OR name GLOB 'service.*')"

/** Takes what names a person out of notes, texts and file names, wherever they stand. Inside a write. */
export function sweepTexts({ db }: Ledger, words: PersonalWords): void {
  const pattern = personalPattern(words)
  if (pattern === null) return
  const cleaned = (clean: typeof withoutPerson) => (text: unknown) =>
    typeof text === 'string' && text !== '' ? clean(text, pattern) : text
  db.function('without_person', { deterministic: true }, cleaned(withoutPerson))
  db.function('json_without_person', { deterministic: true }, cleaned(jsonWithoutPerson))
  // Two products may be one without the name: the rows stay two, told apart by their numbers.
  const sweep = (table: string, column: string, call: string, where = 'true') =>
    db.exec(
      `UPDATE OR IGNORE ${table} SET ${column} = ${call}(${column}) WHERE ${where} AND ${column} <> '' AND ${column} <> ${call}(${column})`,
    )
  for (const [table, columns] of TEXTS) for (const column of columns) sweep(table, column, 'without_person')
  for (const [table, columns] of JSON_TEXTS) for (const column of columns) sweep(table, column, 'json_without_person')
  sweep('setting', 'value', 'without_person', WORDED_SETTING)
  db.exec(`UPDATE product SET sku = without_person(sku), name = '*** ' || id, category = ''
    WHERE sku || char(10) || name || char(10) || category <> without_person(sku || char(10) || name || char(10) || category)`)
}
