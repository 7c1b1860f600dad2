import type { FilterField, FilterRow } from '../../values/filter-field.js'
import { LANGS } from '../../values/lang.js'
import { TIERS } from '../abc.js'
import type { Grades } from './grades.js'
import { BUYER_TYPES, CLASSES, COLOURS, gradeWords, LEVELS, POTENTIALS } from './words.js'

/** A field of the filter that asks for a grade. */
export interface GradeField extends FilterField {
  read(grades: Grades, customer: number): FilterRow[string]
}

function choices(values: readonly string[], of: 'classes' | 'levels' | 'buyerTypes' | 'potentials') {
  const names = LANGS.map((lang): Readonly<Record<string, string>> => gradeWords[lang][of])
  return values.map((value) => ({ value, words: names.map((words) => words[value]!) }))
}

const { zh } = gradeWords

/** The fields by which customers are chosen by their grades (R11–R13, R28). */
export const gradeFields: readonly GradeField[] = [
  {
    name: 'class',
    kind: 'choice',
    words: ['客户等级', '客户级别'],
    choices: choices(CLASSES, 'classes'),
    read: (grades, customer) => grades.classOf(customer),
  },
  {
    // Not `level`, which is that of leads.
    name: 'service',
    kind: 'choice',
    words: ['服务级别'],
    choices: choices(LEVELS, 'levels'),
    read: (grades, customer) => grades.level(customer).level,
  },
  {
    name: 'handtier',
    kind: 'choice',
    words: ['人工类别', '人工指定'],
    choices: TIERS.filter((tier) => tier !== 'U').map((value) => ({ value, words: [`${value}类`] })),
    read: (grades, customer) => grades.handTier(customer),
  },
  {
    name: 'vip',
    kind: 'flag',
    words: ['vip客户'],
    read: (grades, customer) => grades.vip(customer).granted !== null,
  },
  {
    name: 'candidate',
    kind: 'flag',
    words: ['候选', 'vip候选'],
    read: (grades, customer) => grades.vip(customer).isCandidate,
  },
  {
    name: 'credit',
    kind: 'choice',
    words: ['信用', '信用名单'],
    choices: COLOURS.map((value) => ({ value, words: creditWords(value) })),
    read: (grades, customer) => {
      const { isListed, colour } = grades.credit(customer)
      return isListed ? colour : null
    },
  },
  {
    name: 'type',
    kind: 'choice',
    words: ['买家类型'],
    choices: choices(BUYER_TYPES, 'buyerTypes'),
    read: (grades, customer) => grades.buyerType(customer),
  },
  {
    name: 'potential',
    kind: 'choice',
    words: ['潜力'],
    choices: choices(POTENTIALS, 'potentials'),
    read: (grades, customer) => POTENTIALS.filter((potential) => grades.hasPotential(customer, potential)),
  },
  {
    name: 'loyal',
    kind: 'flag',
    words: ['忠实', '忠实客户'],
    read: (grades, customer) => grades.loyalty(customer).isLoyal,
  },
]

/** `green`, `绿名单`, `绿`. */
function creditWords(colour: (typeof COLOURS)[number]): string[] {
  const [list] = zh.colours[colour].split('（')
  return [zh.colours[colour], list!, list!.replace('名单', '')]
}
