import type { Lang } from '../core/values/lang.js'
import { batchWords } from '../messages/batches.js'
import { importWords } from '../messages/import.js'
import { undoWords } from '../messages/undo.js'
import type { BatchEffect, NamedCustomer } from '../store/batch-effect.js'
import type { Batch } from '../store/batches.js'
import { orderChangesText } from './change-words.js'

/** Customers and orders named one by one; the others are counted. */
const shown = 10

/** What a change of the batches in force did, sentence by sentence; nothing where it did nothing. */
export function effectSentences(effect: BatchEffect, batch: Batch, isRedo: boolean, lang: Lang): string[] {
  return [
    ...orderSentences(effect.orders, batch, isRedo, lang),
    ...customerSentences(effect.customers, isRedo, lang),
    ...firstOf(effect.decisions, lang, ({ batch: of, command, customer }) =>
      undoWords[lang].decision(of, batchWords[lang].commands[command] ?? command, nameOf(customer)),
    ),
  ]
}

function orderSentences(orders: BatchEffect['orders'], { kind }: Batch, isRedo: boolean, lang: Lang): string[] {
  const words = undoWords[lang]
  const { removed, inserted, updated, unchanged } = orders
  const parts = [
    removed > 0 && words.removed(removed),
    inserted > 0 && words.inserted(inserted),
    updated.length > 0 && (isRedo ? words.updated : words.changedBack)(updated.length),
    kind === 'import' && unchanged > 0 && words.stay(unchanged, othersText(orders, lang)),
  ].filter((part) => part !== false)
  const changed = firstOf(updated, lang, (changed) => {
    const text = orderChangesText(changed, lang)
    return changed.order === null ? words.unnumbered(text) : words.order(changed.order, text)
  })
  return parts.length === 0 ? [] : [words.orders(parts.join(words.listed)), ...changed.map((line) => `  ${line}`)]
}

/** A sentence for each of the first few, and how many more there are. */
function firstOf<T>(items: readonly T[], lang: Lang, sentence: (item: T) => string): string[] {
  const more = items.length > shown ? [importWords[lang].moreListed(items.length - shown)] : []
  return [...items.slice(0, shown).map(sentence), ...more]
}

function othersText({ unchanged, alsoIn }: BatchEffect['orders'], lang: Lang): string {
  const words = undoWords[lang]
  const each = alsoIn.map(({ batch, orders }) =>
    orders === unchanged ? words.hasAll(batch, orders) : words.hasSome(batch, orders),
  )
  return each.join(words.and)
}

function customerSentences(customers: BatchEffect['customers'], isRedo: boolean, lang: Lang): string[] {
  const words = undoWords[lang]
  const { removed, inserted, updated, separated, joined } = customers
  // A list of hundreds says nothing; --json has them all.
  const named = (what: string, who: readonly NamedCustomer[]) =>
    who.length > shown ? what : words.named(what, who.map(nameOf).join(words.names))
  const parts = [
    removed.length > 0 && named(words.removed(removed.length), removed),
    inserted.length > 0 && named(words.inserted(inserted.length), inserted),
    updated > 0 && (isRedo ? words.updated : words.changedBack)(updated),
  ].filter((part) => part !== false)
  return [
    ...(parts.length === 0 ? [] : [words.customers(parts.join(words.listed))]),
    ...firstOf(separated, lang, ({ whole, parts: each }) => words.separated(nameOf(whole), each.map(nameOf))),
    ...firstOf(joined, lang, ({ whole, parts: each }) => words.joined(nameOf(whole), each.map(nameOf))),
  ]
}

/** The first customers of a list with their ids, as sentences name them. */
export function namesOf(customers: readonly NamedCustomer[]): string[] {
  return customers.slice(0, shown).map(nameOf)
}

function nameOf({ id, name }: NamedCustomer): string {
  return name === '' ? id : `${name} (${id})`
}
