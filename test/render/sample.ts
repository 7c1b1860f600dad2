import type { Report } from '../../src/core/report/model.js'
import type { Column, Table } from '../../src/core/report/table.js'

/** Names that try to become something else in a terminal, a spreadsheet, a page or a file. */
export const hostileNames: readonly string[] = [
  '\u001b]0;owned\u0007\u001b[2J\u001b]52;c;ZXZpbA==\u0007',
  'safe\u202egnp.exe\u2066x',
  '\u009b31mred',
  "=cmd|'/c calc'!A0",
  '+1-1',
  '-2+3',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\0=1+1',
  '＝1+1',
  "'=1+1",
  "''=1+1",
  "'quoted",
  '</script><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  'first line\nsecond line\r\nthird',
  'a,b;c\td"e',
  '\\;,\\n',
  '_x000D_',
  '[click](http://example.com) `code` | *bold*',
  '__proto__',
]

const customerColumns: readonly Column[] = [
  { key: 'name', kind: 'text', label: '客户' },
  { key: 'customer', kind: 'id', label: '编号' },
  { key: 'tier', kind: 'tier', label: '等级' },
  { key: 'orders', kind: 'count', label: '订单数' },
  { key: 'netMinor', kind: 'money', label: '净销售额', currency: 'CNY' },
  { key: 'share', kind: 'bar', label: '贡献度' },
  { key: 'shareAfter', kind: 'percent', label: '累计占比' },
  { key: 'lastOrderOn', kind: 'date', label: '最近下单' },
  { key: 'recencyDays', kind: 'days', label: '距今天数' },
  { key: 'phone', kind: 'phone', label: '电话' },
  { key: 'email', kind: 'email', label: '邮箱', wide: true },
  { key: 'company', kind: 'company', label: '公司', wide: true },
  { key: 'gapDays', kind: 'number', label: '平均间隔', wide: true },
  { key: 'r', kind: 'score', label: 'R' },
  { key: 'reasons', kind: 'text', label: '原因', wide: true },
]

/** A table of customers with Chinese and English names, a negative amount and blanks. */
export const customers: Table = {
  key: 'customers',
  title: '客户明细: A/B [2024]',
  columns: customerColumns,
  rows: [
    row('张三', 'c4k7m2p9xq', 'A', 12, 1234567, 0.4217, 0.4217, '2024-06-28', 2, '+8613800138000', 'zhang@qq.com', [
      '补货',
      '维系',
    ]),
    row(
      'Emma Brown & Söhne',
      'c0000000b1',
      'B',
      3,
      98765,
      0.25,
      0.6717,
      '2024-05-03',
      58,
      '+15417543000',
      'emma@example.com',
      [],
    ),
    row('สมชาย น้ำใจ', 'c0000000c2', 'C', 1, 5, 0.001, 0.6727, '2023-12-31', 182, '+6621234567', null, ['win-back']),
    row('👩‍👩‍👧 亲子小店', 'c0000000d3', 'U', 0, -50000, 0, 0.6727, null, null, '+861012345678', null, null),
    row(null, '123456789012345678', null, null, null, null, null, null, null, null, null, null),
  ],
  omitted: 4318,
}

function row(...values: readonly (string | number | null | readonly string[])[]): Table['rows'][number] {
  const [name, customer, tier, orders, netMinor, share, shareAfter, lastOrderOn, recencyDays, phone, email, reasons] =
    values
  const base = {
    name,
    customer,
    tier,
    orders,
    netMinor,
    share,
    shareAfter,
    lastOrderOn,
    recencyDays,
    phone,
    email,
    reasons,
  }
  const more = {
    company: name === '张三' ? '三友贸易, 有限公司' : null,
    gapDays: netMinor === null ? null : 30.456,
    r: 5,
  }
  return Object.fromEntries(Object.entries({ ...base, ...more }).map(([key, value]) => [key, value ?? null]))
}

/** A table of amounts in currencies with 0, 2 and 3 decimals and English headings that must wrap. */
export const currencies: Table = {
  key: 'currencies',
  title: 'Net revenue by currency',
  columns: [
    { key: 'segment', kind: 'text', label: 'Segment' },
    { key: 'jpyMinor', kind: 'money', label: 'Net revenue in the window', currency: 'JPY' },
    { key: 'kwdMinor', kind: 'money', label: 'Discount and refund', currency: 'KWD' },
    { key: 'gbpMinor', kind: 'money', label: 'Average order value', currency: 'GBP' },
  ],
  rows: [
    { segment: 'champions', jpyMinor: 1234567, kwdMinor: 1005, gbpMinor: 891140790 },
    { segment: 'at risk', jpyMinor: -980, kwdMinor: -5, gbpMinor: -1322914 },
    { segment: 'lost', jpyMinor: 0, kwdMinor: null, gbpMinor: 7 },
  ],
  omitted: 0,
}

/** One row a hostile name, in text, id and e-mail columns. */
export const hostile: Table = {
  key: 'hostile',
  title: '</script><img src=x onerror=alert(1)>\u001b[31m',
  columns: [
    { key: 'name', kind: 'text', label: '=1+1' },
    { key: 'id', kind: 'id', label: '</th>' },
    { key: 'email', kind: 'email', label: 'E-mail\u202e' },
  ],
  rows: hostileNames.map((name) => ({ name, id: name, email: name })),
  omitted: 0,
}

/** So many names that the last ones, hostile, stand in their cells and not in the workbook's table of texts. */
export const longList: Table = {
  ...hostile,
  key: 'long',
  title: 'Long list',
  rows: [
    ...Array.from({ length: 11_000 }, (_, at) => ({ name: `Buyer ${at}`, id: `K${at}`, email: null })),
    ...[...hostileNames, ' spaces ', 'two\nlines', '_x0041_', '𠮷野家'].map((name) => ({
      name,
      id: name,
      email: name,
    })),
  ],
}

/** A report with everything in it. */
export const sample: Report = {
  name: 'tier',
  title: '客户分层报告（ABC）',
  asOf: '2024-06-30',
  window: { from: '2023-07-02', to: '2024-06-30', days: 365 },
  currency: 'CNY',
  params: { by: 'net', cuts: [0.8, 0.95], days: 365 },
  summary: { measure: 'net', customers: { A: 1, B: 1, C: 1, U: 2 } },
  facts: [
    { label: '客户数', kind: 'count', value: 4338 },
    { label: '净销售额', kind: 'money', value: 891140790, currency: 'CNY' },
    { label: '无有效成交客户净额', kind: 'money', value: -1322914, currency: 'CNY' },
    { label: '前20%客户贡献度', kind: 'percent', value: 0.7463 },
    { label: '购买周期', kind: 'days', value: 44 },
    { label: '最近下单', kind: 'date', value: '2024-06-28' },
    { label: '基尼系数', kind: 'number', value: 0.7312 },
    { label: '上次备份', kind: 'date', value: null },
  ],
  tables: [customers, currencies, hostile],
  notes: [
    '客户少于30位，或九成以上只买过一次时，等级仅供参考；请结合实际往来判断，不要只凭等级停止联系任何一位客户。',
    'Lines without a customer (135,080) are kept and counted, but belong to no customer.',
  ],
}

/** The report with another choice of tables. */
export function sampleWith(tables: readonly Table[], more: Partial<Report> = {}): Report {
  return { ...sample, tables, ...more }
}
