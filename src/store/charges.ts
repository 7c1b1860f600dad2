import { isGoods } from '../core/goods.js'
import type { Ledger } from './ledger.js'

/** The ids of the products that are postage, fees and other charges, which are of no category whatever their lines say. */
export function chargesOf({ db }: Ledger): ReadonlySet<number> {
  // A damaged ledger may have lost a name.
  const named = db.prepare("SELECT id, coalesce(name, '') AS name FROM product").all() as { id: number; name: string }[]
  return new Set(named.flatMap(({ id, name }) => (isGoods(name) ? [] : [id])))
}
