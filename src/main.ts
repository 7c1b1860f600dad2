import { flagged, settingsOf } from './config.js'
import { UserError } from './core/values/failure.js'
import type { Io } from './io.js'
import { writePaged } from './pager.js'
import { version } from './version.js'

export { realIo } from './io.js'

/** Runs one command line and returns its exit code. Nothing escapes: this is the only place that catches everything. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  try {
    const exitCode = await perform(argv, io)
    await io.finish()
    return exitCode
  } catch (error) {
    return explain(error, argv, io)
  }
}

async function perform(argv: readonly string[], io: Io): Promise<number> {
  const options = languageLast(argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv)
  if (options[0] === 'completion' && options[1] === 'answer') await completed(argv, io)
  else if (options.includes('--version') || options[0] === '-V') io.stdout.write(`${version}\n`)
  else if (options.includes('--help') || options.includes('-h') || options[0] === 'help') {
    await showHelp(options, argv, io)
  } else {
    const { dispatch } = await import('./parse.js')
    return dispatch(argv, io)
  }
  return 0
}

async function showHelp(options: readonly string[], argv: readonly string[], io: Io): Promise<void> {
  // One file of its own in the bundle (build.js): help is what a newcomer waits for first.
  const { help } = await import('./help.js')
  const settings = settingsOf({ lang: flagged(argv, '--lang') }, io)
  const text = help(options, settings.lang.value, settings.width.value)
  if (text !== null) return writePaged(text, io, settings)
  const { unknownCommand } = await import('./unknown-command.js')
  throw unknownCommand(options[1] ?? '')
}

/** What a shell gets that asks while somebody types; whatever goes wrong meanwhile, it gets nothing. */
async function completed([, , shell, line = '']: readonly string[], io: Io): Promise<void> {
  const { answerShell } = await import('./completion/shell.js')
  await answerShell(shell, line, io)
}

/** `--lang zh help import` asks for the same as `help import --lang zh`. */
function languageLast(argv: readonly string[]): readonly string[] {
  const taken = argv[0] === '--lang' ? 2 : argv[0]?.startsWith('--lang=') ? 1 : 0
  return [...argv.slice(taken), ...argv.slice(0, taken)]
}

/** Says what went wrong. The command line may be the very thing that cannot be parsed, so its bare words are looked at. */
async function explain(thrown: unknown, argv: readonly string[], io: Io): Promise<number> {
  const [{ describeFailure }, { explainBinding }] = await Promise.all([
    import('./failures.js'),
    import('./binding-failure.js'),
  ])
  const error = explainBinding(thrown)
  const { lang } = settingsOf({ lang: flagged(argv, '--lang') }, io)
  const json = argv.includes('--json')
  const { exitCode, text } = describeFailure(error, {
    ...{ lang: lang.value, json },
    debug: argv.includes('--debug') || Boolean(io.env.CRM_DEBUG),
  })
  io.stderr.write(text)
  if (!(error instanceof UserError) && !json) {
    const { tellBug } = await import('./bug-report.js')
    await tellBug(error, argv, io, lang.value)
  }
  if (!(error instanceof UserError && error.code.startsWith('stdout.'))) await io.finish().catch(() => undefined)
  return exitCode
}
