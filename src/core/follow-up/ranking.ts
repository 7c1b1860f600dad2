/**
 * The order of the due list (ALGORITHMS §5): what is due before what is still to come; of both urgent ones first, the oldest first; then
 * by stake, service level and customer id. A reseller whose stock is to be filled up stands before all others of whom the same is said
 * (R19), and keeps his place by stake among the rest where that is higher.
 */
import { LEVELS, type Level } from '../value/grades/words.js'
import type { Day } from '../values/business-date.js'
import type { DueItem, DueLine } from './rule.js'

/** Who the customers of the lines are. */
export interface RankingBasis {
  readonly asOf: Day
  level(customer: number): Level
  isReseller(customer: number): boolean
  /** Our public id. */
  id(customer: number): string
}

/** Puts a customer's reasons in order, the strongest first: of equal stakes the heavier one, then the older. */
export function byStrength(asOf: Day): (a: DueItem, b: DueItem) => number {
  return (a, b) =>
    byUrgency(a, b, asOf) ||
    b.stakeMinor - a.stakeMinor ||
    b.rule.weightPercent - a.rule.weightPercent ||
    a.dueOn - b.dueOn
}

/** The lines in their order, which leaves none of two open. */
export function ranked<L extends DueLine>(lines: readonly L[], basis: RankingBasis): L[] {
  const places = lines.map((line) => ({ line, first: line.items[0], isFirst: isResellers(line, basis) }))
  const highest = { due: 0, toCome: 0 }
  for (const { first, isFirst } of places) {
    const part = first.dueOn <= basis.asOf ? 'due' : 'toCome'
    if (!isFirst && first.rule.resellersFirst === true) highest[part] = Math.max(highest[part], first.stakeMinor)
  }
  /** That of the largest order expected from another is what a reseller's counts for at least. */
  const weightMinor = ({ first, isFirst }: (typeof places)[number]) =>
    isFirst ? Math.max(first.stakeMinor, first.dueOn <= basis.asOf ? highest.due : highest.toCome) : first.stakeMinor
  return places
    .map((place) => ({ ...place, weightMinor: weightMinor(place) }))
    .sort(
      (a, b) =>
        byUrgency(a.first, b.first, basis.asOf) ||
        b.weightMinor - a.weightMinor ||
        Number(b.isFirst) - Number(a.isFirst) ||
        b.first.stakeMinor - a.first.stakeMinor ||
        byCustomer(a.line, b.line, basis),
    )
    .map(({ line }) => line)
}

function isResellers({ customer, items: [first] }: DueLine, { isReseller }: RankingBasis): boolean {
  return first.rule.resellersFirst === true && isReseller(customer)
}

function byUrgency(a: DueItem, b: DueItem, asOf: Day): number {
  const [isFirstDue, isSecondDue] = [a.dueOn <= asOf, b.dueOn <= asOf]
  if (isFirstDue !== isSecondDue) return isFirstDue ? -1 : 1
  const [first, second] = [a.isUrgent === true, b.isUrgent === true]
  if (first !== second) return first ? -1 : 1
  return first ? a.dueOn - b.dueOn : 0
}

function byCustomer(a: DueLine, b: DueLine, { level, id }: RankingBasis): number {
  const between = LEVELS.indexOf(level(a.customer)) - LEVELS.indexOf(level(b.customer))
  if (between !== 0 || a.customer === b.customer) return between
  return id(a.customer) < id(b.customer) ? -1 : 1
}
