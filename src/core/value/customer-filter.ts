import { FILE_FACTS, fileFactNames, missingFacts } from '../completeness.js'
import { type CustomerDetails, ownFieldName, ownFieldsIn } from '../customer-details.js'
import type { LunarCalendar } from '../follow-up/calendar/yearly.js'
import { leadFields } from '../follow-up/leads/filter-fields.js'
import type { Hands } from '../follow-up/team/hands.js'
import type { DecidedSettings } from '../settings/setting.js'
import type { CustomerFacts, Snapshot } from '../snapshot.js'
import type { Day } from '../values/business-date.js'
import { UserError } from '../values/failure.js'
import {
  type Filter,
  type FilterField,
  type FilterRow,
  type FilterTerm,
  fold,
  matches,
  parseFilter,
} from '../values/filter.js'
import type { Lang } from '../values/lang.js'
import { once } from '../values/once.js'
import { TIERS } from './abc.js'
import { consentField, detailFilterFields, namesOwnField, ownFilterFields } from './detail-filter-fields.js'
import { gradeFields } from './grades/filter-fields.js'
import type { Grades } from './grades/grades.js'
import type { Lifecycle } from './lifecycle.js'
import { stageField } from './lifecycle-words.js'
import { lotOf } from './lot.js'
import type { Vocabulary } from './segments/vocabulary.js'
import { STAGES } from './stages.js'
import type { Standing } from './standing.js'

const LANGS: readonly Lang[] = ['en', 'zh']

/** The customer a field is asked of. */
interface Asked {
  readonly facts: CustomerFacts
  readonly standing: Standing
  readonly customer: number
}

/** A field of the filter and where its value comes from. */
interface CustomerField extends FilterField {
  of(asked: Asked): FilterRow[string]
}

/** Fields that stand in the snapshot itself. */
const knownFields: readonly CustomerField[] = [
  { name: 'country', kind: 'country', words: ['国家', '国家/地区', '地区'], of: ({ facts }) => facts.country },
  { name: 'tag', kind: 'choice', words: ['标签'], of: ({ facts }) => facts.tags },
  { name: 'platform', kind: 'choice', words: ['平台'], of: ({ facts }) => facts.platforms },
  { name: 'name', kind: 'text', words: ['名称', '姓名', '客户名称'], of: ({ facts }) => facts.name },
  { name: 'blocked', kind: 'flag', words: ['停止往来', '摘牌', '已摘牌', '拉黑'], of: ({ facts }) => facts.blocked },
  { ...consentField, of: ({ facts }) => facts.consent ?? 'unknown' },
  { name: 'sample', kind: 'sample', words: ['抽样', '随机'], of: ({ facts }) => lotOf(facts.id) },
]

/** Fields of what a customer bought in the window; amounts are in the ledger's currency. */
const boughtFields = (currency: string | null): readonly CustomerField[] => [
  {
    name: 'last',
    kind: 'date',
    words: ['上次下单', '最近下单', '最后下单'],
    of: ({ standing, customer }) => standing.lastOrderOn(customer),
  },
  {
    name: 'orders',
    kind: 'count',
    words: ['订单数', '单数'],
    of: ({ standing, customer }) => standing.sums.orders[customer]!,
  },
  {
    name: 'net',
    kind: 'money',
    words: ['净销售额', '销售额'],
    ...(currency === null ? {} : { currency }),
    of: ({ standing, customer }) => standing.sums.netMinor[customer]!,
  },
]

/** Tier and segment, the segments being those of the vocabulary. */
const standingFields = ({ segments }: Vocabulary): readonly CustomerField[] => [
  {
    name: 'tier',
    kind: 'choice',
    words: ['类别', '客户类别', '等级', '分级'],
    choices: TIERS.map((value) => ({ value, words: [`${value}类`] })),
    of: ({ standing, customer }) => standing.tier(customer),
  },
  {
    name: 'segment',
    kind: 'choice',
    words: ['分群', '客户分群', '客户群'],
    choices: segments.map(({ key, words }) => ({ value: key, words: LANGS.map((lang) => words[lang]) })),
    of: ({ standing, customer }) => standing.segment(customer),
  },
]

