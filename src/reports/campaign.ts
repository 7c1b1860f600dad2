import { type Campaign, campaignState, EFFECT_DAYS } from '../core/follow-up/campaign/campaign.js'
import type { Letter } from '../core/follow-up/campaign/messages.js'
import { occasionWords } from '../core/follow-up/campaign/occasions.js'
import { draft, finishTable, type ReportDefinition, type ReportInput, reportHead } from '../core/report/build.js'
import { columnsIn, currencyOf } from '../core/report/columns.js'
import type { Fact } from '../core/report/model.js'
import { dateOf } from '../core/values/business-date.js'
import { enumerated } from '../core/values/joined.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'
import { campaignWords } from './campaigns.js'
import { dateOrNull } from './dates.js'
import { identityColumns } from './identity.js'

export interface CampaignInput extends ReportInput {
  readonly campaign: Campaign
}

export interface CampaignShowInput extends CampaignInput {
  /** How the message reads to some customers, one for each language. */
  readonly samples: readonly Letter[]
}

const words = bilingual(
  {
    title: 'Campaign',
    purpose: 'One campaign: what it was made with, who is contacted and who is held out.',
    members: 'Customers',
    group: 'Group',
    groups: { contacted: 'contacted', 'held-out': 'held out, not to be contacted', both: 'in both groups' },
    message: 'Message',
    sample: (who: string) => `To ${who}`,
    files: 'Written to',
    gone: (n: number) =>
      `${plural(n, 'customer')} of it ${n === 1 ? 'is' : 'are'} no longer in the ledger, or one with another now.`,
    both: (n: number) =>
      `${plural(n, 'customer')} ${n === 1 ? 'is' : 'are'} in both groups, since two customers turned out to be one: left out of the comparison.`,
    write: (id: string) => `To write the list: crm campaign export ${id} -o ${id.toLowerCase()}.xlsx`,
    result: (id: string) => `What came of it: crm campaign result ${id}`,
  },
  {
    title: '营销活动',
    purpose: '一个营销活动：怎样建立的，联系哪些客户，哪些在对照组。',
    members: '客户',
    group: '分组',
    groups: { contacted: '联系', 'held-out': '对照组（暂不联系）', both: '同时在两组' },
    message: '消息',
    sample: (who) => `给${who}的消息`,
    files: '名单文件',
    gone: (n) => `其中有${n}位客户已不在账本里，或已与别的客户合并。`,
    both: (n) => `有${n}位客户同时在两组里（两位客户合并成了一位），不参与比较。`,
    write: (id) => `导出名单：crm campaign export ${id} -o ${id.toLowerCase()}.xlsx`,
    result: (id) => `查看活动效果：crm campaign result ${id}`,
  },
)

/** One campaign with its customers. */
export const campaign: ReportDefinition<CampaignShowInput> = {
  name: 'campaign',
  words,
  build(input) {
    const { lang, snapshot, campaign: shown } = input
    const say = words[lang]
    const members = membersOf(shown)
    const column = columnsIn(lang, snapshot.currency)
    const columns = [
      ...identityColumns(input, column),
      { key: 'group', kind: 'text', label: say.group, words: say.groups } as const,
      ...[column('phone', { wide: true }), column('email', { wide: true }), column('country', { wide: true })],
    ]
    const table = draft('customers', say.members, columns, members, ({ customer, group }) => {
      const { id, name, key, phone, email, country } = snapshot.customers[customer]!
      return { customer: id, name, key, group, phone, email, country }
    })
    const head = reportHead(campaign, input, null)
    return {
      ...head,
      title: `${head.title} · ${shown.id} ${shown.name}`,
      params: { campaign: shown.id },
      summary: summaryOf(shown, input),
      facts: campaignFacts(shown, input),
      tables: [finishTable(table, input.shape)],
      notes: [...membersNotes(shown, input), shown.exportedOn === null ? say.write(shown.id) : say.result(shown.id)],
    }
  },
}

interface Member {
  readonly customer: number
  readonly group: 'contacted' | 'held-out' | 'both'
}

function membersOf({ contacted, heldOut, inBoth }: Campaign): readonly Member[] {
  const group = (customers: readonly number[], name: Member['group']) =>
    customers.map((customer) => ({ customer, group: name }))
  return [...group(contacted, 'contacted'), ...group(inBoth, 'both'), ...group(heldOut, 'held-out')]
}

function summaryOf(shown: Campaign, { asOf, samples, snapshot }: CampaignShowInput) {
  const { name, occasion, filter, message, fallbacks, heldOutPercent, costMinor, chosen, createdOn, exportedOn } = shown
  return {
    ...{ name, occasion, filter, message, fallbacks, heldOutPercent, costMinor, chosen },
    ...{ createdOn: dateOf(createdOn), exportedOn: dateOrNull(exportedOn), state: campaignState(shown, asOf) },
    ...{ contacted: shown.contacted.length, heldOut: shown.heldOut.length, inBoth: shown.inBoth.length },
    samples: samples.map(({ customer, language, text }) => ({
      ...{ customer: snapshot.customers[customer]!.id, language: language || null, message: text },
    })),
    exports: shown.exports.map(({ on, file, customers }) => ({ on: dateOf(on), file, customers })),
  }
}

/** What a campaign was made with and how it stands. */
function campaignFacts(shown: Campaign, input: CampaignShowInput): Fact[] {
  const { lang, asOf } = input
  const own = campaignWords[lang]
  const text = (label: string, value: string): Fact => ({ label, kind: 'text', value })
  const { exportedOn, costMinor, currency } = shown
  return [
    text(own.occasion, occasionWords[lang][shown.occasion]),
    text(own.filter, shown.filter),
    { label: own.createdOn, kind: 'date', value: dateOf(shown.createdOn) },
    text(own.state, own.states[campaignState(shown, asOf)]),
    ...(exportedOn === null ? [] : writtenFacts(exportedOn, shown, lang)),
    { label: own.contacted, kind: 'count', value: shown.contacted.length + shown.inBoth.length },
    { label: own.heldOut, kind: 'count', value: shown.heldOut.length },
    { label: own.cost, kind: 'money', value: costMinor, ...currencyOf(currency) },
    text(words[lang].message, shown.message.trim()),
    ...sampleFacts(input),
  ]
}

/** The message as it reads once it is filled in. */
function sampleFacts({ samples, snapshot, lang }: CampaignShowInput): Fact[] {
  return samples.map(({ customer, text }) => {
    const { name, key, id } = snapshot.customers[customer]!
    return { label: words[lang].sample(name ?? key ?? id), kind: 'text', value: text }
  })
}

function writtenFacts(exportedOn: number, { exports }: Campaign, lang: ReportInput['lang']): Fact[] {
  const own = campaignWords[lang]
  const files = enumerated(
    exports.map(({ on, file }) => `${file} (${dateOf(on)})`),
    lang,
  )
  return [
    { label: own.exportedOn, kind: 'date', value: dateOf(exportedOn) },
    { label: own.until, kind: 'date', value: dateOf(exportedOn + EFFECT_DAYS) },
    { label: words[lang].files, kind: 'text', value: files },
  ]
}

/** Customers of a campaign who cannot be shown or compared. */
export function membersNotes({ chosen, contacted, heldOut, inBoth }: Campaign, { lang }: ReportInput): string[] {
  const say = words[lang]
  const gone = chosen - contacted.length - heldOut.length - 2 * inBoth.length
  return [...(gone > 0 ? [say.gone(gone)] : []), ...(inBoth.length > 0 ? [say.both(inBoth.length)] : [])]
}
