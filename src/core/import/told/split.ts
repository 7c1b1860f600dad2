import { normaliseEmail, normalisePhone } from '../../values/contact-point.js'
import type { Party } from '../record.js'
import { foldName } from './identity.js'
import { type Key, kindOf, type PartyKeys } from './party-keys.js'
import { isTakenOut, nameMark } from './told-identity.js'

/** One way a customer is written, with its keys. */
export type WrittenParty = PartyKeys & { readonly written: Party }

/**
 * The keys by which a split takes out what a seller typed: an e-mail, a phone, a buyer id or a name of the customer; else the
 * records of an order, `ordered`. Empty when the customer has nothing of the kind.
 */
export function keysTakenOut(
  text: string,
  parties: readonly WrittenParty[],
  ordered: ReadonlySet<number>,
): readonly Key[] {
  const email = normaliseEmail(text)
  const carried = parties.flatMap((party) => party.keys.filter((key) => isMeant(key, text, email, party)))
  if (carried.length > 0) return [...new Set(carried)]
  if (parties.some(({ name }) => name !== '' && name === foldName(text))) return [nameMark(text)]
  return [...new Set(parties.filter(({ id }) => ordered.has(id)).flatMap((party) => distinctiveKey(party, parties)))]
}

function isMeant(key: Key, text: string, email: string | null, { buyerId, written }: WrittenParty): boolean {
  const kind = kindOf(key)
  if (kind === 'b') return buyerId === text
  if (kind === 'a') return written.accountId === text
  if (kind === 'e') return key === `e:${email}`
  if (kind !== 'p') return false
  const phone = normalisePhone(text, written.country || (written.phone.startsWith('+86') ? 'CN' : undefined))
  return 'e164' in phone && phone.e164 === written.phone
}

/** What tells a record from others of its customer: its strongest key that not all have, else its name, else name and address. */
function distinctiveKey(party: WrittenParty, parties: readonly WrittenParty[]): Key[] {
  const marks = [...party.keys.filter((key) => kindOf(key) !== 'n'), nameMark(party.name), ...party.keys]
  const found = marks.find((key) => !parties.every((other) => isTakenOut(other, [key])))
  return found === undefined ? [] : [found]
}
