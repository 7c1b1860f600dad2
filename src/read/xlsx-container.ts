import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from 'yauzl'
import type { ByteSource } from '../core/import/sheet.js'
import { UserError } from '../core/values/failure.js'
import { readAt } from './bytes.js'
import { inUtf8 } from './xlsx-encoding.js'
import { inflate, type Packed, readExactly } from './xlsx-inflate.js'
import { LIMITS, type Limit, Place } from './xlsx-place.js'

const LOCAL_HEADER = 0x04034b50
const LOCAL_HEADER_LENGTH = 30
const STORED = 0
const DEFLATED = 8

/** The zip container of a workbook: parts by their path, `/` between folders and none in front, upper and lower case alike. */
export interface Container {
  readonly place: Place
  readonly parts: readonly string[]
  has(part: string): boolean
  /** The bytes of a part in UTF-8, in chunks; its CRC is checked at the end. */
  stream(part: string): AsyncIterable<Buffer>
  /** All bytes of a part, in UTF-8; no more than `limit`, by default that of parts that are read whole. */
  whole(part: string, limit?: Limit): Promise<Buffer>
}

/** Reads the directory of a zip file and refuses one that is damaged, encrypted, too large, or made to do harm. */
export async function openContainer(source: ByteSource): Promise<Container> {
  const place = new Place(source.name)
  if (source.size > LIMITS['file-bytes']) throw place.tooLarge('file-bytes')
  const entries = new Map<string, Entry[]>()
  for (const entry of await readDirectory(source, place)) {
    const name = entryName(entry)
    if (isUnsafe(name)) throw place.at(name).bomb('entry-name')
    if (entry.isEncrypted()) throw place.at(name).refuse('read.encrypted')
    entries.set(name.toLowerCase(), [...(entries.get(name.toLowerCase()) ?? []), entry])
  }
  const stream = (part: string) => {
    const at = place.at(part)
    return inUtf8(inflate(source, locate(source, entries.get(part.toLowerCase()) ?? [], at), at), at)
  }
  return {
    place,
    parts: [...entries.keys()],
    has: (part) => entries.has(part.toLowerCase()),
    stream,
    whole: (part, limit = 'part-bytes') => collect(stream(part), place.at(part), limit),
  }
}

async function collect(chunks: AsyncIterable<Buffer>, place: Place, limit: Limit): Promise<Buffer> {
  const all: Buffer[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > LIMITS[limit]) throw place.tooLarge(limit)
    all.push(chunk)
  }
  return Buffer.concat(all)
}

/** Where the part's bytes start; a part that is missing, there twice, or packed in an unknown way is damaged. */
function locate(source: ByteSource, entries: readonly Entry[], place: Place): Packed {
  const [entry] = entries
  if (entry === undefined || entries.length > 1) throw place.damaged()
  const offset = entry.relativeOffsetOfLocalHeader
  const header = readExactly(source, offset, LOCAL_HEADER_LENGTH, place)
  const isKnown = entry.compressionMethod === STORED || entry.compressionMethod === DEFLATED
  if (!isKnown || header.readUInt32LE(0) !== LOCAL_HEADER) throw place.damaged()
  return {
    start: offset + LOCAL_HEADER_LENGTH + header.readUInt16LE(26) + header.readUInt16LE(28),
    length: entry.compressedSize,
    isDeflated: entry.compressionMethod === DEFLATED,
    crc32: entry.crc32,
    inflatedLength: entry.uncompressedSize,
  }
}

/** yauzl hands over bytes, whatever its types say; names are UTF-8 in practice even where the flag for it is missing. */
function entryName(entry: Entry): string {
  return Buffer.from(entry.fileName).toString('utf8').replaceAll('\\', '/')
}

function isUnsafe(name: string): boolean {
  return /^(?:\/|[a-z]:)/i.test(name) || name.split('/').includes('..')
}

function readDirectory(source: ByteSource, place: Place): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const reader = new SourceReader(source)
    const fail = (error: unknown) =>
      reject(error === reader.failure || error instanceof UserError ? error : place.damaged(error))
    fromRandomAccessReader(
      reader,
      source.size,
      { lazyEntries: true, decodeStrings: false, autoClose: false },
      (error, zip) => {
        if (error) fail(error)
        else if (zip.entryCount > LIMITS.entries) fail(place.bomb('entries'))
        else listEntries(zip, resolve, fail)
      },
    )
  })
}

function listEntries(zip: ZipFile, resolve: (entries: Entry[]) => void, fail: (error: unknown) => void): void {
  const entries: Entry[] = []
  zip.on('entry', (entry: Entry) => {
    entries.push(entry)
    zip.readEntry()
  })
  zip.on('end', () => resolve(entries))
  zip.on('error', fail)
  zip.readEntry()
}

/** Gives yauzl the bytes it asks for while it reads the directory. */
class SourceReader extends RandomAccessReader {
  /** What the source itself threw, to be told from yauzl's own complaints. */
  failure: unknown

  constructor(private readonly source: ByteSource) {
    super()
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, count?: number) => void,
  ): void {
    try {
      const bytes = readAt(this.source, position, length)
      setImmediate(
        callback,
        bytes.length < length ? new Error('unexpected end of file') : null,
        bytes.copy(buffer, offset),
      )
    } catch (error) {
      this.failure = error
      setImmediate(callback, error as Error)
    }
  }
}
