import { isAlias } from '../core/import/aliases.js'
import { cellText } from '../core/import/cells.js'
import { columnsByAlias, type Match } from '../core/import/detect.js'
import type { Field } from '../core/import/field.js'
import type { Header } from '../core/import/header.js'
import type { RowBatch } from '../core/import/sheet.js'
import { type DateOrder, parseDay } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { parseAmount } from '../core/values/money.js'

/** A sheet whose header was looked at. */
interface Looked {
  readonly match: Match | null
  readonly header: Header
  /** How many of its headers are known words. */
  readonly known: number
  readonly head: RowBatch
  readonly file: string
}

const days: readonly Field[] = ['placedAt', 'paidAt']
const amounts: readonly Field[] = ['orderTotal', 'itemAmount', 'unitPrice']

/** Why a sheet cannot be taken, with the columns understood and the command line to type; null when it can. */
export function refusalOf(sheet: Looked): UserError | null {
  const { match, header, head, file } = sheet
  const columns = match?.columns ?? columnsByAlias(header.keys)
  const lacks = (fields: readonly Field[]) => !fields.some((field) => columns.has(field))
  if (match === null || match.format.kind === 'orders') {
    if (match === null && columns.size === 0) return refuse(sheet, 'import.not-understood', ['placedAt', 'orderTotal'])
    if (lacks(days) && lacks(amounts)) return refuse(sheet, 'import.unknown-columns', ['placedAt', 'orderTotal'])
    if (lacks(days)) return refuse(sheet, 'import.no-date', ['placedAt'])
    if (lacks(amounts)) return refuse(sheet, 'import.no-amount', ['orderTotal'])
  }
  if (match === null) return refuse(sheet, 'import.unknown-columns', ['placedAt', 'orderTotal'])
  const hasRows = head.numbers.some((number) => number > header.row)
  return hasRows ? null : new UserError('bad-data', 'import.header-only', { file, row: header.row })
}

function refuse(sheet: Looked, code: RefusalCode, missing: readonly Field[]): UserError {
  const { header, match, file } = sheet
  const columns = match?.columns ?? columnsByAlias(header.keys)
  return new UserError('bad-data', code, {
    file,
    headers: header.texts.filter(Boolean).join(', '),
    understood: [...columns].map(([field, at]) => `${field} ← ${header.texts[at[0]!]}`).join(', '),
    command: mapCommand(sheet, missing),
  })
}

/** The command line to type: each missing field with the column whose values look like it, or a place to fill in. */
function mapCommand({ file, header, head }: Looked, missing: readonly Field[]): string {
  const unknown = header.texts.flatMap((text, at) => (text !== '' && !isAlias(header.keys[at]!) ? [at] : []))
  const pairs = missing.map((field) => {
    const like = looksLike[field === 'placedAt' ? 'day' : 'amount']
    const at = unknown.findLast((column) => like(valuesOf(column, header, head)))
    return `--map ${field}="${at === undefined ? '…' : header.texts[at]}"`
  })
  return `crm import ${/[\s"']/.test(file) ? `"${file}"` : file} ${pairs.join(' ')}`
}

function valuesOf(column: number, header: Header, { numbers, rows }: RowBatch): string[] {
  const below = rows.filter((_, at) => numbers[at]! > header.row)
  return below.map((row) => cellText(row[column])).filter((text) => text !== '')
}

const isDay = (text: string): boolean => dateOrders.some((order) => parseDay(text, order) !== null)
const isAmount = (text: string): boolean => parseAmount(text, '.') !== null && !isDay(text)

/** Whether there are values and all are of one kind. */
const looksLike = {
  day: (values: readonly string[]) => values.length > 0 && values.every(isDay),
  amount: (values: readonly string[]) => values.length > 0 && values.every(isAmount),
}

const dateOrders: readonly DateOrder[] = ['ymd', 'dmy', 'mdy']

const refusals = [
  'import.unknown-columns',
  'import.no-date',
  'import.no-amount',
  'import.not-understood',
  'import.header-only',
  'import.empty',
] as const

type RefusalCode = (typeof refusals)[number]

/** Of several sheets' refusals the one that understood most. */
export function worst(found: readonly UserError[]): UserError | undefined {
  const rank = (error: UserError) => refusals.indexOf(error.code as RefusalCode)
  return [...found].sort((a, b) => rank(a) - rank(b))[0]
}
