import { type NotePart, noteParts } from '../core/batch-note.js'
import { shownInput } from '../core/values/input-name.js'
import type { Lang } from '../core/values/lang.js'
import { batchWords } from '../messages/batches.js'
import { type Batch, batchSources } from '../store/batches.js'
import { customerNames } from '../store/customer-names.js'
import { blockedOn } from '../store/delistings.js'
import type { Ledger } from '../store/ledger.js'
import { noteText } from './note-words.js'

/** Says what batches were about, in the reader's language: files with their counts, or the customer and what was decided. */
export function batchDetails(ledger: Ledger, lang: Lang): (batch: Batch) => string {
  const nameOf = customerNames(ledger)
  const isBlocked = blockedOn(ledger, null)
  return (batch) => {
    if (batch.kind === 'import') return filesOf(ledger, batch, lang)
    const { customer, detail = '' } = JSON.parse(batch.summary) as Decided
    const isSealed = customer !== undefined && isBlocked(customer)
    const parts = typeof detail === 'string' ? noteParts(detail) : detail
    return decisionOf(customer, noteText(parts, isSealed, lang), nameOf)
  }
}

/** What the batch of a decision keeps of it. */
interface Decided {
  readonly customer?: string
  readonly detail?: string | readonly NotePart[]
}

/** A batch in a few words, such as `import: orders.csv: 12 orders new, 3 updated`. */
export function batchSentence(ledger: Ledger, batch: Batch, lang: Lang): string {
  const { commands, counted } = batchWords[lang]
  const detail = batchDetails(ledger, lang)(batch)
  const what = commands[batch.command] ?? batch.command
  return detail === '' ? what : counted(what, detail)
}

interface Counts {
  readonly inserted?: number
  readonly updated?: number
}

/** What an import said of one file or sheet, as it is stored. */
interface SourceCounts {
  readonly orders?: Counts
  readonly customers?: Counts
  /** Refunds and parts whose order was not here. */
  readonly waiting?: number
}

/** Files named one by one, each with its counts; of more the first few are named, and all counted together. */
const NAMED = 3

function filesOf(ledger: Ledger, { id }: Batch, lang: Lang): string {
  const words = batchWords[lang]
  const sources = batchSources(ledger, id).map(({ file, sheet, summary }) => {
    return { file: shownInput(file, lang), sheet, counts: JSON.parse(summary) as SourceCounts }
  })
  const files = [...new Set(sources.map(({ file }) => file))]
  if (files.length > NAMED) {
    const named = words.files(files.length, files.slice(0, NAMED - 1))
    return words.counted(named, countsText(allCounts(sources.map(({ counts }) => counts)), lang))
  }
  const parts = sources.map(({ file, sheet, counts }) =>
    words.counted(words.file(file, sheet), countsText(counts, lang)),
  )
  return parts.join(words.listed)
}

/** The files a batch took something from, each once. */
export function batchFiles(ledger: Ledger, { id }: Batch, lang: Lang): readonly string[] {
  return [...new Set(batchSources(ledger, id).map(({ file }) => shownInput(file, lang)))]
}

function allCounts(counts: readonly SourceCounts[]): SourceCounts {
  const sum = (of: (one: SourceCounts) => number | undefined) => counts.reduce((all, one) => all + (of(one) ?? 0), 0)
  const both = (what: 'orders' | 'customers'): Counts => ({
    inserted: sum((one) => one[what]?.inserted),
    updated: sum((one) => one[what]?.updated),
  })
  return { orders: both('orders'), customers: both('customers'), waiting: sum(({ waiting }) => waiting) }
}

function countsText({ orders, customers, waiting = 0 }: SourceCounts, lang: Lang): string {
  const words = batchWords[lang]
  const hasOrders = (orders?.inserted ?? 0) + (orders?.updated ?? 0) > 0
  const counts = [
    ...(hasOrders ? [countsOf(orders, words.orders)] : []),
    ...(waiting > 0 ? [words.waiting(waiting)] : []),
  ]
  return counts.length === 0 ? countsOf(customers, words.customers) : counts.join(words.also)
}

function countsOf(counts: Counts | undefined, say: (inserted: number, updated: number) => string): string {
  return say(counts?.inserted ?? 0, counts?.updated ?? 0)
}

function decisionOf(customer: string | undefined, detail: string, nameOf: (id: string) => string | null): string {
  if (customer === undefined) return detail
  const name = nameOf(customer)
  const who = name === null ? customer : `${name} (${customer})`
  return detail === '' ? who : `${who} · ${detail}`
}
