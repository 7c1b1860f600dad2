import { join } from 'node:path'
import { writeFileAtomically } from './atomic-write.js'
import { fileStamp } from './file-facts.js'
import { makePrivateFolder, readTextFile } from './files.js'

/** How many files are remembered; the oldest are forgotten first. */
const REMEMBERED = 200
const LIST = 'written.json'

/**
 * Whether the file is as this program last wrote it: the weekly report may replace the last one, but not what the reader
 * has worked on since. `folder` is the program's own data folder.
 */
export function isOwnWork(path: string, folder: string): boolean {
  const stamp = fileStamp(path)
  return stamp !== null && readList(folder).get(path) === stamp
}

/** Remembers a file just written; where that cannot be remembered, only the next overwriting has to be forced. */
export async function rememberOwnWork(path: string, folder: string): Promise<void> {
  const stamp = fileStamp(path)
  if (stamp === null) return
  const list = readList(folder)
  list.delete(path)
  list.set(path, stamp)
  await keepList(list, folder)
}

/** Forgets files whose path holds what is to be found nowhere any more; they stay, and the next overwriting has to be forced. */
export async function forgetOwnWork(pattern: RegExp, folder: string): Promise<void> {
  const list = readList(folder)
  const kept = [...list].filter(([path]) => path.search(pattern) < 0)
  if (kept.length < list.size) await keepList(new Map(kept), folder)
}

async function keepList(list: ReadonlyMap<string, string>, folder: string): Promise<void> {
  try {
    makePrivateFolder(folder)
    await writeFileAtomically(join(folder, LIST), JSON.stringify([...list].slice(-REMEMBERED)), { force: true })
  } catch {
    // See above: the report itself is written, and that is what was asked for.
  }
}

/** Files this program wrote lately that are still there, oldest first. */
export function writtenFiles(folder: string): string[] {
  return [...readList(folder).keys()].filter((path) => fileStamp(path) !== null)
}

function readList(folder: string): Map<string, string> {
  try {
    const list: unknown = JSON.parse(readTextFile(join(folder, LIST)) ?? '[]')
    return new Map(Array.isArray(list) ? list.filter(isEntry) : [])
  } catch {
    return new Map()
  }
}

function isEntry(entry: unknown): entry is [string, string] {
  return Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === 'string')
}
