import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Reads every cell of a file with our reader alone: `node read-alone.js BUNDLE FILE`. */
const [bundle, path] = process.argv.slice(2)
const { readWorkbook } = await import(pathToFileURL(bundle).href)
const file = openSync(path, 'r')
const source = {
  name: basename(path),
  size: fstatSync(file).size,
  read: (target, position) => readSync(file, target, 0, target.length, position),
}
const workbook = await readWorkbook(source, { headerWords: () => false })
let cells = 0
for (const sheet of workbook.sheets) {
  for await (const batch of sheet.rows()) {
    for (const row of batch.rows) cells += row.length
  }
}
closeSync(file)
console.log(cells)
