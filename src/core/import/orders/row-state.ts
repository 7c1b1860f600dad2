import type { Decimal } from '../../values/decimal.js'
import type { CellValues } from '../cell-values.js'
import { filledColumn } from '../cells.js'
import type { Match } from '../columns/detect.js'
import type { RowTexts } from '../format.js'
import type { SourceRow } from '../order-sink.js'
import type { StatusClass } from '../record.js'
import type { Cell } from '../sheet.js'
import { refundState } from '../words/refund-state.js'
import { refundInStatus } from '../words/stated-refund.js'
import { type AnswerField, amountIn, answerFields } from '../words/yes-no.js'
import { answeredState, answerReader, mixesRefunds } from './answers.js'
import type { OrderColumns } from './order-columns.js'
import { rowTexts } from './row-texts.js'
import { closedClass, statusWord } from './status.js'

/** What one row of an order says became of it. */
export interface RowState {
  readonly row: SourceRow
  /** Its words, '' where it has none. */
  readonly text: string
  /** null where it has no words. */
  readonly state: StatusClass | null
  /** The amount in its words, as in `已退款(￥12.00)`. */
  readonly said: Decimal | null
  /** What its column of refunds gives back. */
  readonly told: Decimal | null
  /** The words by which that was not given back, or not yet; '' where it was. */
  readonly withheld: string
}

/** The class of a row's own state; a word in no table is handed to `tell`. */
export function rowState(
  match: Match,
  columns: OrderColumns,
  tell: (word: string) => void,
): (cells: readonly Cell[]) => StatusClass {
  const textsOf = rowTexts(match)
  const asked = answerReader(columns)
  return (cells) => {
    const look = textsOf(cells)
    const text = look.text('status')
    const isPaidDated = filledColumn(cells, columns.paid) >= 0
    const word = statusWord(
      {
        text,
        refundText: look.text('refundStatus'),
        hasStatusColumn: columns.of('status').length > 0,
        hasPaidColumn: columns.hasPaid,
        isPaidDated,
      },
      match.format,
    )
    if (word === null) tell(text)
    const state = closedClass(word, isPaidDated) ?? 'unknown'
    const answers = asked.read(look.text)
    return answers === null ? state : answeredState(state, answers)
  }
}

/** Reads all that a row of a hand-kept sheet says of its state. */
export function rowStateReader(match: Match, columns: OrderColumns, values: CellValues): (row: SourceRow) => RowState {
  const textsOf = rowTexts(match)
  const stateOf = rowState(match, columns, () => {})
  const isMixed = mixesRefunds(columns)
  const isAmount = (field: AnswerField, text: string) => isMixed && field === 'isRefunded' && amountIn(text) !== null
  const answersOf = (look: RowTexts) =>
    answerFields
      .filter((field) => look.text(field) !== '' && !isAmount(field, look.text(field)))
      .map((field) => `${match.header.texts[columns.of(field)[0]!]}: ${look.text(field)}`)
      .join(', ')
  return (row) => {
    const look = textsOf(row.cells)
    // A row that only answers says that, with what was asked.
    const text = look.text('status') || answersOf(look)
    const refundText = look.text('refundStatus')
    const stated = refundInStatus(text, match.format)
    const told = values.amount(row.cells, columns.of('refundAmount'), row.number)
    const isGiven = refundText === '' || refundState(refundText) === 'given'
    const hasRefund = told !== null && told.units !== 0
    return {
      row,
      text,
      state: text === '' ? null : stated === null ? stateOf(row.cells) : 'partially_refunded',
      said: stated?.amount ?? null,
      told: hasRefund && isGiven ? told : null,
      withheld: hasRefund && !isGiven ? refundText : '',
    }
  }
}
