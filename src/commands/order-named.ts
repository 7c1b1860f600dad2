import { UserError } from '../core/values/failure.js'
import { nearest } from '../core/values/text.js'
import { orderNumbersOf, ordersNamed } from '../store/orders-named.js'
import type { DecisionBasis } from './decision.js'

/** Orders of a customer a refusal names. */
const MOST_NAMED = 3

/**
 * The order typed for `--order`, as its platform writes the number; '' where none was typed. One that names no customer is taken as this one's.
 * UserError `order.unknown` with near numbers, `order.of-another`.
 */
export function orderTyped(typed: string | undefined, { ledger, customer, who }: DecisionBasis): string {
  const number = typed?.trim() ?? ''
  if (number === '') return ''
  const found = ordersNamed(ledger, number)
  const own = found.find(({ buyer }) => buyer?.id === customer.id) ?? found.find(({ buyer }) => buyer === null)
  if (own !== undefined) return own.number
  const numbers = orderNumbersOf(ledger, customer.id)
  const other = found[0]?.buyer
  const near = other == null ? nearest(number, numbers) : []
  const newest = numbers.filter((one) => !near.includes(one)).slice(0, MOST_NAMED)
  const params = { order: number, who, id: customer.id, list: newest.join(', ') }
  if (other == null) throw new UserError('failed', 'order.unknown', { ...params, near: near.join(', ') })
  const { id, name } = other
  throw new UserError('failed', 'order.of-another', {
    ...params,
    other: name === '' ? id : `${name} (${id})`,
    otherId: id,
  })
}
