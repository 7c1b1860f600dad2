import { type FilledMessage, type Filling, fillMessage, type Message } from './message.js'
import type { Placeholder, Recipient } from './placeholders.js'

/** A message to a customer. */
export interface Letter extends FilledMessage {
  readonly customer: number
}

/** A placeholder nothing is known for, with the customers it concerns. */
export interface MissingValue {
  readonly placeholder: Placeholder
  readonly customers: readonly number[]
}

/** The messages to customers, in their order, and what is missing in them, the most wanted first. */
export function writeLetters(
  message: Message,
  customers: readonly number[],
  recipient: (customer: number) => Recipient,
  filling: Filling,
): { readonly letters: readonly Letter[]; readonly missing: readonly MissingValue[] } {
  const lacking = new Map<Placeholder, number[]>()
  const letters = customers.map((customer): Letter => {
    const letter = { customer, ...fillMessage(message, recipient(customer), filling) }
    for (const placeholder of letter.missing) {
      const known = lacking.get(placeholder)
      if (known) known.push(customer)
      else lacking.set(placeholder, [customer])
    }
    return letter
  })
  const missing = [...lacking].map(([placeholder, wanting]) => ({ placeholder, customers: wanting }))
  return { letters, missing: missing.sort((a, b) => b.customers.length - a.customers.length) }
}
