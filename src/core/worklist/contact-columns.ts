import { CHANNELS, channelNames, channelWords } from '../follow-up/channels.js'
import { isContactMade, results } from '../follow-up/results.js'
import type { Day } from '../values/business-date.js'
import { bilingual } from '../values/lang.js'
import { day, word } from './filled.js'
import type { ListColumn } from './list.js'
import type { ContactDraft, RowSaid } from './records.js'

const channel: ListColumn = {
  name: 'channel',
  kind: 'choice',
  words: bilingual(
    { label: 'Channel', hint: 'How you contacted the customer.' },
    { label: '跟进方式', hint: '通过什么方式联系客户。' },
  ),
  also: ['contacted by', 'contacted via', 'via', 'contact channel', 'contact method', '沟通方式', '方式', '渠道'],
  vocabulary: {
    words: channelNames,
    also: Object.fromEntries(CHANNELS.map((code) => [code, channelWords(code)])),
  },
}

const result: ListColumn = {
  name: 'result',
  kind: 'choice',
  words: bilingual(
    { label: 'Result', hint: 'What came of it. “No answer” leaves the customer on the list.' },
    { label: '跟进结果', hint: '联系的结果。选“未接通/未回复”，客户仍留在名单里。' },
  ),
  also: ['outcome', 'contact result', 'what came of it', '结果', '联系结果', '沟通结果', '回访结果'],
  vocabulary: results,
}

const nextOn: ListColumn = {
  name: 'nextOn',
  kind: 'date',
  words: bilingual(
    { label: 'Next date', hint: 'When to contact the customer next. Alone, it puts the row off until then.' },
    { label: '下次跟进日期', hint: '下次什么时候联系。只填这一格，表示推迟到那一天。' },
  ),
  also: [
    'next',
    'next contact',
    'next contact on',
    'follow up on',
    'next follow up',
    '下次跟进',
    '下次联系',
    '下次联系日期',
    '下次回访日期',
  ],
}

const note: ListColumn = {
  name: 'note',
  kind: 'text',
  words: bilingual(
    { label: 'Note', hint: 'What was said, in your own words.' },
    { label: '跟进内容', hint: '说了些什么，随意填写。' },
  ),
  also: [
    'notes',
    'comment',
    'comments',
    'remark',
    'remarks',
    'what was said',
    '备注',
    '内容',
    '说明',
    '跟进记录',
    '沟通内容',
    '联系内容',
  ],
}

const contactedOn: ListColumn = {
  name: 'on',
  kind: 'date',
  words: bilingual(
    { label: 'Contacted on', hint: 'When you contacted the customer, where it was not today.' },
    { label: '跟进日期', hint: '哪一天联系的；不填就是今天。' },
  ),
  also: [
    'date',
    'contact date',
    'date of contact',
    'contacted',
    '日期',
    '联系日期',
    '跟进时间',
    '联系时间',
    '拜访日期',
    '回访日期',
  ],
  isPast: true,
  isAdded: true,
}

/** What a row says of a contact, in the order in which every list has it. */
export const contactColumns = { channel, result, nextOn, note, contactedOn }

/** A column that does not go by some words: in the list they head something shown. */
export function withoutNames(column: ListColumn, words: readonly string[]): ListColumn {
  return { ...column, also: column.also.filter((word) => !words.includes(word)) }
}

/** The day a row is of: where the seller does not say, today. */
export function dayOfRow({ filled, today }: RowSaid): Day {
  return day(filled, 'on') ?? today
}

/** The day of a row's contact: one that is filled in further was made when it was first told. */
function contactDay(row: RowSaid): Day {
  return day(row.filled, 'on') ?? row.earlier?.contactOn ?? row.today
}

/**
 * What a row says of a contact: where the customer was met it closes some items, else it is an attempt. A next date alone is no contact: the
 * customer is put off, as by `crm snooze`.
 */
export function contactsOf(row: RowSaid, items: readonly string[]): readonly ContactDraft[] {
  const { filled } = row
  const on = contactDay(row)
  const next = day(filled, 'nextOn')
  const blank = { on, rule: null, nextOn: null, channel: '', result: '', text: '' }
  const said = { channel: word(filled, 'channel'), result: word(filled, 'result'), text: word(filled, 'note') }
  // The row's own items by name too: what presses only later, as an agreed day to come, was seen and put off.
  const asleep = next === null ? [] : [null, ...items]
  const sleep = asleep.map((rule) => ({ ...blank, rule, kind: 'snooze' as const, nextOn: next }))
  if (said.channel + said.result + said.text === '') return sleep
  const contact = { ...blank, ...said, kind: 'contact' as const }
  if (!isContactMade(said.result)) return [contact, ...sleep]
  // What was agreed before is closed first: what is agreed now would be closed with it.
  const closed = items.map((item) => ({ ...blank, kind: 'done' as const, rule: item }))
  return [...closed, { ...contact, nextOn: next }]
}
