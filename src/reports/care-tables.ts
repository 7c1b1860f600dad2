import type { CareKind } from '../core/follow-up/care/care-calendar.js'
import { type CareSpend, type Gift, giftsByCustomer, spendOf } from '../core/follow-up/care/gifts.js'
import { allCare, CARE_KINDS, type CareCounts, careKey } from '../core/follow-up/care/outcomes.js'
import type { CareOccasion } from '../core/follow-up/care/outlook.js'
import { plannedMinor } from '../core/follow-up/care/outlook.js'
import { draft, type TableDraft } from '../core/report/build.js'
import { columnsIn, currencyOf, wideUnless } from '../core/report/columns.js'
import type { Column, ColumnKind } from '../core/report/table.js'
import { dateOf } from '../core/values/business-date.js'
import type { Lang } from '../core/values/lang.js'
import { careList, careRowKey } from '../core/worklist/care-list.js'
import { inSheet } from '../core/worklist/sheet-table.js'
import type { CareInput } from './care-input.js'
import { careReportWords } from './care-words.js'
import { identityOf } from './grades-columns.js'
import { identityColumns } from './identity.js'

type CareColumn = keyof (typeof careReportWords)['en']['columns']

function columnIn({ lang, snapshot }: CareInput) {
  return (key: CareColumn, kind: ColumnKind, more: Partial<Column> = {}): Column => ({
    ...{ key, kind, label: careReportWords[lang].columns[key] },
    ...(kind === 'money' ? currencyOf(snapshot.currency) : {}),
    ...more,
  })
}

/** How many customers are named in a cell. */
const NAMED = 3

/** The code of an occasion: its kind, or the key of a festival. */
const occasionCode = ({ kind, festival }: Pick<CareOccasion, 'kind' | 'festival'>): string => festival?.key ?? kind

/** What the occasions are called, by code. */
function occasionWords(occasions: readonly CareOccasion[], lang: Lang): Readonly<Record<string, string>> {
  const { kinds } = careReportWords[lang]
  return Object.fromEntries(
    occasions.map((one) => [occasionCode(one), one.festival === null ? kinds[one.kind] : one.festival.words[lang]]),
  )
}

/** The coming eight weeks, one line an occasion. */
export function calendarTable(input: CareInput, occasions: readonly CareOccasion[]): TableDraft {
  const { lang } = input
  const say = careReportWords[lang]
  const column = columnIn(input)
  const columns = [
    column('on', 'date'),
    column('occasion', 'text', { words: occasionWords(occasions, lang) }),
    column('customers', 'count'),
    column('names', 'text'),
    column('gifts', 'count'),
    column('greetings', 'count'),
    column('done', 'count'),
    column('plannedMinor', 'money'),
  ]
  return draft('care', say.calendar, columns, occasions, (occasion) => {
    const { items } = occasion
    const gifts = items.filter(({ treatment }) => treatment === 'gift').length
    return {
      ...{ on: dateOf(occasion.on), occasion: occasionCode(occasion), customers: items.length },
      names: namesOf(
        input,
        items.map(({ customer }) => customer),
      ),
      ...{ gifts, greetings: items.length - gifts },
      done: items.filter(({ state }) => state === 'done').length,
      plannedMinor: plannedMinor(items),
    }
  })
}

/** The first few by name, and how many others there are. */
export function namesOf({ lang, snapshot }: CareInput, customers: readonly number[]): string {
  const say = careReportWords[lang]
  const shown = customers.slice(0, NAMED).map((customer) => {
    const { name, key, id } = snapshot.customers[customer]!
    return name ?? key ?? id
  })
  return say.names(shown.join(say.listed), customers.length - shown.length)
}

/** The same with one line a customer. */
function linesTable(input: CareInput, occasions: readonly CareOccasion[]): TableDraft {
  const { lang, snapshot } = input
  const say = careReportWords[lang]
  const [column, shared] = [columnIn(input), columnsIn(lang, snapshot.currency)]
  const columns = [
    column('on', 'date'),
    column('occasion', 'text', { words: occasionWords(occasions, lang) }),
    ...identityColumns(input, shared),
    column('level', 'text'),
    column('treatment', 'text', { words: say.treatments }),
    column('limitMinor', 'money'),
    column('state', 'text', { words: say.states }),
    shared('phone'),
    shared('email'),
  ]
  const items = occasions.flatMap((occasion) => occasion.items)
  return draft('lines', say.lines, columns, items, (item) => {
    const { phone, email } = snapshot.customers[item.customer]!
    return {
      ...{ on: dateOf(item.on), occasion: occasionCode(item), ...identityOf(input, item.customer) },
      ...{ level: item.level, treatment: item.treatment, limitMinor: item.limitMinor, state: item.state, phone, email },
    }
  })
}

