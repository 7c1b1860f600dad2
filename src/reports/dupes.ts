import {
  commonParams,
  draft,
  finishOther,
  finishTable,
  type ReportDefinition,
  type ReportInput,
  reportHead,
  type TableDraft,
} from '../core/report/build.js'
import { columnsIn } from '../core/report/columns.js'
import type { Report } from '../core/report/model.js'
import type { Column } from '../core/report/table.js'
import { answerLabels, pairText } from '../core/twins/answers.js'
import {
  type Evidence,
  findTwins,
  type Strength,
  strengths,
  type TwinFacts,
  type TwinPair,
} from '../core/twins/twin.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'

export interface DupesInput extends ReportInput {
  readonly twins: TwinFacts
}

const words = bilingual(
  {
    title: 'Customers who may be one person',
    purpose:
      'Pairs of customers who may be one person, with what speaks for it; phones and e-mails too many people carry.',
    pairs: 'Pairs',
    shared: 'Phones and e-mails that join nobody',
    columns: {
      strength: 'How likely',
      evidence: 'In common',
      contact: 'Phone or e-mail',
      address: 'Where',
      other: 'Other customer',
      otherName: 'Other name',
      otherContact: 'Other phone or e-mail',
      otherAddress: 'Other place',
      otherOrders: 'Other orders',
      shared: 'Shared phone or e-mail',
      carriers: 'Carried by so many',
      who: 'Among them',
    },
    strengths: { strong: 'very likely', likely: 'likely', weak: 'possible' } satisfies Record<Strength, string>,
    evidence: {
      buyer: 'buyer id in another shop',
      email: 'e-mail',
      phone: 'phone',
      address: 'address',
      name: 'name',
      place: 'city or postcode',
      spelling: 'name in another spelling',
    } satisfies Record<Evidence, string>,
    answer: (label: string) =>
      `To answer many at once: crm dupes -o twins.xlsx, write yes or no under "${label}", then crm import twins.xlsx. Or one by one: crm merge CUSTOMER CUSTOMER`,
    none: 'Nobody looks like somebody else.',
    common: (n: number) =>
      `${plural(n, 'name')}, places or contact points so common that customers were not compared by them.`,
  },
  {
    title: '可能是同一人的客户',
    purpose: '可能是同一个人的客户，两两列出并说明依据；以及太多人共用、不能用来合并的电话和邮箱。',
    pairs: '配对数',
    shared: '多人共用、不用于合并的电话和邮箱',
    columns: {
      strength: '可能性',
      evidence: '相同之处',
      contact: '电话或邮箱',
      address: '所在地',
      other: '另一位客户',
      otherName: '另一位姓名',
      otherContact: '另一位电话或邮箱',
      otherAddress: '另一位所在地',
      otherOrders: '另一位订单数',
      shared: '共用的电话或邮箱',
      carriers: '使用人数',
      who: '其中有',
    },
    strengths: { strong: '很可能', likely: '较可能', weak: '有可能' },
    evidence: {
      buyer: '另一店铺的同一买家号',
      email: '邮箱',
      phone: '电话',
      address: '地址',
      name: '姓名',
      place: '城市或邮编',
      spelling: '姓名拼音',
    },
    answer: (label) =>
      `要一次确认多组：crm dupes -o 重复客户.xlsx，在“${label}”一列填“是”或“否”，再 crm import 重复客户.xlsx。也可以逐个合并：crm merge 客户 客户`,
    none: '没有发现可能重复的客户。',
    common: (n) => `有 ${n} 个姓名、地点或联系方式太常见，没有据此比对。`,
  },
)

