import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { ByteSource } from './core/import/sheet.js'
import { UserError } from './core/values/failure.js'
import { nearest } from './core/values/text.js'
import { isHeld, systemCode, writeFailure } from './file-failures.js'

/** Mode of a file only its owner reads and writes. */
export const PRIVATE_FILE = 0o600
const PRIVATE_FOLDER = 0o700
/** Waits before a rename is tried again: Excel, a virus scanner or a sync client lets go of a file within a second or never. */
const RENAME_WAITS_MS = [200, 400, 800]
const SPREADSHEET = /\.(xlsx|xlsm|xls|et|ods|fods|csv|tsv|txt)$/i

/** An input file, opened read-only. */
export interface InputFile extends ByteSource {
  readonly path: string
  /** Up to where it was read the last time, in bytes. */
  readonly reached: number
  /** Which file was opened, and in which state: equal where it is the same and nobody wrote to it. */
  readonly stamp: string
  /** UserError `file.changed` where the file is not as it was when it was opened: what was read is of two states of it. */
  checkUnchanged(): void
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
  let reached = 0
  const opened = fs.fstatSync(handle, { bigint: true })
  const stamp = stampOf(opened)
  return {
    path,
    name,
    size: Number(opened.size),
    stamp,
    get reached() {
      return reached
    },
    read(target, position) {
      const length = readAt(handle, target, position, name)
      reached = position + length
      return length
    },
    checkUnchanged() {
      if (stampOf(fs.fstatSync(handle, { bigint: true })) !== stamp) throw changedFailure(name)
    },
    close: () => fs.closeSync(handle),
  }
}

function stampOf({ dev, ino, size, mtimeNs }: fs.BigIntStats): string {
  return [dev, ino, size, mtimeNs].join(':')
}

/** What is told of a file that somebody wrote to, or put another in the place of, while it was read. */
export function changedFailure(name: string): UserError {
  return new UserError('no-input', 'file.changed', { file: name })
}

function readAt(handle: number, target: Uint8Array, position: number, name: string): number {
  try {
    return fs.readSync(handle, target, 0, target.length, position)
  } catch (cause) {
    throw new UserError('disk', 'file.read-failed', { file: name, reason: systemCode(cause) }, { cause })
  }
}

function readFailure(error: unknown, path: string, name: string): unknown {
  if (error instanceof UserError) return error
  const code = systemCode(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    const near = nearNames(path).join(', ')
    // Without a near name the folder is what is wrong most often.
    const folder = near === '' ? { folder: dirname(resolve(path)) } : {}
    return new UserError('no-input', 'file.missing', { file: name, near, ...folder }, { cause: error })
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

/** A file of the built program beside the one that asks; null where the program runs from its sources. */
export function programFile(name: string, beside: string): URL | null {
  const place = new URL(name, beside)
  return fs.existsSync(place) ? place : null
}

/** A text of ours (UTF-8), such as a settings file; null where it cannot be read. */
export function readTextFile(path: string): string | null {
  try {
    return fs.readFileSync(path, 'utf8')
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

/** Makes a private (0700) folder of a run of the program (its number in the system), in a folder for such. */
export function makeTemporaryFolder(run: number, parent: string): TemporaryFolder {
  try {
    const path = fs.mkdtempSync(join(parent, `crm-work-${run}-`))
    return { path, remove: () => removeFile(path) }
  } catch (error) {
    throw writeFailure(error, parent)
  }
}

/**
 * Removes such folders of runs that were killed, rows of customers in them, and says how many; `isRunning` tells of a run by its number.
 * Those of other people stay.
 */
export function sweepTemporaryFolders(parent: string, isRunning: (run: number) => boolean): number {
  const left = listDirectory(parent).filter((name) => {
    const run = /^crm-work-(\d+)-[A-Za-z0-9]{6}$/.exec(name)?.[1]
    return run !== undefined && !isRunning(Number(run))
  })
  for (const name of left) removeFile(join(parent, name))
  return left.filter((name) => !fs.existsSync(join(parent, name))).length
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
    removeFile(path)
    throw writeFailure(error, path)
  }
  return openBytes(path, name)
}

/** Writes all of the bytes to an open file. */
export function writeAll(handle: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += fs.writeSync(handle, bytes, at)
}

/** Removes a file or folder of ours; one that is not there, or that another program holds, is no failure. */
export function removeFile(path: string): void {
  try {
    fs.rmSync(path, { recursive: true, force: true })
  } catch {
    // Another program holds it; it is private and swept later.
  }
}

/** Removes a file of ours; UserError `write.denied` or `write.failed` where it stays. */
export function removeForGood(path: string): void {
  try {
    fs.rmSync(path, { force: true })
  } catch (error) {
    throw writeFailure(error, path)
  }
}

/** Gives a file another name in its own folder; UserError `write.denied` or `write.failed`. */
export function renameFile(from: string, to: string): void {
  try {
    moveFile(from, to)
  } catch (error) {
    throw writeFailure(error, from)
  }
}

/** Gives a file another name in one step, once whoever holds it lets go; errors are the system's. */
export function moveFile(from: string, to: string): void {
  for (const wait of [...RENAME_WAITS_MS, null]) {
    try {
      fs.renameSync(from, to)
      return
    } catch (error) {
      if (wait === null || !isHeld(error)) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait)
    }
  }
}
