import fc from 'fast-check'

/** One state of one order of a made-up shop. */
export interface MadeOrder {
  readonly number: string
  readonly store: string
  /** Days after 2026-01-01. */
  readonly placed: number
  /** Days after 2026-03-01: the moment the row states. */
  readonly updated: number
  readonly status: string
  readonly buyer: MadeBuyer
  readonly lines: readonly { readonly sku: string; readonly quantity: number; readonly cents: number }[]
  readonly refund: number
  readonly note: string
}

export interface MadeBuyer {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly email: string
}

/** A made-up file: a header and rows of cells. */
export interface MadeFile {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** People who write themselves differently each time; the last ones share one switchboard, or are nobody. */
const people = [
  {
    names: ['Li Wei', 'li wei', 'LI  WEI'],
    phones: ['13800000001', '+86 138 0000 0001', '0086 13800000001', ''],
    emails: ['li@mail-a.com', 'Li@Mail-A.com', ''],
  },
  { names: ['Anna Schmidt', 'ANNA SCHMIDT'], phones: ['+49 30 901820', ''], emails: ['anna@mail-b.de', ''] },
  { names: ['王芳'], phones: ['13800000003', '138****0003', ''], emails: [''] },
  { names: ['K***s', 'Kurt Schulz'], phones: [''], emails: ['kurt@mail-c.de', 'k***@mail-c.de', ''] },
  { names: ['One', 'Two', 'Three', 'Four', 'Five'], phones: ['13800000009'], emails: ['', 'desk@mail-d.com'] },
  { names: ['Guest', ''], phones: [''], emails: ['', 'noemail@none.com'] },
] as const

export const madeBuyer: fc.Arbitrary<MadeBuyer> = fc.nat(people.length - 1).chain((index) => {
  const { names, phones, emails } = people[index]!
  return fc.record({
    id: fc.constantFrom(`B${index}`, ''),
    name: fc.constantFrom(...names),
    phone: fc.constantFrom(...phones),
    email: fc.constantFrom(...emails),
  })
})

const line = fc.record({
  sku: fc.constantFrom('CUP', 'POT', '茶'),
  quantity: fc.integer({ min: 1, max: 3 }),
  cents: fc.integer({ min: 1, max: 5000 }),
})

/** A state without its number and the moment it states, which the shop gives. */
const state = fc.record({
  store: fc.constantFrom('Main', 'Second'),
  placed: fc.nat(40),
  status: fc.constantFrom('paid', 'shipped', 'pending', 'cancelled', '已完成', 'weighed'),
  buyer: madeBuyer,
  lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  refunded: fc.constantFrom(0, 0, 0.5, 1),
  note: fc.constantFrom('', 'gift', '急'),
})

/** Orders of a shop, each once. */
export function madeOrders(count: { min: number; max: number }): fc.Arbitrary<MadeOrder[]> {
  return fc
    .array(state, { minLength: count.min, maxLength: count.max })
    .map((states) => states.map((one, index) => order(one, index, index)))
}

/** Orders of a shop, some of them again in a later state with another status, refund and note. */
export function madeHistory(count: { min: number; max: number }): fc.Arbitrary<MadeOrder[]> {
  const later = fc.record({
    of: fc.nat(),
    status: fc.constantFrom('paid', 'cancelled', 'shipped'),
    refunded: fc.constantFrom(0, 0.5, 1),
    note: fc.constantFrom('', 'later'),
  })
  return fc.tuple(madeOrders(count), fc.array(later, { maxLength: 4 })).map(([orders, changes]) => [
    ...orders,
    ...changes.map((change, index) => {
      const known = orders[change.of % orders.length]!
      return {
        ...known,
        updated: 50 + index,
        status: change.status,
        note: change.note,
        refund: Math.floor(totalOf(known) * change.refunded),
      }
    }),
  ])
}

function order(
  { refunded, ...rest }: typeof state extends fc.Arbitrary<infer S> ? S : never,
  index: number,
  updated: number,
): MadeOrder {
  const made = { ...rest, number: `N${index}`, updated, refund: 0 }
  return { ...made, refund: Math.floor(totalOf(made) * refunded) }
}

export function totalOf({ lines }: Pick<MadeOrder, 'lines'>): number {
  return lines.reduce((sum, { cents }) => sum + cents, 0)
}

export const money = (cents: number): string => (cents / 100).toFixed(2)

function isoDay(days: number, from: string): string {
  return new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)
}

export const placedOn = (days: number): string => isoDay(days, '2026-01-01T00:00:00Z')
export const updatedAt = (days: number): string => `${isoDay(days, '2026-03-01T00:00:00Z')} 10:00:00`

