import { isStandingWord, leadOutcome, levelNamed, stageNamed } from '../follow-up/leads/words.js'
import { type Day, dateOf } from '../values/business-date.js'
import { type EntryRow, leadWordFields, type ReportProblem, type ToldOfEntry } from './entry-row.js'
import type { Field } from './field.js'
import type { EntryRecord } from './record.js'

/**
 * What a row of leads says besides its words: what the sale may bring, how likely and when, and when it was first spoken of. Of a lead
 * that has ended, a day of closing that is not hoped for alone is the day it ended; without another day it was known by then. A level
 * or stage nobody knows is told: it is kept as written and counts for nothing.
 */
export function leadDetails(read: EntryRow, told: ToldOfEntry, report: ReportProblem): ToldOfEntry {
  tellWords(told.details, report)
  const hasEnded = leadOutcome(told.details) !== 'open'
  const firstOn = pastDay(read, 'firstContactAt', report)
  const closeOn = read.day('closeAt')
  const isEnd = hasEnded && !read.isCloseHoped && closeOn !== null && closeOn <= read.today
  const closedOn = hasEnded ? (pastDay(read, 'closedAt', report) ?? (isEnd ? closeOn : null)) : null
  if (!hasEnded && closeOn !== null && closeOn < read.today)
    report({ field: 'closeAt', value: dateOf(closeOn), code: 'value.close-over' })
  const probability = read.probability()
  const details: EntryRecord['details'] = {
    ...told.details,
    ...Object.fromEntries(leadWordFields.flatMap((field) => Object.entries(kept(field, read.text(field))))),
    ...kept('expectedAmount', read.amount('expectedAmount')),
    ...kept('probability', probability === null ? '' : `${probability}%`),
    ...kept('closeAt', isEnd || closeOn === null ? '' : dateOf(closeOn)),
    ...kept('closedAt', closedOn === null ? '' : dateOf(closedOn)),
    ...kept('firstContactAt', firstOn === null ? '' : dateOf(firstOn)),
  }
  return { on: told.on ?? firstOn ?? closedOn, details }
}

function kept(field: Field, text: string): EntryRecord['details'] {
  return text === '' ? {} : { [field]: text }
}

/** What has happened has not happened after today. */
function pastDay({ day, text, today }: EntryRow, field: Field, report: ReportProblem): Day | null {
  const on = day(field)
  if (on === null || on <= today) return on
  report({ field, value: text(field), code: 'value.later' })
  return null
}

function tellWords(details: EntryRecord['details'], report: ReportProblem): void {
  const { level = '', stage = '', status = '' } = details
  if (level !== '' && levelNamed(level) === null) report({ field: 'level', value: level, code: 'value.level' })
  const isKnown = leadOutcome(details) !== 'open' || [stage, status].some((word) => stageNamed(word) !== null)
  const unknown = (['stage', 'status'] as const).find((field) => {
    const word = details[field] ?? ''
    return word !== '' && !isStandingWord(word)
  })
  if (!isKnown && unknown !== undefined) report({ field: unknown, value: details[unknown]!, code: 'value.stage' })
}
