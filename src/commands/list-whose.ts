import type { Issue } from '../core/values/issue.js'
import type { ListRow } from '../core/worklist/read-rows.js'
import { customerOfId, customersNamed, type FoundCustomer } from '../store/find-customer.js'
import type { Ledger } from '../store/ledger.js'

/** A customer as findings speak of him. */
export const whoIs = ({ id, name }: FoundCustomer): string => (name === '' ? id : `${name} (${id})`)

/** Whose row it is by its own words; '' where it does not say. */
export function shownName({ shown: { id, name } }: Pick<ListRow, 'shown'>): string {
  return name === '' || id === '' ? name + id : `${name} (${id})`
}

/** A row whose own words speak against its key. */
interface MixedUp extends Pick<Issue, 'code' | 'params'> {
  /** The words are another customer's; else nobody's, who may have been called so before. */
  readonly isCertain: boolean
}

/**
 * Whether a row says of itself that it is another customer's than its key: by his id, or where the sheet has none by his name. So it
 * is where a sheet was sorted without its column of keys.
 */
export function mixedUp(ledger: Ledger, row: ListRow, ofKey: string, customer: FoundCustomer): MixedUp | null {
  const { id, name } = row.shown
  const byId = id === '' ? null : customerOfId(ledger, id)
  const other = (who: string) => ({
    code: 'list.mixed-up',
    isCertain: true,
    params: { value: who, who: whoIs(customer) },
  })
  if (byId !== null) return byId.id === customer.id ? null : other(whoIs(byId))
  // A seller may have called the column of names by the word for customers.
  const called = name || id
  if (called === '' || isSame(called, customer.name) || id === ofKey) return null
  const bearers = customersNamed(ledger, called)
  if (bearers.length > 0) return bearers.some((one) => one.id === customer.id) ? null : other(whoIs(bearers[0]!))
  // Of customers joined since, the one goes by the other's name.
  if (customer.id !== ofKey) return null
  return { code: 'list.other-name', isCertain: false, params: { value: called, who: whoIs(customer) } }
}

/** Spreadsheets keep texts that begin like a formula behind an apostrophe. */
function isSame(written: string, name: string): boolean {
  const plain = (text: string) => text.replace(/^'/, '').normalize('NFKC').trim().toLowerCase()
  return plain(written) === plain(name)
}
