import { inForce } from './in-force.js'
import type { Ledger } from './ledger.js'

/** Phones and e-mails that more people carry than one person can be. */
export interface SharedKeys {
  readonly count: number
  /** Of them, those a block, a tag or a contact in force is about: it speaks of everybody who carries the key. */
  readonly decided: number
}

/** The shared keys of the whole ledger. */
export function sharedKeys({ db }: Ledger): SharedKeys {
  const decidedIn = (table: string) => `SELECT d.key FROM ${table} d ${inForce('d')}`
  return db
    .prepare(`SELECT count(*) AS count, count(*) FILTER (WHERE k.text IN (${decidedIn('mark')} UNION ${decidedIn('contact')})) AS decided
      FROM shared_key s JOIN key k ON k.id = s.key_id`)
    .get() as SharedKeys
}
