import ExcelJS from 'exceljs'

const options = { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore', entries: 'ignore' }
let rows = 0
for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(process.argv[2], options)) {
  for await (const row of sheet) rows += row.values.length > 0 ? 1 : 0
}
console.log(rows)
