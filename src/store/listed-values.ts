import type { SourcedValue, ValueField } from '../core/customer-file.js'
import type { Ledger } from './ledger.js'
import { type Place, sourceOf } from './place.js'
import { liveProfiles, saidByOrders } from './said-in-files.js'

interface ListedRow extends Place {
  readonly note: string
  readonly consent: string
  readonly details: string
}

/** What a row of a customer list says besides who it is about, blank cells left out. */
export function listedFields({ note, consent, details }: Omit<ListedRow, keyof Place>): [ValueField, string][] {
  const further = details === '' ? [] : (Object.entries(JSON.parse(details)) as [ValueField, string][])
  const all: [ValueField, string][] = [['consent', consent], ['note', note], ...further]
  return all.filter(([, value]) => value !== '')
}

/** What files say of a customer besides names, contacts, owner and tags: customer lists, then of consent orders; each value once, the one in use first. */
export function furtherSaid(ledger: Ledger, customer: number): SourcedValue[] {
  const listed = listedValues(ledger, customer)
  const isListed = (value: string) => listed.some((one) => one.field === 'consent' && one.value === value)
  return [...listed, ...saidByOrders(ledger, customer, 'consent').filter(({ value }) => !isListed(value))]
}

/** Consent, note and details as customer lists have them: each value once, with the newest place that gives it; the newest first. */
function listedValues({ db }: Ledger, customer: number): SourcedValue[] {
  const rows = db
    .prepare(`SELECT f.note, f.consent, f.details, s.file, s.sheet, f.row FROM ${liveProfiles}
      WHERE p.customer_id = ? ORDER BY f.id DESC`)
    .all(customer) as ListedRow[]
  const seen = new Set<string>()
  return rows.flatMap((row) =>
    listedFields(row).flatMap(([field, value]) => {
      const known = `${field}\u0001${value}`
      if (seen.has(known)) return []
      seen.add(known)
      return [{ field, value, source: sourceOf(row), on: null }]
    }),
  )
}
