import { deflateRawSync } from 'node:zlib'
import { stampZip } from './zip-stamp.js'

/** A file of an archive; names are plain letters, digits, points and hyphens. */
export interface ZipEntry {
  readonly name: string
  readonly bytes: Uint8Array
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const DEFLATED = 8
/** 2.0: deflated entries. */
const VERSION = 20

/** A zip archive of files (APPNOTE 6.3.10, without zip64), dated midnight of a day (`YYYY-MM-DD`), so that equal contents give equal bytes. */
export function zipOf(entries: readonly ZipEntry[], day: string): Uint8Array {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const { name, bytes } of entries) {
    const packed = deflateRawSync(bytes)
    const told = Buffer.from(name)
    const facts = factsOf({ crc: crc32(bytes), packed: packed.length, size: bytes.length, name: told.length })
    const local = Buffer.concat([header(LOCAL, 4), facts, told, packed])
    central.push(Buffer.concat([header(CENTRAL, 6, VERSION), facts, placeOf(at), told]))
    locals.push(local)
    at += local.length
  }
  const directory = Buffer.concat(central)
  return stampZip(Buffer.concat([...locals, directory, endOf(entries.length, directory.length, at)]), day)
}

/** Signature and, before the version needed, the version made by where the record has one. */
function header(signature: number, length: 4 | 6, madeBy = 0): Buffer {
  const bytes = Buffer.alloc(length)
  bytes.writeUInt32LE(signature, 0)
  if (length === 6) bytes.writeUInt16LE(madeBy, 4)
  return bytes
}

/** What local and central records have in common, from the version needed to the length of further fields. */
function factsOf({ crc, packed, size, name }: Readonly<Record<'crc' | 'packed' | 'size' | 'name', number>>): Buffer {
  const bytes = Buffer.alloc(26)
  bytes.writeUInt16LE(VERSION, 0)
  bytes.writeUInt16LE(DEFLATED, 4)
  bytes.writeUInt32LE(crc, 10)
  bytes.writeUInt32LE(packed, 14)
  bytes.writeUInt32LE(size, 18)
  bytes.writeUInt16LE(name, 22)
  return bytes
}

/** The end of a central record: no comment, first disk, no attributes, and where the local record stands. */
function placeOf(offset: number): Buffer {
  const bytes = Buffer.alloc(14)
  bytes.writeUInt32LE(offset, 10)
  return bytes
}

function endOf(entries: number, size: number, offset: number): Buffer {
  const bytes = Buffer.alloc(22)
  bytes.writeUInt32LE(END, 0)
  bytes.writeUInt16LE(entries, 8)
  bytes.writeUInt16LE(entries, 10)
  bytes.writeUInt32LE(size, 12)
  bytes.writeUInt32LE(offset, 16)
  return bytes
}

/** CRC-32 as in ISO 3309; node has its own from 22.2 on only. */
function crc32(bytes: Uint8Array): number {
  let crc = -1
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8)
  return (crc ^ -1) >>> 0
}

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
  return crc
})
