import { foldName, keysOf } from '../core/import/told/identity.js'
import { type Key, kindOf } from '../core/import/told/party-keys.js'
import type { Ledger } from './ledger.js'
import { type PartyRow, partyColumns, selectParties } from './parties.js'

const stagedParties = `SELECT p.id, p.platform, p.shop, ${partyColumns} FROM staged_party p`

/** Reads parties of the ledger and staged ones by their ids; null where there is none. */
export function partyReader({ db }: Ledger) {
  const one = (select: string) => {
    const party = db.prepare(`${select} WHERE p.id = ?`)
    return (id: number | null): PartyRow | null => (id === null ? null : (party.get(id) as PartyRow))
  }
  return { known: one(selectParties), staged: one(stagedParties) }
}

/**
 * Whether two parties are of two people: they have no key in common, and no name either, or the one name is beside two ids,
 * e-mails or phones that say otherwise. Nobody is no other.
 */
export function areOtherBuyers(a: PartyRow | null, b: PartyRow | null): boolean {
  if (a === null || b === null) return false
  const [ofA, ofB] = [a, b].map((party) => keysOf(party).filter((key) => kindOf(key) !== 'n')) as [Key[], Key[]]
  if (ofB.some((key) => ofA.includes(key))) return false
  const isNamesake = a.name !== '' && foldName(a.name) === foldName(b.name)
  const differs = (kind: string) => [ofA, ofB].every((keys) => keys.some((key) => kindOf(key) === kind))
  return !isNamesake || [...'bep'].some(differs)
}
