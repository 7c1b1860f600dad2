import type { EventFacts } from '../../events.js'
import type { LeadRecord } from './lead.js'

/** Fields that are texts, by the name under which events carry them. */
export const RECORD_TEXTS = [
  ...(['source', 'referrer', 'decisionMaker', 'supplier', 'served', 'need', 'products', 'obstacle'] as const),
]

/** Nothing written down yet. */
export const BLANK_RECORD: LeadRecord = {
  ...{ source: '', referrer: '', persons: [], decisionMaker: '', supplier: '', served: '', need: '', products: '' },
  ...{ obstacle: '', knowsUs: false, amountMinor: null, probabilityPercent: null, closeOn: null, note: '' },
}

/** A record with what an event adds: what it does not name stays, contact persons are added. */
export function recordWith(record: LeadRecord, { details, value, dueOn, text }: EventFacts): LeadRecord {
  const texts = RECORD_TEXTS.flatMap((field) =>
    details[field] === undefined ? [] : [[field, details[field]] as const],
  )
  const persons = (details.persons ?? '').split('\n').filter((person) => person !== '')
  return {
    ...record,
    ...Object.fromEntries(texts),
    persons: [...new Set([...record.persons, ...persons])],
    knowsUs: details.knowsUs === undefined ? record.knowsUs : details.knowsUs === 'yes',
    amountMinor: value ?? record.amountMinor,
    probabilityPercent: details.probability === undefined ? record.probabilityPercent : Number(details.probability),
    closeOn: dueOn ?? record.closeOn,
    note: text || record.note,
  }
}
