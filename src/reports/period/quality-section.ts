import { draft, finishTable } from '../../core/report/build.js'
import type { Column } from '../../core/report/table.js'
import { TIERS } from '../../core/value/abc.js'
import { bilingual, type Lang } from '../../core/values/lang.js'
import { completenessTable } from '../completeness-table.js'
import { unassignedIn } from '../notes.js'
import type { PeriodSection, PeriodView } from './view.js'

const words = bilingual(
  {
    title: 'What the ledger lacks',
    what: 'What',
    count: 'How many',
    fix: 'What to do',
    none: 'Nothing is missing, waiting or unclear.',
    faults: {
      unreachable: [
        'customers with neither phone nor e-mail',
        'crm list missing:phone missing:email, then crm edit CUSTOMER',
      ],
      noCountry: ['customers without a country', 'crm list missing:country, then crm edit CUSTOMER --country XX'],
      unnamed: ['customers without a name', 'crm list missing:name, then crm edit CUSTOMER --name NAME'],
      unassigned: ['orders of the period that name no customer', 'export them with the buyer and import them again'],
      pending: ['orders not paid yet', 'export the newest orders and import them'],
      unclear: [
        'orders without a state or an amount that is understood',
        'crm imports, and import the file again with --map',
      ],
      waitingRefunds: ['refunds whose order is not here yet', 'import the orders of those days'],
      waitingParts: ['item lists, parcels and payments without their order', 'import the orders of those days'],
      waitingEntries: ['ratings and complaints whose order is not here yet', 'import the orders of those days'],
      notCounted: ['payments, parcels and invoices not counted beside orders', 'see crm status'],
      sharedKeys: ['phones and e-mails that several customers share', 'see them one by one: crm dupes'],
    },
  },
  {
    title: '账本里缺什么',
    what: '内容',
    count: '数量',
    fix: '怎么办',
    none: '没有缺失、等待或不清楚的内容。',
    faults: {
      unreachable: ['没有电话也没有邮箱的客户', 'crm list missing:phone missing:email，再用 crm edit 客户 补上'],
      noCountry: ['没有国家的客户', 'crm list missing:country，再用 crm edit 客户 --country CN'],
      unnamed: ['没有姓名的客户', 'crm list missing:name，再用 crm edit 客户 --name 姓名'],
      unassigned: ['本期没有客户信息的订单', '请导出带买家信息的表再导入一次'],
      pending: ['还没付款的订单', '请导出最新的订单再导入'],
      unclear: ['看不懂状态或金额的订单', 'crm imports，再用 --map 导入那个文件'],
      waitingRefunds: ['等待原订单的退款', '请导入那几天的订单'],
      waitingParts: ['等待原订单的商品明细、包裹和付款', '请导入那几天的订单'],
      waitingEntries: ['等待原订单的评价和投诉', '请导入那几天的订单'],
      notCounted: ['与订单重复而没有计入的付款、包裹和发票', '查看：crm status'],
      sharedKeys: ['几位客户共用的电话和邮箱', '逐个查看：crm dupes'],
    },
  },
)

type Fault = keyof (typeof words)['en']['faults']

/** What is missing, waiting or unclear in the ledger, each with what to do, and how complete the files of customers are (R8). */
export const qualitySection: PeriodSection = {
  key: 'quality',
  needsNoOrders: true,
  build: (view) => {
    const { input, standing, includes } = view
    const say = words[input.lang]
    const found = Object.entries(faultsOf(view)).filter(([, count]) => count > 0) as [Fault, number][]
    const columns: Column[] = [
      { key: 'fault', kind: 'text', label: say.what, words: named(input.lang, 0) },
      { key: 'count', kind: 'count', label: say.count },
      { key: 'fix', kind: 'text', label: say.fix, words: named(input.lang, 1) },
    ]
    const table = draft('quality', say.title, columns, found, ([fault, count]) => ({ fault, count, fix: fault }))
    const { tier } = standing.abc
    const filter = { text: '', unknownTags: [], ...input.filter, includes }
    const files = finishTable(completenessTable({ ...input, filter }, (customer) => TIERS[tier[customer]!]!))
    return {
      tables: [
        finishTable({ ...table, reason: say.none }),
        files.rows.some(({ customers }) => customers !== 0) ? files : { ...files, isForMachines: true },
      ],
    }
  },
}

function named(lang: Lang, part: 0 | 1): Record<string, string> {
  return Object.fromEntries(Object.entries(words[lang].faults).map(([fault, texts]) => [fault, texts[part]!]))
}

/** How often each is found; what is of no customer is left out where the report is of some of them. */
function faultsOf({ input, span, includes }: PeriodView): Partial<Record<Fault, number>> {
  const chosen = input.snapshot.customers.filter(({ blocked }, customer) => !blocked && includes(customer))
  const ofCustomers = {
    unreachable: chosen.filter(({ phone, email }) => !phone && !email).length,
    noCountry: chosen.filter(({ country }) => !country).length,
    unnamed: chosen.filter(({ name }) => !name).length,
  }
  if (input.filter !== undefined) return ofCustomers
  const { pending = 0, unclear = 0, waitingRefunds = 0, waitingParts = 0 } = input.snapshot.uncounted?.() ?? {}
  return {
    ...{ ...ofCustomers, unassigned: unassignedIn(input, { window: span }).orders },
    ...{ pending, unclear, waitingRefunds, waitingParts, ...input.held() },
  }
}
