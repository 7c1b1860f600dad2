import { type CustomerDetails, DETAIL_FIELDS, ownFieldName, ownFieldsIn } from '../core/customer-details.js'
import { channelNames } from '../core/follow-up/channels.js'
import { consentNames, valueText } from '../core/hand-field-words.js'
import type { ReportInput } from '../core/report/build.js'
import type { Column, PersonField, TableRow } from '../core/report/table.js'
import type { GradesBasis } from '../core/value/grades/grades.js'
import { bilingual } from '../core/values/lang.js'
import { languageNames } from '../core/values/language.js'

/** What the columns of the person are filled from; both are read when they are first asked for. */
export interface DetailsInput extends ReportInput {
  readonly grades: () => GradesBasis
  /** What is known of customers besides, by customer index. */
  readonly details: () => ReadonlyMap<number, CustomerDetails>
}

const labels = bilingual(
  {
    ...{ company: 'Company', consent: 'Consent', contacts: 'Contact persons', wechat: 'WeChat' },
    ...{ channel: 'Preferred channel', callHours: 'Call hours', frequency: 'Contact every', language: 'Language' },
    ...{ birthday: 'Birthday', anniversary: 'Anniversary', interests: 'Interests', needs: 'Needs' },
    ...{ background: 'Background', note: 'Note' },
  },
  {
    ...{ company: '公司', consent: '是否同意联系', contacts: '联系人', wechat: '微信号' },
    ...{ channel: '偏好渠道', callHours: '方便接电话的时间', frequency: '联系频率', language: '语言' },
    ...{ birthday: '生日', anniversary: '纪念日', interests: '兴趣偏好', needs: '需求' },
    ...{ background: '背景', note: '备注' },
  },
)

/** What people read for the codes of a column, where it has codes; of days those that stand in the ledger. */
function wordsOf(key: string, { lang, details }: DetailsInput): Pick<Column, 'words'> {
  if (key === 'channel') return { words: channelNames[lang] }
  if (key === 'language') return { words: languageNames[lang] }
  if (key === 'consent') return { words: consentNames[lang] }
  if (key !== 'birthday' && key !== 'anniversary') return {}
  const days = new Set<string>()
  for (const { [key]: day } of details().values()) if (day !== undefined) days.add(day)
  return { words: Object.fromEntries([...days].map((day) => [day, valueText(key, day, lang)])) }
}

/** What address books have a place for. */
const persons: Readonly<Partial<Record<string, PersonField>>> = {
  ...{ wechat: 'wechat', contacts: 'persons', birthday: 'birthday' },
}

/** What is known of the person (R8), and the seller's own fields some customer has; kept off a terminal unless asked for. */
export function detailColumns(input: DetailsInput): Column[] {
  const say = labels[input.lang]
  const column = (key: keyof typeof say): Column => ({
    ...{ key, kind: key === 'frequency' ? 'days' : 'text', label: say[key], wide: true },
    ...(persons[key] === undefined ? {} : { person: persons[key] }),
    ...wordsOf(key, input),
  })
  const own = ownFieldsIn(input.details().values())
  return [
    column('company'),
    column('consent'),
    ...DETAIL_FIELDS.map(column),
    column('note'),
    ...own.map((field): Column => ({ key: field, kind: 'text', label: ownFieldName(field), wide: true })),
  ]
}

/** The cells of a customer in those columns. */
export function detailCells({ snapshot, grades, details }: DetailsInput): (customer: number) => TableRow {
  const companies = grades().facts.companies()
  const known = details()
  const own = ownFieldsIn(known.values())
  return (customer) => {
    const of = known.get(customer) ?? {}
    return {
      company: companies.get(customer) ?? null,
      consent: snapshot.customers[customer]!.consent,
      ...Object.fromEntries([...DETAIL_FIELDS, 'note' as const, ...own].map((field) => [field, of[field] ?? null])),
      frequency: of.frequency === undefined ? null : Number(of.frequency),
    }
  }
}
