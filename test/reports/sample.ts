import { type ContactBook, EMPTY_ENTRY } from '../../src/core/contact-book.js'
import type { ContactRecord } from '../../src/core/contact-record.js'
import type { CustomerDetails } from '../../src/core/customer-details.js'
import type { CustomerFile } from '../../src/core/customer-file.js'
import type { EntryFacts } from '../../src/core/entry-facts.js'
import { type Dues, duesOn } from '../../src/core/follow-up/dues.js'
import { leadsOf } from '../../src/core/follow-up/leads/fold.js'
import type { Lead } from '../../src/core/follow-up/leads/lead.js'
import { handsOf } from '../../src/core/follow-up/team/hands.js'
import { inChargeOf } from '../../src/core/follow-up/team/in-charge.js'
import type { ReportInput } from '../../src/core/report/build.js'
import type { Snapshot } from '../../src/core/snapshot.js'
import { orderDays } from '../../src/core/value/cycle.js'
import { FORECAST_DEFAULTS } from '../../src/core/value/forecast/forecast.js'
import type { GradesBasis } from '../../src/core/value/grades/grades.js'
import { VALUE_DEFAULTS } from '../../src/core/value/standing.js'
import { type Day, dayOf } from '../../src/core/values/business-date.js'
import { rules } from '../../src/rules/index.js'
import { careIn } from '../support/care.js'
import { POOL_DEFAULTS } from '../support/follow-up-defaults.js'
import { gradesBasisOf } from '../support/grades.js'
import { voiceOf } from '../support/indicators.js'
import { lifecycleIn } from '../support/lifecycle.js'
import { pointsBasisIn } from '../support/points.js'
import { type MadeLine, purchasesOf } from '../support/purchases.js'
import { snapshotOf } from '../support/snapshot.js'

export const asOf = dayOf('2026-08-31')

/** Six customers with net revenue 60, 25, 5, 5, 3 and 2 (dollars), AABBCC by hand, one with a return only, one never bought. */
export const shop = snapshotOf(
  [
    {
      id: 'c1',
      key: '1001',
      name: 'Ann',
      country: 'US',
      email: 'ann@example.com',
      phone: '+12025550101',
      platforms: ['shopify'],
      bought: [
        { on: '2026-04-18', net: 1000 },
        { on: '2026-05-18', net: 1500, gross: 2000 },
        { on: '2026-06-18', net: 1500 },
        { on: '2026-07-18', net: 2000 },
      ],
    },
    { id: 'c2', name: '王芳', country: 'CN', phone: '+8613800000001', bought: [{ on: '2026-08-28', net: 2500 }] },
    {
      id: 'c3',
      name: 'Cid',
      bought: [
        { on: '2026-05-01', net: 200 },
        { on: '2026-08-20', net: 300 },
      ],
    },
    { id: 'c4', name: 'Dee', platforms: ['taobao'], key: 'd', bought: [{ on: '2026-03-01', net: 500 }] },
    { id: 'c5', name: 'Eve', blocked: true, bought: [{ on: '2026-01-01', net: 300 }] },
    { id: 'c6', name: 'Fay', bought: [{ on: '2025-10-01', net: 200 }] },
    { id: 'c7', name: 'Gil', bought: [{ on: '2026-02-01', net: -150, gross: 0 }] },
    { id: 'c8' },
  ],
  [{ customer: 1, on: dayOf('2026-08-20'), kind: 'contact', rule: null, nextOn: dayOf('2026-08-30') }],
)

const on = (date: string, sku: string, quantity = 1): MadeLine => [dayOf(date), sku, quantity]

/** The same shop with the lines of its orders: Ann buys tea every month. */
const purchases = purchasesOf(
  [
    [
      on('2026-04-18', 'TEA'),
      on('2026-05-18', 'TEA'),
      on('2026-06-18', 'TEA'),
      on('2026-07-18', 'TEA'),
      on('2026-07-18', 'POT'),
    ],
    [on('2026-08-28', 'TEA', 2)],
    ...Array.from({ length: 6 }, () => []),
  ],
  { TEA: 'Green tea', POT: 'Tea pot' },
)

