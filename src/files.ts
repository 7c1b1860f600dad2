import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ByteSource } from './core/import/sheet.js'
import { type FailureKind, UserError } from './core/values/failure.js'
import { nearest } from './core/values/text.js'

const PRIVATE_FILE = 0o600
const PRIVATE_FOLDER = 0o700
/** Waits before a rename is tried again: Excel, a virus scanner or a sync client lets go of a file within a second or never. */
const RENAME_WAITS_MS = [200, 400, 800]
const SPREADSHEET = /\.(xlsx|xlsm|xls|et|ods|fods|csv|tsv|txt)$/i

/** An input file, opened read-only. */
export interface InputFile extends ByteSource {
  readonly path: string
  close(): void
}

/** Opens a file to read; UserError `file.missing` (with near names), `file.directory`, `file.unreadable`. */
export function openBytes(path: string, name = path): InputFile {
  let handle: number
  try {
    if (fs.statSync(path).isDirectory()) throw directoryFailure(path, name)
    handle = fs.openSync(path, 'r')
  } catch (error) {
    throw readFailure(error, path, name)
  }
  return {
    path,
    name,
    size: fs.fstatSync(handle).size,
    read: (target, position) => readAt(handle, target, position, name),
    close: () => fs.closeSync(handle),
  }
}

function readAt(handle: number, target: Uint8Array, position: number, name: string): number {
  try {
    return fs.readSync(handle, target, 0, target.length, position)
  } catch (cause) {
    throw new UserError('disk', 'file.read-failed', { file: name, reason: codeOf(cause) }, { cause })
  }
}

function readFailure(error: unknown, path: string, name: string): unknown {
  if (error instanceof UserError) return error
  const code = codeOf(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new UserError('no-input', 'file.missing', { file: name, near: nearNames(path).join(', ') }, { cause: error })
  }
  return new UserError('no-input', 'file.unreadable', { file: name, reason: code }, { cause: error })
}

function directoryFailure(path: string, name: string): UserError {
  const inside = listDirectory(path).filter(isSpreadsheetName)
  return new UserError('no-input', 'file.directory', { file: name, inside: inside.slice(0, 5).join(', ') })
}

function nearNames(path: string): readonly string[] {
  return nearest(basename(path), listDirectory(dirname(resolve(path))))
}

/** Whether a file is called like a spreadsheet or a text with columns. */
export function isSpreadsheetName(name: string): boolean {
  return SPREADSHEET.test(name)
}

/** Names in a folder in code-point order, none where it cannot be read. */
export function listDirectory(path: string): readonly string[] {
  try {
    return fs.readdirSync(path).sort()
  } catch {
    return []
  }
}

/** Whether anything stands at the path. */
export function exists(path: string): boolean {
  return fs.existsSync(path)
}

/** A file of the built program beside the one that asks; null where the program runs from its sources. */
export function programFile(name: string, beside: string): URL | null {
  const place = new URL(name, beside)
  return fs.existsSync(place) ? place : null
}

