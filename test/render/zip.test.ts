import { expect, test } from 'vitest'
import yauzl from 'yauzl'
import { zipOfFiles } from '../../src/render/zip-files.js'
import { stampZip } from '../../src/render/zip-stamp.js'

const zipOf = (files: Parameters<typeof zipOfFiles>[0], day: string) =>
  stampZip(Buffer.concat([...zipOfFiles(files)]), day)

/** The entries an independent reader finds, with their times. */
function entriesOf(bytes: Uint8Array): Promise<{ name: string; text: string; on: string }[]> {
  return new Promise((resolve, reject) => {
    // Sizes and checksums are checked while the entries are read.
    yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (fault, zip) => {
      if (fault) return reject(fault)
      const found: { name: string; text: string; on: string }[] = []
      zip.on('error', reject)
      zip.on('end', () => resolve(found))
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, (error, stream) => {
          if (error) return reject(error)
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('error', reject)
          stream.on('end', () => {
            const date = entry.lastModFileDate
            const on = `${1980 + (date >> 9)}-${(date >> 5) & 15}-${date & 31}`
            found.push({ name: entry.fileName, text: Buffer.concat(chunks).toString(), on })
            zip.readEntry()
          })
        })
      })
      zip.readEntry()
    })
  })
}

const entries = [
  { name: '01-weeks.csv', bytes: Buffer.from('a,b\r\n1,"王芳"\r\n'.repeat(200)) },
  { name: '02-empty.csv', bytes: new Uint8Array() },
  { name: '03-random.csv', bytes: Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251) },
]

test('an independent reader finds the same files, of the day given', async () => {
  const read = await entriesOf(zipOf(entries, '2026-08-31'))
  expect(read).toEqual(
    entries.map(({ name, bytes }) => ({ name, text: Buffer.from(bytes).toString(), on: '2026-8-31' })),
  )
})

test('equal contents give equal bytes; the checksum is the published one', () => {
  expect(zipOf(entries, '2026-08-31')).toEqual(zipOf(entries, '2026-08-31'))
  // CRC-32 of "123456789" is 0xCBF43926.
  const zip = Buffer.from(zipOf([{ name: 'a', bytes: Buffer.from('123456789') }], '2026-08-31'))
  expect(zip.readUInt32LE(14)).toBe(0xcbf43926)
})
