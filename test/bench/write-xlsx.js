import { closeSync, openSync, writeSync } from 'node:fs'
import { createDeflateRaw } from 'node:zlib'
import { workbookFrame } from '../../fixtures/generator/workbook.js'
import { crc32 } from '../../fixtures/generator/zip.js'
import { HEADERS } from './order-lines.js'

const ROWS_A_CHUNK = 5000
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const EXCEL_EPOCH_SECONDS = 25_569 * 86_400
const MOMENT_STYLE = 1

const xml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const isDigits = (text) => /^\d+$/.test(text)

/** Texts by number in order of first use, as a workbook shares them. */
function sharedStrings() {
  const numbers = new Map()
  return {
    count: () => numbers.size,
    number(text) {
      if (!numbers.has(text)) numbers.set(text, numbers.size)
      return numbers.get(text)
    },
    *parts() {
      yield `${HEAD}<sst ${MAIN} uniqueCount="${numbers.size}">`
      for (const text of numbers.keys()) yield `<si><t>${xml(text)}</t></si>`
      yield '</sst>'
    },
  }
}

function* sheetChunks(lines, shared) {
  const text = (address, value) => `<c r="${address}" t="s"><v>${shared.number(value)}</v></c>`
  const numeric = (address, value) => (value === '' ? '' : `<c r="${address}"><v>${value}</v></c>`)
  const either = (address, value) => (isDigits(value) ? numeric(address, value) : text(address, value))
  const headers = HEADERS.map((header, i) => text(`${String.fromCharCode(65 + i)}1`, header)).join('')
  let out = `${HEAD}<worksheet ${MAIN}><sheetData><row r="1">${headers}</row>`
  let r = 1
  for (const [invoice, code, description, quantity, seconds, price, customer, country] of lines) {
    r++
    const serial = (seconds + EXCEL_EPOCH_SECONDS) / 86_400
    const moment = `<c r="E${r}" s="${MOMENT_STYLE}"><v>${serial}</v></c>`
    const start =
      either(`A${r}`, invoice) + either(`B${r}`, code) + text(`C${r}`, description) + numeric(`D${r}`, quantity)
    const end = numeric(`F${r}`, Number(price)) + (customer && numeric(`G${r}`, customer)) + text(`H${r}`, country)
    out += `<row r="${r}">${start}${moment}${end}</row>`
    if (r % ROWS_A_CHUNK === 0) {
      yield out
      out = ''
    }
  }
  yield `${out}</sheetData></worksheet>`
}

const STYLES = `${HEAD}<styleSheet ${MAIN}><fonts count="1"><font/></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`

/** Deflates chunks of text one after the other into `write`; gives size, packed size and checksum. */
async function deflateInto(chunks, write) {
  const deflate = createDeflateRaw()
  let packed = 0
  let size = 0
  let crc = 0
  deflate.on('data', (bytes) => {
    packed += bytes.length
    write(bytes)
  })
  for (const chunk of chunks) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    crc = crc32(bytes, crc)
    if (!deflate.write(bytes)) await new Promise((resolve) => deflate.once('drain', resolve))
  }
  await new Promise((resolve) => deflate.end().once('end', resolve))
  return { size, packed, crc }
}

/** The sizes and names of an entry, as local header and directory write them. */
function entryFields({ name, size, packed, crc }) {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt16LE(0x21, 8)
  fields.writeUInt32LE(crc, 10)
  fields.writeUInt32LE(packed, 14)
  fields.writeUInt32LE(size, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

const sign = (mark) => Buffer.from(`PK${mark}`, 'latin1')
const localHeader = (entry) => Buffer.concat([sign('\x03\x04'), entryFields(entry), Buffer.from(entry.name)])

function directoryOf(entries, offset) {
  const records = entries.map((entry) => {
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(entry.offset, 10)
    return Buffer.concat([sign('\x01\x02'), Buffer.from([20, 0]), entryFields(entry), tail, Buffer.from(entry.name)])
  })
  const bytes = Buffer.concat(records)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(bytes.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([bytes, sign('\x05\x06'), end])
}

/** A zip file written front to back: an entry's sizes are filled in once they are known. */
function zipFile(path) {
  const file = openSync(path, 'w')
  const entries = []
  let at = 0
  const put = (bytes) => {
    at += writeSync(file, bytes, 0, bytes.length, at)
  }
  return {
    async add(name, chunks) {
      const entry = { name, offset: at, size: 0, packed: 0, crc: 0 }
      put(localHeader(entry))
      Object.assign(entry, await deflateInto(chunks, put))
      const header = localHeader(entry)
      writeSync(file, header, 0, header.length, entry.offset)
      entries.push(entry)
    },
    close() {
      put(directoryOf(entries, at))
      closeSync(file)
    },
  }
}

/** Writes order lines as an xlsx workbook of one sheet in constant memory: numbers as numbers, times as date cells, shared texts. */
export async function writeXlsx(path, lines) {
  const zip = zipFile(path)
  const shared = sharedStrings()
  const frame = { ...workbookFrame([{ name: 'Online Retail' }]), 'xl/styles.xml': STYLES }
  for (const [name, text] of Object.entries(frame)) await zip.add(name, [text])
  await zip.add('xl/worksheets/sheet1.xml', sheetChunks(lines, shared))
  await zip.add('xl/sharedStrings.xml', shared.parts())
  zip.close()
}
