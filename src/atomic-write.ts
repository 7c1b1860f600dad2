import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { UserError } from './core/values/failure.js'
import { isHeld, systemCode, writeFailure } from './file-failures.js'
import { makePrivateFolder, moveFile, PRIVATE_FILE, removeFile, writeAll } from './files.js'

/** Bytes of a file name the systems in use take. */
const LONGEST_NAME = 255
/** Names Windows keeps for devices, whatever stands behind the point. */
const RESERVED = /^(con|prn|aux|nul|com[1-9]|lpt[1-9])(\.|$)/i

/** What a file is made of; text is written as UTF-8. */
export type Content = string | Uint8Array | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

export interface WriteRules {
  /** Replace whatever file is there. */
  readonly force?: boolean
  /** Files that are never replaced, with `force` neither: the inputs and the ledger. */
  readonly keep?: readonly string[]
  /** Make the folder of the file where there is none; undefined where the seller cannot ask for that. */
  readonly makesFolder?: boolean
}

/**
 * Writes a file (0600) wholly or not at all: a temporary file beside it, flushed to the disk, then renamed over it.
 * UserError `write.exists`, `write.is-input`, `write.directory`, `write.no-folder`, `write.long-name`,
 * `write.reserved-name`, `write.denied`, `write.in-use`, `write.failed`, `disk.full`.
 */
export async function writeFileAtomically(path: string, content: Content, rules: WriteRules = {}): Promise<void> {
  const target = checkTarget(path, rules)
  if (target.isDevice) return writeInto(path, fs.openSync(target.path, 'w'), content)
  if (rules.makesFolder === true) makePrivateFolder(dirname(target.path))
  const temporary = besideOf(target.path)
  let written = false
  try {
    await writeInto(path, openNew(temporary, path, rules), content)
    written = true
    moveFile(temporary, target.path)
    flushFolder(dirname(target.path))
  } catch (error) {
    if (written && isHeld(error)) {
      throw new UserError('cannot-write', 'write.in-use', { file: path, kept: temporary }, { cause: error })
    }
    removeFile(temporary)
    throw writeFailure(error, path)
  }
}

/** Fails as `writeFileAtomically` would where nothing can be written; leaves nothing behind. */
export function checkWritable(path: string, rules: WriteRules = {}): void {
  const target = checkTarget(path, rules)
  if (target.isDevice) return
  const temporary = besideOf(target.path)
  try {
    fs.closeSync(openNew(temporary, path, rules))
  } catch (error) {
    throw writeFailure(error, path)
  }
  removeFile(temporary)
}

/** Where to write, links followed; throws when something that must stay is there. */
function checkTarget(path: string, rules: WriteRules): { path: string; isDevice: boolean } {
  const found = checkName(path)
  if (found === undefined) return { path, isDevice: false }
  if (found.isDirectory()) throw new UserError('cannot-write', 'write.directory', { file: path })
  if (!found.isFile()) return { path, isDevice: true }
  const keep = (rules.keep ?? []).map((kept) => fs.statSync(kept, { throwIfNoEntry: false }))
  if (keep.some((kept) => kept?.ino === found.ino && kept.dev === found.dev)) {
    throw new UserError('cannot-write', 'write.is-input', { file: path })
  }
  if (rules.force !== true) throw new UserError('cannot-write', 'write.exists', { file: path })
  return { path: fs.realpathSync(path), isDevice: false }
}

/** What stands under a name a file can have here and on a Windows computer; UserError `write.long-name`, `write.reserved-name`. */
function checkName(path: string): fs.Stats | undefined {
  const name = basename(path)
  if (RESERVED.test(name)) throw new UserError('cannot-write', 'write.reserved-name', { file: path, name })
  try {
    return fs.statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    throw writeFailure(error, path)
  }
}

/** UserError `write.device` where a device or a pipe stands in place of a file: it would be gone for every program. */
export function refuseDevice(path: string): void {
  const found = checkName(path)
  if (found !== undefined && !found.isFile() && !found.isDirectory())
    throw new UserError('cannot-write', 'write.device', { file: path })
}

/**
 * Puts a file made beside it (`besideOf`) in the place of `path`, private and flushed to the disk, in one step; the file made is removed
 * where that fails. UserError as of `writeFileAtomically`.
 */
export function putInPlace(made: string, path: string): void {
  try {
    refuseDevice(path)
    fs.chmodSync(made, PRIVATE_FILE)
    const handle = fs.openSync(made, 'r+')
    try {
      fs.fsyncSync(handle)
    } finally {
      fs.closeSync(handle)
    }
    moveFile(made, path)
    flushFolder(dirname(path))
  } catch (error) {
    removeFile(made)
    throw writeFailure(error, path)
  }
}

/** A free name in the folder of a file, no longer than the file's own may be. */
export function besideOf(path: string): string {
  const mark = `.tmp-${randomBytes(6).toString('hex')}`
  const room = LONGEST_NAME - mark.length
  let name = basename(path)
  while (Buffer.byteLength(name) > room) name = [...name].slice(0, -1).join('')
  return join(dirname(path), name + mark)
}

function openNew(temporary: string, path: string, { makesFolder }: WriteRules): number {
  try {
    return fs.openSync(temporary, 'wx', PRIVATE_FILE)
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
    const params = { file: path, folder: dirname(path), option: makesFolder === false ? '--mkdirs' : '' }
    throw new UserError('cannot-write', 'write.no-folder', params, { cause: error })
  }
}

async function writeInto(path: string, handle: number, content: Content): Promise<void> {
  try {
    const chunks = typeof content === 'string' || content instanceof Uint8Array ? [content] : content
    for await (const chunk of chunks) writeAll(handle, typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
    if (fs.fstatSync(handle).isFile()) fs.fsyncSync(handle)
  } catch (error) {
    throw writeFailure(error, path)
  } finally {
    fs.closeSync(handle)
  }
}

/** A new name is on the disk only when its folder is; Windows has no such call and needs none. */
function flushFolder(path: string): void {
  let handle: number | null = null
  try {
    handle = fs.openSync(path, 'r')
    fs.fsyncSync(handle)
  } catch {
    // The file itself is flushed already: a folder that cannot be opened or flushed loses nothing that was there before.
  } finally {
    if (handle !== null) fs.closeSync(handle)
  }
}