/** What a filter may ask for that takes work of its own; each is made when it is first asked for. */
export interface FilterSources {
  grades(): Grades
  lifecycle(): Lifecycle
  hands(): Hands
  /** Firms, and what else is known of the person, by customer index. */
  companies(): ReadonlyMap<number, string>
  details(): ReadonlyMap<number, CustomerDetails>
  readonly decided: DecidedSettings
  /** Only where the filter asks for birthdays. */
  readonly lunar?: LunarCalendar | undefined
}

/** Fields whose values are read or worked out when a filter asks for them. */
function workedOutFields(text: string, sources: FilterSources, asOf: Day): CustomerField[] {
  const { grades, lifecycle, hands, companies, details } = sources
  const own = namesOwnField(text) ? ownFilterFields(details().values()) : []
  return [
    ...gradeFields.map((field) => ({ ...field, of: ({ customer }: Asked) => field.read(grades(), customer) })),
    {
      name: 'owner',
      kind: 'text',
      words: ['负责人', '业务员', '跟进人'],
      of: ({ customer }) => {
        const people = hands().peopleOf(customer)
        return people.length > 0 ? people : ['']
      },
    },
    { name: 'company', kind: 'text', words: ['公司', '单位'], of: ({ customer }) => companies().get(customer) },
    ...[...detailFilterFields, ...own].map((field) => ({
      ...field,
      of: ({ customer }: Asked) => field.read(details().get(customer) ?? {}, asOf, sources.lunar),
    })),
    ...leadFields.map((field) => ({
      ...field,
      of: ({ facts, customer }: Asked) => {
        const lead = lifecycle().leads.get(customer)
        return lead && field.read(lead, facts, asOf)
      },
    })),
    {
      name: 'missing',
      kind: 'choice',
      words: ['缺少', '档案缺少'],
      choices: FILE_FACTS.map((value) => ({ value, words: [fileFactNames.en[value], fileFactNames.zh[value]] })),
      // Asked for by its name a fact is missing wherever it is not known, also where no file has to hold it.
      of: ({ facts, customer }) =>
        facts.blocked ? null : missingFacts(FILE_FACTS, facts, details().get(customer) ?? {}),
    },
    { ...stageField, of: ({ customer }) => STAGES[lifecycle().stagesOn(asOf)[customer]!]! },
  ]
}

/** Every field a filter may name; those of the seller's own only where it names one. */
function customerFields(text: string, snapshot: Snapshot, standing: Standing, sources: FilterSources): CustomerField[] {
  return [
    ...standingFields(standing.vocabulary),
    ...knownFields,
    ...boughtFields(snapshot.currency),
    ...workedOutFields(text, sources, standing.sums.window.to),
  ]
}

/** Owners a filter names, in whose hands nobody is, beside all in whose hands somebody is. */
interface UnknownOwners {
  readonly named: readonly string[]
  readonly known: readonly string[]
}

/** A set of customers chosen by a filter, and the filter as typed. */
export interface CustomerFilter {
  readonly text: string
  /** Tags it names that no customer has, as they are compared. */
  readonly unknownTags: readonly string[]
  /** Null where it names none such. */
  readonly unknownOwners?: UnknownOwners | null
  includes(customer: number): boolean
  /** Each condition as typed and how many customers it keeps without the others. */
  alone?(): readonly { readonly text: string; readonly customers: number }[]
}

/**
 * Reads a filter such as `tier:A,B country:US last>90d` against a standing, the grades and the stages; ages count back from its as-of
 * day. Throws 'filter.field', 'filter.value', … ('filter.' + what was expected) with the place and near words.
 */