/** Other states of an order tell another day of delivery, or none. */
const deliveredOn = ({ placed, updated }: MadeOrder): string =>
  updated % 3 === 0 ? '' : placedOn(placed + (updated % 9))

/** Other states of an order say otherwise, or nothing. */
const acceptsNews = ({ placed, updated }: MadeOrder): string => ['yes', 'no', ''][(placed + updated) % 3]!

/** Every column, one row a line, the order's own cells on each of them. */
export function fullFile(name: string, orders: readonly MadeOrder[]): MadeFile {
  return {
    name,
    header:
      'Order ID,Order Date,Updated at,Status,Customer,Phone,Email,Store,Currency,Total,Refund,SKU,Item name,Qty,Line total,Note,Owner,Tags,Delivered on,Newsletter'.split(
        ',',
      ),
    rows: orders.flatMap(
      (made) =>
      made.lines.map(({ sku, quantity, cents }) => [
        made.number, placedOn(made.placed), updatedAt(made.updated), made.status, made.buyer.name, made.buyer.phone, made.buyer.email, made.store, 'USD',
        money(totalOf(made)), money(made.refund), sku, `item ${sku}`, String(quantity), money(cents), made.note,
        made.note === '' ? '' : `Owner of ${made.note}`, made.store === 'Main' ? '' : made.status, deliveredOn(made), acceptsNews(made),
      ]), // biome-ignore format: as the header
    ),
  }
}

/** One row an order, without lines, refunds and notes; the buyer by the shop's own id. */
export function shortFile(name: string, orders: readonly MadeOrder[]): MadeFile {
  return {
    name,
    header: 'Order number,Order Date,Updated at,Order status,Customer ID,Customer name,Store,Currency,Amount'.split(
      ',',
    ),
    rows: orders.map((made) => [
      made.number, placedOn(made.placed), updatedAt(made.updated), made.status, made.buyer.id, made.buyer.name, made.store, 'USD', money(totalOf(made)),
    ]), // biome-ignore format: as the header
  }
}

/** A hand-kept sheet without order numbers; rows may be equal. */
export function bookFile(name: string, orders: readonly MadeOrder[]): MadeFile {
  return {
    name,
    header: ['客户', '手机', '日期', '金额', '币种', '店铺'],
    rows: orders.map((made) => [
      made.buyer.name,
      made.buyer.phone,
      placedOn(made.placed),
      money(totalOf(made)),
      'USD',
      made.store,
    ]),
  }
}

/** A customer list. */
export function customerFile(name: string, buyers: readonly MadeBuyer[]): MadeFile {
  return {
    name,
    header: ['Name', 'Phone', 'Email', 'Store', 'Tags', 'City', 'Owner'],
    rows: buyers.map((buyer, index) => [
      buyer.name,
      buyer.phone,
      buyer.email,
      'Main',
      index % 2 ? 'vip' : '',
      `Town ${index % 3}`,
      index % 2 ? '' : 'Wu',
    ]),
  }
}

/** A handful of files of all layouts: orders are split between files, later states stand in other files than earlier ones. */
export const madeFiles: fc.Arbitrary<MadeFile[]> = fc
  .record({
    orders: madeHistory({ min: 1, max: 6 }),
    layouts: fc.array(fc.constantFrom(fullFile, fullFile, shortFile), { minLength: 10, maxLength: 10 }),
    book: fc.array(fc.tuple(madeOrders({ min: 1, max: 1 }), fc.integer({ min: 1, max: 3 })), { maxLength: 2 }),
    buyers: fc.array(madeBuyer, { maxLength: 3 }),
    parts: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ orders, layouts, book, buyers, parts }) => {
    const files: MadeFile[] = []
    const first = orders.filter(({ updated }) => updated < 50)
    for (let part = 0; part < parts; part++) {
      const own = first.filter((_, index) => index % parts === part)
      if (own.length > 0) files.push(layouts[part]!(`part-${part}.csv`, own))
    }
    for (const [index, later] of orders.filter(({ updated }) => updated >= 50).entries())
      files.push(layouts[3 + index]!(`later-${index}.csv`, [later]))
    const rows = book.flatMap(([[made], times]) => Array<MadeOrder>(times).fill(made!))
    if (rows.length > 0) files.push(bookFile('book.csv', rows))
    const named = buyers.filter(({ name, phone, email }) => name + phone + email !== '')
    if (named.length > 0) files.push(customerFile('customers.csv', named))
    return files
  })

/** A made-up file as UTF-8 csv text. */
export function csvOf({ header, rows }: Pick<MadeFile, 'header' | 'rows'>, separator = ',', lineEnd = '\n'): string {
  const cell = (text: string) =>
    /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text
  return [header, ...rows].map((row) => row.map(cell).join(separator) + lineEnd).join('')
}
