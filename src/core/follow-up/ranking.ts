/**
 * The order of the due list (ALGORITHMS §5): what is due before what is still to come; of both urgent ones first, the oldest first; then
 * by stake, service level and customer id. A reseller whose stock is to be filled up stands before all others of whom the same is said
 * (R19), and keeps his place by stake among the rest where that is higher.
 */
import { LEVELS, type Level } from '../value/grades/words.js'
import type { Day } from '../values/business-date.js'
import { compareText } from '../values/text.js'
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
    urgency(a, asOf) - urgency(b, asOf) ||
    b.stakeMinor - a.stakeMinor ||
    b.rule.weightPercent - a.rule.weightPercent ||
    a.dueOn - b.dueOn
}

/** The lines in their order, which leaves none of two open. */
export function ranked<L extends DueLine>(lines: readonly L[], basis: RankingBasis): L[] {
  const places = lines.map((line) => placeOf(line, basis))
  weighResellers(places)
  return places
    .sort(
      (a, b) =>
        a.urgency - b.urgency ||
        b.weightMinor - a.weightMinor ||
        Number(b.isFirst) - Number(a.isFirst) ||
        b.stakeMinor - a.stakeMinor ||
        a.level - b.level ||
        compareText(a.id, b.id) ||
        // Lines of one customer are told apart by who sees to them.
        compareText(a.line.items[0].key, b.line.items[0].key),
    )
    .map(({ line }) => line)
}

/** What a line is compared by, worked out once: of a hundred thousand lines each is compared some twenty times. */
function placeOf<L extends DueLine>(line: L, { asOf, level, id, isReseller }: RankingBasis) {
  const { customer, items } = line
  const [{ rule, dueOn, stakeMinor }] = items
  const isRestock = rule.resellersFirst === true
  return {
    ...{ line, isRestock, isFirst: isRestock && isReseller(customer), isDue: dueOn <= asOf },
    ...{ urgency: urgency(items[0], asOf), stakeMinor, weightMinor: stakeMinor },
    ...{ level: LEVELS.indexOf(level(customer)), id: id(customer) },
  }
}

/** A reseller counts for at least as much as the largest order expected from another. */
function weighResellers(places: readonly ReturnType<typeof placeOf>[]): void {
  for (const isDue of [true, false]) {
    const alike = places.filter((place) => place.isRestock && place.isDue === isDue)
    let highestMinor = 0
    for (const { isFirst, stakeMinor } of alike) if (!isFirst) highestMinor = Math.max(highestMinor, stakeMinor)
    for (const place of alike) if (place.isFirst) place.weightMinor = Math.max(place.stakeMinor, highestMinor)
  }
}

/** Days lie far below these. */
const NOT_URGENT = 1e8
const TO_COME = 4e8

/** What is due before what is to come; of both the urgent first, the oldest of them first. */
function urgency({ dueOn, isUrgent }: DueItem, asOf: Day): number {
  return (dueOn <= asOf ? 0 : TO_COME) + (isUrgent === true ? dueOn : NOT_URGENT)
}
