import {
  commonParams,
  draft,
  finishTable,
  type ReportDefinition,
  type ReportInput,
  reportHead,
  type TableDraft,
} from '../core/report/build.js'
import { columnsIn, currencyOf, wideUnless } from '../core/report/columns.js'
import type { Fact, Report } from '../core/report/model.js'
import type { Column } from '../core/report/table.js'
import { windowOf } from '../core/value/aggregate.js'
import {
  accountOf,
  type Expiring,
  expiringSoon,
  POINTS_DAYS,
  type PointsBasis,
  type PointsYear,
  pointsYear,
} from '../core/value/points/points.js'
import type { PointsScheme } from '../core/value/points/scheme.js'
import { bilingual } from '../core/values/lang.js'
import { parseAmount, toMinor } from '../core/values/money.js'
import { dateOrNull } from './dates.js'
import { identityColumns } from './identity.js'
import { moneyText, nobodyNotes, tagNotes, viewNotes } from './notes.js'
import { schemeNotes, pointsReportWords as shared } from './points-words.js'

export interface PointsInput extends ReportInput {
  /** Null where the seller has no scheme. */
  readonly points: PointsBasis | null
}

const words = bilingual(
  {
    title: 'Points',
    purpose: 'Who has how many points, which of them expire soon, what was earned and redeemed in a year.',
    facts: {
      customers: 'Customers with points',
      balance: 'Points they can redeem',
      worth: 'Worth in money off',
      expiring: (days: number) => `Expiring within ${days} days`,
      owed: 'Points owed',
      earned: 'Earned in 365 days',
      redeemed: 'Redeemed in 365 days',
    },
    none: 'Nobody has points yet: they come with orders that count, with a sheet of balances (crm import FILE), or by hand: crm points earn CUSTOMER 100',
  },
  {
    title: '客户积分',
    purpose: '谁有多少积分、哪些快到期、一年内累积和兑换了多少。',
    facts: {
      customers: '有积分的客户',
      balance: '可兑换积分',
      worth: '可抵金额',
      expiring: (days) => `${days}天内到期`,
      owed: '欠分',
      earned: '365天内累积',
      redeemed: '365天内兑换',
    },
    none: '还没有客户有积分：有效订单会累积积分，也可以导入积分余额表（crm import 文件），或手工记录：crm points earn 客户 100',
  },
)

/** One customer's points, as the list shows them. */
interface Standing extends PointsYear {
  readonly customer: number
  readonly balance: number
  readonly owed: number
  readonly expiring: Expiring
}

/** R29: balances, what expires soon, and what a year brought, the largest balance first. */
export const points: ReportDefinition<PointsInput> = {
  name: 'points',
  words,
  build(input) {
    const { points: basis, asOf, lang } = input
    const rows = basis === null ? [] : standings(input, basis)
    const table = finishTable(pointsTable(input, rows), input.shape)
    const head = { ...reportHead(points, input, windowOf(asOf, POINTS_DAYS)), params: pointsParams(input) }
    const sums = sumsOf(rows)
    if (basis === null) {
      const none = { ...table, isForMachines: true }
      return { ...head, summary: { isOn: false, ...sums }, facts: [], tables: [none], notes: [shared[lang].off] }
    }
    const report: Report = {
      ...head,
      summary: { isOn: true, ...sums, worthMinor: basis.scheme.worthMinor(sums.balance) },
      facts: rows.length === 0 ? [] : factsOf(input, basis.scheme, sums),
      tables: [rows.length === 0 ? { ...table, isForMachines: true } : table],
      notes: [
        ...viewNotes(input),
        ...(rows.length > 0 ? tagNotes(input) : noneNotes(input)),
        ...(sums.owed > 0 ? [shared[lang].owedNote] : []),
        ...schemeNotes(basis.scheme, rateText(input, basis.scheme), lang),
      ],
    }
    return report
  },
}

/** Why nobody is listed: the filter keeps nobody, or nobody has points. */
function noneNotes(input: PointsInput): string[] {
  const notes = nobodyNotes(input)
  return notes.length > 0 ? notes : [words[input.lang].none]
}

