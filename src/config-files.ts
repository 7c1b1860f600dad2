import { dirname, join, resolve } from 'node:path'
import { UserError } from './core/values/failure.js'
import { LANGS } from './core/values/lang.js'
import { readTextFile } from './files.js'
import type { Io } from './io.js'

/** What a settings file may say; everything else is a fault. */
const KINDS = { lang: 'string', color: 'boolean', ascii: 'boolean', pager: 'string', db: 'string' } as const

export type FileSettingName = keyof typeof KINDS
export const fileSettingNames = Object.keys(KINDS) as readonly FileSettingName[]

/** What one file says, and what in it cannot be understood. */
export interface SettingsFile {
  readonly path: string
  readonly values: Readonly<Partial<Record<FileSettingName, string | boolean>>>
  readonly fault: UserError | null
}

const PROJECT_FILE = 'crm.config.json'

/** What only the user's own file may say: a folder may come from anybody, and a program it names would run unasked. */
const OWN_ALONE: readonly string[] = ['pager'] satisfies readonly FileSettingName[]

/** The user's own settings file: `config.json` in the folder the system keeps for programs' settings. */
export function userSettingsFile({ platform, home, env }: Pick<Io, 'platform' | 'home' | 'env'>): string {
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'crm', 'config.json')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'crm', 'config.json')
  return join(env.XDG_CONFIG_HOME || join(home, '.config'), 'crm', 'config.json')
}

/** The settings files that are there, the one that counts more first: `crm.config.json` in this folder, then the user's own. */
export function settingsFiles(io: Pick<Io, 'platform' | 'home' | 'env' | 'cwd'>): readonly SettingsFile[] {
  return [settingsFile(join(io.cwd, PROJECT_FILE), OWN_ALONE), settingsFile(userSettingsFile(io))].flatMap(
    (file) => file ?? [],
  )
}

/** One of them, which may not say what is `refused`; null where it is not there. */
export function settingsFile(path: string, refused: readonly string[] = []): SettingsFile | null {
  const text = readTextFile(path)
  return text === null ? null : readSettings(path, text, refused)
}

/** Throws the first fault: UserError `config.file-not-json`, `config.file-unknown`, `config.file-own-alone`, `config.file-bad-value`; what a file decides is not passed over in silence. */
export function refuseFaulty(files: readonly SettingsFile[]): void {
  for (const { fault } of files) if (fault !== null) throw fault
}

/** The ledger a settings file names, with the file; a path in it starts from the file's own folder. */
export function ledgerInFiles(files: readonly SettingsFile[]): { readonly path: string; readonly file: string } | null {
  const found = files.find(({ values }) => typeof values.db === 'string' && values.db !== '')
  return found === undefined ? null : { path: resolve(dirname(found.path), String(found.values.db)), file: found.path }
}

/** A value as typed; null where it is none of the setting's. */
export function readFileValue(name: FileSettingName, typed: string): string | boolean | null {
  if (KINDS[name] === 'boolean')
    return /^(yes|true|on|是)$/i.test(typed) ? true : /^(no|false|off|否)$/i.test(typed) ? false : null
  if (name === 'lang') return LANGS.find((lang) => lang === typed.toLowerCase()) ?? null
  if (name === 'pager') return /^(none|无)$/i.test(typed) ? '' : typed
  return typed === '' ? null : typed
}

function readSettings(file: string, text: string, refused: readonly string[]): SettingsFile {
  const said = parsed(text)
  if (said === null)
    return { path: file, values: {}, fault: new UserError('settings', 'config.file-not-json', { file }) }
  const entries = Object.entries(said).map(([name, value]) => ({
    name,
    value,
    fault: faultOf(file, name, value, refused),
  }))
  const values = entries.flatMap(({ name, value, fault }) => (fault === null ? [[name, value]] : []))
  return { path: file, values: Object.fromEntries(values), fault: entries.find(({ fault }) => fault)?.fault ?? null }
}

function faultOf(file: string, name: string, value: unknown, refused: readonly string[]): UserError | null {
  if (!Object.hasOwn(KINDS, name)) return new UserError('settings', 'config.file-unknown', { file, name })
  if (refused.includes(name)) return new UserError('settings', 'config.file-own-alone', { file, name })
  const isFit =
    typeof value === KINDS[name as FileSettingName] && (name !== 'lang' || LANGS.some((lang) => lang === value))
  return isFit ? null : new UserError('settings', 'config.file-bad-value', { file, name })
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const said: unknown = JSON.parse(text.replace(/^\ufeff/, ''))
    return typeof said === 'object' && said !== null && !Array.isArray(said) ? { ...said } : null
  } catch {
    return null
  }
}
