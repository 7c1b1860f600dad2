import { type Feedback, isOpen } from '../core/follow-up/feedback/feedback.js'
import { OLD_DAYS } from '../core/follow-up/feedback/filed.js'
import type { FeedbackKind } from '../core/follow-up/feedback/kinds.js'
import { openComplaints } from '../core/follow-up/feedback/open-complaints.js'
import type { Voice } from '../core/follow-up/feedback/voice.js'
import {
  commonParams,
  finishTable,
  type ReportDefinition,
  type ReportInput,
  reportHead,
  type TableDraft,
} from '../core/report/build.js'
import { ruleNumbers } from '../core/settings/rules.js'
import { escalationSetting } from '../core/settings/service.js'
import type { DecidedSettings } from '../core/settings/setting.js'
import { bilingual } from '../core/values/lang.js'
import { plural } from '../core/values/plural.js'
import { feedbackKey, feedbackList } from '../core/worklist/feedback-list.js'
import { inSheet } from '../core/worklist/sheet-table.js'
import { feedbackTable } from './feedback-table.js'
import { movedNotes, nobodyNotes, tagNotes } from './notes.js'

/** Which feedback a list is of, beside the customers of its filter. */
interface Which {
  readonly kind: FeedbackKind | null
  readonly isOpen: boolean
  readonly owner: string | null
}

export interface FeedbackInput extends ReportInput {
  readonly voice: () => Voice
  readonly which: Which
  readonly decided: DecidedSettings
  /** By which the ledger knows its own lists again; without it nobody can work in the list. */
  readonly ledger?: string
}

const words = bilingual(
  {
    title: 'Feedback',
    purpose: 'Complaints, suggestions, praise and questions: the open ones first, by when an answer is promised.',
    ...{
      all: 'All',
      open: 'Open',
      overdue: 'Past the promised day',
      escalated: (days: number) => `Open for ${plural(days, 'day')} or more`,
    },
    none: 'No feedback is written down yet. To write one down: crm feedback open CUSTOMER "what was said"; or import a sheet of complaints.',
    noMatch: 'Nothing of it is like that. All of it: crm feedback list',
    unknown: (count: number) =>
      `${plural(count, 'complaint')} of files ${count === 1 ? 'was' : 'were'} older than ${OLD_DAYS} days (or had no day) when imported, and the file does not say how ${count === 1 ? 'it' : 'they'} ended: not counted as open, and nothing is due of ${count === 1 ? 'it' : 'them'}. To take one up: crm feedback reopen F-…`,
  },
  {
    title: '客户反馈',
    purpose: '投诉、建议、表扬和咨询：处理中的在前，按承诺处理时限排列。',
    ...{ all: '全部', open: '处理中', overdue: '超过承诺时限', escalated: (days) => `处理中满${days}天` },
    none: '还没有登记客户反馈。登记一条：crm feedback open 客户 "反馈内容"；也可以导入投诉登记表。',
    noMatch: '没有符合条件的反馈。查看全部：crm feedback list',
    unknown: (count) =>
      `文件里有${count}条投诉在导入时已超过${OLD_DAYS}天（或没写日期），又没写处理结果：不算处理中，也不提醒。要重新处理：crm feedback reopen F-……`,
  },
)

/** R26: what customers said and how it stands. */
export const feedback: ReportDefinition<FeedbackInput> = {
  name: 'feedback',
  words,
  build(input) {
    const { asOf, shape, lang, which } = input
    const say = words[lang]
    const rows = chosen(input)
    const escalationDays = ruleNumbers(input.decided, escalationSetting)
    const labels = { ...say, escalated: say.escalated(Math.min(...escalationDays)) }
    const pressing = openComplaints(rows, asOf, escalationDays)
    const counts = {
      all: rows.length,
      open: rows.filter(isOpen).length,
      overdue: pressing.filter(({ isOverdue }) => isOverdue).length,
      escalated: pressing.filter(({ escalation }) => escalation > 0).length,
    }
    const unknown = rows.filter(({ state }) => state === 'unknown').length
    const reason = input.voice().feedback.length === 0 ? say.none : say.noMatch
    return {
      ...reportHead(feedback, input, null),
      currency: null,
      params: { kind: which.kind, isOpen: which.isOpen, owner: which.owner, ...commonParams(input) },
      summary: { ...counts, unknown },
      facts: (Object.keys(counts) as (keyof typeof counts)[]).map((key) => {
        return { label: labels[key], kind: 'count', value: counts[key] }
      }),
      tables: [finishTable({ ...sheetTable(input, say.title, rows), reason }, shape)],
      notes: [
        ...movedNotes(input),
        ...nobodyNotes(input),
        ...(unknown > 0 ? [say.unknown(unknown)] : []),
        ...(rows.length > 0 ? tagNotes(input) : []),
      ],
    }
  },
}

/** The feedback with columns to work in, and by which each row is known when it comes back (R25). */
function sheetTable(input: FeedbackInput, title: string, rows: readonly Feedback[]): TableDraft {
  const table = feedbackTable(input, title, rows)
  const { ledger, snapshot, asOf, lang } = input
  if (ledger === undefined) return table
  return inSheet(table, feedbackList, lang, (position) => {
    const { customer, subject } = rows[position]!
    return feedbackKey({ ledger, on: asOf, customer: snapshot.customers[customer]!.id, subject })
  })
}

function chosen({ voice, filter, which }: FeedbackInput): Feedback[] {
  const owner = which.owner?.trim().toLowerCase()
  const kept = voice().feedback.filter(
    (one) =>
      (filter?.includes(one.customer) ?? true) &&
      (which.kind === null || one.kind === which.kind) &&
      (!which.isOpen || isOpen(one)) &&
      (owner === undefined || one.owner?.toLowerCase() === owner),
  )
  return kept.sort(byPressure)
}

/** Open ones first, the earliest promise first; then the newest. */
function byPressure(a: Feedback, b: Feedback): number {
  if (isOpen(a) !== isOpen(b)) return isOpen(a) ? -1 : 1
  const promise = (one: Feedback) => one.promisedOn ?? Number.MAX_SAFE_INTEGER
  const newest = (b.opened?.on ?? 0) - (a.opened?.on ?? 0)
  return (isOpen(a) ? promise(a) - promise(b) : newest) || newest
}