/** Whether a folder stands at the path. */
export function isFolder(path: string): boolean {
  return fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

/**
 * Whether Excel, WPS or LibreOffice has the workbook open: they keep `~$name` or `.~lock.name#` beside it. What is not saved
 * there cannot be read.
 */
export function isOpenInExcel(path: string): boolean {
  const name = basename(path)
  return [`~$${name}`, `.~lock.${name}#`].some((lock) => fs.existsSync(join(dirname(path), lock)))
}

/** A text of ours (UTF-8), such as a settings file; null where it cannot be read. */
export function readTextFile(path: string): string | null {
  try {
    return fs.readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** Changes whenever the file is written: its size and the time of the last change; null where there is no file. */
export function fileStamp(path: string): string | null {
  const found = fs.statSync(path, { throwIfNoEntry: false })
  return found?.isFile() ? `${found.size}:${found.mtimeMs}` : null
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

/** Where the ledger lives when nobody says otherwise: the folder the system keeps for programs' own files. */
export function dataFolder(where: {
  platform: string
  home: string
  env: Readonly<Record<string, string | undefined>>
}): string {
  const { platform, home, env } = where
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'crm')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'crm')
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'crm')
}

/** Makes a folder only this user can enter, with its parents; UserError `write.denied` or `disk.full`. */
export function makePrivateFolder(path: string): void {
  try {
    fs.mkdirSync(path, { recursive: true, mode: PRIVATE_FOLDER })
  } catch (error) {
    throw writeFailure(error, path)
  }
}

/** Makes an empty file only this user can read, so that what is written into it later is never open to others. */
export function makePrivateFile(path: string): void {
  try {
    fs.closeSync(fs.openSync(path, 'wx', PRIVATE_FILE))
  } catch (error) {
    throw writeFailure(error, path)
  }
}

/** A folder of our own for work in progress. */
export interface TemporaryFolder {
  readonly path: string
  /** Removes it with everything in it; what another program holds open stays. */
  remove(): void
}

/** Makes a private (0700) folder for staging and spooled input, under the system's temporary folder unless told where. */
export function makeTemporaryFolder(parent = tmpdir()): TemporaryFolder {
  try {
    const path = fs.mkdtempSync(join(parent, 'crm-'))
    return { path, remove: () => removeQuietly(path) }
  } catch (error) {
    throw writeFailure(error, parent)
  }
}

/** Copies what comes on a stream into a private file of `folder` and opens it, since readers read in any order. */
export async function spool(chunks: AsyncIterable<Uint8Array>, folder: string, name: string): Promise<InputFile> {
  const path = join(folder, `input-${randomBytes(4).toString('hex')}`)
  try {
    const handle = fs.openSync(path, 'wx', PRIVATE_FILE)
    try {
      for await (const chunk of chunks) writeAll(handle, chunk)
    } finally {
      fs.closeSync(handle)
    }
  } catch (error) {
    removeQuietly(path)
    throw writeFailure(error, path)
  }
  return openBytes(path, name)
}

/** What a file is made of; text is written as UTF-8. */
export type Content = string | Uint8Array | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

export interface WriteRules {
  /** Replace whatever file is there. */
  readonly force?: boolean
  /** Files that are never replaced, with `force` neither: the inputs and the ledger. */
  readonly keep?: readonly string[]
}

/**
 * Writes a file (0600) wholly or not at all: a temporary file beside it, flushed to the disk, then renamed over it.
 * UserError `write.exists`, `write.is-input`, `write.directory`, `write.no-folder`, `write.denied`, `write.in-use`,
 * `write.failed`, `disk.full`.
 */
export async function writeFileAtomically(path: string, content: Content, rules: WriteRules = {}): Promise<void> {
  const target = checkTarget(path, rules)
  if (target.isDevice) return writeInto(path, fs.openSync(target.path, 'w'), content)
  const temporary = `${target.path}.tmp-${randomBytes(6).toString('hex')}`
  let written = false
  try {
    await writeInto(path, openNew(temporary, path), content)
    written = true
    await renamePatiently(temporary, target.path)
    flushFolder(dirname(target.path))
  } catch (error) {
    if (written && isHeld(error)) {
      throw new UserError('cannot-write', 'write.in-use', { file: path, kept: temporary }, { cause: error })
    }
    removeQuietly(temporary)
    throw writeFailure(error, path)
  }
}

/** Fails as `writeFileAtomically` would where nothing can be written; leaves nothing behind. */
export function checkWritable(path: string, rules: WriteRules = {}): void {
  const target = checkTarget(path, rules)
  if (target.isDevice) return
  const temporary = `${target.path}.tmp-${randomBytes(6).toString('hex')}`
  try {
    fs.closeSync(openNew(temporary, path))
  } catch (error) {
    throw writeFailure(error, path)
  }
  removeQuietly(temporary)
}

/** Where to write, links followed; throws when something that must stay is there. */
function checkTarget(path: string, rules: WriteRules): { path: string; isDevice: boolean } {
  const found = fs.statSync(path, { throwIfNoEntry: false })
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

function openNew(temporary: string, path: string): number {
  try {
    return fs.openSync(temporary, 'wx', PRIVATE_FILE)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    throw new UserError('cannot-write', 'write.no-folder', { file: path, folder: dirname(path) }, { cause: error })
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

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += fs.writeSync(handle, bytes, at)
}

async function renamePatiently(from: string, to: string): Promise<void> {
  for (const wait of [...RENAME_WAITS_MS, null]) {
    try {
      return fs.renameSync(from, to)
    } catch (error) {
      if (wait === null || !isHeld(error)) throw error
      await sleep(wait)
    }
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

/** Removes a file of ours; one that is not there, or that another program holds, is no failure. */
export function removeFile(path: string): void {
  removeQuietly(path)
}

function removeQuietly(path: string): void {
  try {
    fs.rmSync(path, { recursive: true, force: true })
  } catch {
    // Another program holds it; it is private and swept later.
  }
}

function isHeld(error: unknown): boolean {
  return ['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error))
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return (error as NodeJS.ErrnoException).code ?? error.message
}

const WRITE_FAILURES: Readonly<Record<string, readonly [FailureKind, string]>> = {
  ENOSPC: ['disk', 'disk.full'],
  EDQUOT: ['disk', 'disk.full'],
  EFBIG: ['disk', 'disk.full'],
  EIO: ['disk', 'disk.failed'],
  EACCES: ['cannot-write', 'write.denied'],
  EPERM: ['cannot-write', 'write.denied'],
  EROFS: ['cannot-write', 'write.denied'],
}

/** Turns what the system says about a write into a UserError; anything that is no system error stays what it is. */
function writeFailure(error: unknown, path: string): unknown {
  if (error instanceof UserError || (error as NodeJS.ErrnoException)?.syscall === undefined) return error
  const [kind, code] = WRITE_FAILURES[codeOf(error)] ?? ['cannot-write', 'write.failed']
  return new UserError(kind, code, { file: path, reason: codeOf(error) }, { cause: error })
}
