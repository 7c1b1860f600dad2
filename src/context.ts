import { dirname, resolve } from 'node:path'
import type { Moment } from './backups.js'
import { type Settings, settingsOf } from './config.js'
import { ledgerInFiles, refuseFaulty, settingsFiles } from './config-files.js'
import type { Report } from './core/report/model.js'
import { type Day, parseUserDate, todayIn } from './core/values/business-date.js'
import { UserError } from './core/values/failure.js'
import { standardInput } from './core/values/input-name.js'
import type { ByLang, Lang } from './core/values/lang.js'
import { once } from './core/values/once.js'
import type { MadeExport } from './exported.js'
import { exists, isNoFile, linkTarget } from './file-facts.js'
import {
  dataFolder,
  type InputFile,
  makePrivateFile,
  makePrivateFolder,
  makeTemporaryFolder,
  openBytes,
  removeFile,
  spool,
} from './files.js'
import type { Io } from './io.js'
import type { OutputOptions } from './output.js'
import type { FormatName } from './render/index.js'
import type { Ledger } from './store/ledger.js'

/** The options that mean the same in every command that has them. */
export interface CommonOptions extends OutputOptions {
  readonly db?: string | undefined
  readonly lang?: string | undefined
  readonly color?: boolean | undefined
  readonly ascii?: boolean | undefined
  readonly pager?: boolean | undefined
  readonly columns?: readonly string[] | undefined
  readonly sort?: string | undefined
  readonly limit?: number | undefined
  /** The as-of day as typed. */
  readonly on?: string | undefined
  readonly dryRun?: boolean | undefined
  readonly quiet?: boolean | undefined
  readonly debug?: boolean | undefined
}

/** Which ledger a command works on and who chose it. */
export interface LedgerPlace {
  readonly path: string
  readonly origin: 'flag' | 'environment' | 'file' | 'here' | 'default'
  /** The settings file that names it. */
  readonly file?: string
}

/** What every command gets besides its own arguments. */
export interface Context {
  readonly io: Io
  readonly options: CommonOptions
  readonly settings: Settings
  readonly lang: Lang
  readonly place: LedgerPlace
  /** The words of a catalogue in the reader's language. */
  words<W>(catalogue: ByLang<W>): W
  /** Today in a zone, by default the computer's. Taken from the clock once per run. */
  today(zone?: string): Day
  /** The as-of day asked for by `--on` or CRM_ON; null when none is. */
  on(zone?: string): Day | null
  /** A day as typed by the reader (2026-05-01, 2026年5月, 30d, +7d, yesterday …); UserError `cli.bad-date`. */
  day(typed: string, zone?: string): Day
  /** Opens an input file; `-` is the standard input. It is never written over by this run's output. */
  open(file: string): Promise<InputFile>
  /** A private folder for work in progress, removed when the command ends. */
  temporary(): string
  /** Opens the ledger to read, at most once; UserError `ledger.missing` before the first import. Closed when the command ends. */
  readLedger(): Promise<Ledger>
  /** Opens the ledger to write, at most once; a missing one is made (0600), and removed again when the command fails. */
  writeLedger(): Promise<Ledger>
  /** What this run made stays, also when the command fails from here on: the work itself is done. */
  keep(): void
  /** Data, to stdout. */
  print(text: string): void
  /** A sentence for the reader, to stderr; left out with `--quiet`. */
  say(sentence: string): void
  /** A sentence the reader must not miss, to stderr. */
  warn(sentence: string): void
  /**
   * Shows a report on stdout or writes it to the file of `-o`, in the format asked for, else in the usual one; a list of contacts that is
   * handed out is noted among the exports.
   */
  output(report: Report, usual?: FormatName): Promise<void>
  /** Notes down that contacts were handed out (R34); where that cannot be written down, the reader is told. */
  rememberExport(made: MadeExport): Promise<void>
}

/** What a run holds until it ends. */
interface Holdings {
  readonly closers: (() => void)[]
  /** Files made by this run that must not stay when it fails. */
  readonly made: string[]
  readonly inputs: string[]
  /** The ledger opened to write, once it is. */
  writer: Ledger | null
  /** What the ledger's own errors mean, wherever in the work they come up. */
  explain: (error: unknown) => unknown
}

/** Runs `work` with a context and lets go of everything it held, whatever happens. */
export async function withContext(
  io: Io,
  options: CommonOptions,
  work: (context: Context) => Promise<number>,
): Promise<number> {
  const held: Holdings = { closers: [], made: [], inputs: [], writer: null, explain: (error) => error }
  try {
    const exitCode = await work(makeContext(io, options, held))
    held.made.length = 0
    return exitCode
  } catch (error) {
    throw held.explain(error)
  } finally {
    for (const close of held.closers.reverse()) close()
    for (const path of held.made) removeFile(path)
  }
}

