import { currencyFields, dateFields, type Field, fields, saleFields } from '../field.js'
import { aliases, aliasRank } from '../words/aliases.js'
import { isBalance, isHoped, isOutgoing, wordPartOf } from '../words/column-words.js'
import { sharedWords } from '../words/shared-words.js'
import { areWaysOfPaying, mixesAmountsAndAnswers, mostlyAmounts, mostlyAnswers, questionOf } from '../words/yes-no.js'
import { holdsNoIds } from './account-column.js'
import { preferAfterDiscount } from './after-discount.js'
import type { ColumnLook } from './column-look.js'
import { mayBeBuyersCountry } from './country-column.js'
import { creditColumn } from './credit-column.js'
import { depositColumns, totalBeside } from './deposit-columns.js'
import { isNetOf, isWithTax, preferDiscounted } from './net-column.js'
import { areOrderStages } from './order-stages.js'

/** A column taken for a field although its whole name is no common word: by a part of the name, or by its values alone. */
export interface Guess {
  readonly column: number
  readonly field: Field
  readonly by: 'word' | 'values'
}

/** A column whose name speaks for a field that another column serves better. */
export interface Rival {
  readonly column: number
  readonly field: Field
}

/** Words that mean a field in one kind of sheet only, best first. */
export type OwnWords = Readonly<Partial<Record<Field, readonly string[]>>>

/** What the columns of a plain sheet are. */
export interface Understood {
  readonly columns: ReadonlyMap<Field, readonly number[]>
  readonly guesses: readonly Guess[]
  readonly rivals: readonly Rival[]
  /** Columns whose values contradict their name. */
  readonly overruled: readonly number[]
  /** The columns of a deposit and of what is due after it, where there are both. */
  readonly payments?: readonly [number, number]
}

/** What clear values may be where a column's name says otherwise; a field that is not here takes any values. */
const accepts: Readonly<Partial<Record<Field, readonly ColumnLook['clear'][]>>> = {
  ...Object.fromEntries(dateFields.map((field) => [field, ['day', 'money']])),
  ...Object.fromEntries(currencyFields.map((field) => [field, ['money']])),
  email: ['email'],
  phone: ['phone', 'money'],
  buyerName: ['country', 'status'],
  firstName: ['country', 'status'],
  lastName: ['country', 'status'],
  company: ['country', 'status'],
  orderId: ['phone', 'money', 'status'],
  quantity: ['money'],
  status: ['status', 'country', 'money', 'phone'],
  country: ['country', 'status'],
}

/** Fields that values alone may fill. */
const byClearValues = { email: 'email', phone: 'phone', country: 'country', status: 'status' } as const

/** Without a day and an amount of which one has a name, nothing is taken for a sale by a guess. */
const ofSales: readonly Field[] = ['orderId', 'quantity', 'productName', 'status', ...dateFields, ...saleFields]
const days: readonly Field[] = ['placedAt', 'paidAt']
const amounts: readonly Field[] = ['orderTotal', 'itemAmount', 'unitPrice']

/** How parcels fare says nothing of payment. */
const ofParcels = /发货|發貨|出貨|物流|配送|快递|fulfil|ship|deliver|parcel|versand|liefer/

/**
 * The columns of a plain sheet (FORMATS §5): by the exact common word, else by a part of the name that the values bear out,
 * else by clear values alone. Clear values overrule a name they contradict. A column serves one field. `named` are fields the
 * seller has pointed out, `own` words that count in one kind of sheet only.
 */
