import type { CustomerFile, OrderEntry } from '../core/customer-file.js'
import { channelNames } from '../core/follow-up/channels.js'
import { delistingWords } from '../core/follow-up/delisting.js'
import { ruleOfKey } from '../core/follow-up/item-key.js'
import { joinedContacts } from '../core/follow-up/joined-contacts.js'
import { results } from '../core/follow-up/results.js'
import type { DueItem } from '../core/follow-up/rule.js'
import { draft, type TableDraft } from '../core/report/build.js'
import { columnsIn, currencyOf, wideUnless } from '../core/report/columns.js'
import { platformWords } from '../core/report/platforms.js'
import type { Column, TableRow } from '../core/report/table.js'
import type { Lifecycle } from '../core/value/lifecycle.js'
import { dateOf } from '../core/values/business-date.js'
import { shownInput } from '../core/values/input-name.js'
import type { Lang } from '../core/values/lang.js'
import { formatMoney } from '../core/values/money.js'
import { dateOrNull } from './dates.js'
import { itemCells, type RulesInput, ruleWords } from './due-table.js'
import { fieldNames, valueColumn, showWords as words } from './show-words.js'

/** The customer a report is about. */
export interface CustomerInput extends RulesInput {
  /** Index of the customer in the snapshot. */
  readonly customer: number
  /** The stages and cycles of all customers, worked out when first asked for. */
  readonly lifecycle: () => Lifecycle
  /** Currencies in which amounts have no rate: nothing is told then that is made of amounts in the base currency. */
  readonly unrated?: readonly string[]
}

/** Whether every amount of the ledger has a rate. */
export function isRated({ unrated = [] }: Pick<CustomerInput, 'unrated'>): boolean {
  return unrated.length === 0
}

/** A customer and what the ledger holds of him. */
export interface FileInput extends CustomerInput {
  readonly file: CustomerFile
}

/** The orders, newest first, each with the file and row it came from. */
export function ordersTable({ file, lang, asOf }: FileInput): TableDraft {
  const say = words[lang]
  const amounts = amountColumns(file, lang)
  const columns: Column[] = [
    { key: 'order', kind: 'id', label: say.columns.order },
    { key: 'on', kind: 'date', label: say.columns.on },
    { key: 'deliveredOn', kind: 'date', label: say.columns.deliveredOn, wide: true },
    { key: 'platform', kind: 'text', label: say.columns.platform, words: platformWords[lang] },
    { key: 'shop', kind: 'text', label: say.columns.shop, wide: true },
    { key: 'status', kind: 'text', label: say.columns.status, words: say.statuses },
    ...amounts.columns,
    { key: 'counted', kind: 'text', label: say.columns.counted, words: say.counted },
    { key: 'note', kind: 'text', label: say.columns.note, wide: true },
    ...sourceColumns(lang),
  ]
  const table = draft('orders', say.tables.orders, columns, file.orders.toReversed(), (entry) => ({
    order: entry.order,
    on: dateOf(entry.on),
    deliveredOn: dateOrNull(entry.deliveredOn),
    platform: entry.platform,
    shop: entry.shop,
    status: entry.kind === 'return' ? 'return' : entry.status,
    ...amounts.cells(entry),
    counted: !entry.isCounted ? 'no' : entry.on > asOf ? 'ahead' : 'yes',
    note: entry.note,
    file: shownInput(entry.source.file, lang),
    sheet: entry.source.sheet ?? null,
    row: entry.source.row ?? null,
  }))
  return { ...table, reason: say.empty.orders }
}

/** Orders keep their own currency. Where it differs between them no column has one, so the amounts are written out. */
function amountColumns({ orders }: CustomerFile, lang: Lang) {
  const { gross, refund, net, cost } = words[lang].columns
  const rare = wideUnless(orders.some(({ costsMinor }) => costsMinor !== null && costsMinor !== 0))
  const currencies = new Set(orders.map(({ currency }) => currency))
  const [currency] = currencies
  if (currency === undefined || currencies.size === 1) {
    const money = (key: string, label: string): Column => ({
      key,
      kind: 'money',
      label,
      ...currencyOf(currency ?? null),
    })
    const columns = [
      money('grossMinor', gross),
      money('refundMinor', refund),
      money('netMinor', net),
      { ...money('costsMinor', cost), ...rare },
    ]
    const cells = ({ grossMinor, refundMinor, netMinor, costsMinor }: OrderEntry) => ({
      grossMinor,
      refundMinor,
      netMinor,
      costsMinor,
    })
    return { columns, cells }
  }
  const text = (key: string, label: string): Column => ({ key, kind: 'text', label })
  const columns = [text('gross', gross), text('refund', refund), text('net', net), { ...text('cost', cost), ...rare }]
  const cells = ({ currency: own, grossMinor, refundMinor, netMinor, costsMinor }: OrderEntry): TableRow => ({
    gross: formatMoney(grossMinor, own, lang),
    refund: formatMoney(refundMinor, own, lang),
    net: formatMoney(netMinor, own, lang),
    cost: costsMinor === null ? null : formatMoney(costsMinor, own, lang),
  })
  return { columns, cells }
}

/** File, sheet and row; on a terminal without the sheet unless it is asked for. */
export function sourceColumns(lang: Lang, hasSheet = false): Column[] {
  const { columns } = words[lang]
  return [
    { key: 'file', kind: 'text', label: columns.file },
    { key: 'sheet', kind: 'text', label: columns.sheet, ...wideUnless(hasSheet) },
    { key: 'row', kind: 'id', label: columns.row },
  ]
}

