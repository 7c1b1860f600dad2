import type { Context } from '../context.js'
import { settingOf } from '../core/settings/setting.js'
import { priceBands } from '../core/settings/tiers.js'
import { windowOf } from '../core/value/aggregate.js'
import { gradesOn } from '../core/value/grades/grades.js'
import { buyerTypeGroup } from '../core/value/groups/buyer-type.js'
import { dimensions } from '../core/value/groups/index.js'
import type { DimensionName } from '../core/value/groups/names.js'
import { minorOfNumber } from '../core/values/money.js'
import type { PerInput } from '../reports/per-table.js'
import { loadCategorySales } from '../store/category-sales.js'
import { loadShopSales } from '../store/shop-sales.js'
import type { CommandInput } from './report-input.js'

/** What `--per` needs besides a report's own input; loaded only when it is asked for. */
export async function perInput(
  context: Context,
  input: CommandInput,
  name: DimensionName | undefined,
): Promise<{ per?: PerInput }> {
  if (name === undefined) return {}
  const ledger = await context.readLedger()
  const { asksFor, needs } = dimensions[name]
  const { snapshot, asOf, value } = input
  const window = windowOf(asOf, value.days)
  const priceBounds = settingOf(input.decided, priceBands).map(
    (amount) => minorOfNumber(amount, snapshot.currency ?? '')?.minor ?? 0,
  )
  return {
    per: {
      name,
      said: asksFor === 'owner' ? input.hands().customers() : asksFor ? buyerTypes(input) : new Map(),
      shops: needs === 'shops' ? loadShopSales(ledger, snapshot, window) : null,
      categories: needs === 'categories' ? loadCategorySales(ledger, snapshot, window) : null,
      priceBounds,
    },
  }
}

function buyerTypes({ snapshot, grades }: CommandInput): Map<number, string> {
  const { buyerType, decision } = gradesOn(grades())
  return new Map(
    snapshot.customers.flatMap((_, customer) => {
      const type = buyerType(customer)
      const isByHand = type !== null && decision(customer, 'buyer-type') !== null
      return type === null ? [] : [[customer, buyerTypeGroup(type, isByHand)] as const]
    }),
  )
}
