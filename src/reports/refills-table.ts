import { draft, type ReportInput, type TableDraft } from '../core/report/build.js'
import type { Column } from '../core/report/model.js'
import { type Refill, refillLapsesAfter } from '../core/value/refill.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'

/** Where a refill stands: to be used up later, used up by now, or not waited for any more. */
type RefillState = 'coming' | 'due' | 'lapsed'

const words = bilingual(
  {
    title: 'Buys again and again',
    columns: {
      sku: 'SKU',
      product: 'Product',
      perUnitDays: 'Days a piece lasts',
      lastOn: 'Last bought',
      lastQuantity: 'Pieces then',
      expectedOn: 'Used up by',
      state: 'State',
      n: 'Gaps',
    },
    states: { coming: 'not yet', due: 'due', lapsed: 'used up long ago' } satisfies Record<RefillState, string>,
  },
  {
    title: '经常购买的商品',
    columns: {
      sku: '商品编码',
      product: '商品',
      perUnitDays: '每件可用天数',
      lastOn: '上次购买',
      lastQuantity: '上次件数',
      expectedOn: '预计用完',
      state: '状态',
      n: '间隔数',
    },
    states: { coming: '未到', due: '该续购了', lapsed: '早该用完' },
  },
)

/** What a customer buys again and again, the first to be used up first (R19). */
export function refillsTable({ asOf, lang }: ReportInput, refills: readonly Refill[]): TableDraft {
  const { title, columns: label, states } = words[lang]
  const columns: Column[] = [
    { key: 'sku', kind: 'id', label: label.sku },
    { key: 'product', kind: 'text', label: label.product },
    { key: 'perUnitDays', kind: 'number', label: label.perUnitDays },
    { key: 'lastOn', kind: 'date', label: label.lastOn },
    { key: 'lastQuantity', kind: 'number', label: label.lastQuantity },
    { key: 'expectedOn', kind: 'date', label: label.expectedOn },
    { key: 'state', kind: 'text', label: label.state, words: states },
    { key: 'n', kind: 'count', label: label.n },
  ]
  return draft('refills', title, columns, refills, (refill) => ({
    sku: refill.product.sku || null,
    product: refill.product.name || null,
    // Two decimals tell 0.05 from 0.1; more would be noise.
    perUnitDays: Math.round(refill.perUnitDays * 100) / 100,
    lastOn: dateOf(refill.lastOn),
    lastQuantity: refill.lastQuantity,
    expectedOn: dateOf(refill.expectedOn),
    state: stateOf(refill, asOf),
    n: refill.n,
  }))
}

function stateOf(refill: Refill, asOf: Day): RefillState {
  if (asOf < refill.expectedOn) return 'coming'
  return asOf <= refillLapsesAfter(refill) ? 'due' : 'lapsed'
}
