import type { OrderColumns } from './order-columns.js'
import type { StatusClass } from './record.js'
import { commonStatus, statusKey } from './status-words.js'
import { type AnswerField, answerFields, answerTo } from './yes-no.js'

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

const stateIn = (text: string): StatusClass | null => {
  const word = commonStatus(statusKey(text)) ?? null
  return word === 'closed' || word === 'ended' ? null : word
}

/** Reads the answers of one sheet. */
export function answerReader(columns: Pick<OrderColumns, 'of'>): AnswerReader {
  const asked = answerFields.filter((field) => columns.of(field).length > 0)

  function read(text: (field: AnswerField) => string): Answers | null {
    if (asked.length === 0) return null
    const answer = (field: AnswerField) => (text(field) === '' ? null : answerTo(field, text(field)))
    const open = asked.map(text).filter((said, at) => said !== '' && answerTo(asked[at]!, said) === null)
    return {
      ...{ isPaid: answer('isPaid'), isRefunded: answer('isRefunded'), isCancelled: answer('isCancelled') },
      state: open.map(stateIn).find((state) => state !== null) ?? null,
      unknown: open.filter((said) => stateIn(said) === null),
    }
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