export function understand(
  keys: readonly string[],
  looks: readonly ColumnLook[],
  named: ReadonlySet<Field> = new Set(),
  own: OwnWords = {},
): Understood {
  const claimed = claimsOf(keys, own)
  const overruled: number[] = []
  for (const [at, field] of claimed.entries()) {
    if (field === null || named.has(field)) continue
    const isKindOnly = field === 'type' && own.type === undefined && (looks[at]?.journal ?? null) === null
    // A payment day nobody fills in says of no order that it is not paid.
    const isUnkept = field === 'paidAt' && looks[at]?.isBlank === true
    if (!isKindOnly && !isUnkept && !contradicts(field, keys[at]!, looks[at]) && !isNoId(at)) continue
    claimed[at] = null
    overruled.push(at)
  }
  if (own.stage === undefined) claimStages(looks, claimed)
  resolveShared(keys, looks, claimed)
  claimAnswers(keys, looks, claimed)
  const { columns, rivals } = bestClaims(keys, claimed)
  claimMixed(columns, looks)
  if (!named.has('orderTotal')) preferGross(columns, rivals, looks)
  if (!named.has('orderTotal')) rivals.push(...preferDiscounted(keys, looks, claimed, columns))
  if (!named.has('orderTotal') && !named.has('unitPrice')) rivals.push(...preferAfterDiscount(keys, looks, columns))
  const payments = named.has('orderTotal') ? null : depositColumns(keys, looks, claimed)
  const lacksAmounts = !amounts.some((field) => columns.has(field) || named.has(field))
  const whole = payments !== null && lacksAmounts ? totalBeside(keys, looks, payments) : -1
  if (payments !== null && lacksAmounts) columns.set('orderTotal', whole < 0 ? payments : [whole])
  const credits = creditColumn(keys, looks, columns)
  if (credits >= 0 && claimed[credits] === null) {
    claimed[credits] = 'refundAmount'
    columns.set('refundAmount', [credits])
  }
  const exact = new Set([...columns.keys(), ...named])
  const isFree = (at: number) => claimed[at] === null && columns.get('orderTotal')?.includes(at) !== true
  const free = keys.flatMap((key, at) => (isFree(at) ? [{ key, at }] : []))
  const guesses: Guess[] = whole < 0 ? [] : [{ column: whole, field: 'orderTotal', by: 'word' }]
  const guess = (column: number, field: Field, by: Guess['by']): void => {
    const isTaken = exact.has(field) || guesses.some((other) => other.field === field || other.column === column)
    if (!isTaken) guesses.push({ column, field, by })
  }
  for (const { key, at } of free) {
    const part = overruled.includes(at) ? null : wordPartOf(key)
    if (part !== null && looks[at]?.fits(part.values) === true) guess(at, part.field, 'word')
  }
  for (const { key, at } of free) {
    const clear = looks[at]?.clear
    if (clear === 'status' && ofParcels.test(key)) continue
    if (clear === 'country' && !mayBeBuyersCountry(key, looks[at]!.texts.filter(Boolean))) continue
    if (clear && clear in byClearValues) guess(at, byClearValues[clear as keyof typeof byClearValues], 'values')
  }
  guessOnly('day', 'placedAt', days)
  guessOnly('money', 'orderTotal', amounts)
  const kept = withoutInventedSales(guesses, exact)
  for (const { field, column } of kept) columns.set(field, [column])
  if (!named.has('orderTotal')) preferTaxed(columns, rivals, looks)
  const told = kept.map((one) =>
    one.field === 'orderTotal' ? { ...one, column: columns.get('orderTotal')![0]! } : one,
  )
  return { columns, guesses: told, rivals, overruled, ...(payments === null ? {} : { payments }) }

  function isNoId(at: number): boolean {
    const look = looks[at]
    return (
      claimed[at] === 'buyerId' &&
      look !== undefined &&
      holdsNoIds(keys[at]!, look, looks[claimed.indexOf('buyerName')])
    )
  }

  /** The only free column of days or of money, where a sheet has no other. */
  function guessOnly(clear: 'day' | 'money', field: Field, group: readonly Field[]): void {
    if (group.some((one) => exact.has(one) || guesses.some((other) => other.field === one))) return
    const fitting = free.filter(
      ({ key, at }) =>
        looks[at]?.clear === clear &&
        (overruled.includes(at) ||
          !(isOther(key) || isBalance(key) || isOutgoing(key) || (isHoped(key) && field === 'orderTotal'))),
    )
    if (fitting.length === 1) guess(fitting[0]!.at, field, 'values')
  }
}

