import iconv from 'iconv-lite'
import type { Chance } from '../../support/chance.js'
import { type Mutator, spliced } from './bytes.js'
import { oddValues } from './values.js'

/** The file by its lines, one character a byte, so that no encoding is touched. */
const linesOf = (bytes: Buffer): string[] => bytes.toString('latin1').split('\n')
const fileOf = (lines: readonly string[]): Buffer => Buffer.from(lines.join('\n'), 'latin1')

/** Every position of a byte in the file. */
function places(bytes: Buffer, value: number): number[] {
  const found: number[] = []
  for (let at = bytes.indexOf(value); at >= 0; at = bytes.indexOf(value, at + 1)) found.push(at)
  return found
}

function replaceOne(bytes: Buffer, value: number, by: string, chance: Chance): Buffer {
  const all = places(bytes, value)
  return all.length === 0 ? bytes : spliced(bytes, chance.pick(all), 1, by)
}

const anyDelimiter = ','.charCodeAt(0)
const quote = '"'.charCodeAt(0)

/** Puts a value in the place of one cell, or of that cell in all lines. */
function withCell(bytes: Buffer, value: Buffer, everywhere: boolean, chance: Chance): Buffer {
  const lines = linesOf(bytes).map((line) => line.split(','))
  const row = chance.int(0, lines.length - 1)
  const column = chance.int(0, Math.max(0, lines[row]!.length - 1))
  const text = value.toString('latin1')
  return fileOf(
    lines.map((cells, at) =>
      (at === row || (everywhere && at > 0) ? cells.with(Math.min(column, cells.length - 1), text) : cells).join(','),
    ),
  )
}

const encodings = ['utf-16le', 'utf-16be', 'gb18030', 'big5', 'shift_jis', 'windows-1252', 'utf-7', 'latin1']

/** Changes of delimited text. */
export const tableMutators: Readonly<Record<string, Mutator>> = {
  'an odd value': (bytes, chance) => withCell(bytes, Buffer.from(chance.pick(oddValues)), false, chance),
  'an odd value in all rows': (bytes, chance) => withCell(bytes, Buffer.from(chance.pick(oddValues)), true, chance),
  'a quoted odd value': (bytes, chance) =>
    withCell(bytes, Buffer.from(`"${chance.pick(oddValues).replaceAll('"', '""')}"`), false, chance),
  'a huge cell': (bytes, chance) => withCell(bytes, Buffer.alloc(chance.pick([40_000, 1_200_000]), 'x'), false, chance),
  'open a quote': (bytes, chance) => spliced(bytes, chance.int(0, bytes.length), 0, '"'),
  'a quote less': (bytes, chance) => replaceOne(bytes, quote, '', chance),
  'a delimiter more': (bytes, chance) =>
    spliced(bytes, chance.int(0, bytes.length), 0, chance.pick([',', ';', '\t', '，', '|'])),
  'a delimiter less': (bytes, chance) => replaceOne(bytes, anyDelimiter, '', chance),
  'one other delimiter': (bytes, chance) => replaceOne(bytes, anyDelimiter, chance.pick([';', '\t', '|']), chance),
  'other delimiters': (bytes, chance) =>
    Buffer.from(bytes.toString('latin1').replaceAll(',', chance.pick([';', '\t', '|', '\x01'])), 'latin1'),
  'other line ends': (bytes, chance) =>
    Buffer.from(
      bytes.toString('latin1').replaceAll(/\r?\n/g, chance.pick(['\r', '\r\n', '\n', '\n\r', '\x85', '\r\r\n'])),
      'latin1',
    ),
  'a line end less': (bytes, chance) => replaceOne(bytes, 10, '', chance),
  'insert NULs': (bytes, chance) =>
    spliced(bytes, chance.int(0, bytes.length), 0, Buffer.alloc(chance.pick([1, 3, 200]))),
  'another encoding': (bytes, chance) =>
    iconv.encode(bytes.toString('utf8'), chance.pick(encodings), { addBOM: chance.int(0, 1) === 1 }),
  'encoded twice': (bytes) => Buffer.from(bytes.toString('latin1')),
  'read as GBK before': (bytes) => Buffer.from(iconv.decode(bytes, 'gb18030')),
  'header twice': (bytes) => fileOf([linesOf(bytes)[0]!, ...linesOf(bytes)]),
  'no header': (bytes) => fileOf(linesOf(bytes).slice(1)),
  'rows in another order': (bytes, chance) => {
    const lines = linesOf(bytes)
    const at = chance.int(0, lines.length - 1)
    return fileOf([...lines.slice(at), ...lines.slice(0, at)])
  },
  'a row again': (bytes, chance) => {
    const lines = linesOf(bytes)
    return fileOf([...lines, chance.pick(lines), chance.pick(lines)])
  },
  'a column less': (bytes, chance) => {
    const column = chance.int(0, 8)
    return fileOf(linesOf(bytes).map((line) => line.split(',').toSpliced(column, 1).join(',')))
  },
  'a column twice': (bytes, chance) => {
    const column = chance.int(0, 8)
    return fileOf(linesOf(bytes).map((line) => [...line.split(','), line.split(',')[column] ?? ''].join(',')))
  },
  'very many columns': (bytes) => fileOf(linesOf(bytes).map((line) => line.trimEnd() + ',x'.repeat(20_000))),
  'a line sep=': (bytes, chance) => spliced(bytes, 0, 0, `sep=${chance.pick([',', ';', '\t', '"', '', 'x'])}\n`),
  'lines before': (bytes, chance) => spliced(bytes, 0, 0, 'a title,,\n\n'.repeat(chance.pick([1, 20, 60]))),
}
