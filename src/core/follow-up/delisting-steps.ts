import { bilingual } from '../values/lang.js'
import type { Vocabulary } from './vocabulary.js'

/** Why somebody is delisted (R30): failing credit, misuse of name or brand, attacks or rumours, breach or other grave conduct. */
export type DelistingCause = 'credit' | 'misuse' | 'attack' | 'breach' | 'other'

export const delistingCauses: Vocabulary<DelistingCause> = {
  words: bilingual(
    {
      ...{ credit: 'failing credit', misuse: 'misuse of the name or brand', attack: 'attacks or rumours' },
      ...{ breach: 'breach or other grave conduct', other: 'other' },
    },
    {
      ...{ credit: '信用不良', misuse: '冒用店名或品牌', attack: '攻击、造谣' },
      ...{ breach: '违约或其他严重行为', other: '其他' },
    },
  ),
  also: {
    credit: ['信用'],
    misuse: ['冒用', '冒用店名', '冒用品牌', '滥用名称', '滥用品牌'],
    attack: ['攻击', '造谣', '攻击造谣', '诋毁'],
    breach: ['违约', '严重行为', '违约等严重行为', '其他严重行为'],
  },
}

/** The steps a seller records, in their order. */
export const DELISTING_STEPS = ['propose', 'check', 'decide', 'told', 'objection', 'review'] as const
export type DelistingStep = (typeof DELISTING_STEPS)[number]
