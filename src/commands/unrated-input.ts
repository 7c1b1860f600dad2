import type { Context } from '../context.js'
import { UserError } from '../core/values/failure.js'
import { missingRates } from '../store/settings.js'
import { asOfView } from './report-input.js'

/** Currencies in which amounts have no rate; what they come to adds nothing then, and nothing is told that is made of it. */
export interface LackingRates {
  readonly unrated: readonly string[]
}

/** The view of a ledger in which amounts without a rate add nothing: orders, days and persons are as ever. */
export const unratedView: typeof asOfView = (context, ledger, changed) => asOfView(context, ledger, changed, 'as-zero')

/** An input as it is where every rate is known; where one is missing, what needs none of it, with the currencies that lack one. */
export async function evenUnrated<I>(
  context: Context,
  inputBy: (viewOf: typeof asOfView) => Promise<I>,
): Promise<I & LackingRates> {
  try {
    return { ...(await inputBy(asOfView)), unrated: [] }
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'rate.missing') throw error
    const missing = missingRates(await context.readLedger())
    return { ...(await inputBy(unratedView)), unrated: missing?.currencies ?? [] }
  }
}
