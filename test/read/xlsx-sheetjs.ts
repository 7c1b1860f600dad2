import * as SheetJS from '@e965/xlsx'
import type { Cell } from '../../src/core/import/sheet.js'
import type { Read } from './xlsx-fixture.js'

/** Codes of error cells. */
export const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

/** The rows that SheetJS finds, in the shape of our reader: what a cell is, and the calendar, are its own. */
export function sheetJsRows(bytes: Buffer): Read {
  const book = SheetJS.read(bytes, { cellNF: true, cellDates: false })
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const all: Read = {}
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name]!
    const range = SheetJS.utils.decode_range(sheet['!ref'] ?? 'A1')
    const rows: [number, ...Cell[]][] = []
    for (let r = 0; r <= range.e.r; r++) {
      const cells: Cell[] = []
      for (let c = 0; c <= range.e.c; c++) cells.push(ourCell(sheet[SheetJS.utils.encode_cell({ r, c })], date1904))
      const width = cells.findLastIndex((cell) => cell !== '') + 1
      if (width > 0) rows.push([r + 1, ...cells.slice(0, width)])
    }
    all[name] = rows
  }
  return all
}

function ourCell(cell: SheetJS.CellObject | undefined, date1904: boolean): Cell {
  if (cell === undefined || cell.v === undefined) return ''
  if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE'
  if (cell.t === 'e') return { error: ERRORS[Number(cell.v)] ?? 'unknown to SheetJS' }
  if (cell.t !== 'n') return String(cell.v)
  const format = String(cell.z ?? 'General')
  const isDate = SheetJS.SSF.is_date(format) && !/\[[hms]+\]/.test(format)
  return isDate ? dateText(Number(cell.v), /[hs]/.test(format), date1904) : Number(cell.v)
}

function dateText(serial: number, showsTime: boolean, date1904: boolean): string {
  const { y, m, d, H, M, S, u } = SheetJS.SSF.parse_date_code(serial, { date1904 })
  const two = (number: number) => String(number).padStart(2, '0')
  const time = `${two(H)}:${two(M)}:${two(Math.round(S + u))}`
  if (serial < 1) return time
  const date = `${y}-${two(m)}-${two(d)}`
  return time === '00:00:00' && !showsTime ? date : `${date} ${time}`
}
