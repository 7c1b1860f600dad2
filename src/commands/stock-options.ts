import type { Day } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { nearest } from '../core/values/nearest.js'
import type { NewEvent } from '../store/events.js'
import type { Ledger } from '../store/ledger.js'
import { knownSkus } from '../store/products.js'

/** What buyers have left, as typed: `TEA-1=40`. UserError `stock.not-understood`, `stock.unknown-sku`. */
export function readStocks(typed: readonly string[], key: string, on: Day, ledger: Ledger): NewEvent[] {
  if (typed.length === 0) return []
  const skus = knownSkus(ledger)
  return typed.map((text) => {
    const [, name = '', quantity = ''] =
      /^(.+?)\s*[=＝]\s*(\d{1,9}(?:\.\d{1,3})?)$/.exec(text.normalize('NFKC').trim()) ?? []
    if (name === '') throw new UserError('usage', 'stock.not-understood', { value: text })
    const sku = skus.find((one) => one.toLowerCase() === name.toLowerCase())
    if (sku === undefined)
      throw new UserError('failed', 'stock.unknown-sku', {
        value: name,
        near: nearest(name, skus).slice(0, 3).join(', '),
      })
    const details = { sku, quantity: String(Number(quantity)) }
    return { kind: 'stock', subject: '', key, what: 'count', on, dueOn: null, value: null, text: '', details }
  })
}
