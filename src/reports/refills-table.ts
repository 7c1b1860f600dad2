import { draft, finishOther, finishTable, type TableDraft } from '../core/report/build.js'
import type { Column, Table } from '../core/report/table.js'
import { type Refill, refillLapsesAfter } from '../core/value/refill.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'
import type { CustomerInput } from './show-tables.js'

/** Where a refill stands: to be used up later, used up by now, or not waited for any more. */
type RefillState = 'coming' | 'due' | 'lapsed'

/** More products used up long ago are counted, not listed. */
const MOST_PAST = 5

const words = bilingual(
  {
    title: 'Buys again and again',
    past: 'Bought again and again, used up long ago',
    left: (count: number, command: string) =>
      `${plural(count, 'product')} bought again and again should have been used up long ago and ${count === 1 ? 'is' : 'are'} not listed. All of them: ${command} (table refillsPast)`,
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
    past: '曾经常购买、早该用完的商品',
    left: (count, command) => `另有${count}种曾经常购买的商品早该用完，没有列出；全部见：${command}（表 refillsPast）`,
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

/** What a customer buys again and again (R19): due now, then coming; those used up long ago come last, and where there are many stand apart for machines. */
export function refillsTables(input: CustomerInput, refills: readonly Refill[]): Table[] {
  if (refills.length === 0) return []
  const { waited, past } = refillsByState(input, refills)
  const say = words[input.lang]
  const shown = past.length > MOST_PAST ? waited : [...waited, ...past]
  const apart = past.length > MOST_PAST ? past : []
  const main = finishOther(refillsTable('refills', say.title, input, shown), input.shape)
  return [
    { ...main, ...(shown.length === 0 ? { isForMachines: true } : {}) },
    ...(apart.length === 0
      ? []
      : [{ ...finishTable(refillsTable('refillsPast', say.past, input, apart)), isForMachines: true }]),
  ]
}

/** How many products used up long ago the table leaves out, and the command that lists them; nothing where it leaves out none. */
export function refillNotes(input: CustomerInput, refills: readonly Refill[], command: 'show' | 'why'): string[] {
  const { past } = refillsByState(input, refills)
  const { id } = input.snapshot.customers[input.customer]!
  return past.length > MOST_PAST ? [words[input.lang].left(past.length, `crm ${command} ${id} --json`)] : []
}

/** Each part with the first to be used up first, those used up long ago the last of them first. */
function refillsByState({ asOf }: CustomerInput, refills: readonly Refill[]) {
  const of = (state: RefillState) => refills.filter((refill) => stateOf(refill, asOf) === state)
  return { waited: [...of('due'), ...of('coming')], past: of('lapsed').reverse() }
}

function refillsTable(
  key: string,
  title: string,
  { asOf, lang }: CustomerInput,
  refills: readonly Refill[],
): TableDraft {
  const { columns: label, states } = words[lang]
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
  return draft(key, title, columns, refills, (refill) => ({
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
