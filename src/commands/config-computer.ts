import { dirname, relative } from 'node:path'
import { writeFileAtomically } from '../atomic-write.js'
import type { Setting } from '../config.js'
import {
  type FileSettingName,
  fileSettingNames,
  readFileValue,
  settingsFile,
  userSettingsFile,
} from '../config-files.js'
import type { Context } from '../context.js'
import { draft, type TableDraft } from '../core/report/build.js'
import type { Column } from '../core/report/table.js'
import { UserError } from '../core/values/failure.js'
import { forTerminal } from '../core/values/text.js'
import { makePrivateFolder } from '../files.js'
import { computerWords } from '../messages/config-computer.js'
import { settingsWords } from '../messages/settings.js'
import { printJson } from './decision.js'

/** What was typed after the setting's name. */
interface ValueTyped {
  readonly action: string
  readonly value?: string | undefined
}

/** Whether a name is that of a setting of this computer; those stand in the user's settings file, not in the ledger. */
export function isOnComputer(name: string | undefined): name is FileSettingName {
  return name !== undefined && fileSettingNames.some((known) => known === name)
}

/** `crm config get|set|unset` of a setting of this computer. */
export async function configOnComputer(name: FileSettingName, args: ValueTyped, context: Context): Promise<number> {
  if (args.action === 'get') {
    context.print(`${valueText(standing(context)[name].value)}\n`)
    return 0
  }
  const value = args.action === 'unset' ? null : typedValue(name, args.value, context)
  const path = userSettingsFile(context.io)
  const said = { ...settingsFile(path)?.values, [name]: value ?? undefined }
  const words = context.words(computerWords)
  if (context.options.dryRun !== true) {
    makePrivateFolder(dirname(path))
    await writeFileAtomically(path, `${JSON.stringify(said, null, 2)}\n`, { force: true })
  }
  if (context.options.json === true) printJson(context, { report: 'config', batch: null, name, value, file: path })
  const say = context.options.dryRun === true ? words.would : words.done
  context.say(forTerminal(say(name, value === null ? null : valueText(value), path)))
  return 0
}

function typedValue(name: FileSettingName, typed: string | undefined, context: Context): string | boolean {
  if (typed === undefined) throw new UserError('usage', 'cli.missing-argument', { command: 'config', name: 'VALUE' })
  const value = readFileValue(name, typed.trim())
  if (value !== null) return value
  const takes = context.words(computerWords).takes[name]
  throw new UserError('usage', 'config.bad-value', { name, value: typed, near: '', takes })
}

/** The settings of this computer with where each comes from: they decide about looks and places, never about figures. */
export function computerTable(context: Context): TableDraft {
  const words = context.words(settingsWords)
  const own = context.words(computerWords)
  const columns: Column[] = [
    { key: 'name', kind: 'id', label: words.name },
    { key: 'value', kind: 'text', label: words.value },
    { key: 'origin', kind: 'text', label: words.origin },
    { key: 'meaning', kind: 'text', label: words.meaning },
    { key: 'takes', kind: 'text', label: words.takes, wide: true },
  ]
  return draft('computer', own.title, columns, fileSettingNames, (name) => {
    const { value, origin, name: decider } = standing(context)[name]
    const from = decider ?? own.origins[origin]
    return { name, value: valueText(value), origin: from, meaning: own.meanings[name], takes: own.takes[name] }
  })
}

function standing({ settings, place, io }: Context): Readonly<Record<FileSettingName, Setting<string | boolean>>> {
  const { lang, color, ascii, pager } = settings
  const near = relative(io.cwd, place.path)
  const origin = place.origin === 'here' ? 'system' : place.origin
  const name = { flag: '--db', environment: 'CRM_DB', file: place.file, here: 'crm.db', default: undefined }[
    place.origin
  ]
  const db: Setting<string> = {
    value: near.startsWith('..') ? place.path : near,
    origin,
    ...(name === undefined ? {} : { name }),
  }
  return { lang, color, ascii, pager, db }
}

function valueText(value: string | boolean): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value
}
