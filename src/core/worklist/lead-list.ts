import { type Lead, lastStepOn } from '../follow-up/leads/lead.js'
import { proposeLevel, unborne } from '../follow-up/leads/level.js'
import { invalidNamed } from '../follow-up/leads/words.js'
import { isContactMade } from '../follow-up/results.js'
import { type Day, dateOf } from '../values/business-date.js'
import { bilingual } from '../values/lang.js'
import { plural } from '../values/plural.js'
import { contactsOf, dayOfRow } from './contact-columns.js'
import { amount, day, type Filled, word } from './filled.js'
import type { RowKey } from './key.js'
import { leadColumns, leadTelltales } from './lead-columns.js'
import type { Worklist } from './list.js'
import { type EventDraft, newsOf, type RowFinding, type RowRecords, type RowSaid } from './records.js'
import type { Standing } from './standing.js'

/** Leads as a sheet: contacts, and what `crm lead level|stage|note|won|lost|invalid` would record, under the same conditions (R16). */
export const leadList: Worklist = {
  name: 'leads',
  command: 'crm lead list -o leads.xlsx',
  columns: leadColumns,
  telltales: leadTelltales,
  counted: bilingual(
    (events: number) => `${plural(events, 'change')} of leads`,
    (events) => `意向客户变更 ${events} 项`,
  ),
  records(row, standing) {
    const [subject = ''] = row.key.items
    const { filled } = row
    const on = dayOfRow(row)
    const contacts = contactsOf(row, [])
    if (changesOf(filled, null).length === 0 && word(filled, 'reason') === '') return { contacts, events: [] }
    const lead = leadOfRow(standing.lead(), subject)
    const asked = changesOf(filled, lead)
    if (asked.length === 0 && isEndedSo(filled, lead)) return { contacts, events: [] }
    const refused = refusalOf(lead, filled, on)
    if (lead === null || refused !== null) return { refused: refused ?? { code: 'list.no-lead', params: {} } }
    const blank = { kind: 'lead', subject: lead.subject, on, value: null, dueOn: null, text: '', details: {} } as const
    const events = asked.map((change): EventDraft => ({ ...blank, ...inCurrency(change, standing) }))
    return { contacts, events, warnings: warningsOf(row, { contacts, events }, lead, standing) }
  },
}

/** An amount keeps the currency it was written down in. */
function inCurrency(change: Change, { currency }: Standing): Change {
  const isAmount = change.value !== undefined && change.value !== null && currency !== null
  return isAmount ? { ...change, details: { ...change.details, currency } } : change
}

/** The key of a row of the list of leads; a lead that files tell has no subject. */
export function leadKey({ subject, ...key }: Omit<RowKey, 'list' | 'items'> & { readonly subject: string }): RowKey {
  return { ...key, list: leadList.name, items: subject === '' ? [] : [subject] }
}

type Change = Pick<EventDraft, 'what'> & Partial<Pick<EventDraft, 'value' | 'dueOn' | 'details'>>

/**
 * The events of a row in the order in which a seller would type them: level, stage, or what is expected alone, then the ending. What
 * stands so already is no news: a sheet is filled in further and imported again.
 */
function changesOf(filled: Filled, lead: Lead | null): Change[] {
  const [level, stage] = [word(filled, 'level'), word(filled, 'stage')]
  const [value, dueOn] = [
    newOr(amount(filled, 'amount'), lead?.record.amountMinor),
    newOr(day(filled, 'close'), lead?.record.closeOn),
  ]
  const steps: Change[] = [
    ...(level === '' || level === lead?.level ? [] : [{ what: 'level', details: { level } }]),
    ...(stage === '' || stage === lead?.stage ? [] : [{ what: 'stage', details: { stage } }]),
  ]
  if (value !== null || dueOn !== null) {
    const { what, details = {} } = steps.shift() ?? { what: 'note' }
    steps.unshift({ what, details, value, dueOn })
  }
  const [ending, reason] = [word(filled, 'ending'), reasonOf(filled)]
  if (ending === '' || isEndedSo(filled, lead)) return steps
  return [...steps, { what: ending, details: reason === '' ? {} : { reason } }]
}

