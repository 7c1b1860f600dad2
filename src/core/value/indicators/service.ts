import { closeDaysOf } from '../../follow-up/feedback/months.js'
import { eachLead } from '../../follow-up/leads/lead.js'
import { isWithin, type Window } from '../aggregate.js'
import { quantile7 } from '../rfm.js'
import { agreedDates, isMeeting } from './agreed-dates.js'
import type { IndicatorBasis } from './basis.js'

/** Service to customers and work on leads in a period; null where nothing happened that a share or median could be of. */
export interface Service {
  readonly ratings: number
  readonly satisfaction: number | null
  readonly complaints: number
  readonly firstResponseDays: number | null
  readonly firstResponseP90Days: number | null
  readonly complaintDays: number | null
  readonly complaintP90Days: number | null
  readonly leadsOpened: number
  readonly leadsWon: number
  readonly leadsLost: number
  readonly conversion: number | null
  readonly salesCycleDays: number | null
  readonly datesAgreed: number
  readonly onTimeRate: number | null
}

/** Satisfaction, complaints, leads and kept dates (ALGORITHMS §8, §10) as far as the ledger tells of them. */
export function serviceOf(basis: IndicatorBasis, window: Window): Service {
  return {
    ...satisfaction(basis, window),
    ...responses(basis, window),
    ...leads(basis, window),
    ...kept(basis, window),
  }
}

/** The mean of the ratings given in the period. */
function satisfaction({ voice, includes }: IndicatorBasis, window: Window) {
  const given = voice.scores.filter(({ customer, on }) => on !== null && isWithin(on, window) && includes(customer))
  const sum = given.reduce((total, { score }) => total + score, 0)
  return { ratings: given.length, satisfaction: given.length > 0 ? sum / given.length : null }
}

/**
 * Complaints opened in the period with the days until the first answer (a response that is recorded, else any contact with the customer),
 * and the days from opening to resolution of those resolved in it.
 */
function responses({ voice, includes, contactsOf }: IndicatorBasis, window: Window) {
  const complaints = voice.feedback.filter(({ kind, customer }) => kind === 'complaint' && includes(customer))
  const opened = complaints.filter((complaint) => complaint.opened !== null && isWithin(complaint.opened.on, window))
  const waited = opened.flatMap((complaint) => {
    const from = complaint.opened!.on
    const met = contactsOf.get(complaint.customer)?.find((contact) => isMeeting(contact) && contact.on >= from)
    const answers = [complaint.responded?.on, met?.on].filter((day) => day !== undefined)
    return answers.length === 0 ? [] : [Math.min(...answers) - from]
  })
  const resolved = complaints.filter(({ closed }) => closed !== null && isWithin(closed.on, window))
  const took = resolved.flatMap(closeDaysOf)
  return {
    complaints: opened.length,
    firstResponseDays: quantileDays(waited, 50),
    firstResponseP90Days: quantileDays(waited, 90),
    complaintDays: quantileDays(took, 50),
    complaintP90Days: quantileDays(took, 90),
  }
}

/** Leads won over leads closed; those that were none (invalid) stand outside. */
function leads({ lifecycle, includes }: IndicatorBasis, window: Window) {
  const counts = { leadsOpened: 0, leadsWon: 0, leadsLost: 0 }
  const cycles: number[] = []
  for (const { customer, openedOn, outcome, closedOn, cycleDays } of eachLead(lifecycle.leads)) {
    if (!includes(customer)) continue
    if (openedOn !== null && outcome !== 'invalid' && isWithin(openedOn, window)) counts.leadsOpened++
    if (closedOn === null || !isWithin(closedOn, window)) continue
    if (outcome === 'won') counts.leadsWon++
    if (outcome === 'lost') counts.leadsLost++
    if (cycleDays !== null) cycles.push(cycleDays)
  }
  const closed = counts.leadsWon + counts.leadsLost
  return {
    ...counts,
    conversion: closed > 0 ? counts.leadsWon / closed : null,
    salesCycleDays: quantileDays(cycles, 50),
  }
}

/** Agreed dates of the period that are settled: the only due items whose day the ledger keeps. */
function kept({ contactsOf, includes, asOf }: IndicatorBasis, window: Window) {
  const agreed = [...contactsOf].flatMap(([customer, contacts]) =>
    includes(customer) ? agreedDates(contacts, asOf) : [],
  )
  const settled = agreed.filter(({ dueOn, isKept }) => isWithin(dueOn, window) && isKept !== null)
  const onTime = settled.filter(({ isKept }) => isKept).length
  return { datesAgreed: settled.length, onTimeRate: settled.length > 0 ? onTime / settled.length : null }
}

function quantileDays(days: readonly number[], percent: number): number | null {
  return days.length === 0 ? null : Math.round(quantile7(Float64Array.from(days).sort(), percent))
}
