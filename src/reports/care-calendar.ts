import { careKey } from '../core/follow-up/care/outcomes.js'
import type { CareItem, CareOccasion } from '../core/follow-up/care/outlook.js'
import type { CalendarEntry } from '../core/report/calendar.js'
import { dateOf } from '../core/values/business-date.js'
import type { CareInput } from './care-input.js'
import { namesOf } from './care-tables.js'
import { careReportWords } from './care-words.js'
import { calendarId } from './due-calendar.js'

/** The coming days of care as entries of a calendar: a birthday or anniversary one a customer, a festival one for all who are greeted. */
export function careEntries(input: CareInput, occasions: readonly CareOccasion[]): CalendarEntry[] {
  return occasions.flatMap((occasion) => {
    if (occasion.festival !== null) return [festivalEntry(input, occasion)]
    return occasion.items.map((item) => personEntry(input, item))
  })
}

function festivalEntry(input: CareInput, occasion: CareOccasion): CalendarEntry {
  const { lang, ledger = '' } = input
  const { on, festival, items } = occasion
  const names = namesOf(
    input,
    items.map(({ customer }) => customer),
  )
  return {
    id: calendarId(ledger, 'care', careKey(occasion)),
    on: dateOf(on),
    customer: null,
    summary: careReportWords[lang].greeted(festival!.words[lang], items.length),
    description: names,
  }
}

function personEntry(input: CareInput, item: CareItem): CalendarEntry {
  const { lang, snapshot, ledger = '' } = input
  const say = careReportWords[lang]
  const { id, name, key, phone, email } = snapshot.customers[item.customer]!
  return {
    id: calendarId(ledger, id, careKey(item)),
    on: dateOf(item.on),
    customer: phone === null && email === null ? null : id,
    summary: say.remembered(name ?? key ?? id, say.kinds[item.kind]),
    description: [say.treatments[item.treatment], phone, email, id].filter((part) => part !== null).join('\n'),
  }
}
