import { countryNamesIn } from '../values/country.js'
import { bilingual, inEach, type Lang } from '../values/lang.js'
import { platformWords } from './platforms.js'
import type { Column, ColumnKind, PersonField } from './table.js'

/** Every column that more than one report shows, by its JSON key. */
const kinds = {
  customer: 'id',
  name: 'text',
  key: 'id',
  country: 'text',
  platforms: 'text',
  tags: 'text',
  phone: 'phone',
  email: 'email',
  tier: 'tier',
  segment: 'text',
  valueMinor: 'money',
  value: 'count',
  grossMinor: 'money',
  netMinor: 'money',
  orders: 'count',
  lastOrderOn: 'date',
  recencyDays: 'days',
  r: 'score',
  f: 'score',
  m: 'score',
  shareBefore: 'percent',
  shareAfter: 'bar',
  customers: 'count',
  customersShare: 'percent',
  valueShare: 'bar',
  before: 'tier',
  now: 'tier',
  cause: 'text',
  rule: 'text',
  reason: 'text',
  reasons: 'text',
  advice: 'text',
  dueOn: 'date',
  overdueDays: 'days',
  lastSensibleOn: 'date',
  stakeMinor: 'money',
  channel: 'text',
  contact: 'text',
  expectedFrom: 'date',
  expectedTo: 'date',
} as const satisfies Record<string, ColumnKind>

export type ColumnKey = keyof typeof kinds

/** What some of them tell of the person a row is about. */
const persons: Readonly<Partial<Record<ColumnKey, PersonField>>> = {
  ...{ name: 'name', contact: 'reach', country: 'country', tags: 'tags' },
}

const labels = bilingual<Record<ColumnKey, string>>(
  {
    customer: 'Customer',
    name: 'Name',
    key: 'Platform id',
    country: 'Country',
    platforms: 'Platforms',
    tags: 'Tags',
    phone: 'Phone',
    email: 'E-mail',
    tier: 'Tier',
    segment: 'Segment',
    valueMinor: 'Net revenue',
    value: 'Orders',
    grossMinor: 'Gross revenue',
    netMinor: 'Net revenue',
    orders: 'Orders',
    lastOrderOn: 'Last order',
    recencyDays: 'Days since last order',
    r: 'R',
    f: 'F',
    m: 'M',
    shareBefore: 'Share before',
    shareAfter: 'Share after',
    customers: 'Customers',
    customersShare: 'Share of customers',
    valueShare: 'Share of value',
    before: 'Before',
    now: 'Now',
    cause: 'Why',
    rule: 'Rule',
    reason: 'Reason',
    reasons: 'All reasons',
    advice: 'What to say',
    dueOn: 'Due',
    overdueDays: 'Days overdue',
    lastSensibleOn: 'Last sensible day',
    stakeMinor: 'At stake',
    channel: 'Channel',
    contact: 'Contact',
    expectedFrom: 'Next order from',
    expectedTo: 'Next order to',
  },
  {
    customer: '客户编号',
    name: '客户名称',
    key: '平台客户号',
    country: '国家/地区',
    platforms: '平台',
    tags: '标签',
    phone: '电话',
    email: '邮箱',
    tier: '客户类别',
    segment: '客户分群',
    valueMinor: '净销售额',
    value: '订单数',
    grossMinor: '成交额（退款前）',
    netMinor: '净销售额',
    orders: '订单数',
    lastOrderOn: '上次下单',
    recencyDays: '距上次下单天数',
    r: 'R',
    f: 'F',
    m: 'M',
    shareBefore: '之前累计占比',
    shareAfter: '累计占比',
    customers: '客户数',
    customersShare: '客户占比',
    valueShare: '金额占比',
    before: '原类别',
    now: '现类别',
    cause: '原因',
    rule: '提醒类型',
    reason: '跟进原因',
    reasons: '全部原因',
    advice: '怎么说',
    dueOn: '应跟进日期',
    overdueDays: '逾期天数',
    lastSensibleOn: '最晚跟进日期',
    stakeMinor: '影响金额',
    channel: '联系渠道',
    contact: '联系方式',
    expectedFrom: '预计下单（最早）',
    expectedTo: '预计下单（最晚）',
  },
)

/** What a shared column is called, in both languages. */
export function columnLabels(key: ColumnKey): Readonly<Record<Lang, string>> {
  return inEach((lang) => labels[lang][key])
}

export type ColumnMaker = (key: ColumnKey, changes?: Partial<Omit<Column, 'key'>>) => Column

/** Makes shared columns in the reader's language; money columns carry the ledger's currency. */
export function columnsIn(lang: Lang, currency: string | null): ColumnMaker {
  return (key, changes) => ({
    key,
    kind: kinds[key],
    label: labels[lang][key],
    ...(persons[key] === undefined ? {} : { person: persons[key] }),
    ...(key === 'platforms' ? { words: platformWords[lang] } : {}),
    ...(key === 'country' ? { words: countryNamesIn(lang), isCodeInCsv: true } : {}),
    ...(kinds[key] === 'money' ? currencyOf(currency) : {}),
    ...changes,
  })
}

/** The currency of a money column or fact, left out where none is known. */
export function currencyOf(currency: string | null): { currency?: string } {
  return currency === null ? {} : { currency }
}

/** Keeps a column off a terminal where it would have nothing to show. */
export function wideUnless(isShown: boolean): Pick<Column, 'wide'> {
  return isShown ? {} : { wide: true }
}
