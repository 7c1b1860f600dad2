import { lunarCalendar } from '../../src/core/follow-up/calendar/lunar.js'
import { type CareCalendar, careCalendar } from '../../src/core/follow-up/care/care-calendar.js'
import { carePlan } from '../../src/core/follow-up/care/plan.js'
import { shopCountry } from '../../src/core/settings/general.js'
import type { Snapshot } from '../../src/core/snapshot.js'
import type { Day } from '../../src/core/values/business-date.js'

/** When the customers of a shop are remembered, by the usual plan unless settings are given. */
export function careIn(
  { currency }: Pick<Snapshot, 'currency'>,
  asOf: Day,
  settings: Readonly<Record<string, string>> = {},
): CareCalendar {
  const decided = new Map(Object.entries(settings))
  const plan = carePlan(decided, currency)
  return careCalendar({ plan, shopCountry: shopCountry(decided, currency), asOf, lunar: lunarCalendar() })
}
