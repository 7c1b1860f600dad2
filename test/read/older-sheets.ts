import type { Cell, Workbook } from '../../src/core/import/sheet.js'
import { readWorkbook } from '../../src/read/open.js'
import { sourceOf } from './byte-source.js'

/** A file in memory, opened as the import opens it. */
export function openBytes(bytes: Uint8Array | string, name = 'orders.xls'): Promise<Workbook> {
  return readWorkbook(sourceOf(Buffer.from(bytes as string), name), { headerWords: (cell) => cell === '单号' })
}

/** The rows of each sheet, their number in front. */
export async function rowsBySheet(workbook: Workbook): Promise<Record<string, (readonly Cell[])[]>> {
  const read: Record<string, (readonly Cell[])[]> = {}
  for (const sheet of workbook.sheets) {
    const rows: (readonly Cell[])[] = []
    for await (const batch of sheet.rows())
      for (const [at, cells] of batch.rows.entries()) rows.push([batch.numbers[at]!, ...cells])
    read[sheet.name] = rows
  }
  return read
}

/** The rows of a file that has one sheet. */
export async function onlyRows(bytes: Uint8Array | string): Promise<(readonly Cell[])[]> {
  const [rows, ...others] = Object.values(await rowsBySheet(await openBytes(bytes)))
  if (rows === undefined || others.length > 0) throw new Error('not one sheet')
  return rows
}
