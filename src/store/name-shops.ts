import { addPartyKeys } from './derive.js'
import { decisionTables } from './in-force.js'
import type { Ledger } from './ledger.js'
import { type PartyRow, selectParties } from './parties.js'
import { partyDigests } from './row-stager.js'
import { liveVersions } from './versions.js'

/** A platform's shop that no file named, and the only one of the platform that was. */
interface NamelessShop {
  readonly nameless: number
  readonly named: number
  readonly platform: string
  readonly name: string
}

/** Whether an order is told by an import that was not taken back. */
const isTold = (order: string) => `EXISTS (SELECT 1 FROM ${liveVersions} WHERE v.order_id = ${order})`
const hasOrders = (shop: string) =>
  `EXISTS (SELECT 1 FROM order_key told WHERE told.shop_id = ${shop} AND ${isTold('told.id')})`

const namelessShops = `SELECT a.id AS nameless, min(x.id) AS named, a.platform, x.name FROM shop a JOIN shop x ON x.platform = a.platform AND x.name <> ''
  WHERE a.name = '' AND ${hasOrders('x.id')} GROUP BY a.id HAVING count(*) = 1`

/** Orders that both shops have: `lost` in the nameless one, `kept` in the named one. */
const sameOrders = `SELECT a.id AS lost, x.id AS kept FROM order_key a JOIN order_key x ON x.shop_id = @named AND x.number = a.number
  WHERE a.shop_id = @nameless`

/** Those with a number of the platform's own: only they can say that the shops are one. */
const toldNumbers = `${sameOrders} AND substr(a.number, 1, 1) <> '~' AND ${isTold('a.id')} AND ${isTold('x.id')}`

/**
 * Gives the nameless shop of a platform its name once an order of it comes back under the platform's only named shop, so that
 * an export without a shop column and one with it tell the same orders in either order of import (R3). Two shops' orders
 * that have a number in common are of different days. Runs inside a write, before `derive`; the name stays when an import is
 * taken back.
 */
export function nameShops(ledger: Ledger): void {
  const shops = ledger.db.prepare(namelessShops).all() as NamelessShop[]
  for (const shop of shops) {
    if (!isSameShop(ledger, shop)) continue
    moveOrders(ledger, shop)
    moveParties(ledger, shop)
    moveDecisions(ledger, shop)
    ledger.db.prepare('UPDATE staged_shop SET shop_id = @named WHERE shop_id = @nameless').run(shop)
    ledger.db.prepare('DELETE FROM shop WHERE id = @nameless').run(shop)
  }
}

function isSameShop({ db }: Ledger, shop: NamelessShop): boolean {
  const dayOf = (order: string) => `(SELECT max(placed_on) FROM order_version WHERE order_id = ${order})`
  const { found, other } = db
    .prepare(
      `SELECT count(*) AS found, count(*) FILTER (WHERE ${dayOf('lost')} <> ${dayOf('kept')}) AS other FROM (${toldNumbers})`,
    )
    .get(shop) as { found: number; other: number }
  return found > 0 && other === 0
}

/** Statements of which some take no parameters but all may. */
function runAll({ db }: Ledger, shop: NamelessShop, statements: readonly string[]): void {
  for (const statement of statements) db.prepare(statement).run(...(/@named|@nameless/.test(statement) ? [shop] : []))
}

function moveOrders(ledger: Ledger, shop: NamelessShop): void {
  ledger.db.exec('CREATE TEMP TABLE IF NOT EXISTS moved_order (lost INTEGER PRIMARY KEY, kept INTEGER)')
  const kept = (order: string) => `(SELECT kept FROM moved_order WHERE lost = ${order})`
  const move = (table: string) =>
    `UPDATE ${table} SET order_id = ${kept(`${table}.order_id`)} WHERE order_id IN (SELECT lost FROM moved_order)`
  runAll(ledger, shop, [
    'DELETE FROM moved_order',
    `INSERT INTO moved_order ${sameOrders}`,
    'INSERT OR IGNORE INTO touched_order SELECT lost FROM moved_order UNION SELECT kept FROM moved_order',
    `INSERT OR IGNORE INTO touched_party SELECT party_id FROM sales_order
      WHERE order_id IN (SELECT lost FROM moved_order UNION SELECT kept FROM moved_order) AND party_id IS NOT NULL`,
    ...['order_version', 'entry', 'staged_order'].map(move),
    'DELETE FROM order_key WHERE id IN (SELECT lost FROM moved_order)',
    'UPDATE order_key SET shop_id = @named WHERE shop_id = @nameless',
    'UPDATE entry SET shop_id = @named WHERE shop_id = @nameless',
  ])
}

