import type { ByteSource } from '../core/import/sheet.js'
import { readAt } from './bytes.js'

const ENTRY = 128
const FILEPASS = 0x2f
/** The directory's first sectors hold the names of every program that writes such files. */
const DIRECTORY_BYTES = 4096

/**
 * What an OLE compound file is (MS-CFB): `encrypted` a workbook behind a password, old or new; `xls` an Excel 97–2003
 * workbook; `other` another program's document.
 */
export function oleKind(source: ByteSource, head: Buffer): 'encrypted' | 'xls' | 'other' {
  if (head.length < 512) return 'other'
  const sectorSize = 2 ** Math.min(head.readUInt16LE(30), 16)
  const sectorAt = (sector: number) => (sector + 1) * sectorSize
  const entries = directoryEntries(readAt(source, sectorAt(head.readUInt32LE(48)), DIRECTORY_BYTES))
  if (entries.some((entry) => entry.name === 'EncryptedPackage')) return 'encrypted'
  const workbook = entries.find((entry) => /^(workbook|book)$/i.test(entry.name))
  if (!workbook) return 'other'
  return hasPassword(readAt(source, sectorAt(workbook.sector), 4096)) ? 'encrypted' : 'xls'
}

function directoryEntries(directory: Buffer): { name: string; sector: number }[] {
  const entries = []
  for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
    const nameBytes = Math.min(64, Math.max(2, directory.readUInt16LE(at + 64)))
    const name = directory.toString('utf16le', at, at + nameBytes - 2)
    entries.push({ name, sector: directory.readUInt32LE(at + 116) })
  }
  return entries
}

/** A FILEPASS record stands among the first records of a workbook stream that needs a password (MS-XLS). */
function hasPassword(stream: Buffer): boolean {
  for (let at = 0, record = 0; record < 8 && at + 4 <= stream.length; record++) {
    if (stream.readUInt16LE(at) === FILEPASS) return true
    at += 4 + stream.readUInt16LE(at + 2)
  }
  return false
}
