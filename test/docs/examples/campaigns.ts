import { extraSales } from '../../../src/core/follow-up/campaign/extra-sales.js'
import { shareDifference } from '../../../src/core/follow-up/campaign/share-difference.js'
import { aligned, type Examples } from './text.js'

/** Buyers of those contacted and of those held out. */
const shares = [
  [56, 70, 48, 80],
  [45, 95, 18, 41],
] as const

/** What came of campaigns. */
export const campaignExamples: Examples = {
  'share-difference': () =>
    aligned([
      ['a', 'n', 'b', 'm', 'a/n-b/m', 'low', 'high'],
      ...shares.map(([count, of, otherCount, otherOf]) => {
        const found = shareDifference({ count, of }, { count: otherCount, of: otherOf })
        return [count, of, otherCount, otherOf, ...[found.value, found.low, found.high].map((part) => part.toFixed(4))]
      }),
    ]),
  'extra-sales': () => {
    const each = (count: number) => new Array<number>(count).fill(1000)
    const found = extraSales({ customers: 70, amountsMinor: each(56) }, { customers: 80, amountsMinor: each(48) })
    const amounts = [found.value, found.low, found.high].map((minor) => (minor / 100).toFixed(2))
    return aligned([['extra', 'low', 'high'], amounts])
  },
}
