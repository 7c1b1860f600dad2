import { draft, finishOther, type ReportInput, type TableDraft } from '../core/report/build.js'
import { columnsIn, currencyOf, wideUnless } from '../core/report/columns.js'
import type { Json } from '../core/report/model.js'
import type { Column, Table, TableRow } from '../core/report/table.js'
import type { Grades, GradesBasis } from '../core/value/grades/grades.js'
import type { Vip } from '../core/value/grades/vips.js'
import { CLASSES, gradeWords, POTENTIALS, type Potential } from '../core/value/grades/words.js'
import { type Grading, isSameGrading, lastOrderOn, type ValueOptions } from '../core/value/standing.js'
import { dateOrNull } from './dates.js'
import { decisionCells, decisionColumns, identityOf } from './grades-columns.js'
import { bigOrderEvidence, steadyEvidence } from './grades-evidence.js'
import { gradesWords as words } from './grades-words.js'
import { identityColumns } from './identity.js'
import { moneyText } from './notes.js'
import { share, ungradedMeaning } from './tier-tables.js'

/** What a report that tells of grades is built from. */
export interface GradesInput extends ReportInput {
  /** How this ledger grades when nothing else is asked for. */
  readonly usual: ValueOptions
  readonly grades: () => GradesBasis
}

/** The same of a report by one measure. */
interface TierGradesInput extends GradesInput {
  readonly value: ValueOptions
}

/** The tables beside the tiers: what was set by hand, VIP candidates, signs of more, and U apart. */
export function gradesTables(input: TierGradesInput, grades: Grades, grading: Grading, order: Uint32Array): Table[] {
  const chosen = input.filter ? order.filter((customer) => input.filter!.includes(customer)) : order
  const optional = (table: TableDraft): Table => ({
    ...finishOther(table, input.shape),
    ...(table.count === 0 ? { isForMachines: true } : {}),
  })
  return [
    optional(byHandTable(input, grades, chosen)),
    optional(candidatesTable(input, grades, chosen)),
    optional(potentialTable(input, grades, chosen)),
    { ...optional(ungradedTable(input, grading, chosen)), isDetail: true },
  ]
}

/** How many customers are of each class, for `summary`. */
export function classCounts({ snapshot }: ReportInput, grades: Grades): Record<string, number> {
  const counts: Record<string, number> = Object.fromEntries(CLASSES.map((name) => [name, 0]))
  for (let customer = 0; customer < snapshot.customers.length; customer++) counts[grades.classOf(customer)]!++
  return counts
}

/** Granted VIPs and candidates, for `summary`. */
export function vipCounts({ snapshot }: ReportInput, grades: Grades): Record<string, Json> {
  let [granted, candidates, takenBack] = [0, 0, 0]
  for (let customer = 0; customer < snapshot.customers.length; customer++) {
    const vip = grades.vip(customer)
    if (vip.granted !== null) granted++
    if (vip.isCandidate) candidates++
    if (isTakenBack(vip)) takenBack++
  }
  return { granted, candidates, takenBack, categories: categoriesJson(grades) }
}

/** The categories that alone count towards VIP; null where all do. */
export function categoriesJson({ vipCategories }: Grades): Json {
  return vipCategories.length === 0 ? null : [...vipCategories]
}

/** Whether returns alone keep a customer from being a candidate. */
function isTakenBack({ evidence, granted }: Vip): boolean {
  return evidence?.isTakenBack === true && granted === null
}

/** Whether a report is taken otherwise than classes and levels are, and what the reader should know of who is sought as a VIP. */
export function gradeNotes(input: TierGradesInput, grades: Grades): string[] {
  return input.snapshot.customers.length === 0 ? [] : [...usualNotes(input), ...vipNotes(input, grades)]
}

/** Said of a report taken otherwise than classes and service levels are. */
export function usualNotes({ lang, value, usual }: Pick<TierGradesInput, 'lang' | 'value' | 'usual'>): string[] {
  return isSameGrading(value, usual) ? [] : [words[lang].asUsual]
}

