import type { Rule } from '../core/follow-up/rule.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

type RestockCause = {
  readonly openDays: number
  readonly closeDays: number
  readonly sinceDays: number
  readonly method: string
  readonly n: number
  readonly returningShare: number | null
  /** Past the window's close: four in five would have ordered by now. */
  readonly isAtRisk: boolean
}

/**
 * Restock (R19): due when the customer's purchase window opens, at risk when it closes, given up when twice that time
 * has passed without an order (R9: lapsed). Once closed without an order, it comes back a cycle later.
 */
export const restock: Rule<RestockCause, { readonly lapsedAfterWindows: number }> = {
  name: 'restock',
  isMarketing: true,
  isPromise: false,
  weightPercent: 25,
  defaults: { lapsedAfterWindows: 2 },
  words: bilingual(
    {
      label: 'Restock',
      reason: ({ openDays, sinceDays, method, isAtRisk }: RestockCause) =>
        `${method === 'own' ? `buys every ${plural(openDays, 'day')}` : `buyers like this reorder after about ${plural(openDays, 'day')}`}, last ${sinceDays === 0 ? 'today' : `${plural(sinceDays, 'day')} ago`}${isAtRisk ? ' (at risk)' : ''}`,
    },
    {
      label: '补货提醒',
      reason: ({ openDays, sinceDays, method, isAtRisk }) =>
        `${method === 'own' ? `每${openDays}天左右下单` : `同类客户一般${openDays}天左右再次下单`}，上次${sinceDays === 0 ? '是今天' : `在${sinceDays}天前`}${isAtRisk ? '（有流失风险）' : ''}`,
    },
  ),
  propose({ window, lastOrderOn, closedOn }, asOf) {
    if (!window || lastOrderOn === null) return null
    const { openDays, closeDays, method, n, returningShare } = window
    const from = Math.max(lastOrderOn, closedOn(this.name) ?? lastOrderOn)
    const lapsesAfter = lastOrderOn + this.defaults.lapsedAfterWindows * closeDays
    const dueOn = from + openDays
    if (asOf > lapsesAfter || dueOn > lapsesAfter) return null
    const isAtRisk = asOf > lastOrderOn + closeDays
    const cause = { openDays, closeDays, sinceDays: asOf - lastOrderOn, method, n, returningShare, isAtRisk }
    const expected = [lastOrderOn + openDays, lastOrderOn + closeDays] as const
    return { dueOn, lastSensibleOn: from + closeDays, cause, expected }
  },
}
