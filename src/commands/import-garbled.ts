import type { RowIssue } from '../core/import/order-sink.js'
import type { Party } from '../core/import/record.js'
import { UserError } from '../core/values/failure.js'

/** How many of a sheet's buyers are written in garbled characters. */
export interface GarbledCount {
  /** Orders and rows that name a buyer, readable or not. */
  named: number
  garbled: number
  /** The first garbled one. */
  sample: string
}

/** Counts buyers while a sheet is mapped. */
export interface GarbledCounter extends GarbledCount {
  addIssue(issue: RowIssue): void
  /** Call once an order or row is done, after its issues; null where it has no buyer or was rejected. */
  addBuyer(party: Party | null): void
}

export function garbledCounter(): GarbledCounter {
  let isGarbled = false
  return {
    named: 0,
    garbled: 0,
    sample: '',
    addIssue({ code, params }) {
      if (code !== 'text.mojibake') return
      isGarbled = true
      this.sample ||= String(params.value)
    },
    addBuyer(party) {
      if (isGarbled) this.garbled++
      if (isGarbled || party !== null) this.named++
      isGarbled = false
    },
  }
}

/** Below this many a slip of single rows is told and taken. */
const FEW = 3
/** From one in so many on it is the file that is garbled. */
const ONE_IN = 5

/** UserError `import.garbled` where a good part of the buyers is garbled: all of them, or at least three and a fifth. */
export function checkGarbled({ file }: { readonly file: string }, { named, garbled, sample }: GarbledCount): void {
  if (garbled === 0 || (garbled < named && (garbled < FEW || garbled * ONE_IN < named))) return
  throw new UserError('bad-data', 'import.garbled', { file, count: garbled, all: named, sample })
}
