import { type DecidedSettings, settingOf } from '../../settings/setting.js'
import { contactsTarget, type PersonTargets, salesTarget, visitsTarget } from '../../settings/targets.js'
import { fold } from '../../values/filter.js'
import { minorOfNumber } from '../../values/money.js'

/** What one person should have done over some days; null where no target is set. */
export interface Targets {
  readonly contacts: number | null
  readonly visits: number | null
  readonly salesMinor: number | null
}

/** A month of a target, in days. */
const MONTH_DAYS = 30

/** Targets of a person over so many days: a month counts as thirty of them (R32). */
export function targetsOver(
  decided: DecidedSettings,
  currency: string | null,
  days: number,
): (person: string) => Targets {
  const [contacts, visits, sales] = [contactsTarget, visitsTarget, salesTarget].map((one) => settingOf(decided, one))
  const months = days / MONTH_DAYS
  return (person) => {
    const sold = targetOf(sales!, person)
    const aDay = targetOf(contacts!, person)
    const aMonth = targetOf(visits!, person)
    return {
      contacts: aDay === null ? null : Math.round(aDay * days),
      visits: aMonth === null ? null : Math.round(aMonth * months),
      salesMinor: sold === null || currency === null ? null : (minorOfNumber(sold * months, currency)?.minor ?? null),
    }
  }
}

function targetOf({ usual, own }: PersonTargets, person: string): number | null {
  const name = fold(person)
  return own.has(name) ? own.get(name)! : usual
}
