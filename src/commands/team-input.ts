import type { Context } from '../context.js'
import type { Period } from '../core/value/period.js'
import type { TeamInput } from '../reports/team.js'
import { loadContactRecords } from '../store/contact-records.js'
import { withDues } from './dues-input.js'
import type { CommandInput } from './report-input.js'
import { knownFrom } from './zone.js'

/** Days in a trailing quarter. */
const QUARTER_DAYS = 90

/** What the activity of a team is told from: the trailing quarter, or the period asked for. */
export async function teamInput(input: CommandInput, period: Period | null, context: Context): Promise<TeamInput> {
  const ledger = await context.readLedger()
  // Where the newest order's day stands in for today, people still work in the days up to the real one.
  const to = input.calendar.asOf
  const days = period ?? { from: to - QUARTER_DAYS, to }
  const contactRecords = loadContactRecords(ledger, input.snapshot, days)
  return { ...(await withDues(input)), days, contactRecords, begunOn: knownFrom(context, ledger, input.asOf) }
}
