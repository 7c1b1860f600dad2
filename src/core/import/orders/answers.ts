import type { StatusClass } from '../record.js'
import { commonStatus, statusKey } from '../words/status-words.js'
import { type AnswerField, amountIn, answerFields, answerTo, isPartOf } from '../words/yes-no.js'
import type { OrderColumns } from './order-columns.js'

/** What the columns that ask for it say of an order; null where there is no such column or it does not answer. */
export interface Answers extends Readonly<Record<AnswerField, boolean | null>> {
  /** The state that stands in one of them instead of an answer. */
  readonly state: StatusClass | null
  /** What stands there and says nothing that is known here. */
  readonly unknown: readonly string[]
}

export interface AnswerReader {
  /** null where the sheet asks nothing. */
  read(text: (field: AnswerField) => string): Answers | null
  /** The same of a whole order: where no word says its state, one that leaves open whether it was paid was not. */
  ofOrder(text: (field: AnswerField | 'status') => string): Answers | null
}

const stateIn = (field: AnswerField, text: string): StatusClass | null => {
  if (field === 'isRefunded' && isPartOf(text)) return 'partially_refunded'
  const word = commonStatus(statusKey(text)) ?? null
  return word === 'closed' || word === 'ended' ? null : word
}

/** Whether one column says how much of an order was given back, or whether it was. */
export function mixesRefunds({ of }: Pick<OrderColumns, 'of'>): boolean {
  const [asked] = of('isRefunded')
  return asked !== undefined && of('refundAmount')[0] === asked
}

/** Reads the answers of one sheet. */
export function answerReader(columns: Pick<OrderColumns, 'of'>): AnswerReader {
  const asked = answerFields.filter((field) => columns.of(field).length > 0)

  function read(text: (field: AnswerField) => string): Answers | null {
    if (asked.length === 0) return null
    const said = (field: AnswerField) => (isAmount(field, text(field)) ? '' : text(field))
    const answer = (field: AnswerField) => (said(field) === '' ? null : answerTo(field, said(field)))
    const open = asked.filter((field) => said(field) !== '' && answer(field) === null)
    const states = open.map((field) => stateIn(field, said(field)))
    return {
      ...{ isPaid: answer('isPaid'), isRefunded: answer('isRefunded'), isCancelled: answer('isCancelled') },
      state: states.find((state) => state !== null) ?? null,
      unknown: open.filter((_, at) => states[at] === null).map(said),
    }
  }

  /** In a column of refunds that mixes both, an amount is what was given back, and no answer. */
  function isAmount(field: AnswerField, text: string): boolean {
    return field === 'isRefunded' && mixesRefunds(columns) && amountIn(text) !== null
  }

  return {
    read,
    ofOrder(text) {
      const answers = read(text)
      const isOpen = asked.includes('isPaid') && text('isPaid') === '' && text('status') === ''
      return answers !== null && isOpen ? { ...answers, isPaid: false } : answers
    },
  }
}

/** The state of an order as the answers have it: they say more than a word that may be of its parcel. */
export function answeredState<State extends StatusClass | null>(
  state: State,
  { isPaid, isRefunded, isCancelled, state: said }: Pick<Answers, AnswerField> & Partial<Answers>,
): State | StatusClass {
  if (isCancelled === true) return 'cancelled'
  if (said) return said
  if (isPaid === false && (state === 'paid' || state === 'unknown' || state === null)) return 'pending'
  const own = isPaid === true && (state === 'pending' || state === 'unknown' || state === null) ? 'paid' : state
  return isRefunded === true && own !== 'pending' && own !== 'cancelled' ? 'refunded' : own
}
