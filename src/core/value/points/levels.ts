import type { Snapshot } from '../../snapshot.js'
import type { Day } from '../../values/business-date.js'
import { firstDayOf, monthOfDay } from '../../values/month.js'
import { type Grades, type GradesBasis, gradesOn } from '../grades/grades.js'
import { type Grading, gradingOn } from '../standing.js'
import type { EarningLevel } from './scheme.js'

/** The level a customer's orders of a day earn by. */
export type LevelReader = (customer: number, day: Day) => EarningLevel

/**
 * The service level with which a customer came into the month of an order: tiers and fulfilment as they stood on the eve of the
 * month, what the seller decided by hand as on the order's own day. So neither the order itself nor a later one changes what was
 * earned. Being delisted lowers no points. `basis.facts` must hold the unpaid orders of all time.
 */
export function levelsThrough(basis: GradesBasis): LevelReader {
  const snapshot = unblocked(basis.snapshot)
  const gradings = new Map<Day, Grading>()
  const grades = new Map<Day, Grades>()
  const gradesFor = (day: Day): Grades => {
    const eve = firstDayOf(monthOfDay(day)) - 1
    const grading = gradings.get(eve) ?? gradingOn(snapshot, eve, basis.usual)
    gradings.set(eve, grading)
    const { cycles: _ofAsOf, ...rest } = basis
    const facts = { ...basis.facts, on: day }
    const made = gradesOn({ ...rest, snapshot, asOf: eve, facts }, { grading, value: basis.usual })
    grades.set(day, made)
    return made
  }
  return (customer, day) => (grades.get(day) ?? gradesFor(day)).level(customer).level as EarningLevel
}

function unblocked(snapshot: Snapshot): Snapshot {
  if (!snapshot.customers.some(({ blocked }) => blocked)) return snapshot
  return { ...snapshot, customers: snapshot.customers.map((facts) => ({ ...facts, blocked: false })) }
}