/** Why nobody is sought, where no amount is known that would make a VIP; what returns took back; categories that no product is in. */
function vipNotes({ snapshot, lang }: ReportInput, grades: Grades): string[] {
  const say = words[lang]
  const { currency, customers } = snapshot
  const { orderMinor, monthMinor } = grades.bounds
  if (orderMinor === null && monthMinor === null) return currency === null ? [] : [say.noBounds(currency)]
  const takenBack = customers.filter((_, customer) => isTakenBack(grades.vip(customer))).length
  return [
    ...(takenBack === 0 ? [] : [say.takenBack(takenBack)]),
    ...grades.unknownVipCategories().map(({ name, near }) => say.unknownCategory(name, near.join(say.listed))),
  ]
}

/** One row a class: strategic, key, general, potential (R11). */
export function classCountsTable(input: ReportInput, counts: Readonly<Record<string, number>>): TableDraft {
  const say = words[input.lang]
  const column = columnsIn(input.lang, input.snapshot.currency)
  const columns: Column[] = [
    { key: 'class', kind: 'text', label: say.columns.class, words: gradeWords[input.lang].classes },
    { key: 'meaning', kind: 'text', label: say.columns.meaning },
    column('customers'),
    column('customersShare'),
  ]
  return draft('grades', say.tables.classes, columns, CLASSES, (name) => ({
    class: name,
    meaning: say.meanings[name],
    customers: counts[name]!,
    customersShare: share(counts[name]!, input.snapshot.customers.length),
  }))
}

/** Tiers, classes and VIPs set by hand, each beside the tier by the orders, with who, when and why. */
function byHandTable(input: ReportInput, grades: Grades, order: Uint32Array): TableDraft {
  const column = columnsIn(input.lang, input.snapshot.currency)
  const decided = new Set(grades.decidedCustomers)
  const rows = [...order.filter((customer) => decided.has(customer))].flatMap((customer) =>
    (['tier', 'class', 'vip'] as const).flatMap((what) => {
      const decision = grades.decision(customer, what)
      return decision === null || decision.value === 'no' ? [] : [{ customer, decision }]
    }),
  )
  const [what, value, ...others] = decisionColumns(input)
  const columns = [...identityColumns(input, column), column('tier'), what!, value!, ...others]
  return draft('byHand', words[input.lang].tables.byHand, columns, rows, ({ customer, decision }) => ({
    ...identityOf(input, customer),
    tier: grades.tier(customer),
    ...decisionCells(decision, input),
  }))
}

/** Who met the bounds of R12, with the order or the month that did. */
function candidatesTable(input: ReportInput, grades: Grades, order: Uint32Array): TableDraft {
  const { columns: label, tables, listed } = words[input.lang]
  const column = columnsIn(input.lang, input.snapshot.currency)
  const money = { kind: 'money', ...currencyOf(input.snapshot.currency) } as const
  const candidates = order.filter((customer) => grades.vip(customer).isCandidate)
  const has = (part: 'month' | 'returns') =>
    wideUnless(candidates.some((customer) => grades.vip(customer).evidence![part] !== null))
  const [ifMonth, ifReturns] = [has('month'), has('returns')]
  const columns: Column[] = [
    ...identityColumns(input, column),
    column('tier'),
    { key: 'orderOn', kind: 'date', label: label.orderOn },
    { key: 'orderMinor', label: label.orderMinor, ...money },
    { key: 'month', kind: 'text', label: label.month, ...ifMonth },
    { key: 'monthMinor', label: label.monthMinor, ...money, ...ifMonth },
    { key: 'monthOrders', kind: 'count', label: label.monthOrders, wide: true },
    { key: 'returnedMinor', label: label.returnedMinor, ...money, ...ifReturns },
    { key: 'leftMinor', label: label.leftMinor, ...money, ...ifReturns },
  ]
  const { vipCategories } = grades
  const title = vipCategories.length === 0 ? tables.candidates : tables.candidatesOf(vipCategories.join(listed))
  return draft('vipCandidates', title, columns, candidates, (customer) => {
    const { order: single, month, returns } = grades.vip(customer).evidence!
    return {
      ...identityOf(input, customer),
      tier: grades.tier(customer),
      orderOn: dateOrNull(single?.on ?? null),
      orderMinor: single?.netMinor ?? null,
      month: month?.month ?? null,
      monthMinor: month?.netMinor ?? null,
      monthOrders: month?.orders ?? null,
      returnedMinor: returns?.returnedMinor ?? null,
      leftMinor: returns?.leftMinor ?? null,
    }
  })
}

