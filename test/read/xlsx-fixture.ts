import { gzipSync } from 'node:zlib'
import type { Cell, Workbook } from '../../src/core/import/sheet.js'
import { openXlsx } from '../../src/read/xlsx.js'
import { sourceOf } from './byte-source.js'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Parts of a container by their path. */
export type Parts = Readonly<Record<string, string | Buffer>>

interface ZipOptions {
  /** Parts packed without compression. */
  readonly stored?: boolean
  /** Bits set in the general purpose flag of each entry. */
  readonly flags?: number
}

/** A zip file of these parts, in their order. gzip does the deflating and the CRC. */
export function zip(parts: Parts | readonly (readonly [string, string | Buffer])[], options: ZipOptions = {}): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  const entries = Array.isArray(parts) ? parts : Object.entries(parts)
  for (const [path, content] of entries as readonly (readonly [string, string | Buffer])[]) {
    const body = Buffer.from(content)
    const gzip = gzipSync(body)
    const packed = options.stored ? body : gzip.subarray(10, -8)
    const name = Buffer.from(path)
    const header = Buffer.alloc(26)
    header.writeUInt16LE(20, 0)
    header.writeUInt16LE(0x800 | (options.flags ?? 0), 2)
    header.writeUInt16LE(options.stored ? 0 : 8, 4)
    header.writeUInt32LE(gzip.readUInt32LE(gzip.length - 8), 10)
    header.writeUInt32LE(packed.length, 14)
    header.writeUInt32LE(body.length, 18)
    header.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    local.push(Buffer.from('PK\x03\x04'), header, name, packed)
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), header, place, name)
    offset += 30 + name.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, end])
}

export interface Made {
  /** Content of `sheetData`, or a whole part when it starts with `<?xml` or is bytes. */
  readonly sheet: string | Buffer
  readonly sharedStrings?: string
  /** Number formats, one for each `s`. */
  readonly formats?: readonly (string | number)[]
  readonly since1904?: boolean
  /** Parts added, or put in the place of others. */
  readonly parts?: Parts
}

/** The parts of a workbook with one worksheet called `orders`. */
export function partsOf(made: Made): Parts {
  const { sheet, sharedStrings, formats, since1904 } = made
  const isWhole = typeof sheet !== 'string' || sheet.startsWith('<?xml')
  return {
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookPart([['orders', 'rId1']], since1904),
    'xl/_rels/workbook.xml.rels': relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ...(sharedStrings === undefined ? [] : ([['sharedStrings', 'sharedStrings.xml']] as const)),
      ...(formats === undefined ? [] : ([['styles', 'styles.xml']] as const)),
    ]),
    'xl/worksheets/sheet1.xml': isWhole ? sheet : worksheet(sheet),
    ...(sharedStrings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${sharedStrings}</sst>` }),
    ...(formats === undefined ? {} : { 'xl/styles.xml': stylesPart(formats) }),
    ...made.parts,
  }
}

export function worksheet(rows: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`
}

export function workbookPart(
  sheets: readonly (readonly [name: string, id: string, more?: string])[],
  since1904 = false,
): string {
  const list = sheets.map(
    ([name, id, more = ''], i) => `<sheet name="${name}" sheetId="${i + 1}" ${more} r:id="${id}"/>`,
  )
  const properties = since1904 ? '<workbookPr date1904="1"/>' : ''
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}<sheets>${list.join('')}</sheets></workbook>`
}

/** Relationships `rId1`, `rId2` … */
export function relations(list: readonly (readonly [type: string, target: string])[], base = OFFICE): string {
  const items = list.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${base}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${RELATIONS}">${items.join('')}</Relationships>`
}

/** Text as it stands between tags or in quotes. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function stylesPart(formats: readonly (string | number)[]): string {
  const custom = formats.map((format, i) =>
    typeof format === 'string' ? `<numFmt numFmtId="${164 + i}" formatCode="${escaped(format)}"/>` : '',
  )
  const cells = formats.map((format, i) => `<xf numFmtId="${typeof format === 'string' ? 164 + i : format}"/>`)
  return `<styleSheet xmlns="${MAIN}"><numFmts>${custom.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${cells.join('')}</cellXfs></styleSheet>`
}

/** The rows of each sheet under its name, each row with its number in front. */
export type Read = Record<string, [number, ...Cell[]][]>

export async function readAll(workbook: Workbook): Promise<Read> {
  const all: Read = {}
  for (const sheet of workbook.sheets) {
    const rows: [number, ...Cell[]][] = []
    for await (const { numbers, rows: read } of sheet.rows()) {
      for (const [i, row] of read.entries()) rows.push([numbers[i] as number, ...row])
    }
    all[sheet.name] = rows
  }
  return all
}

/** Reads every row of every sheet and keeps none. */
export async function drain(bytes: Uint8Array): Promise<void> {
  for (const sheet of (await openXlsx(sourceOf(bytes, 'orders.xlsx'))).sheets) for await (const _ of sheet.rows());
}

export async function readBytes(bytes: Uint8Array): Promise<Read> {
  return readAll(await openXlsx(sourceOf(bytes, 'orders.xlsx')))
}

/** Rows of the sheet of a made workbook. */
export async function rowsOf(made: Made): Promise<[number, ...Cell[]][]> {
  return (await readBytes(zip(partsOf(made)))).orders ?? []
}
