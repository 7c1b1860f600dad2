import type { Festival } from '../core/follow-up/calendar/festivals.js'
import type { CareCalendar } from '../core/follow-up/care/care-calendar.js'
import { occasionNames, type Treatment, treatmentNames } from '../core/follow-up/care/occasions.js'
import {
  draft,
  finishTable,
  type ReportDefinition,
  type ReportInput,
  reportHead,
  type TableDraft,
} from '../core/report/build.js'
import { currencyOf } from '../core/report/columns.js'
import type { Fact, Report } from '../core/report/model.js'
import type { Column } from '../core/report/table.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { countryNamesIn } from '../core/values/country.js'
import { bilingual, type Lang } from '../core/values/lang.js'

export interface CarePlanInput extends ReportInput {
  readonly care: CareCalendar
}

const words = bilingual(
  {
    title: 'Care plan',
    purpose:
      'The care plan in force: which service level is remembered on which occasion, by a gift or a greeting, and what that may cost.',
    table: 'Occasions',
    columns: {
      occasion: 'Occasion',
      nextOn: 'Next',
      a: 'Level A',
      b: 'Level B',
      c: 'Level C',
      countries: 'Where',
    },
    codes: 'Country codes',
    everywhere: 'everywhere',
    many: (count: number) => `${count} countries`,
    listed: ', ',
    giftA: 'One gift, service level A',
    gift: 'One gift, service levels B and C',
    treat: 'Yearly treat, service level A',
    budget: 'Budget of a year',
    shop: 'Country of the shop',
    notKnown: 'not known',
    notSet: 'not set',
    change: 'To change what a level gets: crm config set care.b birthday=gift,festivals=greeting,mid-autumn=gift',
    amounts:
      'Limits and budgets: crm config set care.gift-a 500; care.gift for levels B and C, care.treat for the yearly treat, care.budget for the year.',
    days: 'Festivals switched on: crm config set care.festivals all; days of your own: crm config set care.own-days "Member day=28"',
    ahead:
      'How many days ahead they are due: crm config set due.festival 3, likewise due.birthday and due.anniversary; off switches one off.',
  },
  {
    title: '关怀计划',
    purpose: '现行的关怀计划：哪个服务级别在哪些日子送礼或问候，各花多少。',
    table: '关怀日子',
    columns: { occasion: '日子', nextOn: '下一次', a: 'A级', b: 'B级', c: 'C级', countries: '适用国家' },
    codes: '国家代码',
    everywhere: '各地',
    many: (count) => `${count}个国家和地区`,
    listed: '、',
    giftA: '每份礼品，服务级别A',
    gift: '每份礼品，服务级别B、C',
    treat: '年度答谢，服务级别A',
    budget: '全年预算',
    shop: '店铺所在国家',
    notKnown: '不详',
    notSet: '没有设定',
    change: '改某一级别的安排：crm config set care.b 生日=送礼,节日=问候,中秋节=送礼',
    amounts:
      '限额和预算：crm config set care.gift-a 500；B、C级用 care.gift，年度答谢用 care.treat，全年预算用 care.budget。',
    days: '问候哪些节日：crm config set care.festivals all；自定日子：crm config set care.own-days "会员日=每月28日"',
    ahead:
      '提前几天提醒：crm config set due.festival 3，生日和纪念日用 due.birthday、due.anniversary；写 off 就不提醒。',
  },
)

/** A line of the plan. */
interface PlanLine {
  readonly name: string
  readonly on: Day | null
  readonly occasion: 'birthday' | 'anniversary' | Festival
  readonly countries: readonly string[] | null
}

/** R21: the plan as the settings have it. */
export const carePlanReport: ReportDefinition<CarePlanInput> = {
  name: 'care-plan',
  words,
  build(input) {
    const { care, lang } = input
    const say = words[lang]
    const lines = planLines(input)
    const levels = {
      A: levelSummary(care, lines, 'A'),
      B: levelSummary(care, lines, 'B'),
      C: levelSummary(care, lines, 'C'),
    }
    const limits = { giftAMinor: care.plan.giftMinor('A'), giftMinor: care.plan.giftMinor('B') }
    const report: Report = {
      ...reportHead(carePlanReport, input, null),
      params: {},
      summary: {
        ...{ levels, ...limits, treatMinor: care.plan.treatMinor, budgetMinor: care.plan.yearMinor },
        shopCountry: care.shopCountry,
      },
      facts: planFacts(input),
      tables: [finishTable(planTable(input, lines), input.shape)],
      notes: [say.change, say.amounts, say.days, say.ahead],
    }
    return report
  },
}

