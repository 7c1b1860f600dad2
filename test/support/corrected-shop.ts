import fc from 'fast-check'
import {
  customerFile,
  fullFile,
  type MadeBuyer,
  type MadeFile,
  type MadeOrder,
  madeBuyer,
  madeOrders,
  money,
  placedOn,
  shortFile,
  totalOf,
  updatedAt,
} from './made-shop.js'

/** What a later export says otherwise of the buyer of an order. */
export const corrections = [
  'a new phone',
  'the phone of another',
  'a new e-mail',
  'the e-mail of another',
  'a new name',
  'the name of another',
  'a new buyer id',
  'the buyer id of another',
  'one of two of a name',
] as const

export type CorrectionKind = (typeof corrections)[number]

/** Somebody's contact points as another file tells them. */
const others: readonly MadeBuyer[] = [
  { id: 'B0', name: 'Li Wei', phone: '13800000001', email: 'li@mail-a.com' },
  { id: 'B1', name: 'Anna Schmidt', phone: '+49 30 901820', email: 'anna@mail-b.de' },
  { id: 'B2', name: '王芳', phone: '13800000003', email: '' },
  { id: 'B3', name: 'Kurt Schulz', phone: '', email: 'kurt@mail-c.de' },
]

/** Two people of one name. */
const namesakes: readonly MadeBuyer[] = [
  { id: 'S1', name: 'Zhang Wei', phone: '13800000011', email: 'zhang@mail-e.com' },
  { id: 'S2', name: 'Zhang Wei', phone: '13800000012', email: 'wei@mail-f.com' },
]

/** How much of a namesake a file tells. */
const shares: readonly (readonly (keyof MadeBuyer)[])[] = [
  [],
  ['id'],
  ['phone'],
  ['email'],
  ['phone', 'email'],
  ['id', 'phone'],
]

function namesake(person: number, share: number): MadeBuyer {
  const { id, name, phone, email } = namesakes[person % namesakes.length]!
  const told = shares[share % shares.length]!
  const known = (field: 'id' | 'phone' | 'email', text: string) => (told.includes(field) ? text : '')
  return { id: known('id', id), name, phone: known('phone', phone), email: known('email', email) }
}

/** What a correction makes of the buyer of the nth order; what is new is that order's alone. */
function corrected(known: MadeBuyer, kind: CorrectionKind, nth: number, pick: number): MadeBuyer {
  const other = others[pick % others.length]!
  const to: Readonly<Record<CorrectionKind, Partial<MadeBuyer>>> = {
    'a new phone': { phone: `1390000000${nth}` },
    'the phone of another': { phone: other.phone },
    'a new e-mail': { email: `new-${nth}@mail-g.com` },
    'the e-mail of another': { email: other.email },
    'a new name': { name: ['Zoe Park', 'Max Roth', 'Ida Lund', 'Tom Berg'][nth]! },
    'the name of another': { name: other.name },
    'a new buyer id': { id: `B${90 + nth}` },
    'the buyer id of another': { id: other.id },
    'one of two of a name': known.name === namesakes[0]!.name ? namesake(pick, pick >> 1) : {},
  }
  return { ...known, ...to[kind] }
}

/** One row an order with all there is of the buyer, without lines, refunds and notes. */
export function buyerFile(name: string, orders: readonly MadeOrder[]): MadeFile {
  return {
    name,
    header: 'Order ID,Order Date,Updated at,Status,Customer,Customer ID,Phone,Email,Store,Currency,Total'.split(','),
    rows: orders.map((made) => [
      made.number, placedOn(made.placed), updatedAt(made.updated), made.status, made.buyer.name, made.buyer.id, made.buyer.phone, made.buyer.email, made.store, 'USD', money(totalOf(made)),
    ]), // biome-ignore format: as the header
  }
}

interface CorrectedShop {
  readonly first: readonly MadeOrder[]
  /** Later states of some of them. */
  readonly later: readonly MadeOrder[]
}

/** The orders of a shop, and later states that correct buyers in some of these ways, or now and then only the state. */
export function correctedShop(kinds: readonly CorrectionKind[]): fc.Arbitrary<CorrectedShop> {
  const isOfName = kinds.includes('one of two of a name')
  const change = fc.record({
    of: fc.nat(3),
    kind: fc.constantFrom(...kinds, ...kinds, null),
    pick: fc.nat(23),
    status: fc.constantFrom('paid', 'shipped'),
  })
  const who = isOfName ? fc.option(fc.tuple(fc.nat(1), fc.nat(5)), { freq: 4 }) : fc.constant(null)
  return fc
    .record({
      orders: madeOrders({ min: 2, max: 4 }),
      namesakes: fc.array(who, { minLength: 4, maxLength: 4 }),
      changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    })
    .map((made) => {
      const first = made.orders.map((order, nth) => {
        const told = made.namesakes[nth]
        return told ? { ...order, buyer: namesake(...told) } : order
      })
      const later = made.changes.map(({ of, kind, pick, status }, at) => {
        const nth = of % first.length
        const known = first[nth]!
        const buyer = kind === null ? known.buyer : corrected(known.buyer, kind, nth, pick)
        return { ...known, buyer, status, updated: 50 + at }
      })
      return { first, later }
    })
}

/** The files of such a shop: each later state in one of its own, each file in a layout of its own. */
export function correctedFiles(kinds: readonly CorrectionKind[]): fc.Arbitrary<MadeFile[]> {
  return fc
    .record({
      shop: correctedShop(kinds),
      layouts: fc.array(fc.constantFrom(fullFile, shortFile, buyerFile, buyerFile), { minLength: 5, maxLength: 5 }),
      buyers: fc.array(madeBuyer, { maxLength: 1 }),
      parts: fc.integer({ min: 1, max: 2 }),
    })
    .map(({ shop: { first, later }, layouts, buyers, parts }) => {
      const named = buyers.filter(({ name, phone, email }) => name + phone + email !== '')
      return [
        ...Array.from({ length: parts }, (_, part) =>
          layouts[part]!(
            `part-${part}.csv`,
            first.filter((_, at) => at % parts === part),
          ),
        ),
        ...later.map((one, at) => layouts[2 + at]!(`later-${at}.csv`, [one])),
        ...(named.length > 0 ? [customerFile('customers.csv', named)] : []),
      ]
    })
}
