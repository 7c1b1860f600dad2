import { join, resolve } from 'node:path'
import type { Context } from '../context.js'
import { UserError } from '../core/values/failure.js'
import { standardInput } from '../core/values/input-name.js'
import { forTerminal } from '../core/values/text.js'
import { exists, isFolder } from '../file-facts.js'
import { dataFolder, isSpreadsheetName, listDirectory } from '../files.js'
import { importWords } from '../messages/import.js'
import { isOwnWork } from '../written.js'

/** A file to import. */
export interface InputName {
  readonly name: string
  /** The seller wrote this name; else it was found in a folder or by a pattern. */
  readonly isNamed: boolean
}

/**
 * The files that names, folders and patterns (`exports/*.csv`; not every shell expands them) stand for, those found sorted by
 * name and each once. What is passed over in a folder is told. UserError `file.no-spreadsheets`, `file.no-match`.
 */
export function inputNames(written: readonly string[], context: Context): readonly InputName[] {
  const seen = new Set<string>()
  return written.flatMap((name): InputName[] => {
    const found = foundUnder(name, context)
    if (found === null) return [{ name, isNamed: true }]
    const fresh = found.filter((one) => !seen.has(resolve(context.io.cwd, one)))
    for (const one of found) seen.add(resolve(context.io.cwd, one))
    return fresh.map((one) => ({ name: one, isNamed: false }))
  })
}

/** The spreadsheets of a folder or pattern; null for the name of one file. */
function foundUnder(name: string, context: Context): readonly string[] | null {
  const path = resolve(context.io.cwd, name)
  if (name === standardInput) return null
  if (isFolder(path)) {
    const names = listDirectory(path).map((entry) => join(name, entry))
    return spreadsheetsAmong(names, context, () => new UserError('no-input', 'file.no-spreadsheets', { file: name }))
  }
  if (!WILD.test(name) || exists(path)) return null
  const steps = name.split(context.io.platform === 'win32' ? /[\\/]/ : '/')
  const fixed = steps.findIndex((step) => WILD.test(step))
  const folder = steps.slice(0, fixed).join('/') || (name.startsWith('/') ? '/' : '.')
  const names = expand(fixed === 0 ? '' : `${steps.slice(0, fixed).join('/')}/`, steps.slice(fixed), context)
  return spreadsheetsAmong(names, context, () => new UserError('no-input', 'file.no-match', { file: name, folder }))
}

const WILD = /[*?[\]]/

/** What stands behind the steps of a pattern, below a folder (its name ends with `/`; '' is where the command runs). */
function expand(folder: string, [step = '', ...rest]: readonly string[], context: Context): readonly string[] {
  const pattern = patternOf(step)
  const names = listDirectory(resolve(context.io.cwd, folder || '.')).filter(
    (name) => pattern.test(name) && (step.startsWith('.') || !name.startsWith('.')),
  )
  if (rest.length === 0) return names.map((name) => folder + name)
  return names.flatMap((name) => expand(`${folder}${name}/`, rest, context))
}

/** `*` any letters, `?` one, `[ab]` one of these; capitals are as small letters, as Windows has it. */
function patternOf(step: string): RegExp {
  const source = step.replace(/\[([^\]]+)\]|[\s\S]/g, (sign, among?: string) => {
    if (among !== undefined) return `[${among.replace(/^!/, '^').replace(/[\\\]]/g, '\\$&')}]`
    if (sign === '*') return '.*'
    return sign === '?' ? '.' : sign.replace(/[.+^${}()|[\]\\]/, '\\$&')
  })
  return new RegExp(`^${source.replace(/(?:\.\*)+/g, '.*')}$`, 'isu')
}

type PassedOver = 'rejected' | 'own' | 'lock' | 'hidden' | 'pdf' | 'numbers' | 'archive'

const TOLD_NAMES = 5

/** What orders come in besides spreadsheets: whoever keeps such here may think they are read. */
const otherKinds: readonly (readonly [PassedOver, RegExp])[] = [
  ['pdf', /\.pdf$/i],
  ['numbers', /\.numbers$/i],
  ['archive', /\.(?:zip|rar|7z|tar|t?gz)$/i],
]

const otherKind = (name: string): PassedOver | null => otherKinds.find(([, ending]) => ending.test(name))?.[0] ?? null

/** Those that are files called like spreadsheets, less what no seller means; throws when none is left. */
function spreadsheetsAmong(names: readonly string[], context: Context, nothing: () => UserError): readonly string[] {
  const passed = new Map<PassedOver, string[]>()
  const taken = names.filter((name) => {
    if (!isSpreadsheetName(name) && otherKind(name) === null) return false
    // A document of Numbers may be a folder.
    if (isFolder(resolve(context.io.cwd, name)) && otherKind(name) !== 'numbers') return false
    const why = whyNot(name, context)
    if (why !== null) passed.set(why, [...(passed.get(why) ?? []), name])
    return why === null
  })
  const words = context.words(importWords)
  for (const [why, files] of passed) {
    const more = files.length > TOLD_NAMES ? [words.moreFiles(files.length - TOLD_NAMES)] : []
    const list = [...files.slice(0, TOLD_NAMES), ...more].join(words.listed)
    context.warn(forTerminal(words.passedOver(why, files.length, list)))
  }
  if (taken.length === 0) throw nothing()
  return taken
}

function whyNot(name: string, { io }: Context): PassedOver | null {
  const file = name.replace(/^.*[/\\]/, '')
  if (file.startsWith('~$')) return 'lock'
  if (file.startsWith('.')) return 'hidden'
  const other = otherKind(file)
  if (other !== null) return other
  if (/\.rejected(-\d+)?\.[^.]+$/i.test(file)) return 'rejected'
  return isOwnWork(resolve(io.cwd, name), dataFolder(io)) ? 'own' : null
}
