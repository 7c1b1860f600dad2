import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import type { Report } from '../core/report/model.js'
import { dayOf } from '../core/values/business-date.js'
import { escapeValue, fold, plainText } from './content-line.js'

const DAY_MS = 86_400_000

/**
 * What a calendar can hold of a report as iCalendar (RFC 5545): one all-day event an entry, that takes nobody's time. Stamped with the
 * report's day, so that equal reports give equal bytes and that a calendar takes a later one over an earlier.
 */
export function renderIcs({ title, asOf, calendar = [] }: Pick<Report, 'title' | 'asOf' | 'calendar'>): string {
  const stamp = utc(asOf)
  const made = ical({
    prodId: { company: 'crm', product: 'crm', language: 'EN' },
    // The library escapes what stands in events alone.
    name: escapeValue(title),
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const { id, on, summary, description } of calendar) {
    made.createEvent({
      ...{ id, stamp, start: utc(on), allDay: true, sequence: dayOf(asOf) },
      ...{ summary: plainText(summary), description: plainText(description) },
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return foldedAnew(made.toString())
}

/** The library counts characters and breaks escapes where it folds. */
function foldedAnew(text: string): string {
  const lines = text.replaceAll('\r\n ', '').split('\r\n')
  return lines
    .filter((line) => line !== '')
    .map((line) => `${fold(line)}\r\n`)
    .join('')
}

function utc(date: string): Date {
  return new Date(dayOf(date) * DAY_MS)
}
