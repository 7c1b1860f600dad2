import { type Rule, SENSIBLE_DAYS } from '../core/follow-up/rule.js'
import { shortLabel } from '../core/purchases.js'
import { ruleSetting } from '../core/settings/rules.js'
import { LAPSED_AFTER_WINDOWS } from '../core/value/stages.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

type RestockCause = {
  readonly openDays: number
  readonly closeDays: number
  readonly sinceDays: number
  readonly method: string
  /** The main product or the segment whose buyers the window is taken from, in both languages. */
  readonly groupEn: string | null
  readonly groupZh: string | null
  readonly n: number
  readonly returningShare: number | null
  /** Past the window's close: four in five would have ordered by now. */
  readonly isAtRisk: boolean
}

/** Whose cycle stands in for the customer's own. */
const buyers = {
  en: (method: string, group: string | null): string => {
    if (method === 'product') return `buyers of ${shortLabel(group ?? '')}`
    return method === 'segment' ? `customers in ${group}` : 'buyers like this'
  },
  zh: (method: string, group: string | null): string => {
    if (method === 'product') return `买${shortLabel(group ?? '')}的客户`
    return method === 'segment' ? `“${group}”这类客户` : '同类客户'
  },
}

/**
 * Restock (R19): due when the customer's purchase window opens, at risk when it closes, given up when twice that time
 * has passed without an order (R9: lapsed) and it was not put off until later. Once closed without an order, it comes back a cycle later.
 */
export const restock: Rule<RestockCause> = {
  name: 'restock',
  isMarketing: true,
  isSaidAlone: true,
  resellersFirst: true,
  stakes: 'chance-lost',
  weightPercent: 25,
  setting: ruleSetting('restock', [], {
    en: 'whether customers are due when they usually order again',
    zh: '客户到了平常的下单时段是否提醒',
  }),
  words: bilingual(
    {
      label: 'Restock',
      reason: ({ openDays, sinceDays, method, groupEn, isAtRisk }: RestockCause) =>
        `${method === 'own' ? `buys every ${plural(openDays, 'day')}` : `${buyers.en(method, groupEn)} reorder after about ${plural(openDays, 'day')}`}, last ${sinceDays === 0 ? 'today' : `${plural(sinceDays, 'day')} ago`}${isAtRisk ? ' (at risk)' : ''}`,
      beside: ({ openDays, method, isAtRisk }: RestockCause) =>
        `${method === 'own' ? 'buys every' : 'time to reorder, after about'} ${plural(openDays, 'day')}${isAtRisk ? ' (at risk)' : ''}`,
      advice: ({ isAtRisk }: RestockCause) =>
        isAtRisk ? 'ask whether anything kept them from ordering again' : 'ask what they are running low on',
    },
    {
      label: '补货提醒',
      reason: ({ openDays, sinceDays, method, groupZh, isAtRisk }) =>
        `${method === 'own' ? `每${openDays}天左右下单` : `${buyers.zh(method, groupZh)}一般${openDays}天左右再次下单`}，上次${sinceDays === 0 ? '是今天' : `在${sinceDays}天前`}${isAtRisk ? '（有流失风险）' : ''}`,
      beside: ({ openDays, method, isAtRisk }) =>
        `${method === 'own' ? '每' : '一般'}${openDays}天左右${method === 'own' ? '' : '再次'}下单${isAtRisk ? '（有流失风险）' : ''}`,
      advice: ({ isAtRisk }) => (isAtRisk ? '问问是什么原因没再下单' : '问问哪些货快用完、快卖完了'),
    },
  ),
  propose(facts, asOf) {
    const { window, lastOrderOn } = facts
    if (!window || lastOrderOn === null) return []
    const { openDays, closeDays, method, group, n, returningShare } = window
    const from = Math.max(lastOrderOn, facts.closedOn(this.name) ?? lastOrderOn)
    const lapsesAfter = lastOrderOn + LAPSED_AFTER_WINDOWS * closeDays
    const dueOn = from + openDays
    if (dueOn > lapsesAfter || facts.standsUntil(this.name, { dueOn, lastSensibleOn: lapsesAfter }) < asOf) return []
    const isAtRisk = asOf > lastOrderOn + closeDays
    const [groupEn, groupZh] = [group?.words.en ?? null, group?.words.zh ?? null]
    const named = { method, groupEn, groupZh, n, returningShare }
    const cause = { openDays, closeDays, sinceDays: asOf - lastOrderOn, isAtRisk, ...named }
    const expected = [lastOrderOn + openDays, lastOrderOn + closeDays] as const
    // A window may close on the day it opens, with whoever buys like clockwork: what he spends is no less at stake.
    const lastSensibleOn = Math.max(from + closeDays, dueOn + SENSIBLE_DAYS)
    return [{ dueOn, lastSensibleOn, cause, expected }]
  },
}
