import { UserError } from '../values/failure.js'
import type { Lang } from '../values/lang.js'
import { badSetting, settingNamed, unfitSettings, unknownSetting } from './index.js'
import { quotedNames } from './kinds.js'
import { repeatedNames } from './repeated-names.js'
import type { DecidedSettings, LedgerSetting, SettingChanges } from './setting.js'

/** What a file of settings asks for, and everything in it that cannot be taken. */
export interface SettingsFile {
  /** Values as they are kept, by name; null lifts a setting. */
  readonly entries: SettingChanges
  readonly faults: readonly SettingFault[]
}

/** The settings there are, and those decided already. */
export interface KnownSettings {
  readonly settings: readonly LedgerSetting[]
  readonly decided: DecidedSettings
}

/** What is wrong with one setting of a file. */
export interface SettingFault {
  readonly name: string
  readonly fault: UserError
}

/**
 * Reads a JSON object of settings by name: texts, numbers, yes or no, lists of numbers, objects of own segments, null to lift one. Every entry is looked at,
 * and whether all together fit what is decided already. UserError `config.not-json` with the line, `config.not-object`.
 */
export function readSettingsFile(text: string, file: string, known: KnownSettings, lang: Lang): SettingsFile {
  const { decided, settings } = known
  const parsed = objectOf(text, file)
  const faults: SettingFault[] = repeatedNames(text).map((name) => ({
    name,
    fault: new UserError('usage', 'config.twice', { name }),
  }))
  const entries = new Map<string, string | null>()
  for (const [typed, given] of Object.entries(parsed)) {
    const setting = settingNamed(typed, settings)
    if (setting === null) {
      faults.push({ name: typed, fault: unknownSetting(typed, decided, false, settings) })
      continue
    }
    const { name } = setting
    if (entries.has(name)) faults.push({ name, fault: new UserError('usage', 'config.twice', { name }) })
    const value = given === null ? null : setting.read(textOf(given))
    if (given !== null && value === null)
      faults.push(...badSetting(setting, textOf(given), lang).map((fault) => ({ name, fault })))
    entries.set(name, value)
  }
  const isToldAlready = ({ name, fault }: SettingFault) =>
    faults.some((told) => told.name === name || told.name === `${name}.${fault.params.name}`)
  faults.push(...unfitSettings(decided, entries).filter((unfit) => !isToldAlready(unfit)))
  return { entries, faults }
}

function objectOf(text: string, file: string): object {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (error) {
    throw new UserError('settings', 'config.not-json', { file, line: lineOf(error, text) })
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new UserError('settings', 'config.not-object', { file })
  return parsed
}

/** The line at which a parser gave up, by what it says; a text that ends too early, or whose place is not told, has none. */
function lineOf(error: unknown, text: string): number | string {
  const position = /position (\d+)/.exec(String(error))?.[1]
  return position === undefined ? '' : text.slice(0, Number(position)).split('\n').length
}

/** A value as it would be typed. */
function textOf(given: unknown): string {
  if (Array.isArray(given))
    return given.every((part) => typeof part !== 'object') ? quotedNames(given.map(String)) : JSON.stringify(given)
  if (typeof given === 'object') return JSON.stringify(given)
  if (typeof given === 'boolean') return given ? 'yes' : 'no'
  return String(given).trim()
}
