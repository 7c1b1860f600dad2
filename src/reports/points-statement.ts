import { draft, finishTable, type ReportDefinition, reportHead, type TableDraft } from '../core/report/build.js'
import { currencyOf, wideUnless } from '../core/report/columns.js'
import type { Fact, Report } from '../core/report/model.js'
import type { Column, TableRow } from '../core/report/table.js'
import { gradeWords } from '../core/value/grades/words.js'
import type { PointsAccount, PointsEntry } from '../core/value/points/account.js'
import { accountOf, expiringSoon, type PointsBasis } from '../core/value/points/points.js'
import { type Day, dateOf } from '../core/values/business-date.js'
import { shownInput } from '../core/values/input-name.js'
import type { Source } from '../core/values/issue.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'
import { dateOrNull } from './dates.js'
import { moneyText, viewNotes } from './notes.js'
import { type PointsInput, pointsParams, rateText } from './points.js'
import { schemeNotes, pointsReportWords as shared } from './points-words.js'

/** An order or return of the customer, in minor units of the base currency, with where it is written. */
export interface OrderPlace {
  /** Tells it apart from others in its ledger, also where it has no number. */
  readonly id: number
  readonly on: Day
  readonly grossMinor: number
  readonly netMinor: number
  readonly isCounted: boolean
  /** '' where the file has none. */
  readonly order: string
  readonly source: Source
  readonly batch: number
}

export interface StatementInput extends PointsInput {
  /** Index of the customer in the snapshot. */
  readonly customer: number
  /** The customer's orders and returns, in the order of days. */
  readonly orderSources: readonly OrderPlace[]
}

const words = bilingual(
  {
    title: 'Points statement',
    purpose: 'Every point of one customer: where it came from, where it went, when it expires.',
    facts: {
      balance: 'Points to redeem',
      worth: 'Worth in money off',
      owed: 'Points owed',
      expiring: (days: number) => `Expiring within ${days} days`,
      nextOn: 'The first of them on',
      level: 'Orders of this month earn at level',
    },
    why: {
      order: (paid: string, level: string, times: string) => `${paid} at level ${level}, × ${times}`,
      refund: (back: string, paid: string) => `${back} of ${paid} given back`,
      return: (back: string) => `${back} returned, no order named`,
      opening: 'the file holds all up to this day',
      expire: (day: string) => `of ${day}`,
    },
    level: (level: string, times: string) => `${level}, × ${times}`,
    none: (who: string) => `${who} has no points yet.`,
    minimum: (points: number) => `At least ${plural(points, 'point')} are redeemed at once (setting points.minimum).`,
  },
  {
    title: '积分明细',
    purpose: '一位客户的每一分：从哪里来、到哪里去、什么时候到期。',
    facts: {
      balance: '可兑换积分',
      worth: '可抵金额',
      owed: '欠分',
      expiring: (days) => `${days}天内到期`,
      nextOn: '最早到期日',
      level: '本月订单的累积级别',
    },
    why: {
      order: (paid, level, times) => `${paid}，${level}级，×${times}`,
      refund: (back, paid) => `${paid}中退款${back}`,
      return: (back) => `退货${back}，没写订单号`,
      opening: '文件里的余额，含当天及以前',
      expire: (day) => `${day} 累积的`,
    },
    level: (level, times) => `${level}级，×${times}`,
    none: (who) => `${who} 还没有积分。`,
    minimum: (points) => `一次至少兑换${points}分（设置 points.minimum）。`,
  },
)

/** R29: one customer's entries, the newest first, each with the order, file and row or batch it follows from. */
export const pointsStatement: ReportDefinition<StatementInput> = {
  name: 'points-statement',
  words,
  build(input) {
    const { points: basis, lang, snapshot, customer } = input
    const { id, name, key } = snapshot.customers[customer]!
    const found = reportHead(pointsStatement, input, null)
    const params = { customer: id, ...pointsParams(input) }
    const head = { ...found, title: `${found.title} · ${name ?? key ?? id}`, params }
    const account = basis === null ? null : ownAccount(input, basis)
    const table = finishTable(entriesTable(input, account), input.shape)
    if (basis === null || account === null) {
      const none = { ...table, isForMachines: true }
      return { ...head, summary: { isOn: false }, facts: [], tables: [none], notes: [shared[lang].off] }
    }
    const report: Report = {
      ...head,
      summary: summaryOf(input, basis, account),
      facts: account.entries.length === 0 ? [] : factsOf(input, basis, account),
      tables: [account.entries.length === 0 ? { ...table, isForMachines: true } : table],
      notes: [
        ...viewNotes(input),
        ...(account.entries.length === 0 ? [words[lang].none(name ?? key ?? id)] : []),
        ...(account.owed > 0 ? [shared[lang].owedNote] : []),
        ...(basis.scheme.minimum > 1 ? [words[lang].minimum(basis.scheme.minimum)] : []),
        ...schemeNotes(basis.scheme, rateText(input, basis.scheme), lang),
      ],
    }
    return report
  },
}

