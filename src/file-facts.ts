import * as fs from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Whether anything stands at the path. */
export function exists(path: string): boolean {
  return fs.existsSync(path)
}

/** Whether a folder stands at the path. */
export function isFolder(path: string): boolean {
  return statOf(path)?.isDirectory() === true
}

/** Whether something stands at the path that is no file: a folder, a pipe, a device. */
export function isNoFile(path: string): boolean {
  return statOf(path)?.isFile() === false
}

/** The file itself where the path is a link to one; any other path stays as it is written. */
export function linkTarget(path: string): string {
  return exists(path) && fs.lstatSync(path).isSymbolicLink() ? fs.realpathSync(path) : path
}

/** What stands at a path; nothing where no file can, as under a name too long for the system. */
function statOf(path: string): fs.Stats | undefined {
  try {
    return fs.statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/**
 * Whether Excel, WPS or LibreOffice has the workbook open: they keep `~$name` or `.~lock.name#` beside it. What is not saved
 * there cannot be read.
 */
export function isOpenInExcel(path: string): boolean {
  const name = basename(path)
  return [`~$${name}`, `.~lock.${name}#`].some((lock) => fs.existsSync(join(dirname(path), lock)))
}

/** Changes whenever the file is written: its size and the time of the last change; null where there is no file. */
export function fileStamp(path: string): string | null {
  const found = statOf(path)
  return found?.isFile() ? `${found.size}:${found.mtimeMs}` : null
}

/** How long a file is, in bytes; null where there is no file. */
export function fileSize(path: string): number | null {
  const found = statOf(path)
  return found?.isFile() ? found.size : null
}

/** Bytes free for this user on the disk of a folder; null where the system does not say. */
export function freeBytes(folder: string): number | null {
  try {
    const { bavail, bsize } = fs.statfsSync(folder)
    return bavail * bsize
  } catch {
    return null
  }
}

/** Who may use a file or folder, as the system's bits (0o600); null where nothing stands there. */
export function fileMode(path: string): number | null {
  const found = statOf(path)
  return found === undefined ? null : found.mode & 0o777
}

/** When a file was changed last, milliseconds since 1970; null where there is none. */
export function changedAt(path: string): number | null {
  return statOf(path)?.mtimeMs ?? null
}

/** What Linux calls file systems of other computers (NFS, SMB, CIFS, AFS, 9P). */
const NETWORK_DISKS = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x01021997])

/** Whether a folder is on another computer's disk, as far as the system says. */
export function isOnNetwork(folder: string): boolean {
  if (/^(\\\\|\/\/)[^\\/]/.test(folder)) return true
  try {
    return NETWORK_DISKS.has(fs.statfsSync(folder).type)
  } catch {
    return false
  }
}
