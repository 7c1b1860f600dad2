import { createReadStream } from 'node:fs'
import Papa from 'papaparse'

let cells = 0
Papa.parse(createReadStream(process.argv[2], { encoding: 'utf8', highWaterMark: 1 << 20 }), {
  chunk: ({ data }) => {
    for (const row of data) cells += row.length
  },
  complete: () => console.log(cells),
})
