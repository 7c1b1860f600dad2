import { foldName } from '../told/identity.js'
import type { ColumnLook } from './column-look.js'

/** Ledgers of bookkeeping, with or without a number before them; their parts too (`Sales:Retail`). */
const ledgerName =
  /^(?:\d{3,6}[\s·.:-]*)?(?:(?:accounts?|trade) (?:receivable|payable)s?|debtors?|creditors?|sales|.*\b(?:income|revenues?)|sales (?:tax payable|returns?.*|discounts?)|bank|cash(?: (?:on hand|at bank|account))?|checking|savings|petty cash|undeposited funds|payments to deposit|clearing|cost of (?:goods sold|sales)|inventory(?: asset)?|(?:bank|merchant) fees|应收账款|预收账款|应付账款|主营业务收入|其他业务收入|销售收入|银行存款|库存现金|现金)(?:\s*[:：(（/].*)?$/i

/** Words that name an account at a shop as often as one in the books. */
const vagueWords: ReadonlySet<string> = new Set(['account', 'account no', 'account number'])

const most = 0.5

/**
 * Whether a column under a word for a buyer's id holds no ids: names of ledgers, or values of which each that comes back is
 * beside the names of several people (two under a word that may mean the books, else three).
 */
export function holdsNoIds(key: string, ids: ColumnLook, names: ColumnLook | undefined): boolean {
  const values = ids.texts.filter((text) => text !== '')
  if (values.length === 0) return false
  if (values.filter((text) => ledgerName.test(text.trim())).length > values.length * most) return true
  return names !== undefined && isOfManyPeople(ids.texts, names.texts, vagueWords.has(key) ? 2 : 3)
}

/** A slip or a new name gives one id two names; where half of those that come back have several, they are no ids. */
function isOfManyPeople(ids: readonly string[], names: readonly string[], several: number): boolean {
  const namesOf = new Map<string, Set<string>>()
  const rows = new Map<string, number>()
  for (const [at, id] of ids.entries()) {
    const name = foldName(names[at] ?? '')
    if (id === '' || name === '') continue
    namesOf.set(id, (namesOf.get(id) ?? new Set()).add(name))
    rows.set(id, (rows.get(id) ?? 0) + 1)
  }
  const repeated = [...namesOf].filter(([id]) => rows.get(id)! > 1)
  const shared = repeated.filter(([, of]) => of.size >= several)
  return shared.length > 0 && shared.length >= repeated.length * most
}
