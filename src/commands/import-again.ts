import type { Context } from '../context.js'
import { shownInput } from '../core/values/input-name.js'
import { forTerminal } from '../core/values/text.js'
import { knownFileWords } from '../messages/known-files.js'
import type { EarlierImport } from '../store/known-files.js'
import type { TakenSheet } from './import-file.js'
import { dayIn } from './imports.js'

/** A sheet of the import with the earlier import of the same file. */
interface Again {
  readonly file: string
  readonly intake: Pick<TakenSheet, 'zone'>
  readonly earlier: EarlierImport | null
}

/** Which import the file is known from; false for a file that is new, or read so that it has to be warned of. */
export function againNote({ earlier, intake }: Again, context: Context): string | false {
  if (earlier === null || earlier.secondOrders > 0) return false
  return context.words(knownFileWords).same(earlier.batch, dayIn(intake.zone, earlier.madeAt))
}

/** Warns of orders that are in the ledger by an earlier reading of the same file as well. */
export function warnOfSecondReading({ file, earlier, intake }: Again, context: Context): void {
  if (earlier === null || earlier.secondOrders === 0) return
  const { batch, madeAt, secondOrders } = earlier
  const day = dayIn(intake.zone, madeAt)
  const name = shownInput(file, context.lang)
  context.warn(forTerminal(context.words(knownFileWords).second({ file: name, batch, day, orders: secondOrders })))
}
