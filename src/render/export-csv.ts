import type { ExportColumn, ExportTable } from '../core/export-tables.js'
import { dateOf } from '../core/values/business-date.js'
import { minorDigits } from '../core/values/money.js'
import { minorText } from './csv.js'
import { escapeCsvCell } from './csv-escape.js'

type Value = string | number | null | undefined

/** An exported table as csv for spreadsheets and programs: headings are its keys, text is quoted and formula-proof, amounts are decimals. */
export class ExportCsv {
  rows = 0
  private readonly currencyAt: number
  private readonly chunks: Buffer[] = []
  private waiting: string[]

  constructor(private readonly table: ExportTable) {
    this.currencyAt = table.columns.findIndex(({ key }) => key === 'currency')
    this.waiting = [`\uFEFF${table.columns.map(({ key }) => key).join(',')}\r\n`]
  }

  add(row: readonly Value[]): void {
    const currency = String(row[this.currencyAt] ?? '')
    this.waiting.push(`${this.table.columns.map((column, at) => cell(row[at], column, currency)).join(',')}\r\n`)
    this.rows++
    if (this.waiting.length >= 4096) this.flush()
  }

  bytes(): Buffer {
    this.flush()
    return Buffer.concat(this.chunks)
  }

  private flush(): void {
    this.chunks.push(Buffer.from(this.waiting.join('')))
    this.waiting = []
  }
}

function cell(value: Value, { kind }: ExportColumn, currency: string): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'number') {
    if (kind === 'day') return dateOf(value)
    return kind === 'money' ? minorText(value, minorDigits(currency)) : String(value)
  }
  return `"${escapeCsvCell(value).replaceAll('"', '""')}"`
}