function makeContext(io: Io, options: CommonOptions, held: Holdings): Context {
  refuseFaulty(settingsFiles(io))
  const settings = settingsOf(options, io)
  const lang = settings.lang.value
  const place = ledgerPlace(io, options.db)
  // A pipe would be waited at for ever, and a folder is no damaged ledger to be set aside.
  if (isNoFile(place.path)) throw new UserError('bad-data', 'ledger.foreign', { ledger: place.path })
  const now = io.now()
  const temporary = once(() => {
    const folder = makeTemporaryFolder(io.run, io.temporary)
    held.closers.push(folder.remove)
    return folder.path
  })
  const day: Context['day'] = (typed, zone = io.zone) => readDay(typed, todayIn(zone, now))
  const asked = options.on ?? io.env.CRM_ON
  const context: Context = {
    io,
    options,
    settings,
    lang,
    place,
    words: (catalogue) => catalogue[lang],
    today: (zone = io.zone) => todayIn(zone, now),
    on: (zone) => (asked ? day(asked, zone) : null),
    day,
    open: (file) => openInput(io, file, temporary, held),
    temporary,
    readLedger: once(() => openLedger(place.path, true, held, null)),
    writeLedger: once(() => openLedger(place.path, false, held, { now, zone: io.zone, today: todayIn(io.zone, now) })),
    keep: () => {
      held.made.length = 0
    },
    print: (text) => io.stdout.write(text),
    say: (sentence) => {
      if (options.quiet !== true) io.stderr.write(`${sentence}\n`)
    },
    warn: (sentence) => io.stderr.write(`${sentence}\n`),
    output: async (report, usual) => {
      const { output } = await import('./output.js')
      const out = await output(report, context, [place.path, ...held.inputs], usual)
      if (out.reached === 0) return
      const { exportOf } = await import('./exported.js')
      await context.rememberExport(exportOf(out))
    },
    rememberExport: async (made) => {
      const { rememberExport } = await import('./exported.js')
      await rememberExport(made, context, held.writer)
    },
  }
  return context
}

function readDay(typed: string, today: Day): Day {
  const day = parseUserDate(typed, today)
  if (day === null) throw new UserError('usage', 'cli.bad-date', { value: typed })
  return day
}

/** Opens the ledger; to write with the moment at which a backup is made before one of an older schema is migrated (R33). */
async function openLedger(path: string, isReadOnly: boolean, held: Holdings, moment: Moment | null): Promise<Ledger> {
  const store = await import('./store/ledger.js')
  if (!exists(path)) {
    if (isReadOnly) throw new UserError('no-input', 'ledger.missing', { ledger: path })
    makePrivateFolder(dirname(path))
    makePrivateFile(path)
    held.made.push(path)
  }
  held.explain = (error) => store.translate(error, path)
  const { makeBackup } = moment === null ? { makeBackup: null } : await import('./backups.js')
  const ledger = store.openLedger(path, {
    isReadOnly,
    beforeMigration: (db) => {
      if (makeBackup !== null && moment !== null) makeBackup({ db, path }, 'migration', moment)
    },
  })
  held.closers.push(() => ledger.close())
  if (!isReadOnly) held.writer = ledger
  return ledger
}

async function openInput(io: Io, file: string, temporary: () => string, held: Holdings): Promise<InputFile> {
  if (file === standardInput && io.stdin.isTTY) throw new UserError('usage', 'stdin.terminal')
  const input =
    file === standardInput ? await spool(io.stdin.chunks(), temporary(), file) : openBytes(resolve(io.cwd, file), file)
  held.inputs.push(input.path)
  held.closers.push(input.close)
  return input
}

/** The ledger: `--db`, then CRM_DB, then what a settings file names, then `crm.db` in this folder when it is there, else the user's data folder. */
export function ledgerPlace(io: Io, flag: string | undefined): LedgerPlace {
  const { path, ...named } = namedPlace(io, flag)
  // Its backups lie beside the file itself, and what replaces it replaces no link.
  return { ...named, path: linkTarget(path) }
}

function namedPlace(io: Io, flag: string | undefined): LedgerPlace {
  if (flag) return { path: resolve(io.cwd, flag), origin: 'flag' }
  if (io.env.CRM_DB) return { path: resolve(io.cwd, io.env.CRM_DB), origin: 'environment' }
  const named = ledgerInFiles(settingsFiles(io))
  if (named !== null) return { ...named, origin: 'file' }
  const here = resolve(io.cwd, 'crm.db')
  return exists(here) ? { path: here, origin: 'here' } : { path: resolve(dataFolder(io), 'crm.db'), origin: 'default' }
}
