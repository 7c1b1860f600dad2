import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../../src/core/values/failure.js'
import { readWorkbook } from '../../src/read/open.js'
import { sharedFolder, sourceOf } from '../read/byte-source.js'

const START = '<!-- outcomes -->'
const END = '<!-- /outcomes -->'

/** The collections of odd files, each with where its tables lie. */
const collections = [
  ['odd_workbooks', 'odd_workbooks'],
  ['csv-spectrum', 'csv-spectrum/csvs'],
  ['csv-test-data', 'csv-test-data/csv'],
].map(([name, path]) => ({ name: name!, ...sharedFolder(path!) }))

export const absent = collections.filter((collection) => collection.absent).map(({ name }) => name)

/** The block of outcomes as it stands in a page; an empty one where there is none. */
export function outcomesIn(page: string): string {
  const [start, end] = [page.indexOf(START), page.indexOf(END)]
  return start < 0 || end < 0 ? `${START}\n${END}` : page.slice(start, end + END.length)
}

/** What becomes of each file of the collections, as a block of a page. */
export async function outcomes(): Promise<string> {
  const lines = ['| file | read · 读出 | refused · 拒绝 |', '| --- | --- | --- |']
  for (const { name, path } of collections) {
    const files = readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'MANIFEST.csv')
      .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
      .sort()
    for (const file of files) lines.push(`| ${name}/${file} | ${(await outcomeOf(join(path, file))).join(' | ')} |`)
  }
  return [START, ...lines, END].join('\n')
}

/** The sheets with their rows, or the code of the refusal. */
async function outcomeOf(path: string): Promise<[string, string]> {
  try {
    const workbook = await readWorkbook(sourceOf(readFileSync(path), 'file'), { headerWords: () => false })
    let rows = 0
    for (const sheet of workbook.sheets) for await (const batch of sheet.rows()) rows += batch.rows.length
    const hidden = workbook.sheets.filter((sheet) => sheet.hidden).length
    const sheets = `${workbook.sheets.length}${hidden > 0 ? ` (${hidden} hidden · 隐藏)` : ''}`
    return [`${workbook.kind}: sheets · 工作表 ${sheets}, rows · 行 ${rows}`, '']
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return ['', `\`${error.code}\``]
  }
}
