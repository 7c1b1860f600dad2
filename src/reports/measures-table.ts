import { draft, type TableDraft } from '../core/report/build.js'
import type { Column } from '../core/report/table.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { dateOrNull } from './dates.js'
import type { CustomerInput } from './show-tables.js'

const words = bilingual(
  {
    title: 'Countermeasures',
    columns: {
      id: 'No.',
      on: 'Planned',
      aim: 'Aim',
      text: 'Countermeasure',
      owner: 'Owner',
      dueOn: 'By when',
      state: 'State',
    },
    states: { open: 'open', closed: 'done or skipped' },
  },
  {
    title: '对策',
    columns: {
      id: '编号',
      on: '制定日期',
      aim: '目标',
      text: '对策',
      owner: '负责人',
      dueOn: '完成期限',
      state: '状态',
    },
    states: { open: '未完成', closed: '已完成或跳过' },
  },
)

/** The countermeasures planned for a customer (R31), the newest first; none where nothing was. */
export function measuresTables(input: CustomerInput): TableDraft[] {
  const { title, columns: say, states } = words[input.lang]
  const facts = input.dues().facts(input.customer)
  const measures = facts.kept.measures ?? []
  if (measures.length === 0) return []
  const columns: Column[] = [
    { key: 'measure', kind: 'id', label: say.id },
    { key: 'on', kind: 'date', label: say.on },
    { key: 'aim', kind: 'text', label: say.aim },
    { key: 'text', kind: 'text', label: say.text },
    { key: 'owner', kind: 'text', label: say.owner },
    { key: 'dueOn', kind: 'date', label: say.dueOn },
    { key: 'state', kind: 'text', label: say.state, words: states },
  ]
  return [
    draft('measures', title, columns, measures.toReversed(), ({ subject, on, aim, text, owner, dueOn }) => ({
      ...{ measure: subject, on: dateOf(on), aim: aim || null, text: text || null, owner: owner || null },
      dueOn: dateOrNull(dueOn),
      state: facts.closedOn('measure', subject) === null ? 'open' : 'closed',
    })),
  ]
}
