import type { Context } from '../context.js'
import type { CareCalendar } from '../core/follow-up/care/care-calendar.js'
import { type Dues, duesOn } from '../core/follow-up/dues.js'
import type { KeptRecords } from '../core/follow-up/kept.js'
import { type InCharge, inChargeOf } from '../core/follow-up/team/in-charge.js'
import type { AsOfView } from '../core/value/as-of.js'
import { once } from '../core/values/once.js'
import type { Ledger } from '../store/ledger.js'
import { careCalendarOf } from './care-calendar.js'
import { type CommandInput, everyoneIn } from './report-input.js'

/** What a report is built from that asks the due rules. */
export interface WithDues {
  /** Everything that is due of the customers, worked out when first asked for. */
  readonly dues: () => Dues
  readonly kept: KeptRecords
  readonly care: CareCalendar
  /** Who sees to customers and to what is due of them. */
  readonly inCharge: () => InCharge
}

/** A report's input with what is due of its customers. */
export async function withDues<I extends CommandInput>(input: I): Promise<I & WithDues> {
  const kept = input.records()
  const care = await careCalendarOf(input, input.decided, kept)
  const inCharge = once(() => inChargeOf(input.hands(), kept, input.rules))
  return { ...input, kept, care, inCharge, dues: once(() => duesOn({ ...input, graded: input.grades(), kept, care })) }
}

/** What is due of the customers of a view. */
export async function duesOf(context: Context, ledger: Ledger, view: AsOfView): Promise<Dues> {
  return (await withDues(everyoneIn(ledger, context, {}, () => view))).dues()
}
