import { festivals } from '../follow-up/calendar/festivals.js'
import { type OwnFestivalFault, readOwnFestivals } from '../follow-up/calendar/own-festivals.js'
import { OCCASIONS, occasionNamed, occasionNames, type Treatment, treatmentNamed } from '../follow-up/care/occasions.js'
import { UserError } from '../values/failure.js'
import { bilingual, LANGS } from '../values/lang.js'
import { nearest } from '../values/nearest.js'
import { amountOr } from './kinds.js'
import type { UsualSetting } from './setting.js'

/** What a service level gets, by occasion; what is not named gets nothing. */
export type LevelPlan = ReadonlyMap<string, Treatment>

const NONE = ['none', 'no', 'off', '无', '不做', '不安排']
const ALL = ['all', '全部', '所有']

/** The parts of a list as typed. */
function partsOf(typed: string): string[] {
  return typed
    .split(/[,，;；、]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Names near an occasion that is none, in any language. */
function nearOccasions(typed: string, among: readonly string[] = OCCASIONS): string {
  return nearest(
    typed,
    among.flatMap((key) => [key, ...LANGS.map((lang) => occasionNames[lang][key]!)]),
  ).join(', ')
}

/** One entry of a plan, `mid-autumn=gift`; UserError `care.bad-occasion`, `care.bad-treatment`. */
function readEntry(entry: string): readonly [occasion: string, Treatment] | UserError {
  const [name = '', done = ''] = entry.split(/[=＝:：]/, 2).map((part) => part.trim())
  const occasion = occasionNamed(name)
  if (occasion === null) {
    const allowed = OCCASIONS.join(', ')
    return new UserError('usage', 'care.bad-occasion', { value: name, near: nearOccasions(name), allowed })
  }
  const treatment = treatmentNamed(done)
  return treatment === null
    ? new UserError('usage', 'care.bad-treatment', { value: entry, occasion })
    : [occasion, treatment]
}

function planSetting(level: 'A' | 'B' | 'C', usual: string): UsualSetting<LevelPlan> {
  const read = (typed: string) => (NONE.includes(typed.toLowerCase()) ? [] : partsOf(typed).map(readEntry))
  const isEntry = (entry: ReturnType<typeof readEntry>): entry is readonly [string, Treatment] => Array.isArray(entry)
  return {
    ...{ name: `care.${level.toLowerCase()}`, usual },
    words: bilingual(
      {
        meaning: `care planned for service level ${level}: each occasion with gift, greeting or none`,
        takes: `occasions such as birthday=gift,festivals=greeting,mid-autumn=gift, or none; a festival named by itself comes before festivals`,
      },
      {
        meaning: `服务级别${level}的关怀计划：各个日子送礼（gift）、问候（greeting）还是不安排（none）`,
        takes: '如 生日=送礼,节日=问候,中秋节=送礼；也可以写 none（都不安排）。单独写的节日优先于“节日”',
      },
    ),
    choices: () => [usual, 'none'],
    read(typed) {
      const entries = read(typed)
      if (!entries.every(isEntry)) return null
      const kept = [...new Map(entries)].map((entry) => entry.join('='))
      return kept.length > 0 ? kept.join(',') : NONE.includes(typed.toLowerCase()) ? 'none' : null
    },
    value: (kept) => new Map(read(kept).filter(isEntry)),
    faults: (typed) => read(typed).filter((entry) => entry instanceof UserError),
  }
}

/** R21: service level A gets gifts on its own days and the chief festivals, and a greeting on the others. */
export const carePlanA = planSetting(
  'A',
  'birthday=gift,anniversary=gift,festivals=greeting,own-days=greeting,spring-festival=gift,mid-autumn=gift,christmas=gift',
)
/** R21: a small gift on the birthday, else greetings. */
export const carePlanB = planSetting('B', 'birthday=gift,anniversary=greeting,festivals=greeting,own-days=greeting')
/** R21: greetings on own days alone: level C is too many for festivals. */
export const carePlanC = planSetting('C', 'birthday=greeting,anniversary=greeting')

/** R21: which of the built-in festivals are greeted at all, by their keys. */
export const careFestivals: UsualSetting<readonly string[]> = {
  ...{ name: 'care.festivals', usual: 'all' },
  words: bilingual(
    {
      meaning: 'festivals customers are greeted on, each in the countries that keep it',
      takes: 'names of festivals such as spring-festival,mid-autumn,christmas, or all or none',
    },
    {
      meaning: '问候哪些节日，各按客户所在国家',
      takes: '节日名称，如 春节,中秋节,圣诞节；也可以写 all（全部）或 none（无）',
    },
  ),
  choices: () => ['all', 'none', ...FESTIVALS],
  read(typed) {
    const word = typed.trim().toLowerCase()
    if (ALL.includes(word)) return 'all'
    if (NONE.includes(word)) return 'none'
    const keys = partsOf(typed).map(festivalNamed)
    return keys.length === 0 || keys.includes(null) ? null : FESTIVALS.filter((key) => keys.includes(key)).join(',')
  },
  value: (kept) => (kept === 'all' ? FESTIVALS : FESTIVALS.filter((key) => kept.split(',').includes(key))),
  faults: (typed) =>
    partsOf(typed)
      .filter((part) => festivalNamed(part) === null)
      .map((value) => {
        const near = nearOccasions(value, FESTIVALS)
        return new UserError('usage', 'care.bad-festival', { value, near, allowed: FESTIVALS.join(', ') })
      }),
}

const FESTIVALS = festivals.map(({ key }) => key)

function festivalNamed(typed: string): string | null {
  const key = occasionNamed(typed)
  return key !== null && FESTIVALS.includes(key) ? key : null
}

/** R21: the seller's own days of greeting, the shop's member day among them. */
export const careOwnDays: UsualSetting<string> = {
  ...{ name: 'care.own-days', usual: 'none' },
  words: bilingual(
    {
      meaning: 'days of your own on which customers are greeted, such as the shop’s member day',
      takes:
        'names with a day: Anniversary sale=06-18, Fair=2027-03-05, Member day=28 (of each month), Moon sale=lunar 08-10; or none',
    },
    {
      meaning: '自定的问候日子，如店庆、会员日',
      takes: '名称和日子，如 店庆=06-18,展会=2027-03-05,会员日=每月28日,腊八=农历12-08；也可以写 none（无）',
    },
  ),
  choices: () => ['none', 'Member day=28'],
  read: (typed) => {
    if (NONE.includes(typed.trim().toLowerCase())) return 'none'
    const { festivals: own, faults } = readOwnFestivals(typed)
    return own.length > 0 && faults.length === 0 ? partsOf(typed).join(',') : null
  },
  value: (kept) => (kept === 'none' ? '' : kept),
  faults: (typed) => readOwnFestivals(typed).faults.map(({ entry, fault }) => dayFaults[fault](entry)),
}

/** What is said of an entry that is no day of greeting. */
const dayFaults: Readonly<Record<OwnFestivalFault, (entry: string) => UserError>> = {
  'not-a-day': (entry) => new UserError('usage', 'care.not-a-day', { entry }),
  'no-name': (entry) => new UserError('usage', 'care.no-name', { entry }),
  'never-greeted': (entry) => new UserError('usage', 'care.never-greeted', { entry }),
}

/** R21: limits of one gift; `auto` by the base currency. */
export const careGiftA = amountOr('care.gift-a', 'auto', ['auto', 'none'], {
  en: 'limit of one gift for service level A, in the base currency (auto: by the currency)',
  zh: '服务级别A每份礼品的限额，按本位币（auto 表示按币种取默认值）',
})
export const careGift = amountOr('care.gift', 'auto', ['auto', 'none'], {
  en: 'limit of one gift for service levels B and C, in the base currency (auto: by the currency)',
  zh: '服务级别B、C每份礼品的限额，按本位币（auto 表示按币种取默认值）',
})

/** R21: the yearly treat of level A has a budget of its own. */
export const careTreat = amountOr('care.treat', 'none', ['none'], {
  en: 'budget of the yearly treat of a customer of service level A, in the base currency',
  zh: '服务级别A客户每年一次答谢的预算，按本位币',
})

/** R21: what all care of a calendar year may cost. */
export const careBudget = amountOr('care.budget', 'none', ['none'], {
  en: 'budget of all gifts and treats of a calendar year, in the base currency',
  zh: '全年礼品和答谢的总预算，按本位币',
})
