import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { momentText } from '../../fixtures/generator/days.js'
import { HEADERS } from './order-lines.js'

const LINES_A_CHUNK = 5000
const cell = (text) => (text.includes(',') ? `"${text}"` : text)

/** Minutes repeat a lot: the last one is kept. */
function momentOnce() {
  let last = -1
  let text = ''
  return (seconds) => {
    if (seconds !== last) {
      last = seconds
      text = momentText(seconds)
    }
    return text
  }
}

function* chunks(lines, isNumbered) {
  const moment = momentOnce()
  let text = `${[...HEADERS, ...(isNumbered ? ['Row'] : [])].join(',')}\n`
  let row = 0
  for (const [invoice, code, description, quantity, seconds, price, customer, country] of lines) {
    row++
    const end = isNumbered ? `,${row}\n` : '\n'
    text += `${invoice},${code},${cell(description)},${quantity},${moment(seconds)},${price},${customer},${country}${end}`
    if (row % LINES_A_CHUNK === 0) {
      yield text
      text = ''
    }
  }
  yield text
}

/** Writes order lines as csv; `isNumbered` adds a column Row with the line's number, for a reference that needs a key. */
export async function writeCsv(path, lines, { isNumbered = false } = {}) {
  await pipeline(Readable.from(chunks(lines, isNumbered)), createWriteStream(path))
}
