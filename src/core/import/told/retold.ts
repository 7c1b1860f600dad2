import { disjointSets, type Member } from './disjoint-sets.js'
import { type Key, keyOfLabel, kindOf, type PartyKeys } from './party-keys.js'

/** The label of those who tell one order, by the order's number in the ledger. */
export function retoldLabel(order: string): Key {
  return `o:${order}`
}

/** Somebody who tells an order under the name of its buyer, and that buyer. */
interface Retelling {
  readonly teller: PartyKeys
  readonly buyer: PartyKeys
}

type Carriers = ReadonlyMap<Key, readonly PartyKeys[]>

/** The orders told again among those who carry labels. */
export function retellings(carriers: Carriers) {
  const orders = [...carriers].filter(([label]) => kindOf(label) === 'o')
  return { withBuyerIds: besideBuyers(orders.map(([, list]) => list)), leading }

  /**
   * Who leads to whom: the older teller of an order to its buyer, unless an e-mail or phone was corrected: the two differ in
   * it, and one of them is somebody of another name as well.
   */
  function leading(parties: readonly PartyKeys[], shared: ReadonlyMap<Key, unknown>): Retelling[] {
    const all = orders.flatMap(([label, list]) => {
      const buyer = list.find(({ buys }) => buys?.has(keyOfLabel(label)))
      return buyer === undefined ? [] : list.flatMap((teller) => (teller === buyer ? [] : [{ teller, buyer }]))
    })
    const isCorrected = (one: Retelling) => areApart(one, shared)
    if (!all.some(isCorrected)) return all
    const isNamesake = namesakes(parties, carriers, shared)
    return all.filter((one) => !isCorrected(one) || (isNamesake(one.teller) && isNamesake(one.buyer)))
  }
}

/**
 * Puts beside those who have no buyer id of their own whoever tells their orders by one: a phone is as shared by the ids its
 * orders are told under as by ids on its own rows.
 */
function besideBuyers(
  lists: readonly (readonly PartyKeys[])[],
): (carriers: readonly PartyKeys[]) => readonly PartyKeys[] {
  const beside = new Map<number, Set<PartyKeys>>()
  for (const list of lists) {
    const buyers = list.filter(({ buyerId }) => buyerId !== '')
    for (const { id, buyerId } of list) {
      if (buyerId !== '') continue
      const own = beside.get(id) ?? new Set()
      beside.set(id, own)
      for (const buyer of buyers) own.add(buyer)
    }
  }
  if (beside.size === 0) return (carriers) => carriers
  return (carriers) => [...new Set(carriers.flatMap((party) => [party, ...(beside.get(party.id) ?? [])]))]
}

/** Whether teller and buyer have e-mails or phones of their own that are not the same. */
function areApart({ teller, buyer }: Retelling, shared: ReadonlyMap<Key, unknown>): boolean {
  return ['e', 'p'].some((kind) => {
    const of = ({ keys, cut }: PartyKeys) =>
      keys.filter((key) => kindOf(key) === kind && !shared.has(cut?.get(key) ?? key))
    const [former, now] = [of(teller), of(buyer)]
    return former.length > 0 && now.length > 0 && !former.some((key) => now.includes(key))
  })
}

/** Whether those whom ids, e-mails and phones make one with a party all bear its name. */
function namesakes(parties: readonly PartyKeys[], carriers: Carriers, shared: ReadonlyMap<Key, unknown>) {
  const { find, join } = disjointSets(parties)
  for (const [label, list] of carriers) if ('baep'.includes(kindOf(label)) && !shared.has(label)) join(list)
  const names = new Map<number, Set<string>>()
  for (const { id, name } of parties) {
    if (name !== '') names.set(find(id), (names.get(find(id)) ?? new Set()).add(name))
  }
  return ({ id }: PartyKeys) => (names.get(find(id))?.size ?? 0) < 2
}

/**
 * Whom the orders of customers lead to who are known by the name alone: pairs of those whose orders all lead to one other.
 * Where they lead to two, the name was of two people.
 */
export function homes(leading: readonly Retelling[], find: (id: number) => number): (readonly Member[])[] {
  const led = new Map<number, Set<number>>()
  for (const { teller, buyer } of leading) {
    const [from, to] = [find(teller.id), find(buyer.id)]
    if (from !== to) led.set(from, (led.get(from) ?? new Set()).add(to))
  }
  return [...led].flatMap(([from, to]) => (to.size === 1 ? [[from, ...to].map((id) => ({ id }))] : []))
}

/** Parties that tell no order now and did not come to whose orders they told: they are nobody any more. */
export function leftBehind(
  components: readonly { readonly parties: readonly number[] }[],
  partyOf: (id: number) => PartyKeys,
  isFormer: (id: number) => boolean,
): ReadonlySet<number> {
  return new Set(
    components.flatMap(({ parties }) => {
      if (!parties.some(isFormer)) return []
      const bought = new Set(parties.flatMap((id) => [...(partyOf(id).buys ?? [])]))
      const isThere = (id: number) => partyOf(id).told?.some((label) => bought.has(keyOfLabel(label))) === true
      return parties.filter((id) => isFormer(id) && !isThere(id))
    }),
  )
}