/** Those lines with columns to work in, and by which each row is known when it comes back (R25). */
export function linesSheet(input: CareInput, occasions: readonly CareOccasion[]): TableDraft {
  const table = linesTable(input, occasions)
  const { ledger, snapshot, asOf, lang } = input
  if (ledger === undefined) return table
  const items = occasions.flatMap((occasion) => occasion.items)
  return inSheet(table, careList, lang, (position) => {
    const item = items[position]!
    return careRowKey({ ledger, on: asOf, customer: snapshot.customers[item.customer]!.id, item: careKey(item) })
  })
}

/** A span of days with what came of its care. */
export interface CarePeriod {
  /** `2026-Q2`, `2026`. */
  readonly code: string
  readonly name: string
  readonly counts: ReadonlyMap<CareKind, CareCounts>
  readonly spend: CareSpend
}

/** What was planned and done, by period and kind; gifts stand in the line of all. */
export function outcomesTable(input: CareInput, periods: readonly CarePeriod[]): TableDraft {
  const say = careReportWords[input.lang]
  const column = columnIn(input)
  const columns = [
    column('period', 'text', { words: Object.fromEntries(periods.map(({ code, name }) => [code, name])) }),
    column('occasion', 'text', { words: say.kinds }),
    column('planned', 'count'),
    column('done', 'count'),
    column('skipped', 'count', { wide: true }),
    column('missed', 'count'),
    column('heldBack', 'count', wideUnless(periods.some(({ counts }) => allCare(counts).heldBack > 0))),
    column('doneShare', 'percent'),
    column('given', 'count'),
    column('replies', 'count'),
    column('spentMinor', 'money'),
  ]
  const rows = periods.flatMap(({ code, counts, spend }) => [
    ...CARE_KINDS.map((kind) => ({ code, kind, counts: counts.get(kind)!, spend: null })),
    { code, kind: 'all' as const, counts: allCare(counts), spend },
  ])
  const shown = rows.filter(({ kind, counts, spend }) => counts.planned > 0 || (kind === 'all' && spend!.gifts > 0))
  const table = draft('outcomes', say.outcomes, columns, shown, ({ code, kind, counts, spend }) => ({
    ...{ period: code, occasion: kind, ...counts },
    doneShare: counts.planned === 0 ? null : counts.done / counts.planned,
    ...{ given: spend?.gifts ?? null, replies: spend?.replies ?? null, spentMinor: spend?.spentMinor ?? null },
  }))
  return { ...table, reason: say.noneLooked }
}

/** The year's gifts by customer, the most spent first. */
export function spendTable(input: CareInput, gifts: readonly Gift[], year: number): TableDraft {
  const say = careReportWords[input.lang]
  const [column, shared] = [columnIn(input), columnsIn(input.lang, input.snapshot.currency)]
  const columns = [
    ...identityColumns(input, shared),
    column('level', 'text'),
    column('given', 'count'),
    column('spentMinor', 'money'),
    column('treatsMinor', 'money'),
    column('replies', 'count'),
    column('waiting', 'count'),
  ]
  const rows = [...giftsByCustomer(gifts)]
    .map(([customer, own]) => ({ customer, spend: spendOf(own) }))
    .sort((a, b) => b.spend.spentMinor - a.spend.spentMinor || a.customer - b.customer)
  const table = draft('gifts', say.spend(year), columns, rows, ({ customer, spend }) => ({
    ...identityOf(input, customer),
    ...{ level: input.dues().level(customer), given: spend.gifts, spentMinor: spend.spentMinor },
    ...{ treatsMinor: spend.treatsMinor, replies: spend.replies, waiting: spend.gifts - spend.replies },
  }))
  return { ...table, reason: say.noGifts }
}
