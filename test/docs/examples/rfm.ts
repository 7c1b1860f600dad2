import { aggregate, windowOf } from '../../../src/core/value/aggregate.js'
import { quantile7, type Rfm, type Scoring, scoreRfm, USUAL_BANDS, worseThan } from '../../../src/core/value/rfm.js'
import { rfmGrid } from '../../../src/core/value/rfm-grid.js'
import { segmentMigration } from '../../../src/core/value/segment-moves.js'
import { codesOf } from '../../../src/core/value/segments/codes.js'
import { vocabularies } from '../../../src/core/value/segments/index.js'
import { ownVocabulary, vocabularyFaults } from '../../../src/core/value/segments/own.js'
import { meanScores, segmenter } from '../../../src/core/value/segments/vocabulary.js'
import { type Standing, standingOn, VALUE_DEFAULTS } from '../../../src/core/value/standing.js'
import { dayOf } from '../../../src/core/values/business-date.js'
import type { Lang } from '../../../src/core/values/lang.js'
import { type MadeCustomer, snapshotOf } from '../../support/snapshot.js'
import { aligned, type Examples, money } from './text.js'

const asOf = dayOf('2026-08-31')

/** Scores, segments, their grid and their moves. */
export const rfmExamples: Examples = {
  'rfm-rank': () => {
    const { rfm, sums } = standingOn(snapshotOf(five), asOf, VALUE_DEFAULTS)
    const line = (n: number, i: number) =>
      `${n}: 1 + floor(5 × ${worseThan(rfm.frequency, n)} / ${five.length}) = ${rfm.f[i]}`
    return Array.from(sums.orders, line)
  },
  'rfm-quantile': () => {
    const { rfm, sums } = standingOn(snapshotOf(five), asOf, { ...VALUE_DEFAULTS, scoring: 'quantile' })
    const ascending = Float64Array.from(sums.orders)
    return [
      ...[20, 40, 60, 80].map((p) => `q${p} = ${quantile7(ascending, p).toFixed(1)}`),
      ...Array.from(sums.orders, (n, i) => `${n}: 1 + #{q < ${n}} = ${rfm.f[i]}`),
    ]
  },
  'rfm-bands': () => {
    const sums = aggregate(snapshotOf(banded), windowOf(asOf, 365))
    const { r, f, m } = scoreRfm(sums, 'bands', { ...USUAL_BANDS, netMinor: [20_00, 40_00, 60_00, 100_00] })
    const rows = banded.map((_, i) => [
      ...[asOf - sums.lastOn[i]!, sums.orders[i]!, money(sums.netMinor[i]!)],
      `R${r[i]} F${f[i]} M${m[i]}`,
    ])
    return aligned([['days', 'orders', 'net', ''], ...rows])
  },
  segments: (lang) => {
    const codes = ['555', '355', '332', '512', '155', '111']
    const rfm = scoredAs(codes)
    const nameIn = (which: number, i: number) => segmenter(vocabularies[which]!, rfm)(i)!.segment.words[lang]
    return aligned([['R F M', 'eleven', 'ten'], ...codes.map((code, i) => [code, nameIn(0, i), nameIn(1, i)])])
  },
  'mean-score': (lang) => {
    const codes = ['555', '515', '155', '111', '332']
    const rfm = scoredAs(codes)
    const { r, f, m } = meanScores(rfm)!
    const rows = codes.map((code, i) => {
      const [value, volc] = [2, 3].map((which) => segmenter(vocabularies[which]!, rfm)(i)!)
      return [code, value!.code, value!.segment.words[lang], volc!.segment.words[lang]]
    })
    return [`R ${r.toFixed(1)}, F ${f.toFixed(1)}, M ${m.toFixed(1)}`, ...aligned(rows)]
  },
  'own-vocabulary': () => {
    const own = [
      ['VIP', '5[4-5]*'],
      ['Others', '[1-4]** 5[1-4]*'],
    ] as const
    const codes = ownVocabulary('mine', own).segments.map(
      ({ key, codes }) => `${key}: ${codesOf(codes, 'scores')!.length}`,
    )
    const faults = vocabularyFaults('mine', own).map(({ code, params }) => `${code}: ${params?.codes}`)
    return [`5[4-5][3-5] = ${codesOf('5[4-5][3-5]', 'scores')!.join(' ')}`, ...codes, ...faults]
  },
  'rfm-grid': () => {
    const grid = rfmGrid(standingOn(snapshotOf(banded), asOf, VALUE_DEFAULTS))
    const cell = ({ customers, netMinor }: (typeof grid)[number][number]) =>
      customers === 0 ? '·' : `${customers} (${money(netMinor)})`
    return aligned([['', 'F1', 'F2', 'F3', 'F4', 'F5'], ...grid.map((row, at) => [`R${5 - at}`, ...row.map(cell)])])
  },
  migration: (lang) => {
    const snapshot = snapshotOf(waiting)
    const [earlier, later] = [asOf - 10, asOf].map((day) => standingOn(snapshot, day, VALUE_DEFAULTS))
    const { moved, stayed } = segmentMigration(snapshot, earlier!, later!)
    const rows = waiting.map(({ id }, i) => [id, said(earlier!, i, lang), '→', said(later!, i, lang)])
    return [...aligned(rows), `${moved} + ${stayed}`]
  },
}

/** Customers who ordered 1, 1, 2, 3 and 5 times. */
const five: readonly MadeCustomer[] = [1, 1, 2, 3, 5].map((orders, i) => ({ id: `c${i}`, bought: made(9, orders, 10) }))

/** So many orders of one amount, the last of them some days before the day. */
function made(days: number, orders: number, net: number) {
  return Array.from({ length: orders }, (_, k) => ({ on: asOf - days - k, net: Math.round(net * 100) }))
}

const banded: readonly MadeCustomer[] = [
  { id: 'a', bought: made(7, 2, 255) },
  { id: 'b', bought: made(30, 3, 20) },
  { id: 'c', bought: made(62, 1, 60) },
  { id: 'd', bought: made(91, 6, 10) },
  { id: 'e', bought: made(184, 1, 20) },
]

/** As if something had given customers these scores. */
function scoredAs(codes: readonly string[], scoring: Scoring = 'rank'): Rfm {
  const customers = codes.map((_, i) => ({ id: `c${i}`, bought: made(1, 1, 1) }))
  const rfm = scoreRfm(aggregate(snapshotOf(customers), windowOf(asOf, null)), scoring)
  const digits = (at: number) => Uint8Array.from(codes, (code) => Number(code[at]))
  return { ...rfm, r: digits(0), f: digits(1), m: digits(2) }
}

/** Five who ordered one after the other; the first one again in the last days. */
const waiting: readonly MadeCustomer[] = ['Ann', 'Bob', 'Eve', 'Max', 'Tom'].map((id, i) => ({
  id,
  bought: [...made(60 - 10 * i, 1, 10), ...(i === 0 ? made(5, 1, 10) : [])],
}))

function said({ rfm, segmentHit }: Standing, customer: number, lang: Lang): string {
  const [r, f, m] = [rfm.r, rfm.f, rfm.m].map((scores) => scores[customer])
  return `${r}${f}${m} ${segmentHit(customer)!.segment.words[lang]}`
}