/** The account out of orders that say where they are written: the same as the list makes out of the snapshot. */
export function ownAccount(
  { customer, orderSources: own }: Pick<StatementInput, 'customer' | 'orderSources'>,
  basis: PointsBasis,
): PointsAccount {
  const orders = {
    day: Int32Array.from(own, ({ on }) => on),
    grossMinor: Float64Array.from(own, ({ grossMinor }) => grossMinor),
    netMinor: Float64Array.from(own, ({ netMinor }) => netMinor),
    counted: Uint8Array.from(own, ({ isCounted }) => Number(isCounted)),
  }
  return accountOf(basis, customer, { orders, span: [0, own.length] })
}

function summaryOf({ asOf, customer }: StatementInput, { scheme, levelOn }: PointsBasis, account: PointsAccount) {
  const { balance, owed } = account
  const { points, firstOn } = expiringSoon(account, asOf, scheme.warningDays)
  const worthMinor = scheme.worthMinor(Math.max(0, balance))
  const level = levelOn(customer, asOf)
  return { isOn: true, balance, worthMinor, owed, expiring: points, expiringFrom: dateOrNull(firstOn), level }
}

function factsOf(input: StatementInput, basis: PointsBasis, account: PointsAccount): Fact[] {
  const { facts, level: levelText } = words[input.lang]
  const { balance, owed, worthMinor, expiring, expiringFrom, level } = summaryOf(input, basis, account)
  const fact = (label: string, kind: Fact['kind'], value: Fact['value']): Fact => ({ label, kind, value })
  const { multipliers, warningDays } = basis.scheme
  return [
    fact(facts.balance, 'count', Math.max(0, balance)),
    ...(worthMinor === null
      ? []
      : [{ ...fact(facts.worth, 'money', worthMinor), ...currencyOf(input.snapshot.currency) }]),
    ...(owed > 0 ? [fact(facts.owed, 'count', owed)] : []),
    fact(facts.expiring(warningDays), 'count', expiring),
    ...(expiringFrom === null ? [] : [fact(facts.nextOn, 'date', expiringFrom)]),
    fact(facts.level, 'text', levelText(level, multipliers[level])),
  ]
}

function entriesTable(input: StatementInput, account: PointsAccount | null): TableDraft {
  const { lang, snapshot } = input
  const { columns: label, moves, redeemedFor } = shared[lang]
  const entries = account?.entries.toReversed() ?? []
  const hasHand = wideUnless(entries.some(({ event }) => event !== undefined))
  const money = { kind: 'money', ...currencyOf(snapshot.currency), wide: true } as const
  const columns: Column[] = [
    { key: 'on', kind: 'date', label: label.on },
    { key: 'what', kind: 'text', label: label.what, words: moves },
    { key: 'points', kind: 'count', label: label.change },
    { key: 'balance', kind: 'count', label: label.after },
    { key: 'expiresOn', kind: 'date', label: label.expiresOn },
    { key: 'why', kind: 'text', label: label.why },
    { key: 'for', kind: 'text', label: label.redeemedFor, words: redeemedFor, ...hasHand },
    { key: 'note', kind: 'text', label: label.note, ...hasHand },
    { key: 'order', kind: 'id', label: label.order },
    { key: 'file', kind: 'text', label: label.file },
    { key: 'sheet', kind: 'text', label: label.sheet, wide: true },
    { key: 'row', kind: 'id', label: label.row },
    { key: 'batch', kind: 'id', label: label.batch },
    { key: 'paidMinor', label: label.paid, ...money },
    { key: 'leftMinor', label: label.left, ...money },
    { key: 'level', kind: 'text', label: label.level, words: gradeWords[lang].levels, wide: true },
  ]
  return draft('entries', words[lang].title, columns, entries, (entry) => ({
    ...{ on: dateOf(entry.on), what: entry.what, points: entry.points, balance: entry.balance },
    ...{ expiresOn: dateOrNull(entry.expiresOn), why: whyText(entry, input) },
    ...{ for: entry.event?.details.for ?? null, note: entry.event?.text || null },
    ...placeCells(entry, input),
    ...{ paidMinor: entry.order?.paidMinor ?? null, leftMinor: entry.order?.leftMinor ?? null },
    level: entry.order?.level ?? null,
  }))
}

/** Where an entry, or what has expired, comes from. */
function placeCells({ order, told, event }: PointsEntry, { orderSources, lang }: StatementInput): TableRow {
  const place = order === undefined ? told : orderSources[order.at]
  const file = place ? shownInput(place.source.file, lang) : shared[lang].typed
  const number = order === undefined ? null : orderSources[order.at]!.order || null
  const batch = place?.batch ?? event?.batch
  return {
    ...{ order: number, file, sheet: place?.source.sheet ?? null, row: place?.source.row ?? null },
    batch: batch === undefined ? null : String(batch),
  }
}

function whyText({ what, order, earnedOn }: PointsEntry, input: StatementInput): string | null {
  const { why } = words[input.lang]
  if (what === 'opening') return why.opening
  if (what === 'expire') return why.expire(dateOf(earnedOn!))
  if (order === undefined) return null
  const paid = moneyText(order.paidMinor, input)
  if (what === 'return') return why.return(paid)
  if (what === 'refund') return why.refund(moneyText(order.paidMinor - order.leftMinor, input), paid)
  return why.order(paid, order.level, input.points!.scheme.multipliers[order.level])
}
