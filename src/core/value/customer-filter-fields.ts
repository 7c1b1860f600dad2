import { FILE_FACTS, fileFactNames, missingFacts } from '../completeness.js'
import type { CustomerDetails } from '../customer-details.js'
import type { LunarCalendar } from '../follow-up/calendar/yearly.js'
import { leadFields } from '../follow-up/leads/filter-fields.js'
import type { Hands } from '../follow-up/team/hands.js'
import type { DecidedSettings } from '../settings/setting.js'
import type { CustomerFacts } from '../snapshot.js'
import type { FilterField, FilterRow } from '../values/filter.js'
import { LANGS } from '../values/lang.js'
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

/** The customer a field is asked of. */
interface Asked {
  readonly facts: CustomerFacts
  readonly standing: Standing
  readonly customer: number
  readonly sources: FilterSources
}

/** A field of the filter and where its value comes from. */
export interface CustomerField extends FilterField {
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
const workedOutFields: readonly CustomerField[] = [
  ...gradeFields.map((field) => ({
    ...field,
    of: ({ customer, sources }: Asked) => field.read(sources.grades(), customer),
  })),
  {
    name: 'owner',
    kind: 'text',
    words: ['负责人', '业务员', '跟进人'],
    of: ({ customer, sources }) => {
      const people = sources.hands().peopleOf(customer)
      return people.length > 0 ? people : ['']
    },
  },
  {
    name: 'company',
    kind: 'text',
    words: ['公司', '单位'],
    of: ({ customer, sources }) => sources.companies().get(customer),
  },
  ...detailFilterFields.map(ofDetails),
  ...leadFields.map((field) => ({
    ...field,
    of: ({ facts, customer, standing, sources }: Asked) => {
      const lead = sources.lifecycle().leads.get(customer)
      return lead && field.read(lead, facts, standing.sums.window.to)
    },
  })),
  {
    name: 'missing',
    kind: 'choice',
    words: ['缺少', '档案缺少'],
    choices: FILE_FACTS.map((value) => ({ value, words: LANGS.map((lang) => fileFactNames[lang][value]) })),
    // Asked for by its name a fact is missing wherever it is not known, also where no file has to hold it.
    of: ({ facts, customer, sources }) =>
      facts.blocked ? null : missingFacts(FILE_FACTS, facts, sources.details().get(customer) ?? {}),
  },
  {
    ...stageField,
    of: ({ customer, standing, sources }) => STAGES[sources.lifecycle().stagesOn(standing.sums.window.to)[customer]!]!,
  },
]

/** A field of what is known of the customer besides. */
function ofDetails(field: (typeof detailFilterFields)[number]): CustomerField {
  return {
    ...field,
    of: ({ customer, standing, sources }) =>
      field.read(sources.details().get(customer) ?? {}, standing.sums.window.to, sources.lunar),
  }
}

/** Every field a filter may name but the seller's own, with segments of the vocabulary and amounts in the currency. */
export function filterFields(vocabulary: Vocabulary, currency: string | null): readonly CustomerField[] {
  return [...standingFields(vocabulary), ...knownFields, ...boughtFields(currency), ...workedOutFields]
}

/** Whether a field of the filter goes by amounts in the base currency, which take a rate. */
export function goesByMoney(field: string): boolean {
  return MONEY_FIELDS.has(field)
}

const MONEY_FIELDS: ReadonlySet<string> = new Set([
  ...['net', 'tier', 'segment', stageField.name],
  ...[...gradeFields, ...leadFields].map(({ name }) => name),
])

/** The seller's own fields, where the filter's text names one. */
export function ownFields(text: string, { details }: FilterSources): readonly CustomerField[] {
  return namesOwnField(text) ? ownFilterFields(details().values()).map(ofDetails) : []
}
