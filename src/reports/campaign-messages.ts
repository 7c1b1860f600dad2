import type { Letter } from '../core/follow-up/campaign/messages.js'
import type { PausedUntil } from '../core/follow-up/campaign/paused.js'
import { draft, finishTable, type ReportDefinition, reportHead } from '../core/report/build.js'
import { columnsIn } from '../core/report/columns.js'
import { dateOf } from '../core/values/business-date.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'
import type { CampaignInput } from './campaign.js'
import { identityColumns } from './identity.js'

export interface CampaignMessagesInput extends Omit<CampaignInput, 'campaign'> {
  readonly campaign: Pick<CampaignInput['campaign'], 'id' | 'name'>
  readonly letters: readonly Letter[]
  /** Blocked, or asked not to be written to, since they were chosen. */
  readonly leftOut: number
  /** In the pause after a contact (R24): they stay in the campaign and are written to later. */
  readonly paused: readonly PausedUntil[]
  /** Left out because a value of the message is missing. */
  readonly skipped: number
}

const words = bilingual(
  {
    title: 'Campaign list',
    purpose: 'Whom to contact for a campaign, with the message to each; those held out are never in it.',
    listed: 'Customers listed',
    message: 'Message',
    language: 'Language',
    leftOut: (n: number) =>
      `${plural(n, 'customer')} left out: blocked since, or ${n === 1 ? 'does' : 'do'} not agree to be written to any more.`,
    paused: (days: readonly (readonly [day: string, n: number])[], id: string) =>
      `Left out, contacted in the last 3 days: ${days.map(([day, n]) => `${plural(n, 'customer')} until ${day}`).join(', ')}. They stay in the campaign; to write to them from that day on: crm campaign export ${id} -o ${id.toLowerCase()}-2.xlsx`,
    skipped: (n: number) => `${plural(n, 'customer')} left out: a value of the message is missing.`,
    unreachable: (n: number) =>
      `${plural(n, 'customer')} of the list ${n === 1 ? 'has' : 'have'} neither phone nor e-mail: write through the platform.`,
  },
  {
    title: '营销活动名单',
    purpose: '一个营销活动要联系的客户和给每位客户的消息；对照组从不列入。',
    listed: '列出的客户数',
    message: '消息',
    language: '语言',
    leftOut: (n) => `已排除${n}位客户：选定之后已停止往来，或不再同意接收消息。`,
    paused: (days, id) =>
      `已排除最近3天内联系过的客户：${days.map(([day, n]) => `${n}位到${day}为止`).join('，')}。他们仍在活动里，到那天起再导出一次：crm campaign export ${id} -o ${id.toLowerCase()}-2.xlsx`,
    skipped: (n) => `已排除${n}位客户：消息里的内容缺少数据。`,
    unreachable: (n) => `名单中有${n}位客户既没有电话也没有邮箱，请用平台消息联系。`,
  },
)

/** The list of a campaign as it is written: one row a customer, with the message. */
export const campaignMessages: ReportDefinition<CampaignMessagesInput> = {
  name: 'campaign-messages',
  words,
  build(input) {
    const { lang, snapshot, campaign, letters, leftOut, skipped, paused } = input
    const waiting = paused.map(({ freeOn, customers }) => [dateOf(freeOn), customers.length] as const)
    const say = words[lang]
    const column = columnsIn(lang, snapshot.currency)
    const columns = [
      ...identityColumns(input, column),
      ...[column('phone'), column('email'), column('country', { wide: true })],
      { key: 'language', kind: 'text', label: say.language, wide: true } as const,
      { key: 'message', kind: 'text', label: say.message } as const,
    ]
    const table = draft('messages', say.title, columns, letters, ({ customer, language, text }) => {
      const { id, name, key, phone, email, country } = snapshot.customers[customer]!
      return { customer: id, name, key, phone, email, country, language: language || null, message: text }
    })
    const unreachable = letters.filter(({ customer }) => isUnreachable(snapshot.customers[customer]!)).length
    const head = reportHead(campaignMessages, input, null)
    return {
      ...head,
      title: `${head.title} · ${campaign.id} ${campaign.name}`,
      params: { campaign: campaign.id },
      summary: {
        ...{ customers: letters.length, leftOut, skipped, unreachable },
        paused: waiting.map(([freeOn, customers]) => ({ freeOn, customers })),
      },
      facts: [{ label: say.listed, kind: 'count', value: letters.length }],
      tables: [finishTable(table, input.shape)],
      notes: [
        ...(leftOut > 0 ? [say.leftOut(leftOut)] : []),
        ...(waiting.length > 0 ? [say.paused(waiting, campaign.id)] : []),
        ...(skipped > 0 ? [say.skipped(skipped)] : []),
        ...(unreachable > 0 ? [say.unreachable(unreachable)] : []),
      ],
    }
  },
}

function isUnreachable({ phone, email }: CampaignMessagesInput['snapshot']['customers'][number]): boolean {
  return phone === null && email === null
}