export function customerFilter(
  text: string,
  snapshot: Snapshot,
  standing: Standing,
  sources: FilterSources,
): CustomerFilter {
  const asOf = standing.sums.window.to
  const fields = customerFields(text, snapshot, standing, sources)
  const parsed = parseFilter(text, fields, asOf)
  if ('expected' in parsed) {
    const { expected, at, length, near, allowed = [] } = parsed
    const meant = expected === 'field' ? ownFieldMeant(text.slice(at, at + length), sources) : []
    const words = { near: [...meant, ...near].map(asTyped).join(', '), allowed: allowed.join(', ') }
    throw new UserError('usage', `filter.${expected}`, { filter: text, at, length, ...words })
  }
  const ast = byWholeOwners(parsed.ast, sources)
  const used = fields.filter(({ name }) => ast.terms.some(({ field }) => field === name))
  const rowOf = (customer: number): FilterRow => {
    const asked = { facts: snapshot.customers[customer]!, standing, customer }
    return Object.fromEntries(used.map((field) => [field.name, field.of(asked)]))
  }
  return {
    text,
    unknownTags: unknownTags(parsed.ast, snapshot),
    unknownOwners: unknownOwners(text, parsed.ast, sources),
    includes: (customer) => matches(ast, rowOf(customer)),
    alone: () => {
      const typed = text.match(/(?:["“”][^"“”]*["“”]|\S)+/g) ?? []
      return ast.terms.map((term, at) => ({
        text: typed[at] ?? '',
        customers: snapshot.customers.filter((_, customer) => matches({ terms: [term] }, rowOf(customer))).length,
      }))
    },
  }
}

/** Fields of the seller's own that a word names without saying so: `dog` means `field.Dog`. */
function ownFieldMeant(word: string, { details }: FilterSources): readonly string[] {
  return ownFieldsIn(details().values()).filter((field) => fold(ownFieldName(field)) === fold(word))
}

/** A field of the seller's own whose name has blanks stands in quotes: `field."Wechat group"`. */
function asTyped(word: string): string {
  return word.replace(/^(field|字段)\.(.* .*)$/, '$1."$2"')
}

function unknownOwners(text: string, { terms }: Filter, { hands }: FilterSources): UnknownOwners | null {
  const asked = terms.filter((term) => term.field === 'owner')
  if (asked.length === 0) return null
  const known = hands().people()
  const isNobody = (word: string) => NOBODY.has(word) && !known.some((one) => fold(one).includes(word))
  const isOneOf = (word: string, test: 'is' | 'contains') =>
    known.some((one) => (test === 'is' ? fold(one) === word : fold(one).includes(word)))
  const named = asked.flatMap((term) =>
    'words' in term ? term.words.filter((word) => !isOneOf(word, term.test) && !isNobody(word)) : [],
  )
  const written = (word: string) => text.split(/[\s:：=,，"“”]+/).find((one) => fold(one) === word) ?? word
  return named.length > 0 ? { named: named.map(written), known } : null
}

/** Words for nobody, where no person is called so. */
const NOBODY = new Set(['none', '-', '无', '没有'])

/** `owner:Li` means Li where there is one, and not Lin too: part of a name stands for all who bear it; `owner:none` for nobody. */
function byWholeOwners(filter: Filter, { hands }: FilterSources): Filter {
  const persons = once(() => hands().people().map(fold))
  const meant = (word: string, test: 'is' | 'contains') => {
    if (persons().includes(word)) return [word]
    const bearing = test === 'is' ? [] : persons().filter((person) => person.includes(word))
    if (bearing.length > 0) return bearing
    return [NOBODY.has(word) ? '' : word]
  }
  const terms = filter.terms.map(
    (term): FilterTerm =>
      term.field === 'owner' && 'words' in term
        ? { ...term, test: 'is', words: term.words.flatMap((word) => meant(word, term.test)) }
        : term,
  )
  return { terms }
}

function unknownTags({ terms }: Filter, { customers }: Snapshot): string[] {
  const named = terms.flatMap((term) => (term.field === 'tag' && 'words' in term ? term.words : []))
  if (named.length === 0) return []
  const known = new Set(customers.flatMap(({ tags }) => tags.map(fold)))
  return named.filter((tag) => !known.has(tag))
}
