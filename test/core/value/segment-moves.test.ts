import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rfmGrid } from '../../../src/core/value/rfm-grid.js'
import { segmentMigration } from '../../../src/core/value/segment-moves.js'
import { standingOn, VALUE_DEFAULTS } from '../../../src/core/value/standing.js'
import { suggestedBounds } from '../../../src/core/value/suggested-bounds.js'
import { snapshotOf } from '../../support/snapshot.js'

const customers = fc.array(
  fc.array(fc.record({ on: fc.integer({ min: 19_400, max: 20_000 }), net: fc.integer({ min: 1, max: 50 }) }), {
    maxLength: 4,
  }),
  { maxLength: 25 },
)

const shop = (made: readonly (readonly { on: number; net: number }[])[]) =>
  snapshotOf(made.map((bought, i) => ({ id: `c${String(i).padStart(2, '0')}`, bought })))

test('flows count every customer scored on either day once, and moves are the flows that change', () => {
  fc.assert(
    fc.property(customers, (made) => {
      const snapshot = shop(made)
      const [earlier, later] = [19_900, 20_000].map((day) => standingOn(snapshot, day, VALUE_DEFAULTS))
      const { flows, moves, stayed } = segmentMigration(snapshot, earlier!, later!)
      const scored = snapshot.customers.filter((_, i) => earlier!.segment(i) !== null || later!.segment(i) !== null)
      expect(flows.reduce((sum, flow) => sum + flow.customers, 0)).toBe(scored.length)
      expect(moves.length + stayed).toBe(scored.length)
      // What flows in is what the later day's segments hold.
      for (const key of new Set(flows.map(({ now }) => now))) {
        const held = snapshot.customers.filter((_, i) => later!.segment(i) === key).length
        const came = flows.filter(({ now }) => now === key).reduce((sum, flow) => sum + flow.customers, 0)
        if (key !== null) expect(came).toBe(held)
      }
    }),
  )
})

test('of some customers alone: flows and moves are theirs, the totals stay of all', () => {
  fc.assert(
    fc.property(customers, (made) => {
      const snapshot = shop(made)
      const [earlier, later] = [19_900, 20_000].map((day) => standingOn(snapshot, day, VALUE_DEFAULTS))
      const isEven = (customer: number) => customer % 2 === 0
      const all = segmentMigration(snapshot, earlier!, later!)
      const [even, odd] = [isEven, (customer: number) => !isEven(customer)].map((includes) =>
        segmentMigration(snapshot, earlier!, later!, includes),
      )
      expect([even!.moved, even!.stayed]).toEqual([all.moved, all.stayed])
      expect(even!.moves).toEqual(all.moves.filter(({ customer }) => isEven(customer)))
      const flow = (of: typeof all, { before, now }: (typeof all.flows)[number]) =>
        of.flows.find((other) => other.before === before && other.now === now)?.customers ?? 0
      for (const each of all.flows) expect(flow(even!, each) + flow(odd!, each)).toBe(each.customers)
      expect(even!.flows.every(({ customers }) => customers > 0)).toBe(true)
    }),
  )
})

test('nobody moves between a day and itself', () => {
  const snapshot = shop([1, 2, 3, 4, 5, 6].map((n) => Array.from({ length: n }, () => ({ on: 20_000 - n, net: n }))))
  const standing = standingOn(snapshot, 20_000, VALUE_DEFAULTS)
  expect(segmentMigration(snapshot, standing, standing)).toMatchObject({ moves: [], stayed: 6 })
})

test('who bought since is in a better segment, by hand', () => {
  // By rank of five: on day 100 the days are 50 40 30 20 10, one order each, equal amounts: R 1 to 5, F and M 1.
  const days = [50, 60, 70, 80, 90]
  const snapshot = snapshotOf(
    days.map((on, i) => ({
      id: `c${i}`,
      bought: [{ on, net: 10 }, ...(i === 0 ? [{ on: 105, net: 10 }] : [])],
    })),
  )
  const [earlier, later] = [100, 110].map((day) => standingOn(snapshot, day, VALUE_DEFAULTS))
  // 111 211 311 411 511 then; with the new order the first is 555 and each other has one worse less: 111 211 311 411.
  const { moves, flows } = segmentMigration(snapshot, earlier!, later!)
  expect(moves).toEqual([
    { customer: 0, before: 'lost', now: 'champions' },
    { customer: 1, before: 'hibernating', now: 'lost' },
    { customer: 2, before: 'new', now: 'hibernating' },
  ])
  expect(flows.at(-1)).toEqual({ before: 'new', now: 'new', customers: 2, netMinor: 20 })
})

test('the grid holds every scored customer once, with all net revenue', () => {
  fc.assert(
    fc.property(customers, (made) => {
      const standing = standingOn(shop(made), 20_000, VALUE_DEFAULTS)
      const { hasScores, scored } = standing.rfm
      const cells = rfmGrid(standing).flat()
      expect(cells).toHaveLength(25)
      const net = scored.reduce((sum, i) => sum + standing.sums.netMinor[i]!, 0)
      expect(cells.reduce((sum, cell) => sum + cell.customers, 0)).toBe(hasScores ? scored.length : 0)
      expect(cells.reduce((sum, cell) => sum + cell.netMinor, 0)).toBe(hasScores ? net : 0)
    }),
  )
})

test.each([
  [[25_480, 38_100, 50_540, 66_500], 'USD', [250, 380, 510, 670]],
  [[0, 0, 0, 0], 'USD', [1, 2, 4, 8]],
  [[50_000, 50_000, 50_000, 50_000], 'USD', [500, 1000, 2000, 4000]],
  [[1234, 2345, 3456, 4567], 'JPY', [1200, 2300, 3500, 4600]],
  [[null, null, null, null], 'USD', [1, 2, 4, 8]],
])('bounds to begin with near %j', (cuts, currency, bounds) => {
  expect(suggestedBounds(cuts, currency)).toEqual(bounds)
})
