import type { Context } from '../context.js'
import { type HandField, handFields } from '../core/hand-values.js'
import { dateOf } from '../core/values/business-date.js'
import { UserError } from '../core/values/failure.js'
import { nearest } from '../core/values/text.js'
import { decisionWords } from '../messages/decisions.js'
import { handWords } from '../messages/hand-values.js'
import { editCustomer, othersWith } from '../store/by-hand.js'
import { type KnownValues, knownValues, type NewValue } from '../store/hand-values.js'
import { carryOut, type DecisionBasis, decisionAbout, printJson } from './decision.js'
import { type HandOptions, readHandOptions } from './hand-options.js'

export interface EditArgs extends HandOptions {
  readonly customer: string
  /** Fields whose values the files say again. */
  readonly imported?: readonly string[] | undefined
}

/** `crm edit`: values typed by hand, which win over imported ones (R8). */
export async function editCommand(args: EditArgs, context: Context): Promise<number> {
  const basis = await decisionAbout(args.customer, context)
  const { ledger, customer, on, madeAt } = basis
  const known = knownValues(ledger, customer.key)
  const values = newValues(readEdits(args, known), known)
  if (values.length === 0) return tellUnchanged(basis, context)
  const change = {
    command: 'edit',
    sentences: [sentence(basis.who, values, known, context), ...twins(basis, values, context)],
    facts: {
      ...{ customer: customer.id, on: dateOf(on) },
      changes: values.map(({ field, value }) => ({ field, from: known.values[field], to: value })),
    },
  }
  const note = { customer: customer.id, detail: detailOf(values) }
  return carryOut(context, change, () => editCustomer(ledger, madeAt, note, customer.key, on, values))
}

/** What a batch of values says of itself, in every language alike. */
export function detailOf(values: readonly NewValue[]): string {
  return values.map(({ field, value }) => `${field} = ${value === null ? '…' : value || '–'}`).join(', ')
}

/** UserError `edit.nothing`, `edit.unknown-field` and those of `readHandOptions`. */
function readEdits(args: EditArgs, known: KnownValues): NewValue[] {
  const typed = readHandOptions(args, known.values.country)
  const given = (args.imported ?? []).filter((word) => word !== '').map(fieldNamed)
  const back = given.filter((field) => typed.every((one) => one.field !== field))
  if (typed.length + given.length === 0) throw new UserError('usage', 'edit.nothing')
  return [...typed, ...[...new Set(back)].map((field) => ({ field, value: null }))]
}

/** A field by its name or by the word for it in either language. */
function fieldNamed(typed: string): HandField {
  const word = typed.toLowerCase()
  const namesOf = (field: HandField) => [field, handWords.en.fields[field], handWords.zh.fields[field]]
  const found = handFields.find((field) => namesOf(field).some((name) => name.toLowerCase() === word))
  if (found !== undefined) return found
  const near = nearest(word, handFields).join(', ')
  throw new UserError('usage', 'edit.unknown-field', { value: typed, near, allowed: handFields.join(', ') })
}

/** Without what was typed by hand already, and without giving back what was not. */
function newValues(values: readonly NewValue[], { values: now, byHand }: KnownValues): NewValue[] {
  return values.filter(({ field, value }) =>
    value === null ? byHand.has(field) : !byHand.has(field) || now[field] !== value,
  )
}

function tellUnchanged({ who, customer, on }: DecisionBasis, context: Context): number {
  if (context.options.json === true) {
    const facts = { customer: customer.id, on: dateOf(on), changes: [] }
    printJson(context, { report: 'edit', batch: null, dryRun: context.options.dryRun === true, ...facts })
  } else context.say(context.words(handWords).unchanged(who))
  return 0
}

function sentence(who: string, values: readonly NewValue[], known: KnownValues, context: Context): string {
  const words = context.words(handWords)
  const changes = values.map(({ field, value }) => {
    const name = words.fields[field]
    const before = known.values[field]
    if (value === null) return words.imported(name)
    return before === value
      ? words.kept(name, value || words.blank)
      : words.changed(name, before || words.blank, value || words.blank)
  })
  return words.edited(who, changes.join(context.words(decisionWords).listed))
}

/** Customers who have the same phone or e-mail: an edited one joins nobody (docs/decisions.md). */
function twins({ ledger, customer }: DecisionBasis, values: readonly NewValue[], context: Context): string[] {
  const words = context.words(handWords)
  return values.flatMap(({ field, value }) => {
    if ((field !== 'phone' && field !== 'email') || !value) return []
    const others = othersWith(ledger, customer.key, field, value)
    return others.length === 0 ? [] : [words.twins(words.fields[field], namesOf(others, context), others.length)]
  })
}

function namesOf(others: ReturnType<typeof othersWith>, context: Context): string {
  const shown = others.slice(0, 3).map(({ id, name }) => (name === '' ? id : `${name} (${id})`))
  return shown.join(context.words(decisionWords).listed) + (others.length > 3 ? ' …' : '')
}