/** The field each column's word speaks for; a field with own words listens to no others. */
function claimsOf(keys: readonly string[], own: OwnWords): (Field | null)[] {
  const claimed = keys.map((key) => (key === '' ? null : fieldOfWord(key)))
  for (const [field, words] of Object.entries(own)) {
    const at = words.map((word) => keys.indexOf(word)).find((found) => found >= 0)
    if (at === undefined) continue
    for (const [other, one] of claimed.entries()) if (one === field) claimed[other] = null
    claimed[at] = field as Field
  }
  return claimed
}

/** Days of birth, sums of a lifetime, fees, and what is 0 where nothing was given back are told by their names. */
const isOther = (key: string): boolean =>
  /生日|出生|注册|到期|累计|余额|积分|birth|geburt|regist|since|lifetime|balance|credit|points|spent|visit|last|first|手续费|佣金|\bfees?\b|commission|adjusted/.test(
    key,
  )

function withoutInventedSales(guesses: readonly Guess[], exact: ReadonlySet<Field>): readonly Guess[] {
  const has = (group: readonly Field[], isNamed: boolean) =>
    group.some((field) => exact.has(field) || (!isNamed && guesses.some((guess) => guess.field === field)))
  const isSale = has(days, false) && has(amounts, false) && (has(days, true) || has(amounts, true))
  return isSale ? guesses : guesses.filter(({ field }) => !ofSales.includes(field))
}

function fieldOfWord(key: string): Field | null {
  if (sharedWords.has(key)) return null
  return fieldOfKey().get(key) ?? null
}

let known: ReadonlyMap<string, Field> | undefined

function fieldOfKey(): ReadonlyMap<string, Field> {
  known ??= new Map(fields.flatMap((field) => (aliases[field] ?? []).map((word) => [word, field] as const)))
  return known
}

function contradicts(field: Field, key: string, look: ColumnLook | undefined): boolean {
  const accepted = accepts[field]
  const isClear = look !== undefined && look.clear !== null && accepted !== undefined
  // A word that names nothing else than e-mails or phones is believed of what a spreadsheet made of them.
  return (
    isClear && !accepted.includes(look.clear) && !(field === 'email' && key.includes('mail') && look.clear === 'status')
  )
}

/** Stages that are the states of orders, where no other column tells those. */
function claimStages(looks: readonly ColumnLook[], claimed: (Field | null)[]): void {
  const at = claimed.indexOf('stage')
  if (at >= 0 && !claimed.includes('status') && areOrderStages(looks[at])) claimed[at] = 'status'
}

/** Words with two meanings, once the others are known; the running numbers of the rows are no order numbers. */
function resolveShared(keys: readonly string[], looks: readonly ColumnLook[], claimed: (Field | null)[]): void {
  for (const [at, key] of keys.entries()) {
    const rule = sharedWords.get(key)
    if (rule === undefined) continue
    const field = rule({ has: (...asked) => asked.some((one) => claimed.includes(one)) })
    const isRowNumber = looks[at]?.isRunning === true && (field === 'orderId' || field === 'buyerId')
    if (field !== null && !isRowNumber && !claimed.includes(field) && !contradicts(field, key, looks[at]))
      claimed[at] = field
  }
}

