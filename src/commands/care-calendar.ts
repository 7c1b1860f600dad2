import { type CareCalendar, careCalendar, NO_LUNAR, needsLunar } from '../core/follow-up/care/care-calendar.js'
import { carePlan } from '../core/follow-up/care/plan.js'
import type { KeptRecords } from '../core/follow-up/kept.js'
import { shopCountry } from '../core/settings/general.js'
import type { DecidedSettings } from '../core/settings/setting.js'
import type { AsOfView } from '../core/value/as-of.js'

/** When the customers of a view are remembered; the Chinese calendar is loaded only where a day needs it, or for festivals of any country. */
export async function careCalendarOf(
  { snapshot, asOf }: Pick<AsOfView, 'snapshot' | 'asOf'>,
  decided: DecidedSettings,
  kept: KeptRecords,
  isForAllFestivals = false,
): Promise<CareCalendar> {
  const plan = carePlan(decided, snapshot.currency)
  const shop = shopCountry(decided, snapshot.currency)
  const countries = new Set(snapshot.customers.map(({ country }) => country ?? shop))
  const isLunar = isForAllFestivals || needsLunar(plan, countries, kept.values())
  const lunar = isLunar ? (await import('../core/follow-up/calendar/lunar.js')).lunarCalendar() : NO_LUNAR
  return careCalendar({ plan, shopCountry: shop, asOf, lunar })
}
