import { inflateRawSync } from 'node:zlib'
import { zip } from '../../read/xlsx-fixture.js'
import type { Chance } from '../../support/chance.js'
import type { Mutator } from './bytes.js'
import { oddValues } from './values.js'

export type Part = readonly [name: string, content: Buffer]

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50

/** Where each record with this signature starts. */
function records(bytes: Buffer, signature: number): number[] {
  const mark = Buffer.alloc(4)
  mark.writeUInt32LE(signature)
  const found: number[] = []
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 4)) found.push(at)
  return found
}

/** The parts of a zip file as its directory names them; what cannot be unpacked is left out. */
export function unzipped(bytes: Buffer): Part[] {
  return records(bytes, CENTRAL).flatMap((at): Part[] => {
    try {
      const [method, length, nameLength, start] = [
        bytes.readUInt16LE(at + 10),
        bytes.readUInt32LE(at + 20),
        bytes.readUInt16LE(at + 28),
        bytes.readUInt32LE(at + 42),
      ]
      const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28)
      const packed = bytes.subarray(from, from + length)
      const content = method === 8 ? inflateRawSync(packed) : packed
      return [[bytes.toString('utf8', at + 46, at + 46 + nameLength), Buffer.from(content)]]
    } catch {
      return []
    }
  })
}

/** A zip file of these parts in their order, all deflated or all stored; a name may stand twice. */
export function zipped(parts: readonly Part[], isDeflated: boolean): Buffer {
  return zip(parts, { stored: !isDeflated })
}

/** The fields of the three records: place and bytes. */
const fields: Readonly<
  Record<string, readonly [number, readonly (readonly [name: string, at: number, size: number])[]]>
> = {
  local: [
    LOCAL,
    [['signature', 0, 4], ['version', 4, 2], ['flags', 6, 2], ['method', 8, 2], ['time', 10, 4], ['crc', 14, 4],
     ['packed size', 18, 4], ['size', 22, 4], ['name length', 26, 2], ['extra length', 28, 2], ['name', 30, 4]],
  ], // biome-ignore format: one record a line
  central: [
    CENTRAL,
    [['signature', 0, 4], ['version', 6, 2], ['flags', 8, 2], ['method', 10, 2], ['time', 12, 4], ['crc', 16, 4], ['packed size', 20, 4],
     ['size', 24, 4], ['name length', 28, 2], ['extra length', 30, 2], ['comment length', 32, 2], ['disk', 34, 2], ['offset', 42, 4], ['name', 46, 4]],
  ], // biome-ignore format: one record a line
  end: [
    END,
    [['signature', 0, 4], ['disk', 4, 2], ['entries here', 8, 2], ['entries', 10, 2], ['directory size', 12, 4], ['directory offset', 16, 4], ['comment length', 20, 2]],
  ], // biome-ignore format: one record a line
}

/** Sets one field of one record to something at the edge, or one off. */
function withField(record: keyof typeof fields): Mutator {
  return (bytes, chance) => {
    const [signature, list] = fields[record]!
    const found = records(bytes, signature)
    if (found.length === 0) return bytes
    const [, offset, size] = chance.pick(list)
    const at = chance.pick(found) + offset
    if (at + size > bytes.length) return bytes
    const copy = Buffer.from(bytes)
    const old = copy.readUIntLE(at, size)
    const top = 2 ** (8 * size)
    const value = chance.pick([0, 1, old + 1, old - 1, old ^ 1, top - 1, top / 2, 8, 99, chance.int(0, top - 1)])
    copy.writeUIntLE(((value % top) + top) % top, at, size)
    return copy
  }
}

const oddNames = [
  '',
  '/',
  '../x.xml',
  '/xl/workbook.xml',
  'C:/x',
  'xl\\workbook.xml',
  '__proto__',
  'XL/WORKBOOK.XML',
  'x'.repeat(60_000),
  '\0',
  '订单.xml',
]

/** Packs the parts again once they were changed. */
const repacked =
  (change: (parts: Part[], chance: Chance) => readonly Part[]): Mutator =>
  (bytes, chance) => {
    const parts = unzipped(bytes)
    return parts.length === 0 ? bytes : zipped(change(parts, chance), chance.int(0, 1) === 1)
  }

/** Changes of the container. */
export const zipMutators: Readonly<Record<string, Mutator>> = {
  'a local field': withField('local'),
  'a central field': withField('central'),
  'an end field': withField('end'),
  'a part less': repacked((parts, chance) => parts.toSpliced(chance.int(0, parts.length - 1), 1)),
  'a part twice': repacked((parts, chance) => [...parts, chance.pick(parts)]),
  'a part empty': repacked((parts, chance) =>
    parts.with(chance.int(0, parts.length - 1), [chance.pick(parts)[0], Buffer.alloc(0)]),
  ),
  'a part under another name': repacked((parts, chance) => {
    const at = chance.int(0, parts.length - 1)
    return parts.with(at, [chance.pick([...oddNames, ...parts.map(([name]) => name)]), parts[at]![1]])
  }),
  'a part in the place of another': repacked((parts, chance) => {
    const at = chance.int(0, parts.length - 1)
    return parts.with(at, [parts[at]![0], chance.pick(parts)[1]])
  }),
  'a part with a strange name': repacked((parts, chance) => [
    ...parts,
    [chance.pick(oddNames), Buffer.from(chance.pick(oddValues))],
  ]),
  'very many parts': repacked((parts) => [
    ...parts,
    ...Array.from({ length: 1100 }, (_, at): Part => [`x${at}`, Buffer.alloc(0)]),
  ]),
  'only packed otherwise': repacked((parts) => parts),
}
