import { draft, type TableDraft } from '../core/report/build.js'
import type { Json } from '../core/report/model.js'
import type { Column } from '../core/report/table.js'
import type { Lifecycle, StageMove } from '../core/value/lifecycle.js'
import { stageNames } from '../core/value/lifecycle-words.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'
import { dateOrNull } from './dates.js'
import type { CustomerInput } from './show-tables.js'

const words = bilingual(
  {
    title: 'Lifecycle stages',
    columns: { on: 'Since', stage: 'Stage', before: 'Was' },
    since: (stage: string, on: string) => `${stage} since ${on}`,
    stage: (text: string) => `Stage: ${text}.`,
    closes: (days: number) =>
      `At risk after more than ${plural(days, 'day')} without an order, when the cycle closes; lapsed after more than twice that.`,
    fallback: (days: number) =>
      `No cycle can be told yet: at risk after more than ${plural(days, 'day')} without an order; lapsed after more than twice that.`,
    ahead: (moves: string) => `Without a further order: ${moves}.`,
    move: (stage: string, on: string) => `${stage} from ${on}`,
    listed: ', ',
    between: ' ',
  },
  {
    title: '客户生命周期',
    columns: { on: '起', stage: '阶段', before: '原阶段' },
    since: (stage, on) => `${stage}（自 ${on} 起）`,
    stage: (text) => `生命周期：${text}。`,
    closes: (days) => `超过${days}天（购买周期到期）没下单为有流失风险，超过其两倍为流失。`,
    fallback: (days) => `还看不出购买周期，超过${days}天没下单为有流失风险，超过其两倍为流失。`,
    ahead: (moves) => `如果不再下单：${moves}。`,
    move: (stage, on) => `${on} 起${stage}`,
    listed: '，',
    between: '',
  },
)

/** The stage of a customer on the as-of day and the day it was entered; without one where it always was so. */
export function stageText({ customer, asOf, lang }: CustomerInput, life: Lifecycle): string {
  const stage = stageNames[lang][life.stageOn(customer, asOf)]
  const last = life.movesUpTo(customer, asOf).at(-1)
  return last ? words[lang].since(stage, dateOf(last.on)) : stage
}

/** The stage, the days it goes by, and when waiting alone would change it. */
export function stageSentence(input: CustomerInput, life: Lifecycle): string {
  const { customer, asOf, lang } = input
  const say = words[lang]
  const closeDays = life.closeDays(customer)
  const ahead = life.movesAhead(customer, asOf).map(({ to, on }) => say.move(stageNames[lang][to], dateOf(on)))
  const waits = closeDays === null ? [] : [life.isFallback(customer) ? say.fallback(closeDays) : say.closes(closeDays)]
  const coming = ahead.length === 0 ? [] : [say.ahead(ahead.join(say.listed))]
  return [say.stage(stageText(input, life)), ...waits, ...coming].join(say.between)
}

/** The same for machines. */
export function stageJson({ customer, asOf }: CustomerInput, life: Lifecycle): Record<string, Json> {
  const moveJson = ({ on, from, to }: StageMove) => ({ on: dateOf(on), from, to })
  return {
    stage: life.stageOn(customer, asOf),
    since: dateOrNull(life.movesUpTo(customer, asOf).at(-1)?.on ?? null),
    closeDays: life.closeDays(customer),
    fallback: life.isFallback(customer),
    ahead: life.movesAhead(customer, asOf).map(moveJson),
  }
}

/** Every stage the customer has entered, the newest first. */
export function stageMovesTable({ customer, asOf, lang }: CustomerInput, life: Lifecycle): TableDraft {
  const { title, columns: label } = words[lang]
  const columns: Column[] = [
    { key: 'on', kind: 'date', label: label.on },
    { key: 'stage', kind: 'text', label: label.stage, words: stageNames[lang] },
    { key: 'before', kind: 'text', label: label.before, words: stageNames[lang] },
  ]
  return draft('stages', title, columns, life.movesUpTo(customer, asOf).toReversed(), ({ on, from, to }) => ({
    on: dateOf(on),
    stage: to,
    before: from,
  }))
}
