import { deflateRawSync } from 'node:zlib'

/** A file of an archive. */
export interface ArchivedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const UTF8_NAMES = 0x0800
const DEFLATED = 8
/** 1980-01-01: the same files give the same archive. */
const DAY = 0x0021

const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})

function crc32(bytes: Uint8Array): number {
  let crc = -1
  for (let at = 0; at < bytes.length; at++) crc = crcTable[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8)
  return ~crc >>> 0
}

/** A zip archive piece by piece (PKWARE APPNOTE 6.3, without ZIP64: each file and the whole below 4 GiB). */
export function* zipOfFiles(files: Iterable<ArchivedFile>): Generator<Uint8Array> {
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of files) {
    const data = deflateRawSync(bytes)
    const fields = fieldsOf(name, bytes, data.length)
    const local = Buffer.concat([signature(0x04034b50), Buffer.from([20, 0]), fields, u16(0), Buffer.from(name)])
    yield local
    yield data
    const place = [u16(0), u16(0), u16(0), u16(0), u32((0o100600 << 16) >>> 0), u32(offset)]
    directory.push(
      Buffer.concat([signature(0x02014b50), Buffer.from([20, 3, 20, 0]), fields, ...place, Buffer.from(name)]),
    )
    offset += local.length + data.length
  }
  const entries = Buffer.concat(directory)
  yield entries
  const count = u16(directory.length)
  yield Buffer.concat([signature(0x06054b50), u16(0), u16(0), count, count, u32(entries.length), u32(offset), u16(0)])
}

/** What the header before a file and its entry in the directory have in common. */
function fieldsOf(name: string, bytes: Uint8Array, packed: number): Buffer {
  const sizes = [u32(crc32(bytes)), u32(packed), u32(bytes.length)]
  return Buffer.concat([u16(UTF8_NAMES), u16(DEFLATED), u16(0), u16(DAY), ...sizes, u16(Buffer.byteLength(name))])
}

const signature = (value: number): Buffer => u32(value)

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
