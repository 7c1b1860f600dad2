import { basename, dirname, join } from 'node:path'
import { backupFolder } from '../backups.js'
import type { Context } from '../context.js'
import type { CheckLine } from '../core/check.js'
import { syncedFolder } from '../core/synced-folder.js'
import { changedAt, exists, fileMode, fileSize, freeBytes, isOnNetwork } from '../file-facts.js'
import { listDirectory, removeFile, sweepTemporaryFolders } from '../files.js'
import { checkWords } from '../messages/check.js'
import { sizeText } from './backup.js'

/** Room an import and its backup need, however small the ledger is. */
const LEAST_FREE_BYTES = 50 << 20

const HOUR_MS = 3_600_000

/** What of the computer bears on the ledger: versions, place, who may read it, room, what a stopped run left, the terminal. */
export function computerLines(sqlite: string, context: Context): CheckLine[] {
  const { io, place } = context
  return [
    { code: 'node', state: 'ok', detail: io.runtime },
    { code: 'sqlite', state: 'ok', detail: sqlite },
    { code: 'place', state: 'ok', detail: place.path },
    ...(exists(place.path) ? [privacyLine(context)] : []),
    detailLine('synced', syncedFolder(place.path)),
    { code: 'network', state: isOnNetwork(standing(place.path)) ? 'note' : 'ok' },
    ...diskLines(context),
    leftOverLine(context),
    terminalLine(context),
    ...(io.platform === 'win32' ? [{ code: 'powershell', state: 'note' } as const] : []),
  ]
}

function detailLine(code: 'synced', detail: string | null): CheckLine {
  return { code, state: detail === null ? 'ok' : 'note', detail: detail ?? '' }
}

/** The folder of a ledger, or the nearest above it that is there. */
function standing(path: string): string {
  let folder = dirname(path)
  while (!exists(folder) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

/** Windows keeps rights otherwise: the user's own folders are private there. */
function privacyLine({ io, place }: Context): CheckLine {
  const isOpen = (path: string) => ((fileMode(path) ?? 0) & 0o077) !== 0
  const backups = backupFolder(place.path)
  const found = [place.path, backups, ...listDirectory(backups).map((name) => join(backups, name))].filter(isOpen)
  const isFault = io.platform !== 'win32' && found.length > 0
  return { code: 'private', state: isFault ? 'fault' : 'ok', detail: found.map((path) => basename(path)).join(', ') }
}

function diskLines(context: Context): CheckLine[] {
  const free = freeBytes(standing(context.place.path))
  if (free === null) return []
  const needed = Math.max(LEAST_FREE_BYTES, 3 * (fileSize(context.place.path) ?? 0))
  const detail = context.words(checkWords).free(sizeText(free))
  return [{ code: 'disk', state: free < needed ? 'note' : 'ok', detail }]
}

/** Unfinished files of runs that were stopped over an hour ago are removed, and what killed runs worked on at once. */
function leftOverLine({ io, place }: Context): CheckLine {
  const folders = new Set([dirname(place.path), backupFolder(place.path), io.cwd])
  const left = [...folders].flatMap((folder) =>
    listDirectory(folder)
      .filter((name) => /\.tmp-[0-9a-f]{12}(-journal)?$/.test(name))
      .map((name) => join(folder, name)),
  )
  const old = left.filter((path) => io.now() - (changedAt(path) ?? io.now()) > HOUR_MS)
  for (const path of old) removeFile(path)
  const count = old.length + sweepTemporaryFolders(io.temporary, io.isRunning)
  return { code: 'left-over', state: count === 0 ? 'ok' : 'note', count }
}

function terminalLine({ io }: Context): CheckLine {
  const { LC_ALL, LC_CTYPE, LANG, TERM = '' } = io.env
  const encoding = LC_ALL || LC_CTYPE || LANG || ''
  const isPlain = io.platform !== 'win32' && io.platform !== 'darwin' && encoding !== '' && !/utf-?8/i.test(encoding)
  return {
    code: 'terminal',
    state: isPlain ? 'note' : 'ok',
    detail: [TERM, encoding].filter(Boolean).join(', ') || '-',
  }
}
