import { sealValue } from '../core/sealing.js'
import { shownInput } from '../core/values/input-name.js'
import type { Lang } from '../core/values/lang.js'
import { batchWords } from '../messages/batches.js'
import { type Batch, batchSources } from '../store/batches.js'
import { customerNames } from '../store/customer-names.js'
import { blockedOn } from '../store/delistings.js'
import { type NewValue, valuesOfBatch } from '../store/hand-values.js'
import type { Ledger } from '../store/ledger.js'

/** Says what batches were about, in the reader's language: files with their counts, or the customer and what was decided. */
export function batchDetails(ledger: Ledger, lang: Lang): (batch: Batch) => string {
  const nameOf = customerNames(ledger)
  const isBlocked = blockedOn(ledger, null)
  return (batch) => {
    if (batch.kind === 'import') return filesOf(ledger, batch, lang)
    const { customer, detail = '' } = JSON.parse(batch.summary) as Decided
    const isSealed = customer !== undefined && isBlocked(customer)
    return decisionOf(customer, isSealed ? sealed(detail, valuesOfBatch(ledger, batch.id), lang) : detail, nameOf)
  }
}

/** What a decision said of itself, without what leads to a customer who is blocked now (R30). */
function sealed(detail: string, values: readonly NewValue[], lang: Lang): string {
  return values.reduce((text, { field, value }) => {
    const shown = sealValue(field, value ?? '', lang)
    return shown === (value ?? '') ? text : text.replace(`${field} = ${value}`, () => `${field} = ${shown}`)
  }, detail)
}

/** What the batch of a decision keeps of it. */
interface Decided {
  readonly customer?: string
  readonly detail?: string
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

function filesOf(ledger: Ledger, { id }: Batch, lang: Lang): string {
  const words = batchWords[lang]
  const parts = batchSources(ledger, id).map(({ file, sheet, summary }) => {
    const { orders, customers, waiting = 0 } = JSON.parse(summary) as SourceCounts
    const hasOrders = (orders?.inserted ?? 0) + (orders?.updated ?? 0) > 0
    const counts = [
      ...(hasOrders ? [countsOf(orders, words.orders)] : []),
      ...(waiting > 0 ? [words.waiting(waiting)] : []),
    ]
    if (counts.length === 0) counts.push(countsOf(customers, words.customers))
    return words.counted(words.file(shownInput(file, lang), sheet), counts.join(words.also))
  })
  return parts.join(words.listed)
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
