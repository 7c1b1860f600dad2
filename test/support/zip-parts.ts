import { buffer } from 'node:stream/consumers'
import { fromBuffer } from 'yauzl'

/** The text of every entry of a zip file by its name, in the file's order. */
export function zipParts(bytes: Uint8Array): Promise<Map<string, string>> {
  const parts = new Map<string, string>()
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (failure, zip) => {
      if (failure) return reject(failure)
      zip.on('error', reject)
      zip.on('end', () => resolve(parts))
      zip.on('entry', (entry) => {
        if (parts.has(entry.fileName)) reject(new Error(`${entry.fileName} twice`))
        zip.openReadStream(entry, async (error, stream) => {
          if (error) return reject(error)
          parts.set(entry.fileName, (await buffer(stream)).toString('utf8'))
          zip.readEntry()
        })
      })
      zip.readEntry()
    })
  })
}
