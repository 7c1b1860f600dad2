import type { Ledger } from './ledger.js'

/** Customers whose name begins with the text, upper and lower case alike, in the order of their names; at most `most`. */
export function namesBeginning(
  { db }: Ledger,
  text: string,
  most: number,
): readonly { readonly id: string; readonly name: string }[] {
  const start = text.replace(/[\\%_]/g, '\\$&')
  return db
    .prepare<[string, number], { id: string; name: string }>(
      `SELECT k.public_id AS id, c.name FROM customer c JOIN key k ON k.id = c.key_id
       WHERE c.name <> '' AND c.name LIKE ? || '%' ESCAPE '\\' ORDER BY c.name COLLATE NOCASE, k.public_id LIMIT ?`,
    )
    .all(start, most)
}
