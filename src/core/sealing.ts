import type { CustomerFile, ValueField } from './customer-file.js'
import type { Lead } from './follow-up/leads/lead.js'
import { bilingual, type Lang } from './values/lang.js'

/** What leads to a customer: out of view while he is delisted (R30). */
const SEALED: ReadonlySet<string> = new Set<ValueField>([
  ...(['phone', 'email', 'address', 'postcode', 'wechat', 'contacts'] as const),
])

const words = bilingual({ sealed: 'sealed' }, { sealed: '已封存' })

/** A value of a delisted customer as it may be seen: the word for sealed in place of what leads to him; '' stays ''. */
export function sealValue(field: string, value: string, lang: Lang): string {
  return SEALED.has(field) && value !== '' ? words[lang].sealed : value
}

/** A customer's file with the word in place of everything that leads to him. */
export function sealContacts(file: CustomerFile, lang: Lang): CustomerFile {
  const seal = <T extends { readonly field: ValueField; readonly value: string }>(values: readonly T[]): T[] =>
    values.map((one) => ({ ...one, value: sealValue(one.field, one.value, lang) }))
  const { provenance } = file
  return {
    ...file,
    values: seal(file.values),
    ...(provenance === undefined ? {} : { provenance: { ...provenance, values: seal(provenance.values) } }),
  }
}

/** A lead with the word in place of its contact persons, who are written down with their phones. */
export function sealLead(lead: Lead, lang: Lang): Lead {
  const { record } = lead
  const persons = record.persons.length === 0 ? [] : [words[lang].sealed]
  return { ...lead, record: { ...record, persons, decisionMaker: record.decisionMaker && words[lang].sealed } }
}
