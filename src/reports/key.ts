import { isLeaving } from '../core/follow-up/measures/problems.js'
import { commonParams, finishTable, type ReportDefinition, reportHead } from '../core/report/build.js'
import type { Report } from '../core/report/model.js'
import { windowOf } from '../core/value/aggregate.js'
import { type Grades, gradesOn } from '../core/value/grades/grades.js'
import { stageNames } from '../core/value/lifecycle-words.js'
import type { Stage } from '../core/value/stages.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'
import { listOrNextStep } from './no-orders.js'
import { movedNotes, nobodyNotes, tagNotes } from './notes.js'
import { chosenCustomers, openMeasures, type PlanInput, type PlanRow, planNotes, planTable } from './plan-table.js'

const words = bilingual(
  {
    title: 'Key customers',
    purpose:
      'Strategic, key and VIP customers with their evidence, those at risk first, to plan what is done for each.',
    facts: { customers: 'Key customers', atRisk: 'Of them at risk or lapsed', planned: 'Of them with a plan' },
    none: 'No customer is strategic, key (tier A) or VIP. To set one: crm edit CUSTOMER --class strategic',
    signs: { strategic: 'strategic', key: 'key (tier A)', vip: 'VIP' },
    late: (stage: string, days: number, closeDays: number) =>
      `${stage}: last order ${plural(days, 'day')} ago, usually within ${plural(closeDays, 'day')}`,
  },
  {
    title: '重点客户',
    purpose: '战略客户、重点客户和VIP客户及其依据，有流失风险的排在前面，供逐一制定对策。',
    facts: { customers: '重点客户数', atRisk: '其中有流失风险或已流失', planned: '其中已定对策' },
    none: '没有战略客户、重点客户（A类）或VIP客户。指定：crm edit 客户 --class strategic',
    signs: { strategic: '战略客户', key: '重点客户（A类）', vip: 'VIP客户' },
    late: (stage, days, closeDays) => `${stage}：上次下单在${days}天前，一般${closeDays}天内会再下单`,
  },
)

/** Every key customer with the evidence, to plan countermeasures (R13, R31); delisted ones are left out. */
export const key: ReportDefinition<PlanInput> = {
  name: 'key',
  words,
  build(input) {
    const { lang, snapshot } = input
    const say = words[lang]
    const grades = gradesOn(input.grades())
    const rows = keyRows(input, grades)
    const atRisk = rows.filter(({ customer }) => isLeaving(stageOf(input, customer))).length
    const planned = rows.filter(({ customer }) => openMeasures(input, customer).length > 0).length
    const nobody = nobodyNotes(input)
    const report: Report = {
      ...reportHead(key, input, windowOf(input.asOf, 365)),
      params: commonParams(input),
      summary: { customers: rows.length, atRisk, planned },
      facts: [
        { label: say.facts.customers, kind: 'count', value: rows.length },
        { label: say.facts.atRisk, kind: 'count', value: atRisk },
        { label: say.facts.planned, kind: 'count', value: planned },
      ],
      tables: [
        finishTable(
          { ...planTable(input, grades, { ground: 'key', title: say.title, rows }), reason: say.none },
          input.shape,
        ),
      ],
      notes: [...(nobody.length > 0 ? nobody : tagNotes(input)), ...movedNotes(input), ...planNotes(input, rows)],
    }
    return listOrNextStep(report, snapshot, lang)
  },
}

/** Whether a customer is one of those a seller cannot do without: strategic, key (tier A) or VIP. */
export function isKeyCustomer(grades: Grades, customer: number): boolean {
  const which = grades.classOf(customer)
  return which === 'strategic' || which === 'key' || grades.isVip(customer)
}

/** Those at risk first, then by net revenue of the year, then by id. */
function keyRows(input: PlanInput, grades: Grades): readonly PlanRow[] {
  const dues = input.dues()
  const { customers } = input.snapshot
  const net = (customer: number) => dues.facts(customer).yearNetMinor
  const leaves = (customer: number) => Number(isLeaving(stageOf(input, customer)))
  return chosenCustomers(input)
    .filter((customer) => isKeyCustomer(grades, customer))
    .sort((a, b) => leaves(b) - leaves(a) || net(b) - net(a) || (customers[a]!.id < customers[b]!.id ? -1 : 1))
    .map((customer) => ({ customer, evidence: evidenceOf(customer, input, grades) }))
}

function evidenceOf(customer: number, input: PlanInput, grades: Grades): readonly string[] {
  const say = words[input.lang]
  const which = grades.classOf(customer)
  return [
    ...(which === 'strategic' || which === 'key' ? [say.signs[which]] : []),
    ...(grades.isVip(customer) ? [say.signs.vip] : []),
    ...riskText(customer, input),
  ]
}

function riskText(customer: number, input: PlanInput): readonly string[] {
  const { lastOrderOn } = input.dues().facts(customer)
  const closeDays = input.lifecycle().closeDays(customer)
  if (!isLeaving(stageOf(input, customer)) || lastOrderOn === null || closeDays === null) return []
  const stage = stageNames[input.lang][stageOf(input, customer)]
  return [words[input.lang].late(stage, input.asOf - lastOrderOn, closeDays)]
}

function stageOf({ asOf, lifecycle }: PlanInput, customer: number): Stage {
  return lifecycle().stageOn(customer, asOf)
}
