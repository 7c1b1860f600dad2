import { cellText, filledColumn } from '../cells.js'
import type { Match } from '../columns/detect.js'
import type { Field } from '../field.js'
import type { RowTexts } from '../format.js'
import type { Cell } from '../sheet.js'

const nowhere: readonly number[] = []

/** Looks at the cells of a row by field; a look is good until the next row is looked at. */
export function rowTexts({ columns }: Pick<Match, 'columns'>): (cells: readonly Cell[]) => RowTexts {
  let row: readonly Cell[] = []
  const of = (field: Field) => columns.get(field) ?? nowhere
  const look: RowTexts = {
    text: (field) => cellText(row[filledColumn(row, of(field))]),
    texts: (field) =>
      of(field).flatMap((column) => {
        const text = typeof row[column] === 'string' ? row[column].trim() : cellText(row[column])
        return text === '' ? [] : [text]
      }),
  }
  return (cells) => {
    row = cells
    return look
  }
}