/** Pairs of customers who may be one, the likeliest first; as a sheet it can be answered and imported. */
export const dupes: ReportDefinition<DupesInput> = {
  name: 'dupes',
  words,
  build(input) {
    const { lang, filter, twins } = input
    const { pairs, common } = findTwins(twins)
    const chosen = filter
      ? pairs.filter((pair) => filter.includes(pair.customer) || filter.includes(pair.other))
      : pairs
    const counts = Object.fromEntries(
      strengths.map((strength) => [strength, chosen.filter((pair) => pair.strength === strength).length]),
    )
    const say = words[lang]
    const report: Report = {
      ...reportHead(dupes, input, null),
      params: commonParams(input),
      summary: { pairs: chosen.length, ...counts, shared: twins.shared.length },
      facts: [{ label: say.pairs, kind: 'count', value: chosen.length }],
      tables: [finishTable(pairsTable(input, chosen), input.shape), finishOther(sharedTable(input), input.shape)],
      notes: [
        chosen.length === 0 ? say.none : say.answer(answerLabels[lang].same),
        ...(common > 0 ? [say.common(common)] : []),
      ],
    }
    return report
  },
}

function pairsTable({ lang, snapshot, twins }: DupesInput, pairs: readonly TwinPair[]): TableDraft {
  const say = words[lang]
  const column = columnsIn(lang, null)
  const columns: Column[] = [
    { key: 'pair', kind: 'id', label: answerLabels[lang].pair },
    { key: 'strength', kind: 'text', label: say.columns.strength, words: say.strengths },
    { key: 'evidence', kind: 'text', label: say.columns.evidence, words: say.evidence },
    column('customer', { wide: true }),
    column('name'),
    { key: 'contact', kind: 'phone', label: say.columns.contact },
    { key: 'address', kind: 'text', label: say.columns.address, wide: true },
    column('orders', { wide: true }),
    { key: 'other', kind: 'id', label: say.columns.other, wide: true },
    { key: 'otherName', kind: 'text', label: say.columns.otherName },
    { key: 'otherContact', kind: 'phone', label: say.columns.otherContact },
    { key: 'otherAddress', kind: 'text', label: say.columns.otherAddress, wide: true },
    { key: 'otherOrders', kind: 'count', label: say.columns.otherOrders, wide: true },
    { key: 'same', kind: 'text', label: answerLabels[lang].same, wide: true },
  ]
  const cells = cellsOf({ snapshot, twins })
  return draft('pairs', say.title, columns, pairs, ({ customer, other, strength, evidence }) => {
    const [one, two] = [cells(customer), cells(other)]
    return {
      ...{ pair: pairText(one.customer, two.customer), strength, evidence, ...one },
      ...{ other: two.customer, otherName: two.name, otherContact: two.contact, otherAddress: two.address },
      ...{ otherOrders: two.orders, same: null },
    }
  })
}

/** What a row says of one of the two. */
function cellsOf({ snapshot, twins }: Pick<DupesInput, 'snapshot' | 'twins'>) {
  const places = new Map<number, string>()
  for (const { customer, address, city, postcode } of twins.records) {
    const place = [address, city, postcode].filter(Boolean).join(', ')
    if (place.length > (places.get(customer)?.length ?? 0)) places.set(customer, place)
  }
  return (customer: number) => {
    const { id, name, key, phone, email } = snapshot.customers[customer]!
    const { start, counted } = snapshot.orders
    const orders = counted.subarray(start[customer]!, start[customer + 1]!).reduce((sum, one) => sum + one, 0)
    return {
      customer: id,
      name: name ?? key,
      contact: phone ?? email,
      address: places.get(customer) ?? null,
      orders,
    }
  }
}

/** Customers named in a row of shared contact points. */
const shownCarriers = 5

function sharedTable({ lang, snapshot, twins }: DupesInput): TableDraft {
  const say = words[lang]
  const columns: Column[] = [
    { key: 'shared', kind: 'text', label: say.columns.shared },
    { key: 'carriers', kind: 'count', label: say.columns.carriers },
    { key: 'who', kind: 'text', label: say.columns.who },
  ]
  const byCount = twins.shared.toSorted((a, b) => b.customers.length - a.customers.length)
  return draft('shared', say.shared, columns, byCount, ({ contact, customers }) => ({
    shared: contact,
    carriers: customers.length,
    who: customers.slice(0, shownCarriers).map((customer) => {
      const { id, name } = snapshot.customers[customer]!
      return name === null ? id : `${name} (${id})`
    }),
  }))
}