const said = { batch: 1, key: '', value: null, dueOn: asOf + 2, at: 0 } as const

/** Ann complained of an order and scored it; Cid suggested something. */
const voice = voiceOf([], asOf, [
  {
    ...{
      ...said,
      id: 1,
      kind: 'feedback',
      subject: 'F1',
      customer: 0,
      what: 'open',
      on: asOf - 9,
      text: 'pot cracked',
    },
    details: { kind: 'complaint', category: 'quality', order: '1001', owner: 'li' },
  },
  {
    ...said,
    id: 2,
    kind: 'feedback',
    subject: 'F1',
    customer: 0,
    what: 'respond',
    on: asOf - 8,
    text: 'sorry',
    details: {},
  },
  {
    ...{
      ...said,
      id: 3,
      kind: 'feedback',
      subject: 'F2',
      customer: 2,
      what: 'open',
      on: asOf - 3,
      text: 'smaller packs',
    },
    ...{ dueOn: null, details: { kind: 'suggestion' } },
  },
  {
    ...said,
    id: 4,
    kind: 'rating',
    subject: '',
    customer: 0,
    what: 'score',
    on: asOf - 9,
    value: 2,
    text: '',
    details: { order: '1001' },
  },
])

const written = {
  ...{ platform: 'sheet', shop: '', buyerId: '', email: '', phone: '', city: '', address: '', postcode: '' },
} as const

/** Gil asked for pots, and Ann is to buy again. */
function sampleLeads(): ReadonlyMap<number, Lead> {
  const row = (customer: number, date: string, details: EntryFacts['details']): EntryFacts => ({
    ...{ customer, kind: 'lead', on: dayOf(date), knownOn: dayOf(date), value: null, details },
  })
  const rows = [
    row(0, '2026-08-01', { level: 'A', stage: 'proposal', owner: 'Li' }),
    row(6, '2026-08-20', { level: 'C' }),
  ]
  return leadsOf(rows, orderDays(shop, asOf))
}
/** What was recorded today: Ann was visited, and what was due of her closed. */
const contactRecords: readonly ContactRecord[] = [
  {
    ...{ customer: 0, on: asOf, kind: 'done', rule: 'restock', nextOn: null, channel: 'visit', result: 'reached' },
    ...{ text: 'wants forty', author: '', dueOn: asOf - 3, sensibleOn: asOf, batch: 1 },
  },
]

/** Everything any report asks for. */
/** Ann has a second number and a company address. */
const book: ContactBook = new Map([
  [
    0,
    {
      ...EMPTY_ENTRY,
      ...{ phones: ['+442071838750'], company: 'Ann & Co', city: 'Boston', address: '1 Main St', postcode: '02101' },
    },
  ],
])

