import { draft, finishTable, hiddenIfEmpty, type TableDraft } from '../core/report/build.js'
import type { Column, Table } from '../core/report/table.js'
import { type Cycles, FEWEST_GAPS, gapsInOrder, windowIn } from '../core/value/cycle.js'
import { everyone, type PoolName } from '../core/value/cycle-pools.js'
import { regularity, rhythmWords } from '../core/value/regularity.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'
import { cycleMethods } from './cycle-methods.js'
import type { CustomerInput } from './show-tables.js'

const words = bilingual(
  {
    title: 'Purchase cycle',
    columns: {
      source: 'Taken from',
      group: 'Of',
      n: 'Gaps',
      openDays: 'Half are back after',
      closeDays: 'Four in five after',
      returningShare: 'Share that returns',
      use: 'Use',
    },
    uses: { used: 'counts', blended: 'blended in', thin: 'fewer than 20 gaps', wider: 'a narrower one counts' },
    own: (gaps: string, share: string) =>
      `Own gaps in days, oldest first: ${gaps}. They weigh ${share}, the pool of others the rest.`,
    alone: (gaps: string) =>
      `Own gaps in days, oldest first: ${gaps}. No pool of others has 20 gaps, so they stand alone.`,
    few: (gaps: string) =>
      `Own gaps in days, oldest first: ${gaps}. Fewer than three say nothing yet: the first pool with 20 gaps counts.`,
    once: 'One order day so far, no own gap: the first pool with 20 gaps counts.',
    nothing: 'No purchase cycle: fewer than three own gaps, and no pool has 20.',
    regularity: (rhythm: string, k: string, n: number) =>
      `The shop’s customers buy ${rhythm} (regularity k ${k}, from ${plural(n, 'customer')}; 1 is random, above 2 regular).`,
    most: 'very large, the gaps hardly vary',
    listed: ', ',
  },
  {
    title: '购买周期',
    columns: {
      source: '取自',
      group: '范围',
      n: '间隔数',
      openDays: '半数回购天数',
      closeDays: '八成回购天数',
      returningShare: '预计回购占比',
      use: '用法',
    },
    uses: { used: '采用', blended: '参与加权', thin: '间隔不足20个', wider: '已有更贴近的范围' },
    own: (gaps, share) => `本人下单间隔（天，从早到晚）：${gaps}；本人占${share}，其余按同类客户。`,
    alone: (gaps) => `本人下单间隔（天，从早到晚）：${gaps}；同类客户的间隔都不足20个，只按本人计算。`,
    few: (gaps) => `本人下单间隔（天，从早到晚）：${gaps}；不足3个，先按间隔满20个的最贴近范围计算。`,
    once: '目前只有一个下单日，还没有间隔，先按间隔满20个的最贴近范围计算。',
    nothing: '还算不出购买周期：本人间隔不足3个，各个范围的间隔也都不足20个。',
    regularity: (rhythm, k, n) =>
      `全店客户的下单节奏：${rhythm}（规律性 k 为${k}，依据${n}位客户；1为随机，2以上为有规律）。`,
    most: '极大，间隔几乎不变',
    listed: '、',
  },
)

type Use = 'used' | 'blended' | 'thin' | 'wider'

/** Where the cycle is taken from; nobody without an order has one. */
export function cycleSources(input: CustomerInput, cycles: Cycles): Table {
  return hiddenIfEmpty(finishTable(cycleTable(input, cycles)))
}

/** One line a source of the customer's cycle, narrowest first, and which of them count (ALGORITHMS §3). */
function cycleTable(input: CustomerInput, cycles: Cycles): TableDraft {
  const { lang, customer } = input
  const { title, columns: label, uses } = words[lang]
  const { methods } = cycleMethods[lang]
  const columns: Column[] = [
    { key: 'method', kind: 'text', label: label.source, words: methods },
    { key: 'group', kind: 'text', label: label.group },
    { key: 'n', kind: 'count', label: label.n },
    { key: 'openDays', kind: 'days', label: label.openDays },
    { key: 'closeDays', kind: 'days', label: label.closeDays },
    { key: 'returningShare', kind: 'percent', label: label.returningShare },
    { key: 'use', kind: 'text', label: label.use, words: uses },
  ]
  const window = cycles.window(customer)
  // The share that returns is the pool's; of one customer's own gaps there is none.
  const own = window?.method === 'own' ? [{ ...window, returningShare: null, use: 'used' as const }] : []
  return draft('cycle', title, columns, [...own, ...poolRows(input, cycles)], ({ group, ...row }) => ({
    ...row,
    group: group?.words[lang] ?? null,
  }))
}

/** What each pool says of a customer at this order number; none for one without an order. */
function poolRows({ customer }: CustomerInput, { days, pools, window }: Cycles) {
  const orders = days.start[customer + 1]! - days.start[customer]!
  const hasOwn = window(customer)?.method === 'own'
  let isFound = orders === 0
  return pools.flatMap((pool) => {
    const curve = orders === 0 ? null : pool.curve(customer, orders)
    if (!curve) return []
    const isThick = curve.n >= FEWEST_GAPS
    const use: Use = !isThick ? 'thin' : isFound ? 'wider' : hasOwn ? 'blended' : 'used'
    isFound ||= isThick
    return [{ method: pool.name as PoolName | 'own', group: pool.group?.(customer) ?? null, ...windowIn(curve), use }]
  })
}

/** The customer's own gaps and what they weigh, then how regularly the shop's customers buy at all. */
export function cycleNotes({ snapshot, customer, lang }: CustomerInput, { days, window }: Cycles): string[] {
  const say = words[lang]
  if (days.start[customer + 1] === days.start[customer]) return []
  const found = window(customer)
  const gaps = gapsInOrder(days, customer)
  const list = [...gaps].join(say.listed)
  const shop = regularity(snapshot, days, everyone(days))
  const rhythm = shop && say.regularity(rhythmWords[lang][shop.rhythm], shop.k?.toFixed(1) ?? say.most, shop.n)
  return [ownSentence(), ...(rhythm ? [rhythm] : [])]

  function ownSentence(): string {
    if (!found) return say.nothing
    if (found.method !== 'own') return gaps.length === 0 ? say.once : say.few(list)
    if (found.returningShare === null) return say.alone(list)
    return say.own(list, `${Math.round((100 * gaps.length) / (gaps.length + 3))} %`)
  }
}
