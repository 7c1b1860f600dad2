import type { FilterField } from '../values/filter-field.js'
import { bilingual, LANGS } from '../values/lang.js'
import { STAGES, type Stage } from './stages.js'

/** Names of the lifecycle stages (R9), by code. */
export const stageNames = bilingual<Record<Stage, string>>(
  { potential: 'potential', intent: 'intent', new: 'new', active: 'active', 'at-risk': 'at risk', lapsed: 'lapsed' },
  {
    potential: '潜在客户',
    intent: '意向客户',
    new: '初次购买',
    active: '活跃客户',
    'at-risk': '有流失风险',
    lapsed: '流失',
  },
)

const otherWords: Readonly<Record<Stage, readonly string[]>> = {
  potential: ['潜在'],
  intent: ['lead', '意向'],
  new: ['新客户'],
  active: ['活跃'],
  'at-risk': ['risk', '流失风险'],
  lapsed: ['churned', '已流失'],
}

/** The field by which customers are chosen by their stage. */
export const stageField = {
  name: 'stage',
  kind: 'choice',
  words: ['阶段', '客户阶段', '生命周期'],
  choices: STAGES.map((value) => ({
    value,
    words: [...LANGS.map((lang) => stageNames[lang][value]), ...otherWords[value]],
  })),
} as const satisfies FilterField