/** Rules whose reason is a tier or a service level, which go by amounts in the base currency. */
const BY_GRADE: ReadonlySet<string> = new Set(['win-back', 'rhythm'])

/** What the rules hold for the customer; while a rate is missing, without what is due for a tier or service level. */
export function itemsTold(input: CustomerInput): readonly DueItem[] {
  const items = input.dues().items(input.customer)
  return isRated(input) ? items : items.filter(({ rule }) => !BY_GRADE.has(rule.name))
}

/** Everything the rules hold for the customer, also what falls due later. */
export function followUpsTable(input: CustomerInput): TableDraft {
  const column = columnsIn(input.lang, input.snapshot.currency)
  const { blocked } = input.snapshot.customers[input.customer]!
  const items = itemsTold(input)
  const columns = [
    column('rule', { words: ruleWords(input.rules, input.lang) }),
    column('reason'),
    column('dueOn'),
    column('overdueDays'),
    ...(isRated(input) ? [column('stakeMinor')] : []),
  ]
  const { tables, empty } = words[input.lang]
  const table = draft('due', tables.due, columns, items, (item) => itemCells(item, input.asOf, input.lang))
  return { ...table, reason: blocked ? empty.blocked : empty.due }
}

/** What was recorded of contacts, the newest first: what was done in one go stands in one row. */
export function contactsTable({ file, lang, rules }: Pick<FileInput, 'file' | 'lang' | 'rules'>): TableDraft {
  const say = words[lang]
  const column = columnsIn(lang, null)
  const columns: Column[] = [
    { key: 'on', kind: 'date', label: say.columns.on },
    { key: 'kind', kind: 'text', label: say.columns.kind, words: say.kinds },
    { ...column('rule', { words: ruleWords(rules, lang) }), key: 'rules' },
    column('channel', { words: channelNames[lang] }),
    { key: 'text', kind: 'text', label: say.columns.text },
    { key: 'result', kind: 'text', label: say.columns.result, words: results.words[lang] },
    { key: 'nextOn', kind: 'date', label: say.columns.nextOn },
  ]
  const table = draft(
    'contacts',
    say.tables.contacts,
    columns,
    joinedContacts(file.contacts).toReversed(),
    ({ on, nextOn, items, ...contact }) => ({
      ...contact,
      rules: [...new Set(items.map(ruleOfKey))],
      on: dateOf(on),
      nextOn: dateOrNull(nextOn),
    }),
  )
  return { ...table, reason: say.empty.contacts }
}

/** The steps of the latest delisting, oldest first; none without one. */
export function delistingTables(input: CustomerInput): TableDraft[] {
  const { lang } = input
  const delisting = input.dues().facts(input.customer).kept.delisting
  if (delisting === undefined) return []
  const say = words[lang]
  const columns: Column[] = [
    { key: 'on', kind: 'date', label: say.columns.on },
    { key: 'step', kind: 'text', label: say.columns.kind, words: delistingWords[lang].steps },
    { key: 'text', kind: 'text', label: say.columns.text },
    { key: 'cause', kind: 'text', label: say.columns.cause, words: delistingWords[lang].causes },
    { key: 'by', kind: 'text', label: say.columns.by },
  ]
  return [
    draft(
      'delisting',
      `${say.tables.delisting} ${delisting.subject}`,
      columns,
      delisting.entries,
      ({ step, on, text }) => ({
        ...{ on: dateOf(on), step, text: text || null },
        cause: step === 'propose' ? delisting.cause : null,
        by: step === 'decide' ? delisting.agreedBy || null : null,
      }),
    ),
  ]
}

/** Ratings, points, leads and complaints, the newest first. */
export function entriesTable({ file, lang }: FileInput): TableDraft {
  const say = words[lang]
  const columns: Column[] = [
    { key: 'on', kind: 'date', label: say.columns.on },
    { key: 'kind', kind: 'text', label: say.columns.kind, words: say.entryKinds },
    { key: 'value', kind: 'count', label: say.columns.figure },
    { key: 'text', kind: 'text', label: say.columns.text },
    { key: 'details', kind: 'text', label: say.columns.note },
    { key: 'order', kind: 'id', label: say.columns.order },
    ...sourceColumns(lang),
  ]
  return draft(
    'entries',
    say.tables.entries,
    columns,
    file.entries.toReversed(),
    ({ on, details, source, ...entry }) => ({
      ...entry,
      on: dateOrNull(on),
      details: Object.values(details).join(' · ') || null,
      file: shownInput(source.file, lang),
      sheet: source.sheet ?? null,
      row: source.row ?? null,
    }),
  )
}

export function valuesTable({ file, lang }: FileInput): TableDraft {
  const say = words[lang]
  const columns: Column[] = [
    { key: 'field', kind: 'text', label: say.columns.field, words: fieldNames(file.values, lang) },
    valueColumn(file.values, lang),
    ...sourceColumns(lang),
    { key: 'header', kind: 'text', label: say.columns.header, wide: true },
    { key: 'on', kind: 'date', label: say.columns.on },
  ]
  return draft('values', say.tables.values, columns, file.values, ({ field, value, source, on }) => ({
    field,
    value,
    on,
    file: source ? shownInput(source.file, lang) : say.typed,
    sheet: source?.sheet ?? null,
    row: source?.row ?? null,
    header: source?.header ?? null,
  }))
}
