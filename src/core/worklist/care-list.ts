import { type Gift, NO_OCCASION, TREAT } from '../follow-up/care/gifts.js'
import { ruleOfKey } from '../follow-up/item-key.js'
import { type BusinessDate, type Day, dayOf } from '../values/business-date.js'
import { bilingual } from '../values/lang.js'
import { plural } from '../values/plural.js'
import { contactColumns, dayOfRow, withoutNames } from './contact-columns.js'
import { amount, word } from './filled.js'
import type { RowKey } from './key.js'
import { type ListColumn, labelsOf, type Worklist } from './list.js'
import type { ContactDraft, EventDraft, RowFinding } from './records.js'

const gift: ListColumn = {
  name: 'gift',
  kind: 'text',
  words: bilingual(
    { label: 'Gift given', hint: 'What was given on the occasion; it counts as done.' },
    { label: '已送礼品', hint: '这个日子送了什么；填了就算已做。' },
  ),
  also: ['gift', 'given', 'what was given', '礼品', '礼物', '送了什么', '赠送礼品'],
}

const value: ListColumn = {
  name: 'value',
  kind: 'amount',
  words: bilingual(
    { label: 'Value', hint: 'What the gift cost, in the base currency.' },
    { label: '礼品价值', hint: '礼品花费的金额，按本位币。' },
  ),
  also: ['gift value', 'cost', 'price', '价值', '金额', '花费', '礼品金额'],
}

const reply: ListColumn = {
  name: 'reply',
  kind: 'text',
  words: bilingual(
    { label: 'Reply', hint: 'What the customer said to the gift.' },
    { label: '客户回应', hint: '客户对礼品说了什么。' },
  ),
  also: ['customer reply', 'thanks', '回应', '反馈', '客户反馈', '反馈单'],
}

/** The list shows the day of the occasion. */
const givenOn = withoutNames(contactColumns.contactedOn, ['date', '日期'])

/** The coming care as a sheet: what `crm care gift` and `crm care reply` would record (R21). */
export const careList: Worklist = {
  name: 'care',
  command: 'crm care -o care.xlsx',
  columns: [gift, value, reply, givenOn],
  telltales: [gift].map(labelsOf),
  closesItems: true,
  counted: bilingual(
    (events: number) => plural(events, 'gift or reply', 'gifts and replies'),
    (events) => `礼品和回应 ${events} 项`,
  ),
  records(row, standing) {
    const [item = ''] = row.key.items
    const { filled } = row
    const on = dayOfRow(row)
    const [what, cost, said] = [word(filled, 'gift'), amount(filled, 'value'), word(filled, 'reply')]
    if (what === '' && cost !== null) return refusal({ code: 'list.value-alone', params: {}, column: 'value' })
    const occasion = occasionOf(item)
    const given = standing
      .gifts()
      .filter(
        (one) => one.occasion === occasion && Math.abs(one.on - row.today) <= (isYearly(occasion) ? OF_ONE_YEAR : 0),
      )
    const own = given.find(({ id }) => id === row.earlier?.opened)
    const known = own ?? (what === '' ? given.at(-1) : giftToldBefore(given, what, cost)) ?? null
    const isNew = what !== '' && known === null
    if (said !== '' && what === '' && known === null)
      return refusal({ code: 'list.no-gift', params: {}, column: 'reply' })
    const currency = standing.currency ?? ''
    const facts = { occasion, currency }
    const isPriced = known !== null && cost !== null && known.valueMinor !== cost
    return {
      contacts: isNew ? [contactOf(item, what, on)] : [],
      events: [
        ...(isNew ? [event('give', on, { text: what, value: cost, details: facts, numbered: 'G' })] : []),
        ...(isPriced ? [event('value', on, { text: '', value: cost, details: { currency }, subject: known.id })] : []),
        ...(said === '' || known?.reply?.text === said
          ? []
          : [event('reply', on, { text: said, ...about(isNew ? null : known) })]),
      ],
      warnings: isNew || isPriced ? standing.giftWarnings({ occasion, valueMinor: cost ?? 0 }, on) : [],
    }
  },
}

/** The gift that a row means which names it and perhaps its value: what was told without a value is the same one. */
function giftToldBefore(given: readonly Gift[], what: string, cost: number | null): Gift | undefined {
  const same = given.filter((one) => one.what === what)
  if (cost === null) return same.at(-1)
  return same.findLast(({ valueMinor }) => valueMinor === cost) ?? same.findLast(({ valueMinor }) => valueMinor === 0)
}

/** A gift is one of the occasion's of this year, not of the last; without an occasion that returns it is that of its day. */
const OF_ONE_YEAR = 182

const isYearly = (occasion: string): boolean => occasion !== TREAT && occasion !== NO_OCCASION

/** The key of a row of the care list: `item` is what closes the occasion. */
export function careRowKey({ item, ...key }: Omit<RowKey, 'list' | 'items'> & { readonly item: string }): RowKey {
  return { ...key, list: careList.name, items: [item] }
}

/** `birthday`, `anniversary`, or the festival's own key. */
function occasionOf(item: string): string {
  const rule = ruleOfKey(item)
  return rule === 'festival' ? item.slice(rule.length + 1).replace(/-\d{4}-\d{2}-\d{2}$/, '') : rule
}

/** A day of care can be remembered until it is over, however long before it the gift was given. */
function lastDayOf(item: string): Day | null {
  const date = /\d{4}-\d{2}-\d{2}$/.exec(item)?.[0]
  return date === undefined ? null : dayOf(date as BusinessDate)
}

const refusal = (refused: RowFinding) => ({ refused })

/** A gift closes the item of its day; on an occasion whose day nobody knows it is a contact and nothing more. */
function contactOf(item: string, text: string, on: Day): ContactDraft {
  const isDated = lastDayOf(item) !== null
  return { ...closing(item, text, on), ...(isDated ? {} : { kind: 'contact', rule: null }) }
}

function closing(item: string, text: string, on: Day): ContactDraft {
  return { on, kind: 'done', rule: item, channel: '', result: '', text, nextOn: null, sensibleOn: lastDayOf(item) }
}

/** A reply to the gift of the same row bears that one's number. */
function about(known: Gift | null): Pick<EventDraft, 'subject' | 'numbered'> {
  return known === null ? { subject: '', numbered: 'G' } : { subject: known.id }
}

function event(what: string, on: Day, more: Pick<EventDraft, 'text'> & Partial<EventDraft>): EventDraft {
  return { kind: 'gift', subject: '', what, on, dueOn: null, value: null, details: {}, ...more }
}
