import type { Context } from '../context.js'
import { sealContacts } from '../core/sealing.js'
import { lastWholeSpan } from '../core/value/span.js'
import { UserError } from '../core/values/failure.js'
import { bilingual } from '../core/values/lang.js'
import { customerFile } from '../reports/customer-file.js'
import { statement } from '../reports/statement.js'
import { loadCustomerFile } from '../store/customer-file.js'
import { loadOrderSources } from '../store/points-orders.js'
import { pairsToGive } from '../store/settings.js'
import { loadStatementOrders } from '../store/statement-orders.js'
import { buildReport } from './build-report.js'
import { customerInput } from './customer-input.js'
import { withDues } from './dues-input.js'
import { pointsAsSeen } from './points-basis.js'
import { spanNamed } from './span-named.js'
import { evenUnrated } from './unrated-input.js'

const words = bilingual(
  {
    noPoints: (currencies: readonly string[]) =>
      `Points are left out of the statement: amounts in ${currencies.join(', ')} have no rate. Give it: crm rates set ${pairsToGive({ currencies })}`,
  },
  {
    noPoints: (currencies) =>
      `对账单没有列积分：${currencies.join('、')} 的金额没有汇率。填写汇率：crm rates set ${pairsToGive({ currencies })}`,
  },
)

/** `crm report customer C`: the whole file of one customer, to be printed. */
export async function showCustomer(customer: string, context: Context): Promise<number> {
  requireCustomer('customer', customer)
  const found = await evenUnrated(context, (viewOf) => customerInput({ customer }, context, viewOf))
  const input = await withDues(found)
  const file = loadCustomerFile(await context.readLedger(), input.id)
  const { blocked } = input.snapshot.customers[input.customer]!
  const { voice } = input.calendar
  const shown = blocked ? sealContacts(file, context.lang) : file
  await context.output(buildReport(customerFile, { ...input, voice, file: shown }))
  return 0
}

/** `crm report statement C`: what a customer ordered in a month, to be handed over; the last whole month unless one is named. */
export async function showStatement(customer: string, period: string | undefined, context: Context): Promise<number> {
  requireCustomer('statement', customer)
  const today = await evenUnrated(context, (viewOf) => customerInput({ customer }, context, viewOf))
  const span = period === undefined ? lastWholeSpan('month', today.asOf) : spanNamed('month', period, today.asOf)
  const then: Context = span.to < today.asOf ? { ...context, on: () => span.to } : context
  const ledger = await context.readLedger()
  const view = { ...today, asOf: span.to }
  const basis = pointsAsSeen(then, ledger, view)
  // The rest of the statement is in the customer's own currencies; points are earned by amounts in the base currency.
  if (basis !== null && today.unrated.length > 0) context.warn(context.words(words).noPoints(today.unrated))
  const points = today.unrated.length > 0 ? null : basis
  const statementOrders = loadStatementOrders(ledger, today.id)
  const orderSources = points === null ? [] : loadOrderSources(ledger, today.id, today.snapshot.currency)
  await context.output(buildReport(statement, { ...view, span, points, statementOrders, orderSources }))
  return 0
}

function requireCustomer(kind: 'customer' | 'statement', typed: string): void {
  if (typed.trim() === '')
    throw new UserError('usage', 'cli.missing-argument', { command: `report ${kind}`, name: 'CUSTOMER' })
}
