import type { CellValues } from './cell-values.js'
import { percentIn } from './deciders/probability.js'
import type { EntryAmountField, EntryRow, ReportProblem } from './entry-row.js'
import { currencyOfExpected, writeExpected } from './expected-amount.js'
import type { Field } from './field.js'
import { saidColumn } from './lost-contacts.js'
import type { SheetMapping } from './order-sink.js'
import type { Cell } from './sheet.js'
import { aliases } from './words/aliases.js'
import { saysExpected } from './words/column-words.js'

const pricesOfOne: ReadonlySet<string> = new Set([...aliases.unitPrice!, '单价', '价格', 'price'])

/** Whom and what a row names. */
type Named = Pick<EntryRow, 'row' | 'party' | 'shop' | 'text'>

/** Reads the days, amounts and probabilities of a sheet about customers, row by row; cells nobody can read are told and left out. */
export function entryReader({ match, reading, evidence, today }: SheetMapping, values: CellValues) {
  const columnsOf = (field: Field) => match.columns.get(field) ?? []
  const isCloseHoped = saysExpected(match.header.keys[columnsOf('closeAt')[0] ?? -1] ?? '')

  const isPriceOfOne = pricesOfOne.has(match.header.keys[columnsOf('giftValue')[0] ?? -1] ?? '')

  /** '' where the cell does not say it, or says it in a currency nobody knows. */
  function amountIn(field: EntryAmountField, cells: readonly Cell[], text: Named['text'], tell: ReportProblem): string {
    const value = text(field)
    if (value === '') return ''
    const column = saidColumn(cells, columnsOf(field))
    const amount = values.optionalAmount(cells[column]!, column)
    const said = text('currency')
    const currency = currencyOfExpected(said, cells[column]!, reading)
    if (amount === null || amount.units < 0)
      tell({ field, value, code: field === 'giftValue' ? 'gift.value' : 'value.amount' })
    else if (currency === null) tell({ field: 'currency', value: said, code: 'value.currency' })
    else {
      if (currency.isAssumed) evidence.addUnmarked()
      return writeExpected({ amount, ...currency })
    }
    return ''
  }

  function probabilityIn(value: string, tell: ReportProblem): number | null {
    const percent = value === '' ? null : percentIn(value, reading.probability)
    if (value !== '' && percent === null) tell({ field: 'probability', value, code: 'value.probability' })
    return percent
  }

  return (cells: readonly Cell[], named: Named, tell: ReportProblem): EntryRow => {
    const day = (field: Field) => values.moment(cells, columnsOf(field), named.row, false)?.day ?? null
    return {
      ...{ ...named, isCloseHoped, isPriceOfOne, today, on: day('placedAt'), day },
      amount: (field) => amountIn(field, cells, named.text, tell),
      probability: () => probabilityIn(named.text('probability'), tell),
    }
  }
}
