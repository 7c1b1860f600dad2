import { satisfiedNamed, severityNamed } from '../follow-up/feedback/kinds.js'
import { dateOf } from '../values/business-date.js'
import { type EntryRow, type ReportProblem, remedyFields, type ToldOfEntry } from './entry-row.js'
import type { EntryRecord } from './record.js'

/** When a complaint was answered and when it was resolved, as far as the row says so and both can be: not before it came, and not later than today. */
export function remedyDetails({ text, day, today }: EntryRow, told: ToldOfEntry, report: ReportProblem): ToldOfEntry {
  const days = remedyFields.flatMap((field) => {
    const on = day(field)
    if (on === null) return []
    const isEarlier = told.on !== null && on < told.on
    if (!isEarlier && on <= today) return [[field, dateOf(on)] as const]
    report({ field, value: text(field), code: isEarlier ? 'value.earlier' : 'value.later' })
    return []
  })
  return { ...told, details: { ...told.details, ...Object.fromEntries(days), ...graveDetails(text, report) } }
}

/** How grave it is and whether the customer was satisfied, in our own words; a cell that says neither is told and left out. */
function graveDetails(text: EntryRow['text'], report: ReportProblem): EntryRecord['details'] {
  const [grave, said] = [text('severity'), text('satisfied')]
  const severity = severityNamed(grave)
  const satisfied = satisfiedNamed(said)
  if (grave !== '' && severity === null) report({ field: 'severity', value: grave, code: 'value.severity' })
  if (said !== '' && satisfied === null) report({ field: 'satisfied', value: said, code: 'value.satisfied' })
  return { ...(severity === null ? {} : { severity }), ...(satisfied === null ? {} : { satisfied }) }
}