/** Buyers are of a shop as well: their keys and what tells one writing of them from another change with its name. */
function moveParties(ledger: Ledger, shop: NamelessShop): void {
  const { db } = ledger
  const parties = db.prepare(`${selectParties} WHERE p.shop_id = @nameless`).all(shop) as PartyRow[]
  const twin = db.prepare('SELECT id FROM party WHERE digest_a = ? AND digest_b = ?').pluck()
  const rename = db.prepare('UPDATE party SET shop_id = ?, digest_a = ?, digest_b = ? WHERE id = ?')
  const touch = db.prepare(`INSERT OR IGNORE INTO touched_party SELECT id FROM party
    WHERE id = @id OR customer_id = (SELECT customer_id FROM party WHERE id = @id)`)
  const unlink = db.prepare('DELETE FROM party_key WHERE party_id = ?')
  const oldKeys = db.prepare(
    "SELECT pk.key_id FROM party_key pk JOIN key k ON k.id = pk.key_id WHERE pk.party_id = ? AND substr(k.text, 1, 1) IN ('b', 'a')",
  )
  const former: (readonly [party: number, key: unknown])[] = []
  for (const party of parties) {
    const digests = partyDigests({ ...party, shop: shop.name })
    const same = twin.get(...digests) as number | undefined
    touch.run({ id: party.id })
    for (const key of oldKeys.pluck().all(party.id)) former.push([same ?? party.id, key])
    unlink.run(party.id)
    if (same === undefined) rename.run(shop.named, ...digests, party.id)
    else replaceParty(ledger, party.id, same)
  }
  addPartyKeys(ledger)
  // Ids that customers were known by go on leading to them.
  const link = db.prepare('INSERT OR IGNORE INTO party_key (party_id, key_id) VALUES (?, ?)')
  for (const [party, key] of former) link.run(party, key)
}

function replaceParty({ db }: Ledger, lost: number, kept: number): void {
  const both = { lost, kept }
  db.prepare('INSERT OR IGNORE INTO touched_order SELECT order_id FROM order_version WHERE party_id = ?').run(lost)
  for (const table of ['order_version', 'profile', 'entry', 'staged_party', 'sales_order'])
    db.prepare(`UPDATE ${table} SET party_id = @kept WHERE party_id = @lost`).run(both)
  db.prepare('INSERT OR IGNORE INTO touched_party VALUES (?)').run(kept)
  db.prepare('DELETE FROM customer WHERE id = (SELECT customer_id FROM party WHERE id = ?)').run(lost)
  db.prepare('DELETE FROM party WHERE id = ?').run(lost)
}

/** What was decided of a customer known by a key of the nameless shop goes on with the same key of the named one. */
function moveDecisions({ db }: Ledger, { platform, name }: NamelessShop): void {
  const places = [...decisionTables, 'identity'].map((table) => [table, 'key'] as const)
  // Who referred somebody is named by a key too.
  for (const [table, column] of [...places, ['grade', 'value'] as const])
    for (const kind of ['b', 'a', 'n']) {
      const [from, to] = [`${kind}:${platform}/:`, `${kind}:${platform}/${name}:`]
      db.prepare(
        `UPDATE ${table} SET ${column} = @to || substr(${column}, length(@from) + 1) WHERE substr(${column}, 1, length(@from)) = @from`,
      ).run({ from, to })
    }
}
