import type { Lang } from './core/values/lang.js'
import type { Io } from './io.js'

/** Where a setting's value comes from; a flag outranks the environment, and that the system and the built-in default. */
export type Origin = 'flag' | 'environment' | 'system' | 'default'

export interface Setting<T> {
  readonly value: T
  readonly origin: Origin
  /** The flag or environment variable that decided, where one did. */
  readonly name?: string
}

/** How the program speaks and draws on this computer; figures never depend on it. */
export interface Settings {
  readonly lang: Setting<Lang>
  readonly color: Setting<boolean>
  readonly ascii: Setting<boolean>
  /** Cells in a line of a table; Infinity where nothing has to be cut, as in a pipe. */
  readonly width: Setting<number>
}

/** The flags that decide about settings. */
export interface SettingFlags {
  readonly lang?: string | undefined
  readonly color?: boolean | undefined
  readonly ascii?: boolean | undefined
}

const DEFAULT_WIDTH = 80
const NARROWEST = 40

/** Every setting with its origin. */
export function settingsOf(flags: SettingFlags, io: Io): Settings {
  return {
    lang: langOf(flags.lang, io),
    color: colorOf(flags.color, io),
    ascii: asciiOf(flags.ascii, io),
    width: widthOf(io),
  }
}

/** The language a tag such as `zh`, `zh_CN.UTF-8` or `en-GB` asks for; null for any other language. */
export function readLang(tag: string): Lang | null {
  if (/^zh([-_.]|$)/i.test(tag)) return 'zh'
  return /^en([-_.]|$)/i.test(tag) ? 'en' : null
}

/** The value a flag has on a command line that is not parsed yet, or cannot be. */
export function flagged(argv: readonly string[], flag: string): string | undefined {
  const at = argv.findIndex((word) => word === flag || word.startsWith(`${flag}=`))
  return argv[at] === flag ? argv[at + 1] : argv[at]?.slice(flag.length + 1)
}

function langOf(flag: string | undefined, io: Io): Setting<Lang> {
  const flagged = flag === undefined ? null : readLang(flag)
  if (flagged !== null) return { value: flagged, origin: 'flag', name: '--lang' }
  for (const name of ['CRM_LANG', 'LC_ALL', 'LC_MESSAGES', 'LANG']) {
    const tag = io.env[name]
    // C and POSIX name no language: the next variable decides.
    if (!tag || /^(C|POSIX)([.@]|$)/.test(tag)) continue
    return { value: readLang(tag) ?? 'en', origin: 'environment', name }
  }
  return { value: readLang(io.locale) ?? 'en', origin: 'system' }
}

function colorOf(flag: boolean | undefined, io: Io): Setting<boolean> {
  if (flag !== undefined) return { value: flag, origin: 'flag', name: flag ? '--color' : '--no-color' }
  if (io.env.NO_COLOR) return { value: false, origin: 'environment', name: 'NO_COLOR' }
  if (io.env.FORCE_COLOR) return { value: io.env.FORCE_COLOR !== '0', origin: 'environment', name: 'FORCE_COLOR' }
  if (io.env.TERM === 'dumb') return { value: false, origin: 'environment', name: 'TERM' }
  return { value: io.stdout.isTTY, origin: 'system' }
}

function asciiOf(flag: boolean | undefined, io: Io): Setting<boolean> {
  if (flag !== undefined) return { value: flag, origin: 'flag', name: '--ascii' }
  if (io.env.CRM_ASCII) return { value: io.env.CRM_ASCII !== '0', origin: 'environment', name: 'CRM_ASCII' }
  return { value: false, origin: 'default' }
}

function widthOf(io: Io): Setting<number> {
  const asked = Number(io.env.CRM_WIDTH)
  if (Number.isInteger(asked) && asked >= NARROWEST) return { value: asked, origin: 'environment', name: 'CRM_WIDTH' }
  if (!io.stdout.isTTY) return { value: Number.POSITIVE_INFINITY, origin: 'default' }
  const { columns } = io.stdout
  if (columns === null) return { value: DEFAULT_WIDTH, origin: 'default' }
  return { value: Math.max(NARROWEST, columns), origin: 'system' }
}
