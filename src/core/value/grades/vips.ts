import { vipCategories } from '../../settings/grades.js'
import { type DecidedSettings, settingOf } from '../../settings/setting.js'
import type { Snapshot } from '../../snapshot.js'
import { once } from '../../values/once.js'
import type { Window } from '../aggregate.js'
import type { DecisionReader, GradeDecision } from './decision.js'
import type { CategorySales, GradeFacts } from './facts.js'
import { type VipBounds, type VipEvidence, vipBounds, vipEvidence, vipEvidences } from './vip.js'

/** How a customer stands to VIP (R12). */
export interface Vip {
  /** What the seller granted and is in force. */
  readonly granted: GradeDecision | null
  /** What met the bounds since the seller last declined it, also where returns took it back; null where nothing did. */
  readonly evidence: VipEvidence | null
  /** Evidence that returns have left, and neither granted nor declined since. */
  readonly isCandidate: boolean
}

/** VIPs and candidates, and what makes one. */
export interface Vips {
  readonly bounds: VipBounds
  /** The categories of goods that alone count towards VIP; none where all do. */
  readonly vipCategories: readonly string[]
  /** Those of them that no product is in. */
  readonly unknownVipCategories: () => CategorySales['unknown']
  vip(customer: number): Vip
}

interface VipsBasis {
  readonly snapshot: Snapshot
  readonly decided: DecidedSettings
  readonly facts: GradeFacts
}

/** The VIPs and candidates of a window; lines are read only where some categories alone count. */
export function vipsOn({ snapshot, decided, facts }: VipsBasis, window: Window, decision: DecisionReader): Vips {
  const bounds = vipBounds(decided, snapshot.currency)
  const categories = settingOf(decided, vipCategories)
  const isSought = bounds.orderMinor !== null || bounds.monthMinor !== null
  const sold = once(() => (categories.length === 0 ? null : facts.salesOf(categories, window)))
  const sales = () => sold()?.sales ?? snapshot.orders
  const evidences = once(() => (isSought ? vipEvidences(sales(), window, bounds) : new Map<number, VipEvidence>()))
  const evidenceOf = (customer: number, said: GradeDecision | null) =>
    said?.value === 'no' && isSought
      ? vipEvidence(sales(), customer, since(window, said), bounds)
      : (evidences().get(customer) ?? null)
  return {
    bounds,
    vipCategories: categories,
    unknownVipCategories: () => sold()?.unknown ?? [],
    vip(customer) {
      const said = decision(customer, 'vip')
      const granted = said?.value === 'yes' ? said : null
      const evidence = evidenceOf(customer, said)
      return { granted, evidence, isCandidate: evidence?.isTakenBack === false && granted === null }
    },
  }
}

/** The days after a candidate was declined: what the seller has seen makes nobody one again. */
function since(window: Window, said: GradeDecision): Window {
  return { from: Math.max(window.from!, said.on), to: window.to }
}
