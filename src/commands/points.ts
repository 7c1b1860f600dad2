import type { Context } from '../context.js'
import type { RedeemedFor } from '../core/value/points/redeemed-for.js'
import { UserError } from '../core/values/failure.js'
import { points } from '../reports/points.js'
import { pointsStatement } from '../reports/points-statement.js'
import { loadOrderSources } from '../store/points-orders.js'
import { buildReport } from './build-report.js'
import { customerInput } from './customer-input.js'
import { pointsAsSeen } from './points-basis.js'
import { changePoints, HAND_MOVES, type HandMove } from './points-change.js'
import { reportInput } from './report-input.js'

export interface PointsArgs {
  /** `show`, `earn`, `redeem` or `adjust`; else the first word of a filter. */
  readonly action?: string | undefined
  readonly rest: readonly string[]
  readonly for?: RedeemedFor | undefined
  readonly note?: string | undefined
}

/** `crm points`: who has how many points, the statement of one customer, and points recorded by hand (R29). */
export async function pointsCommand(args: PointsArgs, context: Context): Promise<number> {
  const { action = '', rest, note } = args
  const what = HAND_MOVES.find((move): move is HandMove => move === action.toLowerCase())
  if (what !== undefined) return changePoints({ what, words: rest, for: args.for, note }, context)
  if (args.for !== undefined || note !== undefined) throw new UserError('usage', 'points.nothing-recorded')
  return action.toLowerCase() === 'show'
    ? showStatement(rest, context)
    : listPoints([action, ...rest].join(' '), context)
}

async function listPoints(filter: string, context: Context): Promise<number> {
  const input = await reportInput(context, filter)
  const basis = pointsAsSeen(context, await context.readLedger(), input)
  await context.output(buildReport(points, { ...input, points: basis }))
  return 0
}

async function showStatement(words: readonly string[], context: Context): Promise<number> {
  if (words.length === 0) throw new UserError('usage', 'cli.missing-argument', { command: 'points', name: 'CUSTOMER' })
  const input = await customerInput({ customer: words.join(' ') }, context)
  const ledger = await context.readLedger()
  const basis = pointsAsSeen(context, ledger, input)
  const orderSources = basis === null ? [] : loadOrderSources(ledger, input.id, input.snapshot.currency)
  await context.output(buildReport(pointsStatement, { ...input, points: basis, orderSources }))
  return 0
}
