import type { EntryFacts } from '../../entry-facts.js'
import type { EventFacts } from '../../events.js'
import type { Field } from '../../import/field.js'
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

/** What of the record files say in words, with the field of theirs that says it. */
export const TOLD_TEXTS = {
  need: 'needs',
  products: 'interests',
  decisionMaker: 'decisionMaker',
  obstacle: 'obstacle',
  supplier: 'supplier',
} as const satisfies Partial<Record<(typeof RECORD_TEXTS)[number], Field>>

export type ToldTexts = Readonly<Partial<Record<keyof typeof TOLD_TEXTS, string>>>

/** What files say of a lead in words with one more row: what it does not say stays. */
export function toldTextsWith(told: ToldTexts, details: EntryFacts['details']): ToldTexts {
  const said = Object.entries(TOLD_TEXTS).flatMap(([text, field]) => (details[field] ? [[text, details[field]]] : []))
  return { ...told, ...Object.fromEntries(said) }
}

/** A record as it was written by hand, with what files say where nothing was. */
export function withTold(record: LeadRecord, told: ToldTexts): LeadRecord {
  const unwritten = Object.entries(told).filter(([text]) => record[text as keyof ToldTexts] === '')
  return { ...record, ...Object.fromEntries(unwritten) }
}
