import type { CountRules } from '../core/order-figures.js'
import { countPending, countZero } from '../core/settings/general.js'
import { type DecidedSettings, settingOf } from '../core/settings/setting.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { convertMinor } from '../core/values/money.js'
import { inForce } from './in-force.js'
import type { Ledger } from './ledger.js'
import { isPaidIn } from './order-figures.js'

/** A setting decided in this ledger, the newest decision; null where none was made, or the newest lifts it. */
export function ledgerSetting(ledger: Ledger, name: string): string | null {
  const value = ledger.db
    .prepare(`SELECT value FROM setting ${inForce('setting')} WHERE name = ? ORDER BY batch_id DESC LIMIT 1`)
    .pluck()
    .get(name) as string | undefined
  return value || null
}

/** All settings decided in this ledger, by name. */
export function ledgerSettings(ledger: Ledger): DecidedSettings {
  const rows = ledger.db.prepare(`SELECT name, value FROM setting ${inForce('setting')} ORDER BY batch_id`).all() as {
    name: string
    value: string
  }[]
  return new Map([...new Map(rows.map((row) => [row.name, row.value]))].filter(([, value]) => value !== ''))
}

/**
 * The currency figures are shown in: the one decided, else that of the rates given, else the one most orders have (ties by
 * code); null without orders. `currencies` spares a look at all orders to who knows them.
 */
export function baseCurrency(ledger: Ledger, currencies?: readonly string[]): string | null {
  const decided = ledgerSetting(ledger, 'currency.base')
  if (decided !== null) return decided
  const rated = ledger.db
    .prepare(`SELECT base FROM rate ${inForce('rate')} ORDER BY batch_id DESC LIMIT 1`)
    .pluck()
    .get()
  if (rated !== undefined) return rated as string
  // Counted one by one: grouping a million orders sorts them all.
  const candidates = currencies ?? currenciesOfOrders(ledger)
  const counted = ledger.db.prepare('SELECT count(*) FROM sales_order WHERE currency = ?').pluck()
  const uses = new Map(
    candidates.map((currency) => [currency, candidates.length > 1 ? (counted.get(currency) as number) : 1]),
  )
  return candidates.toSorted((a, b) => uses.get(b)! - uses.get(a)! || (a < b ? -1 : 1))[0] ?? null
}

/** The currencies of the ledger's orders, by code. */
export function currenciesOfOrders(ledger: Ledger): string[] {
  const codes = ledger.db.prepare('SELECT DISTINCT currency FROM sales_order').pluck().all() as string[]
  // A flipped byte makes something else of a text.
  if (codes.some((code) => typeof code !== 'string'))
    throw new UserError('bad-data', 'ledger.corrupt', { ledger: ledger.path })
  return codes.sort()
}

/** Which orders count as purchases (R1). */
export function countRules(ledger: Ledger): CountRules {
  const decided = ledgerSettings(ledger)
  return { pending: settingOf(decided, countPending), zero: settingOf(decided, countZero) }
}

/** Orders not yet paid. */
export function pendingOrders(ledger: Ledger): number {
  return ledger.db
    .prepare("SELECT count(*) FROM sales_order WHERE kind = 'order' AND status = 'pending'")
    .pluck()
    .get() as number
}

/** Orders whose currency no file in force names. */
export function assumedOrders(ledger: Ledger): number {
  return ledger.db
    .prepare(
      `SELECT count(*) FROM sales_order o JOIN order_version v ON v.id = o.version_id WHERE v.is_currency_assumed = 1
        AND NOT EXISTS (SELECT 1 FROM order_version w JOIN source s ON s.id = w.source_id ${inForce('s')}
          WHERE w.order_id = o.order_id AND w.is_currency_assumed = 0)`,
    )
    .pluck()
    .get() as number
}

/** One rate as decided: `1 currency = rate base` from a day on (null: for all days). */
export interface Rate {
  readonly currency: string
  readonly base: string
  readonly rate: string
  readonly fromOn: Day | null
}

/**
 * Rates in force, by currency and day; a later decision for the same day replaces an earlier one, and one for all days every
 * earlier one of its currency (R4).
 */
export function rates(ledger: Ledger): Rate[] {
  const rows = ledger.db
    .prepare(
      `SELECT currency, base, rate, from_on AS fromOn, batch_id AS batch FROM rate ${inForce('rate')} ORDER BY batch_id, rate.rowid`,
    )
    .all() as (Rate & { batch: number })[]
  const forAllDays = new Map<string, number>(
    rows.flatMap(({ fromOn, currency, base, batch }) =>
      fromOn === null ? [[`${currency}/${base}`, batch] as const] : [],
    ),
  )
  const newest = new Map<string, Rate>()
  for (const { batch, ...rate } of rows) {
    const pair = `${rate.currency}/${rate.base}`
    if (batch >= (forAllDays.get(pair) ?? batch)) newest.set(`${pair}/${rate.fromOn}`, rate)
  }
  return [...newest.values()].sort((a, b) =>
    a.currency < b.currency ? -1 : a.currency > b.currency ? 1 : (a.fromOn ?? -1e9) - (b.fromOn ?? -1e9),
  )
}