function newOr<T>(said: T | null, known: T | null | undefined): T | null {
  return said === known ? null : said
}

/** Why a lead ended; one of the three words where there was none. */
function reasonOf(filled: Filled): string {
  const typed = word(filled, 'reason')
  return word(filled, 'ending') === 'invalid' ? (invalidNamed(typed) ?? typed) : typed
}

/** Whether a lead has ended as the row says, or the row says nothing of an end. */
function isEndedSo(filled: Filled, lead: Lead | null): boolean {
  const [ending, reason] = [word(filled, 'ending'), reasonOf(filled)]
  if (ending === '') return reason === ''
  return lead?.outcome === ending && (reason === '' || reason === lead.reason)
}

/** The lead a row was written of; where it was taken up or joined to another since, the customer's newest. */
function leadOfRow(newest: Lead | null, subject: string): Lead | null {
  return newest === null ? null : ([newest, ...newest.before].find((lead) => lead.subject === subject) ?? newest)
}

/** Why a row cannot be taken: the conditions of `crm lead`. */
function refusalOf(lead: Lead | null, filled: Filled, on: Day): RowFinding | null {
  const [ending, reason] = [word(filled, 'ending'), word(filled, 'reason')]
  if (lead === null) return { code: 'list.no-lead', params: {} }
  if (lead.outcome !== 'open') {
    const closed = lead.closedOn === null ? '' : dateOf(lead.closedOn)
    return { code: 'list.lead-closed', params: { value: lead.outcome, day: closed } }
  }
  if (lead.openedOn !== null && lead.openedOn > on)
    return { code: 'list.lead-later', params: { value: dateOf(on), day: dateOf(lead.openedOn) }, column: 'on' }
  const stepOn = lastStepOn(lead)
  if (stepOn !== null && stepOn > on)
    return { code: 'list.lead-too-early', params: { value: dateOf(on), day: dateOf(stepOn) }, column: 'on' }
  if (ending === '' && reason !== '') return { code: 'list.reason-alone', params: { value: reason }, column: 'reason' }
  if (ending === 'lost' && reason === '') return { code: 'list.lost-reason', params: {}, column: 'reason' }
  if (ending === 'invalid' && invalidNamed(reason) === null)
    return { code: 'list.invalid-reason', params: { value: reason }, column: 'reason' }
  return null
}

/** A level that the record does not bear, a sale expected on a day that is over, and a lead lost whom nobody ever contacted. */
function warningsOf(row: RowSaid, records: RowRecords, lead: Lead, standing: Standing): RowFinding[] {
  const { today } = row
  const after = leadOfRow(standing.lead(newsOf(records, row)), lead.subject) ?? lead
  const facts = standing.facts()
  const isLevelSet = records.events.some(({ details }) => details.level !== undefined)
  const isLost = records.events.some(({ what }) => what === 'lost')
  const wasMet = records.contacts.some(({ kind, result }) => kind === 'contact' && isContactMade(result))
  const close = records.events.find(({ dueOn }) => dueOn !== null)?.dueOn ?? null
  return [
    ...(close !== null && close < dayOfRow(row)
      ? [{ code: 'list.close-over', params: { value: dateOf(close) }, column: 'close' }]
      : []),
    ...(isLevelSet && unborne(after, facts, today).length > 0
      ? [
          {
            code: 'list.unborne',
            params: { value: after.level!, near: proposeLevel(after, facts, today) },
            column: 'level',
          },
        ]
      : []),
    ...(isLost && !wasMet && lead.contactDays.length === 0
      ? [{ code: 'list.lost-unseen', params: {}, column: 'ending' }]
      : []),
  ]
}