/** Columns that answer whether an order was paid, given back or cancelled: by yes or no, when, or how much of it was paid. */
function claimAnswers(keys: readonly string[], looks: readonly ColumnLook[], claimed: (Field | null)[]): void {
  const hasAmount = amounts.some((field) => claimed.includes(field))
  for (const [at, key] of keys.entries()) {
    const question = questionOf(key)
    const values = looks[at]?.texts.filter((text) => text !== '') ?? []
    // In a list of refunds it is the only day.
    const isOnlyDay = claimed[at] === 'placedAt' && claimed.indexOf('placedAt') === claimed.lastIndexOf('placedAt')
    if (question === null || isOnlyDay) continue
    const isAmount = mostlyAmounts(values)
    const isMixed = question === 'isRefunded' && mixesAmountsAndAnswers(values)
    if (!(isAmount || isMixed || mostlyAnswers(question, values))) continue
    const own = claimed[at] ?? null
    // How it is to be paid is said of unpaid orders too, where something else says whether they are.
    if (question === 'isPaid' && claimed.some((one) => one === 'status' || one === 'paidAt') && areWaysOfPaying(values))
      continue
    const { isYesNo } = looks[at]!
    // 0 and 1 under a name for amounts are amounts; a column of states is one until it says yes or no.
    if (own !== null && (isAmount || ((own === 'status' || own === 'refundStatus') && !isYesNo))) continue
    if (isMixed && (own === 'refundAmount' || !claimed.includes('refundAmount'))) claimed[at] = 'refundAmount'
    else if (!isAmount || isYesNo || (question === 'isPaid' && hasAmount)) claimed[at] = question
    else if (question === 'isRefunded' && !claimed.includes('refundAmount')) claimed[at] = 'refundAmount'
  }
}

/** A column of refunds that says of some orders how much and of others whether serves both fields. */
function claimMixed(columns: Map<Field, readonly number[]>, looks: readonly ColumnLook[]): void {
  const [at] = columns.get('refundAmount') ?? []
  if (at === undefined || columns.has('isRefunded')) return
  const values = looks[at]?.texts.filter((text) => text !== '') ?? []
  if (mixesAmountsAndAnswers(values)) columns.set('isRefunded', [at])
}

/** Different words for one field say different things and only the best is taken; equal words are twins (reading.ts). */
function bestClaims(keys: readonly string[], claimed: readonly (Field | null)[]) {
  const columns = new Map<Field, readonly number[]>()
  const rivals: Rival[] = []
  for (const field of fields) {
    const ranked = claimed
      .flatMap((one, index) => (one === field ? [{ index, rank: aliasRank(field, keys[index]!) }] : []))
      .sort((a, b) => a.rank - b.rank || a.index - b.index)
    const isTaken = (column: { rank: number }, at: number) =>
      column.rank === ranked[0]!.rank || (field === 'phone' && at < 3)
    const taken = ranked.filter(isTaken).map(({ index }) => index)
    if (taken.length > 0) columns.set(field, taken)
    for (const { index } of ranked) if (!taken.includes(index)) rivals.push({ column: index, field })
  }
  return { columns, rivals }
}

/** What an order came to before tax is less than what was paid for it, where another column is both together. */
function preferTaxed(columns: Map<Field, readonly number[]>, rivals: Rival[], looks: readonly ColumnLook[]): void {
  if (columns.get('orderTotal')?.length !== 1) return
  const of = (field: Field) => looks[columns.get(field)?.[0] ?? -1]
  const [total, tax] = [of('orderTotal'), of('tax')]
  if (total === undefined || tax === undefined) return
  const taken = new Set([...columns].flatMap(([, list]) => list))
  const at = looks.findIndex((look, column) => !taken.has(column) && isWithTax(look, total, tax))
  if (at < 0) return
  const [left] = columns.get('orderTotal')!
  columns.set('orderTotal', [at])
  const rival = rivals.findIndex(({ column }) => column === at)
  rivals.splice(rival < 0 ? rivals.length : rival, rival < 0 ? 0 : 1, { column: left!, field: 'orderTotal' })
}

/** What is left after refunds and fees is not what an order came to where another column is: the refund would be taken off twice. */
function preferGross(columns: Map<Field, readonly number[]>, rivals: Rival[], looks: readonly ColumnLook[]): void {
  const of = (field: Field) => looks[columns.get(field)?.[0] ?? -1]
  const [net, refund] = [of('orderTotal'), of('refundAmount')]
  if (net === undefined || refund === undefined) return
  const at = rivals.findIndex(({ field, column }) => {
    const gross = looks[column]
    return field === 'orderTotal' && gross !== undefined && isNetOf(net, gross, refund, of('fee'))
  })
  if (at < 0) return
  const [left] = columns.get('orderTotal')!
  columns.set('orderTotal', [rivals[at]!.column])
  rivals[at] = { column: left!, field: 'orderTotal' }
}
