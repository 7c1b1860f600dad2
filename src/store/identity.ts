import type { Key } from '../core/import/told/party-keys.js'
import { type IdentityDecision, resolveTold } from '../core/import/told/told-identity.js'
import { inForce } from './in-force.js'
import type { Ledger } from './ledger.js'
import { type PartyRow, partyKeys, selectParties } from './parties.js'

/** Merges and splits in force, oldest first. */
export function identityDecisions({ db }: Ledger): IdentityDecision[] {
  const rows = db
    .prepare(`SELECT i.batch_id AS batch, i.nth, i.kind, json_group_array(json_array(i.side, i.key)) AS keys FROM identity i
      ${inForce('i')} WHERE i.kind <> 'apart' GROUP BY i.batch_id, i.nth ORDER BY 1, 2`)
    .all() as (Pick<IdentityDecision, 'batch' | 'nth' | 'kind'> & { keys: string })[]
  return rows.map(({ keys, ...decision }) => ({ ...decision, sides: sidesOf(JSON.parse(keys) as [number, Key][]) }))
}

function sidesOf(keys: readonly (readonly [side: number, key: Key])[]): Key[][] {
  const sides: Key[][] = []
  for (const [side, key] of keys) {
    sides[side] ??= []
    sides[side].push(key)
  }
  return sides
}

/** A touched party (`t`) carries a key that a decision names. */
export const carriesTied =
  'EXISTS (SELECT 1 FROM party_key own JOIN tied_key d ON d.id = own.key_id WHERE own.party_id = t.id)'

/** Keys that decisions in force name, each with the first key of its decision. */
function prepareTied({ db }: Ledger): boolean {
  db.exec(`
    CREATE TEMP TABLE IF NOT EXISTS tied_key (id INTEGER, first INTEGER, PRIMARY KEY (id, first)) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS temp.tied_first ON tied_key (first);
    DELETE FROM tied_key;
    INSERT OR IGNORE INTO tied_key SELECT k.id, min(k.id) OVER (PARTITION BY i.batch_id, i.nth) FROM identity i
      ${inForce('i')} JOIN key k ON k.text = i.key WHERE i.kind <> 'apart';`)
  return db.prepare('SELECT EXISTS (SELECT 1 FROM tied_key)').pluck().get() === 1
}

/**
 * Touches the parties reachable from the touched ones over keys they share, orders they tell under one name and decisions in
 * force: nobody else's customer can change.
 */
export function spreadOverKeys(ledger: Ledger): void {
  const step = { party: 0, key: 1, order: 2 }
  const tied = `UNION SELECT ${step.key}, other.id FROM reached JOIN tied_key d ON d.id = reached.id
    JOIN tied_key other ON other.first = d.first WHERE reached.step = ${step.key}`
  ledger.db.exec(`
    INSERT OR IGNORE INTO touched_party
      WITH RECURSIVE reached (step, id) AS (
        SELECT ${step.party}, id FROM touched_party
        UNION SELECT ${step.key}, k.key_id FROM reached JOIN party_key k ON k.party_id = reached.id WHERE reached.step = ${step.party}
        UNION SELECT ${step.party}, k.party_id FROM reached JOIN party_key k ON k.key_id = reached.id WHERE reached.step = ${step.key}
        UNION SELECT ${step.order}, r.order_id FROM reached JOIN retelling r ON r.party_id = reached.id WHERE reached.step = ${step.party}
        UNION SELECT ${step.party}, r.party_id FROM reached JOIN retelling r ON r.order_id = reached.id WHERE reached.step = ${step.order}
        ${prepareTied(ledger) ? tied : ''}
      ) SELECT id FROM reached WHERE step = ${step.party};`)
}

/** The parties in force that keys, orders told again and decisions connect with those who carry any of `keys`. */
export function partiesAround(ledger: Ledger, keys: readonly Key[]): PartyRow[] {
  const { db } = ledger
  db.exec('CREATE TEMP TABLE IF NOT EXISTS touched_party (id INTEGER PRIMARY KEY); DELETE FROM touched_party;')
  const touch = db.prepare(
    'INSERT OR IGNORE INTO touched_party SELECT pk.party_id FROM key k JOIN party_key pk ON pk.key_id = k.id WHERE k.text = ?',
  )
  for (const key of keys) touch.run(key)
  spreadOverKeys(ledger)
  return db
    .prepare(`SELECT x.* FROM touched_party t CROSS JOIN (${selectParties}) x ON x.id = t.id JOIN party live ON live.id = x.id
      WHERE live.customer_id IS NOT NULL ORDER BY t.id`)
    .all() as PartyRow[]
}

/** Later merges and splits that would part or join nobody any more if the decisions of a batch were not there, newest first. */
export function batchesResting(ledger: Ledger, batch: number): number[] {
  const decisions = identityDecisions(ledger)
  const own = decisions.filter((decision) => decision.batch === batch)
  if (own.length === 0) return []
  const parties = partiesAround(
    ledger,
    own.flatMap(({ sides }) => sides.flat()),
  ).map(partyKeys)
  const others = decisions.filter((decision) => decision.batch !== batch)
  const [now, then] = [resolveTold(parties, decisions).idle, resolveTold(parties, others).idle]
  const resting = others.filter((decision) => decision.batch > batch && then.has(decision) && !now.has(decision))
  return [...new Set(resting.map((decision) => decision.batch))].sort((a, b) => b - a)
}
