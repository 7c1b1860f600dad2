import { draft, type ReportInput, type TableDraft } from '../core/report/build.js'
import { columnsIn } from '../core/report/columns.js'
import type { Json } from '../core/report/model.js'
import type { Column } from '../core/report/table.js'
import { type StagesOver, stageTotals } from '../core/value/indicators/stages-over.js'
import { STAGES } from '../core/value/stages.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { stageWords } from './kpi-words.js'
import { share } from './tier-tables.js'

const words = bilingual(
  {
    stages: 'Lifecycle stages',
    conversion: (from: string, to: string) => `From stage to stage, ${from} to ${to}`,
    stage: 'Stage',
    on: (day: string) => `On ${day}`,
    entered: 'Entered',
    left: 'Left',
    from: 'Was',
    to: 'Is',
    share: 'Share',
  },
  {
    stages: '客户生命周期',
    conversion: (from, to) => `阶段转化（${from} 至 ${to}）`,
    stage: '阶段',
    on: (day) => `${day}的客户数`,
    entered: '进入',
    left: '离开',
    from: '期初阶段',
    to: '期末阶段',
    share: '占比',
  },
)

/** The counts as machines read them: `{from: {to: customers}}`. */
export function stageJson({ counts }: StagesOver): Record<string, Json> {
  return Object.fromEntries(
    STAGES.map((from, row) => [from, Object.fromEntries(STAGES.map((to, at) => [to, counts[row]![at]!]))]),
  )
}

/** One row a stage: before the period, entered, left, and at its end. */
export function stagesTable(input: ReportInput, over: StagesOver): TableDraft {
  const say = words[input.lang]
  const column = columnsIn(input.lang, input.snapshot.currency)
  const totals = stageTotals(over)
  const all = sum(Object.values(totals))
  const columns: Column[] = [
    { key: 'stage', kind: 'text', label: say.stage, words: stageWords[input.lang] },
    { key: 'before', kind: 'count', label: say.on(dateOf(over.period.from)) },
    { key: 'entered', kind: 'count', label: say.entered },
    { key: 'left', kind: 'count', label: say.left },
    column('customers', { label: say.on(dateOf(over.period.to)) }),
    column('customersShare', { kind: 'bar' }),
  ]
  return draft('stages', say.stages, columns, STAGES, (stage, at) => ({
    stage,
    before: sum(over.counts[at]!),
    entered: over.entered[at]!,
    left: over.left[at]!,
    customers: totals[stage],
    customersShare: share(totals[stage], all),
  }))
}

/** One row for each pair of stages before and after the period that any customer had; shares of those who were in the first. */
export function conversionTable(input: ReportInput, over: StagesOver): TableDraft {
  const say = words[input.lang]
  const column = columnsIn(input.lang, input.snapshot.currency)
  const pairs = STAGES.flatMap((from, row) =>
    STAGES.map((to, at) => ({ from, to, customers: over.counts[row]![at]!, all: sum(over.counts[row]!) })),
  ).filter(({ customers }) => customers > 0)
  const columns: Column[] = [
    { key: 'from', kind: 'text', label: say.from, words: stageWords[input.lang] },
    { key: 'to', kind: 'text', label: say.to, words: stageWords[input.lang] },
    column('customers'),
    { key: 'share', kind: 'bar', label: say.share },
  ]
  const title = say.conversion(dateOf(over.period.from + 1), dateOf(over.period.to))
  return draft('conversion', title, columns, pairs, ({ from, to, customers, all }) => {
    return { from, to, customers, share: share(customers, all) }
  })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