/** The customer's own days, then the festivals that are switched on, each once, with their next day in the shop's country. */
function planLines({ care, lang, asOf }: CarePlanInput): PlanLine[] {
  const next = (festival: Festival) => care.nextFestival(festival, asOf)
  const byDay = (one: PlanLine, other: PlanLine) => (one.on ?? FAR) - (other.on ?? FAR)
  const festivals = care.plan.festivals
    .map((festival): PlanLine => {
      const { words: names, countries } = festival
      return { name: names[lang], on: next(festival), occasion: festival, countries }
    })
    .sort(byDay)
  // A day of every month is told once, by the next one.
  const each = [...new Map(festivals.toReversed().map((line) => [line.name, line])).values()].sort(byDay)
  const own = (['birthday', 'anniversary'] as const).map((occasion): PlanLine => {
    return { name: occasionNames[lang][occasion]!, on: null, occasion, countries: null }
  })
  return [...own, ...each]
}

/** After every day there is. */
const FAR = Number.MAX_SAFE_INTEGER

function planTable({ care: { plan }, lang }: CarePlanInput, lines: readonly PlanLine[]): TableDraft {
  const say = words[lang]
  const level = (key: 'a' | 'b' | 'c'): Column => ({
    key,
    kind: 'text',
    label: say.columns[key],
    words: treatmentNames[lang],
  })
  const named = Object.fromEntries(lines.map((line) => [codeOf(line), line.name]))
  const columns: Column[] = [
    { key: 'occasion', kind: 'text', label: say.columns.occasion, words: named },
    { key: 'nextOn', kind: 'date', label: say.columns.nextOn },
    ...(['a', 'b', 'c'] as const).map(level),
    { key: 'countries', kind: 'text', label: say.columns.countries },
    { key: 'codes', kind: 'text', label: say.codes, wide: true },
  ]
  return draft('plan', say.table, columns, lines, (line) => ({
    ...{ occasion: codeOf(line), nextOn: line.on === null ? null : dateOf(line.on) },
    ...{ a: plan.treatment('A', line.occasion), b: plan.treatment('B', line.occasion) },
    c: plan.treatment('C', line.occasion),
    ...{ countries: whereOf(line, lang), codes: line.countries ?? [] },
  }))
}

/** The code of an occasion: its kind, or the key of a festival. */
const codeOf = ({ occasion }: PlanLine): string => (typeof occasion === 'string' ? occasion : occasion.key)

/** How many countries are named in a cell. */
const NAMED = 8

function whereOf({ countries }: PlanLine, lang: Lang): string {
  const say = words[lang]
  if (countries === null) return say.everywhere
  const names = countryNamesIn(lang)
  return countries.length > NAMED
    ? say.many(countries.length)
    : countries.map((code) => names[code] ?? code).join(say.listed)
}

/** What a level gets, by the code of the occasion. */
function levelSummary(
  { plan }: CareCalendar,
  lines: readonly PlanLine[],
  level: 'A' | 'B' | 'C',
): Readonly<Record<string, Treatment>> {
  return Object.fromEntries(lines.map((line) => [codeOf(line), plan.treatment(level, line.occasion)]))
}

function planFacts({ care: { plan, shopCountry }, lang, snapshot }: CarePlanInput): Fact[] {
  const say = words[lang]
  const money = (label: string, value: number | null): Fact =>
    value === null
      ? { label, kind: 'text', value: say.notSet }
      : { label, kind: 'money', value, ...currencyOf(snapshot.currency) }
  const country = shopCountry === null ? say.notKnown : (countryNamesIn(lang)[shopCountry] ?? shopCountry)
  return [
    money(say.giftA, plan.giftMinor('A')),
    money(say.gift, plan.giftMinor('C')),
    money(say.treat, plan.treatMinor),
    money(say.budget, plan.yearMinor),
    { label: say.shop, kind: 'text', value: country },
  ]
}
