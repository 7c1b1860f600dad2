import { type Day, dateOf } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { convertMinor } from '../core/values/money.js'
import type { Ledger } from './ledger.js'

const live = 'JOIN batch b ON b.id = batch_id AND b.voided_at IS NULL'

/** A setting decided in this ledger, the newest decision; null where none was made. */
export function ledgerSetting(ledger: Ledger, name: string): string | null {
  return (
    (ledger.db
      .prepare(`SELECT value FROM setting ${live} WHERE name = ? ORDER BY batch_id DESC LIMIT 1`)
      .pluck()
      .get(name) as string | undefined) ?? null
  )
}

/** All settings decided in this ledger, by name. */
export function ledgerSettings(ledger: Ledger): ReadonlyMap<string, string> {
  const rows = ledger.db.prepare(`SELECT name, value FROM setting ${live} ORDER BY batch_id`).all() as {
    name: string
    value: string
  }[]
  return new Map(rows.map((row) => [row.name, row.value]))
}

/** The currency figures are shown in: the one decided, else the one most orders have (ties by code); null without orders. */
export function baseCurrency(ledger: Ledger): string | null {
  const decided = ledgerSetting(ledger, 'currency.base')
  if (decided !== null) return decided
  return (
    (ledger.db
      .prepare('SELECT currency FROM sales_order GROUP BY currency ORDER BY count(*) DESC, currency LIMIT 1')
      .pluck()
      .get() as string | undefined) ?? null
  )
}

/** One rate as decided: `1 currency = rate base` from a day on (null: for all days). */
export interface Rate {
  readonly currency: string
  readonly base: string
  readonly rate: string
  readonly fromOn: Day | null
}

/** Rates in force, by currency and day; a later decision for the same day replaces an earlier one. */
export function rates(ledger: Ledger): Rate[] {
  const rows = ledger.db
    .prepare(`SELECT currency, base, rate, from_on AS fromOn FROM rate ${live} ORDER BY batch_id, rate.rowid`)
    .all() as Rate[]
  const newest = new Map(rows.map((rate) => [`${rate.currency}/${rate.base}/${rate.fromOn}`, rate]))
  return [...newest.values()].sort((a, b) =>
    a.currency < b.currency ? -1 : a.currency > b.currency ? 1 : (a.fromOn ?? -1e9) - (b.fromOn ?? -1e9),
  )
}

/**
 * Turns amounts into the base currency by the rate of their day (R4), in minor units, half away from zero. UserError
 * `rate.missing` where no rate covers the day.
 */
export function converter(ledger: Ledger, base: string): (minor: number, currency: string, day: Day) => number {
  const known = rates(ledger).filter((rate) => rate.base === base)
  const memo = new Map<string, string>()
  const rateOf = (currency: string, day: Day): string => {
    const key = `${currency}${day}`
    const found =
      memo.get(key) ??
      known.findLast((rate) => rate.currency === currency && (rate.fromOn === null || rate.fromOn <= day))?.rate
    if (found === undefined) throw new UserError('failed', 'rate.missing', { currency, base, day: dateOf(day) })
    memo.set(key, found)
    return found
  }
  return (minor, currency, day) =>
    currency === base || minor === 0 ? minor : convertMinor(minor, currency, base, rateOf(currency, day))
}
