import type { Ledger } from './ledger.js'

/** One line of an order as texts: its product, and all it says. */
interface ToldLine {
  readonly product: string
  readonly text: string
}

/** Reads the lines of an order in an order of their own; none where its file tells none. */
export interface LineReader {
  known(firstLine: number | null, count: number): readonly ToldLine[]
  staged(firstLine: number | null, count: number): readonly ToldLine[]
}

/** A file that knows the category of an item tells no other item than one that does not. */
const named = "coalesce(r.sku, ''), coalesce(r.name, '')"

export function lineReader({ db }: Ledger): LineReader {
  const reader = (lines: string, products: string) => {
    const between =
      db.prepare(`SELECT json_array(${named}) AS product, json_array(${named}, l.quantity, l.amount_minor) AS text
      FROM ${lines} LEFT JOIN ${products} WHERE l.id >= ? AND l.id < ? ORDER BY 2`)
    return (first: number | null, count: number) =>
      first === null ? [] : (between.all(first, first + count) as ToldLine[])
  }
  return {
    known: reader('line l', 'product r ON r.id = l.product_id'),
    staged: reader('staged_line l', 'staged_product r ON r.id = l.product'),
  }
}

/** Whether two tellings of an order have the very same lines. */
export function areSameLines(one: readonly ToldLine[], other: readonly ToldLine[]): boolean {
  return one.length === other.length && one.every(({ text }, at) => text === other[at]!.text)
}

const unnamed = JSON.stringify(['', ''])

/** Whether both name products, and none in common. */
export function areOtherItems(one: readonly ToldLine[], other: readonly ToldLine[]): boolean {
  const products = new Set(one.map(({ product }) => product))
  const isNamed = [...one, ...other].every(({ product }) => product !== unnamed)
  return one.length > 0 && other.length > 0 && isNamed && !other.some(({ product }) => products.has(product))
}