export const input = {
  snapshot: { ...shop, purchases: () => purchases },
  asOf,
  isAsOfMoved: false,
  lang: 'en',
  shape: {},
  value: VALUE_DEFAULTS,
  usual: VALUE_DEFAULTS,
  decided: new Map(),
  book: () => book,
  forecast: FORECAST_DEFAULTS,
  backtest: { ...FORECAST_DEFAULTS, at: dayOf('2026-05-31'), knownTo: asOf },
  rules,
  dues: () => duesIn({ ...shop, purchases: () => purchases }, asOf),
  kept: new Map(),
  care: careIn(shop, asOf),
  gifts: [],
  campaigns: [],
  knownOn: dayOf('2026-01-01'),
  products: () => [{ product: { sku: 'TEA', name: 'Green tea' }, orders: 1, netMinor: 2000, beforeMinor: 3000 }],
  held: () => ({ sharedKeys: 1, notCounted: 0, waitingEntries: 0 }),
  isForScreen: false,
  grades: () => gradesBasisOf(shop, asOf),
  graded: gradesBasisOf(shop, dayOf('2026-05-31')),
  lifecycle: () => lifecycleIn({ ...shop, purchases: () => purchases }, asOf),
  owners: () => new Map<number, string>(),
  hands: () => handsOf(new Map(), new Map()),
  inCharge: () => inChargeOf(handsOf(new Map(), new Map()), new Map(), rules),
  leads: sampleLeads(),
  poolRules: POOL_DEFAULTS,
  calendar: { snapshot: shop, asOf, leads: sampleLeads, poolRules: () => POOL_DEFAULTS },
  pool: false,
  contactNotes: () => [],
  points: pointsBasisIn(shop, asOf),
  orderSources: [],
  statementOrders: [
    {
      ...{ id: 1, order: 'S-1', on: dayOf('2026-08-18'), kind: 'order', status: 'paid', currency: 'USD' },
      ...{ totalMinor: 2000, refundMinor: 0, netMinor: 2000, goods: [{ product: 'Tea pot', quantity: 2 }] },
    },
  ],
  companies: () => new Map<number, string>(),
  details: () => new Map<number, CustomerDetails>(),
  regions: () => new Map<number, string>(),
  clock: null,
  ahead: 0,
  days: { from: asOf - 90, to: asOf },
  begunOn: dayOf('2026-01-01'),
  today: asOf,
  contactRecords,
  entries: [],
  period: 'month',
  month: null,
  months: 12,
  cohortsBy: 'customers',
  since: asOf - 7,
  corrections: { since: [], between: [] },
  customer: 0,
  file: {
    orders: [
      {
        order: 'S-1',
        kind: 'order',
        on: dayOf('2026-07-18'),
        deliveredOn: null,
        platform: 'shopify',
        shop: null,
        status: 'paid',
        currency: 'USD',
        grossMinor: 2000,
        refundMinor: 0,
        netMinor: 2000,
        costsMinor: null,
        isCounted: true,
        note: 'gift wrap',
        source: { file: 'orders.csv', row: 12 },
      },
    ],
    values: [
      { field: 'phone', value: '+12025550101', source: { file: 'orders.csv', row: 12, header: 'Phone' }, on: null },
    ],
    contacts: [],
    entries: [],
  } satisfies CustomerFile,
  twins: {
    records: [
      { ...written, customer: 0, name: 'Ann', spellings: ['ann'], phone: '+12025550101', city: 'Boston' },
      { ...written, customer: 2, name: 'Cid', spellings: ['cid'], phone: '+12025550101' },
      { ...written, customer: 3, name: 'Ann', spellings: ['ann'], city: 'boston' },
    ],
    shared: [{ contact: '+12025550101', customers: [0, 2] }],
    apart: new Set<string>(),
  },
  voice: () => voice,
  feedback: voice.feedback[0]!,
  which: { kind: null, isOpen: false, owner: null },
  goodsOf: (order: string) => (order === '1001' ? ['Green tea'] : []),
} as const satisfies ReportInput & Record<string, unknown>

/** The same on another day, of another shop or with other entries: the stages are told by them. */
export function inputWith<
  C extends { snapshot?: Snapshot; asOf?: Day; entries?: readonly EntryFacts[]; grades?: () => GradesBasis },
>(changes: C) {
  const { snapshot, asOf, entries } = { ...input, ...changes }
  const dues = () => duesIn(snapshot, asOf, changes.grades)
  const said = () => voiceOf(entries, asOf)
  return { ...input, voice: said, ...changes, dues, lifecycle: () => lifecycleIn(snapshot, asOf, entries) }
}

/** What is due in a shop; grades are those of nothing decided unless given. */
function duesIn(snapshot: Snapshot, day: Day, grades = () => gradesBasisOf(snapshot, day)): Dues {
  return duesOn({ snapshot, asOf: day, graded: grades(), rules })
}
