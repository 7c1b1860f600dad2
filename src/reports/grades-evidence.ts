import type { ReportInput } from '../core/report/build.js'
import type { ProposedType } from '../core/value/grades/buyer-type.js'
import type { Grades } from '../core/value/grades/grades.js'
import type { BigOrder, Steady } from '../core/value/grades/potential.js'
import type { VipEvidence } from '../core/value/grades/vip.js'
import { dateOf } from '../core/values/business-date.js'
import { gradesWords as words } from './grades-words.js'
import { percentText } from './notes.js'

/** How an amount is written. */
type MoneyText = (minor: number) => string

/** The order and the month that met the bounds, in words, with the categories where only some count. */
export function vipEvidenceText(
  { order, month }: VipEvidence,
  { bounds, vipCategories }: Pick<Grades, 'bounds' | 'vipCategories'>,
  money: MoneyText,
  { lang }: Pick<ReportInput, 'lang'>,
): string {
  const say = words[lang]
  const parts = [
    ...(order === null ? [] : [say.vipOrder(dateOf(order.on), money(order.netMinor), money(bounds.orderMinor!))]),
    ...(month === null
      ? []
      : [say.vipMonth(month.month, money(month.netMinor), month.orders, money(bounds.monthMinor!))]),
  ]
  return parts.join(say.and) + (vipCategories.length === 0 ? '' : say.countingOnly(vipCategories.join(say.listed)))
}

/** The signs of a big order that are there, in words. */
export function bigOrderEvidence(found: BigOrder, money: MoneyText, { lang }: Pick<ReportInput, 'lang'>): string {
  const say = words[lang]
  const rounded = (minor: number) => money(Math.round(minor))
  const parts = [
    ...(found.isLarge ? [say.bigOrder(money(found.largestMinor), rounded(found.p95Minor))] : []),
    ...(found.isRising
      ? [say.rising(rounded(found.slopeMinor!), money(found.lastMinor), rounded(found.medianMinor))]
      : []),
    ...(found.isBroad ? [say.broad(found.categories, String(Math.round(found.p90Categories! * 10) / 10))] : []),
  ]
  return parts.join(say.and)
}

/** What a buyer type is proposed by, in words. */
export function buyerTypeEvidence(proposed: ProposedType, { lang }: Pick<ReportInput, 'lang'>): string {
  const say = words[lang]
  if (proposed.from === 'company') return say.typeByCompany(proposed.company)
  const { unitsPerLine, lines, repeatedSkus } = proposed.habit
  const units = String(Math.round(unitsPerLine * 100) / 100)
  return proposed.from === 'quantity' ? say.typeByQuantity(units, lines) : say.typeByRepeats(units, repeatedSkus)
}

/** How evenly a customer buys, in words. */
export function steadyEvidence(found: Steady, { lang }: Pick<ReportInput, 'lang'>): string {
  const { gaps, meanDays, variation, sinceDays, closeDays } = found
  return words[lang].steady(gaps, meanDays.toFixed(1), percentText(variation), sinceDays, closeDays ?? 0)
}
