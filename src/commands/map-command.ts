import { bestColumns, type ColumnLook } from '../core/import/columns/column-look.js'
import { columnName, type Match } from '../core/import/columns/detect.js'
import type { Header } from '../core/import/columns/header.js'
import type { Field } from '../core/import/field.js'
import type { RowBatch } from '../core/import/sheet.js'
import { isNoOrderDay, isNoPerson, isNoSale } from '../core/import/words/column-words.js'
import { questionOf } from '../core/import/words/yes-no.js'
import type { Lang } from '../core/values/lang.js'

/** A sheet whose header was looked at. */
export interface Looked {
  readonly match: Match | null
  readonly header: Header
  readonly head: RowBatch
  readonly looks: readonly ColumnLook[]
  readonly file: string
  readonly lang: Lang
}

const buyers: readonly Field[] = [
  ...(['buyerName', 'buyerId', 'nickname', 'account', 'firstName', 'lastName'] as const),
  ...(['recipientName', 'company', 'email', 'phone'] as const),
]

/** Whether some column says who buys. */
export function isBuyerSaid(columns: Match['columns']): boolean {
  return buyers.some((field) => columns.has(field))
}

/** The command line that would read orders from a sheet taken as a customer list; null where no columns look like it. */
export function ordersCommand(sheet: Looked & { readonly match: Match }): string | null {
  const { columns } = sheet.match
  const found = bestColumns(looksOf(sheet), orderFields, new Set([...columns.values()].flat()))
  return found.size < orderFields.length ? null : mapCommand(sheet, columns, orderFields).command
}

/** The command line that would read the deals of a pipeline that were won as orders; null where no columns look like it. */
export function wonCommand(sheet: Looked & { readonly match: Match }): string | null {
  const { match, header } = sheet
  const stage = match.columns.get('stage')?.[0]
  const isFound = (columns: Match['columns']) =>
    bestColumns(looksOf(sheet), orderFields, new Set([...columns.values()].flat())).size === orderFields.length
  // What was hoped for is what a deal that was won came to, and its day that of the sale where there is no other.
  const without = (...given: readonly Field[]) =>
    new Map([...match.columns].filter(([field]) => !given.includes(field)))
  const columns = [without(...forecast), without(...forecast, 'placedAt')].find(isFound)
  if (stage === undefined || columns === undefined) return null
  const { command } = mapCommand(sheet, columns, orderFields)
  return `${command} --map status="${columnName(stage, header)}"`
}

const orderFields: readonly Field[] = ['placedAt', 'orderTotal']
const forecast: readonly Field[] = ['expectedAmount', 'closeAt', 'closedAt']

/** The command line that names the columns as they were understood. */
export function mapAllCommand({ columns, header }: Match, file: string): string {
  // What is put together of two columns, or stands with another in one, is understood again by itself.
  const isAlone = ([field, at]: readonly [Field, readonly number[]]) =>
    (field !== 'orderTotal' || at.length === 1) &&
    [...columns.values()].flat().filter((column) => column === at[0]).length === 1
  const pairs = [...columns].filter(isAlone).map(([field, at]) => `--map ${field}="${columnName(at[0]!, header)}"`)
  return ['crm import', quoted(file), ...pairs].join(' ')
}

/** A command line to type; '' where there is nothing to say in it. */
export interface Suggestion {
  readonly command: string
  /** Fields that no column looks like. */
  readonly lacking: readonly Field[]
}

/** The command line to type: each missing field with the column whose values look like it, or a place to fill in; `income` is known to be the amount. */
export function mapCommand(
  sheet: Looked,
  columns: Match['columns'],
  missing: readonly Field[],
  income?: number,
): Suggestion {
  const { header, file } = sheet
  const taken = new Set([...columns.values()].flat())
  const buyer = isBuyerSaid(columns) ? [] : (['buyerName'] as const)
  const wanted = [...missing, ...buyer]
  const found = new Map(bestColumns(looksOf(sheet), wanted, taken))
  if (income !== undefined) found.set('orderTotal', income)
  const pairs = wanted.flatMap((field) => {
    const at = found.get(field)
    if (at === undefined && field === 'buyerName') return []
    return [`--map ${field}="${at === undefined ? '…' : columnName(at, header)}"`]
  })
  const command = pairs.length === 0 ? '' : ['crm import', quoted(file), ...pairs].join(' ')
  return { command, lacking: wanted.filter((field) => !found.has(field)) }
}

/** A file name as it is typed. */
export function quoted(file: string): string {
  return /[\s"']/.test(file) ? `"${file}"` : file
}

/** What columns look like, but that names which say otherwise are believed: what is suggested is typed without a second look. */
export function looksOf({ looks, header }: Looked): readonly ColumnLook[] {
  return looks.map((look, at) => {
    const key = header.keys[at]!
    return {
      ...look,
      ...((isNoSale(key) || questionOf(key) !== null) && { amount: 0 }),
      ...(isNoOrderDay(key) && { day: 0 }),
      ...(isNoPerson(key) && { name: 0 }),
    }
  })
}
