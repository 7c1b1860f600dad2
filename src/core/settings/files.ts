import { FILE_FACTS, type FileFact, fileFactNamed } from '../completeness.js'
import type { Tier } from '../value/abc.js'
import { bilingual } from '../values/lang.js'
import type { DecidedSettings, UsualSetting } from './setting.js'
import { settingOf } from './setting.js'

const NONE = ['off', 'none', 'no', '关', '关闭', '无', '不设', '不要求']

/** What was typed as facts, each once; null where a word is none. */
function factsIn(typed: string): readonly FileFact[] | null {
  const facts = typed
    .split(/[,，;；、]/)
    .filter((word) => word.trim() !== '')
    .map(fileFactNamed)
  return facts.length === 0 || facts.includes(null) ? null : [...new Set(facts as readonly FileFact[])]
}

function fileSetting(tier: 'A' | 'B' | 'C', usual: string): UsualSetting<readonly FileFact[]> {
  return {
    ...{ name: `file.${tier.toLowerCase()}`, usual },
    words: bilingual(
      {
        meaning: `what the file of a customer of tier ${tier} should hold, the most wanted first${tier === 'C' ? '; of tier U too' : ''}`,
        takes: `some of ${FILE_FACTS.join(', ')}, or off`,
      },
      {
        meaning: `${tier}类客户的档案应有哪些内容，最想要的写在前面${tier === 'C' ? '；无有效成交的客户也按此' : ''}`,
        takes: `其中几项：${FILE_FACTS.join('、')}（也可以写中文，如 电话,生日）；也可以写 off（不要求）`,
      },
    ),
    choices: () => [usual, 'off'],
    read: (typed) => (NONE.includes(typed.trim().toLowerCase()) ? 'off' : (factsIn(typed)?.join(',') ?? null)),
    value: (kept) => (kept === 'off' ? [] : (factsIn(kept) ?? [])),
  }
}

/** R8, R24: what a file should hold, by tier; what is missing of A is asked for on the due list. */
export const fileFacts = {
  A: fileSetting('A', 'phone,birthday,interests'),
  B: fileSetting('B', 'reach,birthday'),
  C: fileSetting('C', 'reach'),
} as const

/** What the files of a tier should hold; those without revenue count as C. */
export function requiredFacts(decided: DecidedSettings, tier: Tier): readonly FileFact[] {
  return settingOf(decided, fileFacts[tier === 'U' ? 'C' : tier])
}
