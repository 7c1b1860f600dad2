import { commonParams, filtered, finishTable, type ReportDefinition, reportHead } from '../core/report/build.js'
import type { Report } from '../core/report/model.js'
import { ranking } from '../core/value/abc.js'
import { type Standing, standingOn, type ValueOptions } from '../core/value/standing.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'
import { type ContactSources, contactsTable } from './contacts-table.js'
import { aheadNotes, emptyWindowNotes } from './empty-window.js'
import { listOrNextStep } from './no-orders.js'
import { nobodyNotes, tagNotes } from './notes.js'
import { unratedNotes } from './unrated-notes.js'

export interface ContactsInput extends ContactSources {
  readonly value: ValueOptions
}

const words = bilingual(
  {
    title: 'Contact list',
    purpose:
      'Phones and e-mails of the customers a filter chooses, for phones, mail tools and chat; those who are blocked or do not agree to be written to are left out.',
    listed: 'Customers listed',
    blocked: (n: number) => `${plural(n, 'blocked customer')} left out.`,
    refusing: (n: number) =>
      `${plural(n, 'customer')} who ${n === 1 ? 'does' : 'do'} not agree to be written to left out; where one of them waits for an answer, crm due says so below its list.`,
    unreachable: (n: number) =>
      `${plural(n, 'customer')} of the list ${n === 1 ? 'has' : 'have'} neither phone nor e-mail.`,
  },
  {
    title: '联系人名单',
    purpose: '按条件导出客户的电话和邮箱，供手机、邮件工具和聊天使用；停止往来和不同意接收消息的客户不列入。',
    listed: '列出的客户数',
    blocked: (n) => `已排除${n}位停止往来的客户。`,
    refusing: (n) => `已排除${n}位不同意接收消息的客户；其中有投诉或约定未处理的，crm due 会在名单下方提示。`,
    unreachable: (n) => `名单中有${n}位客户既没有电话也没有邮箱。`,
  },
)

/** Who bought for most stands first; who bought most often, where what that comes to is not known. */
function worthOf({ unrated = [] }: ContactsInput, { netMinor, orders }: Standing['sums']): Float64Array {
  return unrated.length === 0 ? netMinor : Float64Array.from(orders)
}

/** Whom to reach and how; blocked customers and those who refuse messages never appear (R24). */
export const contacts: ReportDefinition<ContactsInput> = {
  name: 'contacts',
  words,
  build(input) {
    const { snapshot, lang } = input
    const say = words[lang]
    const standing = standingOn(snapshot, input.asOf, input.value)
    const chosen = filtered(ranking(worthOf(input, standing.sums), snapshot.customers), input)
    const welcome = chosen.filter((customer) => !snapshot.customers[customer]!.blocked)
    const listed = welcome.filter((customer) => snapshot.customers[customer]!.consent !== 'no')
    const [blocked, refusing] = [chosen.length - welcome.length, welcome.length - listed.length]
    const unreachable = listed.filter((i) => !snapshot.customers[i]!.phone && !snapshot.customers[i]!.email).length
    const table = contactsTable(input, standing, say.title, listed)
    const report: Report = {
      ...reportHead(contacts, input, standing.sums.window),
      params: commonParams(input),
      summary: { customers: listed.length, blocked, refusing, unreachable },
      facts: [{ label: say.listed, kind: 'count', value: listed.length }],
      tables: [finishTable(table, input.shape)],
      notes: [
        ...(chosen.length > 0 ? tagNotes(input) : nobodyNotes(input)),
        ...(blocked > 0 ? [say.blocked(blocked)] : []),
        ...(refusing > 0 ? [say.refusing(refusing)] : []),
        ...(unreachable > 0 ? [say.unreachable(unreachable)] : []),
        ...emptyWindowNotes(input, standing.sums.window),
        ...aheadNotes(input),
        ...unratedNotes(input, 'contacts'),
      ],
    }
    return listOrNextStep(report, input.snapshot, input.lang)
  },
}