/** The dated rates in force that `given` ones for all days take the place of (R4). */
export function replacedRates(ledger: Ledger, given: readonly Rate[]): Rate[] {
  const forAllDays = given.filter(({ fromOn }) => fromOn === null)
  return rates(ledger).filter(
    ({ fromOn, currency, base }) =>
      fromOn !== null && forAllDays.some((rate) => rate.currency === currency && rate.base === base),
  )
}

/** Currencies of the ledger's amounts that no rate turns into the base currency, or none on their earliest day, by code. */
export interface MissingRates {
  readonly base: string
  readonly currencies: readonly string[]
  /** Of them, those whose rates begin too late, with the first day that has one. */
  readonly late: ReadonlyMap<string, Day>
  /** The earliest day without a rate. */
  readonly on: Day
}

/** What the figures lack before they can be shown in the base currency; null when nothing. */
export function missingRates(ledger: Ledger, base = baseCurrency(ledger)): MissingRates | null {
  if (base === null) return null
  const known = rates(ledger).filter((rate) => rate.base === base)
  /** From when on a currency has a rate: minus infinity for always, infinity for never. */
  const ratedFrom = (currency: string) =>
    Math.min(
      ...known.filter((rate) => rate.currency === currency).map(({ fromOn }) => fromOn ?? Number.NEGATIVE_INFINITY),
    )
  const used = ledger.db
    .prepare(`SELECT currency, min(placed_on) AS firstOn FROM sales_order o WHERE currency <> ? AND placed_on IS NOT NULL AND kind IN ('order', 'return')
      AND ${isPaidIn('o')} AND (coalesce(total_minor, 0) <> 0 OR coalesce(refund_minor, 0) <> 0) GROUP BY currency ORDER BY currency`)
    .all(base) as { currency: string; firstOn: Day }[]
  const lacking = used
    .map((amounts) => ({ ...amounts, from: ratedFrom(amounts.currency) }))
    .filter(({ firstOn, from }) => from > firstOn)
  if (lacking.length === 0) return null
  const late = lacking.flatMap(({ currency, from }) => (Number.isFinite(from) ? [[currency, from] as const] : []))
  return {
    base,
    currencies: lacking.map(({ currency }) => currency),
    late: new Map(late),
    on: Math.min(...lacking.map(({ firstOn }) => firstOn)) as Day,
  }
}

/** The argument of `crm rates set` that gives what is missing, to be filled in: `EUR=… USD=…`. */
export function pairsToGive({ currencies }: Pick<MissingRates, 'currencies'>): string {
  return currencies.map((currency) => `${currency}=…`).join(' ')
}

function rateMissing(ledger: Ledger, asked: Omit<MissingRates, 'late'>): UserError {
  const missing = missingRates(ledger, asked.base) ?? { ...asked, late: new Map<string, Day>() }
  const { base, currencies, late, on } = missing
  const [[currency, from] = ['', null], ...others] = late
  const isOneLate = from !== null && others.length === 0
  return new UserError('failed', 'rate.missing', {
    ...{ currency: currencies, base, day: dateOf(on), pairs: pairsToGive(missing) },
    none: late.size === 0 ? '' : currencies.filter((code) => !late.has(code)),
    ...{ late: isOneLate ? currency : '', from: isOneLate ? dateOf(from) : '' },
    lateFrom: isOneLate ? '' : [...late].map(([code, day]) => `${code} ${dateOf(day)}`),
  })
}

/** Turns amounts into the base currency. */
export interface RateReader {
  /** Whether an amount of that day can be turned. */
  has(currency: string, day: Day): boolean
  /** By the rate of the day (R4), in minor units, half away from zero; UserError `rate.missing` with every currency that lacks one. */
  convert(minor: number, currency: string, day: Day): number
}

export function rateReader(ledger: Ledger, base: string): RateReader {
  const known = rates(ledger).filter((rate) => rate.base === base)
  const memo = new Map<string, string | undefined>()
  const rateOf = (currency: string, day: Day): string | undefined => {
    const key = `${currency}${day}`
    if (!memo.has(key))
      memo.set(
        key,
        known.findLast((rate) => rate.currency === currency && (rate.fromOn === null || rate.fromOn <= day))?.rate,
      )
    return memo.get(key)
  }
  return {
    has: (currency, day) => currency === base || rateOf(currency, day) !== undefined,
    convert(minor, currency, day) {
      if (currency === base || minor === 0) return minor
      const rate = rateOf(currency, day)
      if (rate === undefined) throw rateMissing(ledger, { base, currencies: [currency], on: day })
      return safely(() => convertMinor(minor, currency, base, rate))
    },
  }
}

/** UserError `figures.too-large` in place of the RangeError of an amount past what adds up exactly. */
function safely(convert: () => number): number {
  try {
    return convert()
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new UserError('failed', 'figures.too-large', {}, { cause })
  }
}
