import type { EventFacts } from '../../src/core/events.js'
import type { Snapshot } from '../../src/core/snapshot.js'
import { levelsThrough } from '../../src/core/value/points/levels.js'
import type { PointsBasis } from '../../src/core/value/points/points.js'
import { schemeOf } from '../../src/core/value/points/scheme.js'
import type { Day } from '../../src/core/values/business-date.js'
import { gradesBasisOf } from './grades.js'

/** Points recorded by hand for the first customer. */
export function handEvent(id: number, on: Day, what: 'earn' | 'redeem' | 'adjust', value: number): EventFacts {
  return {
    ...{ id, batch: id, kind: 'points', subject: '', customer: 0, what, on, at: id, dueOn: null, value, text: '' },
    details: {},
  }
}

/** The points of a shop with the usual scheme, orders at the level they had, and the first customer's redeemed gift. */
export function pointsBasisIn(snapshot: Snapshot, asOf: Day): PointsBasis {
  const scheme = schemeOf(new Map([['points.scheme', 'on']]), snapshot.currency)!
  const gift = { ...handEvent(1, asOf - 1, 'redeem', -5), text: 'tea tin', details: { for: 'gift' } }
  const levelOn = levelsThrough(gradesBasisOf(snapshot, asOf))
  return { snapshot, asOf, scheme, levelOn, told: new Map(), events: new Map([[0, [gift]]]) }
}
