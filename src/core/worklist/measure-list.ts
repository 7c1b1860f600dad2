import type { MeasureGround } from '../follow-up/measures/measure.js'
import { bilingual } from '../values/lang.js'
import { plural } from '../values/plural.js'
import { day, word } from './filled.js'
import type { RowKey } from './key.js'
import { type ListColumn, labelsOf, type Worklist } from './list.js'
import type { EventDraft } from './records.js'

const aim: ListColumn = {
  name: 'aim',
  kind: 'text',
  words: bilingual(
    { label: 'Aim', hint: 'What is to come of it: keep the customer, settle the complaint, twice the orders.' },
    { label: '目标', hint: '想达到什么：留住客户、解决投诉、订单翻倍等。' },
  ),
  also: ['goal', 'target', 'objective', '目的', '期望结果'],
}

const measure: ListColumn = {
  name: 'measure',
  kind: 'text',
  words: bilingual({ label: 'Countermeasure', hint: 'What will be done.' }, { label: '对策', hint: '打算怎么做。' }),
  also: ['measure', 'measures', 'countermeasures', 'action', 'what to do', '措施', '应对措施', '解决办法', '行动'],
}

const owner: ListColumn = {
  name: 'owner',
  kind: 'text',
  words: bilingual(
    { label: 'Owner', hint: 'Who does it; left blank, whoever looks after the customer.' },
    { label: '负责人', hint: '由谁去做；不填就是客户现在的负责人。' },
  ),
  also: ['who', 'responsible', 'by whom', '责任人', '执行人', '跟进人'],
}

const byWhen: ListColumn = {
  name: 'dueOn',
  kind: 'date',
  words: bilingual(
    { label: 'By when', hint: 'The day on which it is due in crm due; left blank, two weeks from now.' },
    { label: '完成期限', hint: '到这一天会在 crm due 里提醒；不填就是两周后。' },
  ),
  also: ['deadline', 'due date', 'until', 'by', '期限', '截止日期', '完成日期', '完成时间'],
}

/**
 * The lists of key and problem customers (R31). A filled row is a countermeasure, which falls due by its day; the key's item says which list
 * it stood in.
 */
export const measureList: Worklist = {
  name: 'measure',
  command: 'crm report problem -o problem.xlsx',
  columns: [aim, measure, owner, byWhen],
  telltales: [measure].map(labelsOf),
  counted: bilingual(
    (rows: number) => plural(rows, 'countermeasure'),
    (rows) => `对策 ${rows} 条`,
  ),
  records({ filled, key, today, earlier }) {
    const text = word(filled, 'measure')
    if (text === '') return { refused: { code: 'list.no-measure', params: {}, column: 'measure' } }
    const opened = earlier?.opened ?? null
    const said: Omit<EventDraft, 'what' | 'subject'> = {
      ...{ kind: 'measure', on: today, dueOn: day(filled, 'dueOn'), value: null, text },
      details: { ground: key.items[0] ?? '', aim: word(filled, 'aim'), owner: word(filled, 'owner') },
    }
    const plan = { ...said, what: 'plan', subject: '', numbered: 'M' }
    return { contacts: [], events: [opened === null ? plan : { ...said, what: 'complete', subject: opened }] }
  },
}

/** The key of a row of the lists of key or problem customers. */
export function measureKey({
  ground,
  ...key
}: Omit<RowKey, 'list' | 'items'> & { readonly ground: MeasureGround }): RowKey {
  return { ...key, list: measureList.name, items: [ground] }
}
