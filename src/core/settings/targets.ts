import { fold } from '../values/filter.js'
import { type Meaning, meant } from './meaning.js'
import type { UsualSetting } from './setting.js'

/** A target of each person: the same for all, and what single ones have in its place; null where there is none. */
export interface PersonTargets {
  readonly usual: number | null
  /** By folded name. */
  readonly own: ReadonlyMap<string, number | null>
}

const OFF: readonly string[] = ['off', 'none', '关', '关闭', '无', '不设']

/** `30`, or `30,Li=45`: a number for everybody, and other ones for single people. */
function targetSetting(name: string, usual: string, meaning: Meaning): UsualSetting<PersonTargets> {
  const example = usual === 'off' ? '20000,Li=30000' : `${usual},Li=${Number(usual) * 2}`
  return {
    ...{ name, usual },
    words: meant(
      meaning,
      `a number for everybody and others by name, such as ${example}, or off`,
      `每人的数字，个别人另写，如 ${example}；也可以写 off（不设）`,
    ),
    choices: () => [usual, example],
    read: (typed) =>
      partsOf(typed)
        ?.map(([who, target]) => (who === '' ? target : `${who}=${target}`))
        .join(',') ?? null,
    value(kept) {
      const parts = partsOf(kept) ?? []
      const [, everybody = usual] = parts.find(([who]) => who === '') ?? []
      const own = parts.filter(([who]) => who !== '').map(([who, target]) => [fold(who), numberOf(target)] as const)
      return { usual: numberOf(everybody), own: new Map(own) }
    },
  }
}

const numberOf = (target: string): number | null => (target === 'off' ? null : Number(target))

/** Name ('' for everybody) and target, each name once; null where it cannot be read. */
function partsOf(typed: string): readonly (readonly [who: string, target: string])[] | null {
  const parts = typed.split(/[,，;；、]/).map((part): readonly [string, string] | null => {
    const [, who = '', said = ''] = /^\s*(?:([^=＝]+?)\s*[=＝])?\s*([^=＝]+?)\s*$/.exec(part) ?? []
    if (OFF.includes(said.toLowerCase())) return [who, 'off']
    return /^\d{1,9}(\.\d{1,2})?$/.test(said) ? [who, String(Number(said))] : null
  })
  const known = parts.filter((part) => part !== null)
  const names = new Set(known.map(([who]) => fold(who)))
  return known.length === parts.length && names.size === parts.length ? known : null
}

/** R32: proven contacts a day. */
export const contactsTarget = targetSetting('target.contacts', '1', {
  en: 'contacts each person should make a day',
  zh: '每人每天的跟进目标（条）',
})

/** R32: visits a month. */
export const visitsTarget = targetSetting('target.visits', '30', {
  en: 'visits each person should make a month',
  zh: '每人每月的拜访目标（次）',
})

/** R32: net sales a month, in the base currency. */
export const salesTarget = targetSetting('target.sales', 'off', {
  en: "net sales of each person's customers a month, in the base currency",
  zh: '每人名下客户每月的净销售额目标（本位币）',
})