/** Customers with signs of more to come (R13), best first, with the evidence. */
function potentialTable(input: ReportInput, grades: Grades, order: Uint32Array): TableDraft {
  const { columns: label, tables } = words[input.lang]
  const column = columnsIn(input.lang, input.snapshot.currency)
  const money = { kind: 'money', ...currencyOf(input.snapshot.currency), wide: true } as const
  const columns: Column[] = [
    ...identityColumns(input, column),
    column('tier'),
    { key: 'potential', kind: 'text', label: label.potential, words: gradeWords[input.lang].potentials },
    { key: 'evidence', kind: 'text', label: label.evidence },
    { key: 'largestMinor', label: label.largestMinor, ...money },
    { key: 'slopeMinor', label: label.slopeMinor, ...money },
    { key: 'gaps', kind: 'count', label: label.gaps, wide: true },
    { key: 'meanDays', kind: 'number', label: label.meanDays, wide: true },
    { key: 'variation', kind: 'percent', label: label.variation, wide: true },
  ]
  const rows: { customer: number; potential: Potential }[] = []
  for (const customer of order)
    for (const potential of POTENTIALS) if (grades.hasPotential(customer, potential)) rows.push({ customer, potential })
  return draft('potential', tables.potential, columns, rows, ({ customer, potential }) => ({
    ...identityOf(input, customer),
    tier: grades.tier(customer),
    potential,
    ...(potential === 'steady' ? steadyCells(input, grades, customer) : bigOrderCells(input, grades, customer)),
  }))
}

function steadyCells(input: ReportInput, grades: Grades, customer: number): TableRow {
  const steady = grades.steady(customer)!
  return {
    evidence: steadyEvidence(steady, input),
    ...{ largestMinor: null, slopeMinor: null },
    gaps: steady.gaps,
    meanDays: Math.round(steady.meanDays * 10) / 10,
    variation: steady.variation,
  }
}

function bigOrderCells(input: ReportInput, grades: Grades, customer: number): TableRow {
  const found = grades.bigOrder(customer)!
  return {
    evidence: bigOrderEvidence(found, (minor) => moneyText(minor, input), input),
    largestMinor: found.largestMinor,
    slopeMinor: found.slopeMinor === null ? null : Math.round(found.slopeMinor),
    ...{ gaps: null, meanDays: null, variation: null },
  }
}

/** U apart: who bought last stands first, who never bought last. */
function ungradedTable(input: TierGradesInput, { abc, sums }: Grading, order: Uint32Array): TableDraft {
  const { columns: label, tables } = words[input.lang]
  const column = columnsIn(input.lang, input.snapshot.currency)
  const last = new Map(
    [...order.filter((customer) => abc.tier[customer] === 3)].map(
      (customer) => [customer, lastOrderOn(input.snapshot, sums, customer)] as const,
    ),
  )
  const rows = [...last.keys()].sort((a, b) => (last.get(b) ?? -Infinity) - (last.get(a) ?? -Infinity) || 0)
  const columns = [...identityColumns(input, column), column('lastOrderOn'), column('netMinor', { label: label.net })]
  return draft('ungraded', tables.ungraded(ungradedMeaning(input.value.measure, input)), columns, rows, (customer) => ({
    ...identityOf(input, customer),
    lastOrderOn: dateOrNull(last.get(customer) ?? null),
    netMinor: sums.netMinor[customer]!,
  }))
}
