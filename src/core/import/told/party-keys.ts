/**
 * b: a platform's buyer id · a: another id of the buyer there · e: e-mail · p: phone · n: exact name within one shop, the weakest ·
 * t, o: what the seller told, and an order told several times under one name, which only join and name nobody.
 */
export type KeyKind = 'b' | 'a' | 'e' | 'p' | 'n' | 't' | 'o'

/** Kinds of keys, strongest first. */
export const keyKinds: readonly KeyKind[] = ['b', 'a', 'e', 'p', 'n', 't', 'o']

/** A key as text, kind first: `b:shopify:17850`, `e:li@example.com`, `p:+8613800000001`, `n:sheet/:王芳|…`. */
export type Key = string

/** What resolving customers needs to know of one party. */
export interface PartyKeys {
  readonly id: number
  readonly platform: string
  readonly buyerId: string
  /** Name as compared: case and spaces folded. */
  readonly name: string
  readonly keys: readonly Key[]
  /** Labels that join the party beside its keys: of decisions (told-identity.ts) and of orders told again (retold.ts). */
  readonly told?: readonly Key[]
  /** Of them, those of orders whose buyer the party is now. */
  readonly buys?: ReadonlySet<Key>
  /** Keys that after a split join only the records of the party's own side, under a label of that side; they name the other side. */
  readonly cut?: ReadonlyMap<Key, Key>
}

export function kindOf(key: Key): KeyKind {
  return key[0] as KeyKind
}

/** Keys in the order in which a component's own key is chosen: kind, then text. */
export function compareKeys(a: Key, b: Key): number {
  const kinds = keyKinds.indexOf(kindOf(a)) - keyKinds.indexOf(kindOf(b))
  return kinds || (a < b ? -1 : a > b ? 1 : 0)
}

const sideMark = '\u0001'

/** The label under which a key goes on joining the records of one side of a split. */
export function sideLabel(label: Key, side: string): Key {
  return `${label}${sideMark}${side}`
}

/** The key a label was made of. */
export function keyOfLabel(label: Key): Key {
  const end = label.indexOf(sideMark)
  return end < 0 ? label : label.slice(0, end)
}
