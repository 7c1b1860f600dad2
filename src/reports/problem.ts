import { scoresByCustomer } from '../core/follow-up/feedback/scores.js'
import { type ComplaintFacts, complaintsOf } from '../core/follow-up/measures/complaint-facts.js'
import { COMPLAINT_DAYS, type ProblemSign, problemSigns } from '../core/follow-up/measures/problems.js'
import { commonParams, finishTable, type ReportDefinition, reportHead } from '../core/report/build.js'
import type { Json, Report } from '../core/report/model.js'
import { problemRefunds } from '../core/settings/problems.js'
import { settingOf } from '../core/settings/setting.js'
import { aggregate, windowOf } from '../core/value/aggregate.js'
import { type Grades, gradesOn } from '../core/value/grades/grades.js'
import { stageNames } from '../core/value/lifecycle-words.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual, type Lang } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'
import { isKeyCustomer } from './key.js'
import { listOrNextStep } from './no-orders.js'
import { movedNotes, nobodyNotes, percentText, tagNotes } from './notes.js'
import { chosenCustomers, openMeasures, type PlanInput, planNotes, planTable } from './plan-table.js'

const words = bilingual(
  {
    title: 'Problem customers',
    purpose:
      'Customers with repeated or late complaints, a falling score, low fulfilment or many refunds, and key customers at risk, to plan what is done about each.',
    facts: { customers: 'Problem customers', planned: 'Of them with a plan' },
    none: 'No customer has repeated or late complaints, a falling score, low fulfilment or many refunds, and no key customer is at risk.',
    repeated: (count: number, days: number, on: string) =>
      `${plural(count, 'complaint')} in ${days} days, the last on ${on}`,
    late: (on: string) => `complaint of ${on} not answered in the promised time`,
    low: (on: string, score: number) => `scored ${score} on ${on}`,
    fell: (from: string, to: string) => `mean score fell from ${from} to ${to}`,
    fulfilment: (share: string, kept: number, placed: number) => `kept ${kept} of ${placed} orders (${share})`,
    refunds: (share: string) => `${share} of the gross given back in 365 days`,
    keyAtRisk: (stage: string) => `key customer, ${stage}`,
  },
  {
    title: '问题客户',
    purpose: '多次投诉或投诉处理超时、满意度下降、履约率低、退款多的客户，以及有流失风险的重点客户，供逐一制定对策。',
    facts: { customers: '问题客户数', planned: '其中已定对策' },
    none: '没有客户多次投诉或投诉处理超时、满意度下降、履约率低或退款多，也没有重点客户有流失风险。',
    repeated: (count, days, on) => `${days}天内投诉${count}次，最近一次${on}`,
    late: (on) => `${on}的投诉超过承诺时限未答复`,
    low: (on, score) => `${on}评分${score}分`,
    fell: (from, to) => `平均满意度从${from}降到${to}`,
    fulfilment: (share, kept, placed) => `${placed}单履约${kept}单（${share}）`,
    refunds: (share) => `365天退款占成交额${share}`,
    keyAtRisk: (stage) => `重点客户，${stage}`,
  },
)

/** A customer with what is wrong. */
interface Problem {
  readonly customer: number
  readonly signs: readonly ProblemSign[]
}

/** Problem customers with the evidence, to plan countermeasures (R31); delisted ones are left out. */
export const problem: ReportDefinition<PlanInput> = {
  name: 'problem',
  words,
  build(input) {
    const { lang, snapshot } = input
    const say = words[lang]
    const grades = gradesOn(input.grades())
    const problems = problemsOf(input, grades)
    const rows = problems.map(({ customer, signs }) => ({
      customer,
      evidence: signs.map((sign) => signText(sign, lang)),
    }))
    const planned = rows.filter(({ customer }) => openMeasures(input, customer).length > 0).length
    const nobody = nobodyNotes(input)
    const list = { ground: 'problem', title: say.title, rows } as const
    const report: Report = {
      ...reportHead(problem, input, windowOf(input.asOf, 365)),
      params: commonParams(input),
      summary: { customers: rows.length, planned, bySign: countsBySign(problems) },
      facts: [
        { label: say.facts.customers, kind: 'count', value: rows.length },
        { label: say.facts.planned, kind: 'count', value: planned },
      ],
      tables: [finishTable({ ...planTable(input, grades, list), reason: say.none }, input.shape)],
      notes: [...(nobody.length > 0 ? nobody : tagNotes(input)), ...movedNotes(input), ...planNotes(input, rows)],
    }
    return listOrNextStep(report, snapshot, lang)
  },
}

/** Most signs first, then by net revenue of the year, then by id. */
function problemsOf(input: PlanInput, grades: Grades): readonly Problem[] {
  const { snapshot, asOf, voice, decided } = input
  const year = aggregate(snapshot, windowOf(asOf, 365))
  const complaints = grouped<ComplaintFacts>(complaintsOf(voice().feedback, snapshot.contacts, asOf))
  const scores = scoresByCustomer(voice().scores)
  const bounds = { refundsPercent: settingOf(decided, problemRefunds) }
  const { customers } = snapshot
  return chosenCustomers(input)
    .map((customer) => {
      const { fulfilment, computed } = grades.credit(customer)
      const facts = {
        ...{ complaints: complaints.get(customer) ?? [], scores: scores.get(customer) ?? [] },
        ...{ fulfilment, isFulfilmentLow: computed === 'red', isKey: isKeyCustomer(grades, customer) },
        stage: input.lifecycle().stageOn(customer, asOf),
      }
      return { customer, signs: problemSigns(customer, facts, year, asOf, bounds) }
    })
    .filter(({ signs }) => signs.length > 0)
    .sort(
      (a, b) =>
        b.signs.length - a.signs.length ||
        year.netMinor[b.customer]! - year.netMinor[a.customer]! ||
        (customers[a.customer]!.id < customers[b.customer]!.id ? -1 : 1),
    )
}

function grouped<T extends { readonly customer: number }>(all: readonly T[]): ReadonlyMap<number, readonly T[]> {
  const found = new Map<number, T[]>()
  for (const one of all) {
    const own = found.get(one.customer)
    if (own) own.push(one)
    else found.set(one.customer, [one])
  }
  return found
}

function countsBySign(problems: readonly Problem[]): Record<string, Json> {
  const counts: Record<ProblemSign['kind'], number> = {
    ...{ 'repeated-complaints': 0, 'late-complaint': 0, 'score-fall': 0 },
    ...{ fulfilment: 0, refunds: 0, 'key-at-risk': 0 },
  }
  for (const { signs } of problems) for (const { kind } of signs) counts[kind]++
  return counts
}

function signText(sign: ProblemSign, lang: Lang): string {
  const say = words[lang]
  switch (sign.kind) {
    case 'repeated-complaints':
      return say.repeated(sign.complaints, COMPLAINT_DAYS, dateOf(sign.lastOn))
    case 'late-complaint':
      return say.late(dateOf(sign.on))
    case 'score-fall':
      return sign.why === 'low' || sign.recentMean === null || sign.earlierMean === null
        ? say.low(dateOf(sign.on), sign.score)
        : say.fell(sign.earlierMean.toFixed(1), sign.recentMean.toFixed(1))
    case 'fulfilment':
      return say.fulfilment(percentText(sign.share), sign.kept, sign.placed)
    case 'refunds':
      return say.refunds(percentText(sign.share))
    case 'key-at-risk':
      return say.keyAtRisk(stageNames[lang][sign.stage])
  }
}
