/** Reminders of products (R20): so many days after a customer bought something, by its SKU or category. */
import { linesUpTo, type Product, type Purchases } from '../purchases.js'
import { type ReminderDays, reminderDays } from '../settings/reminders.js'
import type { DecidedSettings } from '../settings/setting.js'
import type { Snapshot } from '../snapshot.js'
import type { Day } from '../values/business-date.js'
import { fold } from '../values/filter.js'

/** A product of which a customer is to be reminded some days after he last bought it. */
export interface Reminder {
  readonly product: Product
  readonly boughtOn: Day
  readonly afterDays: number
}

/** Reads the reminders of a customer, in order of SKU; lines are read only where the seller set any. */
export function reminderReader(
  { purchases, categories }: Snapshot,
  asOf: Day,
  decided: DecidedSettings,
): (customer: number) => readonly Reminder[] {
  const days = reminderDays(decided)
  if (days.size === 0 || purchases === undefined) return () => []
  const bought = purchases()
  const afterDays = daysByProduct(bought.products, days, () => categories?.() ?? [])
  return (customer) => remindersOf(bought, customer, asOf, afterDays)
}

/** How products are called in settings: by SKU, one without by its name. */
export function reminderName({ sku, name }: Product): string {
  return fold(sku || name)
}

/** What is set of a product goes before what is set of its category; 0 for one of which nobody is reminded. */
function daysByProduct(
  products: readonly Product[],
  days: ReminderDays,
  categories: () => readonly string[],
): Int32Array {
  const names = products.map(reminderName)
  const known = new Set(names)
  const named = [...days.keys()].every((name) => known.has(name)) ? [] : categories()
  return Int32Array.from(names, (name, at) => {
    const own = days.get(name)
    return (own === undefined ? days.get(fold(named[at] ?? '')) : own) ?? 0
  })
}

function remindersOf(purchases: Purchases, customer: number, asOf: Day, afterDays: Int32Array): readonly Reminder[] {
  const { start, product, day, products } = purchases
  const last = new Map<number, Day>()
  const end = linesUpTo(purchases, customer, asOf)
  for (let line = start[customer]!; line < end; line++)
    if (afterDays[product[line]!]! > 0) last.set(product[line]!, day[line]!)
  return [...last]
    .sort(([a], [b]) => a - b)
    .map(([index, boughtOn]) => ({ product: products[index]!, boughtOn, afterDays: afterDays[index]! }))
}
