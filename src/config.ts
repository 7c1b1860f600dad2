import { type FileSettingName, type SettingsFile, settingsFiles } from './config-files.js'
import { LANGS, type Lang } from './core/values/lang.js'
import type { Io } from './io.js'

/** Where a setting's value comes from; a flag outranks the environment, that a settings file, and that the system and the built-in default. */
export type Origin = 'flag' | 'environment' | 'file' | 'system' | 'default'

export interface Setting<T> {
  readonly value: T
  readonly origin: Origin
  /** The flag, environment variable or file that decided, where one did. */
  readonly name?: string
}

/** How the program speaks and draws on this computer; figures never depend on it. */
export interface Settings {
  readonly lang: Setting<Lang>
  readonly color: Setting<boolean>
  readonly ascii: Setting<boolean>
  /** Cells in a line of a table; Infinity where nothing has to be cut, as in a pipe. */
  readonly width: Setting<number>
  /** The program that shows long texts on a terminal; '' for none. */
  readonly pager: Setting<string>
}

/** The flags that decide about settings. */
export interface SettingFlags {
  readonly lang?: string | undefined
  readonly color?: boolean | undefined
  readonly ascii?: boolean | undefined
  readonly pager?: boolean | undefined
}

const DEFAULT_WIDTH = 80
const NARROWEST = 40

/** Every setting with its origin; what a settings file says that cannot be understood counts as not said. */
export function settingsOf(flags: SettingFlags, io: Io): Settings {
  const files = settingsFiles(io)
  return {
    lang: langOf(flags.lang, io, files),
    color: colorOf(flags.color, io, files),
    ascii: asciiOf(flags.ascii, io, files),
    width: widthOf(io),
    pager: pagerOf(flags.pager, io, files),
  }
}

/** What the first file that says anything of it says. */
export function inFiles<T extends string | boolean>(
  files: readonly SettingsFile[],
  name: FileSettingName,
): Setting<T> | null {
  const file = files.find(({ values }) => values[name] !== undefined)
  return file === undefined ? null : { value: file.values[name] as T, origin: 'file', name: file.path }
}

/** The language a tag such as `zh`, `zh_CN.UTF-8` or `en-GB` asks for; null for any other language. */
export function readLang(tag: string): Lang | null {
  const [named] = tag.toLowerCase().split(/[-_.]/)
  return LANGS.find((lang) => lang === named) ?? null
}

/** The value a flag has on a command line that is not parsed yet, or cannot be. */
export function flagged(argv: readonly string[], flag: string): string | undefined {
  const at = argv.findIndex((word) => word === flag || word.startsWith(`${flag}=`))
  return argv[at] === flag ? argv[at + 1] : argv[at]?.slice(flag.length + 1)
}

function langOf(flag: string | undefined, io: Io, files: readonly SettingsFile[]): Setting<Lang> {
  const flagged = flag === undefined ? null : readLang(flag)
  if (flagged !== null) return { value: flagged, origin: 'flag', name: '--lang' }
  const own = io.env.CRM_LANG ? null : inFiles<Lang>(files, 'lang')
  if (own !== null) return own
  for (const name of ['CRM_LANG', 'LC_ALL', 'LC_MESSAGES', 'LANG']) {
    const tag = io.env[name]
    // C and POSIX name no language: the next variable decides.
    if (!tag || /^(C|POSIX)([.@]|$)/.test(tag)) continue
    return { value: readLang(tag) ?? 'en', origin: 'environment', name }
  }
  return { value: readLang(io.locale) ?? 'en', origin: 'system' }
}

function colorOf(flag: boolean | undefined, io: Io, files: readonly SettingsFile[]): Setting<boolean> {
  if (flag !== undefined) return { value: flag, origin: 'flag', name: flag ? '--color' : '--no-color' }
  if (io.env.NO_COLOR) return { value: false, origin: 'environment', name: 'NO_COLOR' }
  if (io.env.FORCE_COLOR) return { value: io.env.FORCE_COLOR !== '0', origin: 'environment', name: 'FORCE_COLOR' }
  const own = inFiles<boolean>(files, 'color')
  if (own !== null) return own
  if (io.env.TERM === 'dumb') return { value: false, origin: 'environment', name: 'TERM' }
  return { value: io.stdout.isTTY, origin: 'system' }
}

function asciiOf(flag: boolean | undefined, io: Io, files: readonly SettingsFile[]): Setting<boolean> {
  if (flag !== undefined) return { value: flag, origin: 'flag', name: '--ascii' }
  // A console that gives our lines and blocks two cells each cannot hold them in a table.
  for (const name of ['CRM_ASCII', 'CRM_AMBIGUOUS_WIDE'])
    if (io.env[name]) return { value: io.env[name] !== '0', origin: 'environment', name }
  const own = inFiles<boolean>(files, 'ascii')
  if (own !== null) return own
  return charsetOf(io) ?? { value: false, origin: 'default' }
}

/** A terminal whose locale names a character set other than UTF-8 shows no lines and blocks; null where none is named. */
function charsetOf({ env, stdout }: Io): Setting<boolean> | null {
  const name = ['LC_ALL', 'LC_CTYPE', 'LANG'].find((variable) => env[variable])
  const charset = name === undefined ? undefined : /\.([^@]+)/.exec(env[name]!)?.[1]
  if (name === undefined || charset === undefined || !stdout.isTTY) return null
  return { value: !/^utf-?8$/i.test(charset), origin: 'environment', name }
}

function pagerOf(flag: boolean | undefined, io: Io, files: readonly SettingsFile[]): Setting<string> {
  if (flag === false) return { value: '', origin: 'flag', name: '--no-pager' }
  for (const name of ['CRM_PAGER', 'PAGER']) {
    const program = io.env[name]
    if (program !== undefined) return { value: program.trim(), origin: 'environment', name }
  }
  const own = inFiles<string>(files, 'pager')
  if (own !== null) return own
  // Windows has none that keeps colours and Chinese.
  const isUsual = io.platform !== 'win32' && io.env.TERM !== 'dumb'
  return { value: isUsual ? 'less' : '', origin: 'default' }
}

function widthOf(io: Io): Setting<number> {
  const asked = Number(io.env.CRM_WIDTH)
  if (Number.isInteger(asked) && asked >= NARROWEST) return { value: asked, origin: 'environment', name: 'CRM_WIDTH' }
  if (!io.stdout.isTTY) return { value: Number.POSITIVE_INFINITY, origin: 'default' }
  const { columns } = io.stdout
  if (columns === null) return { value: DEFAULT_WIDTH, origin: 'default' }
  return { value: Math.max(NARROWEST, columns), origin: 'system' }
}
