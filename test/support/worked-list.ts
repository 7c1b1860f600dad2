import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'

/** What a seller writes into the row of a customer, by headings. */
export type Writing = Readonly<Record<string, Readonly<Record<string, string>>>>

export type Grid = string[][]

/** The csv our own command wrote, as rows of cells. */
export function readGrid(path: string): Grid {
  return parse(readFileSync(path, 'utf8'), { bom: true, relax_column_count: true })
}

/** Writes into the cells under the headings, in the rows in which a name stands; of equal headings the last is meant. */
export function filledIn(grid: Grid, writing: Writing): Grid {
  const [heading, ...rows] = grid as [string[], ...Grid]
  const filled = rows.map((cells) => {
    const name = Object.keys(writing).find((one) => cells.includes(one))
    const changed = [...cells]
    for (const [label, text] of Object.entries(name === undefined ? {} : writing[name]!)) {
      const at = heading.lastIndexOf(label)
      if (at < 0) throw new Error(`no column ${label} in ${heading.join(', ')}`)
      changed[at] = text
    }
    return changed
  })
  return [heading, ...filled]
}

/** The grid as delimited text, every cell quoted. */
export function csvText(grid: Grid, delimiter = ','): string {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  return `${grid.map((cells) => cells.map(quoted).join(delimiter)).join('\n')}\n`
}

/** Opens a workbook of ours, does to its list what a seller does to it, and saves it. */
export async function workOn(path: string, title: string, work: (sheet: ExcelJS.Worksheet) => void, to = path) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(readFileSync(path)).buffer)
  work(workbook.getWorksheet(title)!)
  writeFileSync(to, new Uint8Array(await workbook.xlsx.writeBuffer()))
}

/** Writes into cells of a sheet as `filledIn` does; days become real dates, amounts real numbers. */
export function fillIn(sheet: ExcelJS.Worksheet, writing: Writing): void {
  const headings = (sheet.getRow(1).values as string[]).map(String)
  sheet.eachRow((row) => {
    const cells = (row.values as unknown[]).map((cell) => (typeof cell === 'string' ? cell : ''))
    const name = Object.keys(writing).find((one) => cells.includes(one))
    for (const [label, text] of Object.entries(name === undefined ? {} : writing[name]!))
      row.getCell(headings.lastIndexOf(label)).value = typedValue(text)
  })
}

function typedValue(text: string): Date | number | string {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return new Date(`${text}T00:00:00Z`)
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : text
}