/** What is paid for a point, as people read it; below the minor unit money has no usual way of writing. */
export function rateText(input: Pick<ReportInput, 'snapshot' | 'lang'>, { rate }: PointsScheme): string {
  const { currency } = input.snapshot
  if (currency === null) return rate
  const { minor, exact } = toMinor(parseAmount(rate, '.')!, currency)
  return exact ? moneyText(minor, input) : `${rate} ${currency}`
}

/** What the figures were made with, for machines. */
export function pointsParams(input: PointsInput): Report['params'] {
  const common = commonParams(input)
  if (input.points === null) return common
  const { rate, multipliers, expiryDays, warningDays, minimum } = input.points.scheme
  return { rate, multipliers, expiryDays, warningDays, minimum, ...common }
}

/** Everybody with points, or who earned or used any within a year. */
function standings({ filter, snapshot, asOf }: PointsInput, basis: PointsBasis): Standing[] {
  const found: Standing[] = []
  for (let customer = 0; customer < snapshot.customers.length; customer++) {
    if (filter?.includes(customer) === false) continue
    const account = accountOf(basis, customer)
    if (account.entries.length === 0) continue
    const { balance, owed } = account
    const year = pointsYear(account, asOf)
    const expiring = expiringSoon(account, asOf, basis.scheme.warningDays)
    const isShown = balance !== 0 || Object.values(year).some((sum) => sum !== 0)
    if (isShown) found.push({ customer, balance, owed, expiring, ...year })
  }
  return found.sort((a, b) => b.balance - a.balance)
}

function sumsOf(rows: readonly Standing[]) {
  const sum = (of: (row: Standing) => number) => rows.reduce((all, row) => all + of(row), 0)
  return {
    customers: rows.filter(({ balance }) => balance > 0).length,
    balance: sum(({ balance }) => Math.max(0, balance)),
    expiring: sum(({ expiring }) => expiring.points),
    owed: sum(({ owed }) => owed),
    earned: sum(({ earned }) => earned),
    redeemed: sum(({ redeemed }) => redeemed),
    adjusted: sum(({ adjusted }) => adjusted),
    expired: sum(({ expired }) => expired),
  }
}

function factsOf({ lang, snapshot }: PointsInput, scheme: PointsScheme, sums: ReturnType<typeof sumsOf>): Fact[] {
  const { facts } = words[lang]
  const fact = (label: string, value: number): Fact => ({ label, kind: 'count', value })
  const worth: Fact = {
    ...{ label: facts.worth, kind: 'money', value: scheme.worthMinor(sums.balance) },
    ...currencyOf(snapshot.currency),
  }
  return [
    fact(facts.customers, sums.customers),
    fact(facts.balance, sums.balance),
    ...(worth.value === null ? [] : [worth]),
    fact(facts.expiring(scheme.warningDays), sums.expiring),
    ...(sums.owed > 0 ? [fact(facts.owed, sums.owed)] : []),
    fact(facts.earned, sums.earned),
    fact(facts.redeemed, sums.redeemed),
  ]
}

function pointsTable(input: PointsInput, rows: readonly Standing[]): TableDraft {
  const { lang, snapshot } = input
  const { columns: label } = shared[lang]
  const column = columnsIn(lang, snapshot.currency)
  const count = (key: keyof typeof label & string, isShown = true): Column => {
    return { key, kind: 'count', label: label[key], ...wideUnless(isShown) }
  }
  const columns: Column[] = [
    ...identityColumns(input, column),
    count('balance'),
    { key: 'worthMinor', kind: 'money', label: label.worth, ...currencyOf(snapshot.currency) },
    count('expiring'),
    { key: 'firstOn', kind: 'date', label: label.firstOn },
    count(
      'owed',
      rows.some(({ owed }) => owed > 0),
    ),
    ...[count('earned'), count('redeemed')],
    count('adjusted', false),
    count('expired', false),
  ]
  const table = draft('points', words[lang].title, columns, rows, ({ customer, expiring, ...sums }) => {
    const { id, name, key } = snapshot.customers[customer]!
    const worthMinor = input.points!.scheme.worthMinor(Math.max(0, sums.balance))
    return {
      ...{ customer: id, name, key, ...sums, worthMinor },
      ...{ expiring: expiring.points, firstOn: dateOrNull(expiring.firstOn) },
    }
  })
  return table
}
