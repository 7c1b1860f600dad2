import { Command, CommanderError } from 'commander'
import { commonOptions, readingOptions, writingOptions } from './cli/options.js'
import { commands } from './cli.js'
import { commandFirst } from './command-first.js'
import { type CommonOptions, withContext } from './context.js'
import { UserError } from './core/values/failure.js'
import { nearest } from './core/values/text.js'
import type { Io } from './io.js'
import { type AnyCommand, flagOf, notChosen, type Option, type Options } from './surface.js'
import { unknownCommand } from './unknown-command.js'

/** A command line understood: the command, its own values and the common ones. */
export interface Invocation {
  readonly command: AnyCommand
  readonly values: Readonly<Record<string, unknown>>
  readonly options: CommonOptions
}

/** Parses a command line and runs it; UserError `cli.…` says what in it cannot be understood. */
export async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const { command, values, options } = parse(argv)
  return withContext(io, options, (context) => command.run(values, context))
}

/** What a command line asks for. No command at all asks for `status`. */
export function parse(argv: readonly string[]): Invocation {
  let invocation: Invocation | null = null
  const program = quiet(new Command('crm'))
  addOptions(program, commonOptions)
  for (const command of commands) {
    const parser = quiet(program.command(command.name).argument('[words...]'))
    // Commander reads common options before the command; here they are known once more for letters in one word (-nq).
    addOptions(parser, { ...optionsOf(command), ...commonOptions })
    parser.action((words: readonly string[]) => {
      invocation = readInvocation(command, words, { ...parser.opts(), ...program.opts() })
    })
  }
  try {
    program.parse(filterTermsLast(commandFirst(argv).flatMap(colorWord)), { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.code === 'commander.help') return parse(['status', ...argv])
    throw usageFailure(error, argv)
  }
  if (invocation === null) throw new Error('commander ran no action')
  return invocation
}

/** The command's own options and those of its kind. */
export function optionsOf(command: AnyCommand): Options {
  return {
    ...command.options,
    ...(command.isReading ? readingOptions : {}),
    ...(command.isWriting ? writingOptions : {}),
  }
}

/** Commander only takes the line apart: help, sentences and the end of the program are ours. */
function quiet(parser: Command): Command {
  return parser
    .exitOverride()
    .helpOption(false)
    .helpCommand(false)
    .showSuggestionAfterError(false)
    .configureOutput({ writeOut: () => {}, writeErr: () => {} })
}

function addOptions(parser: Command, options: Options): void {
  for (const [name, option] of Object.entries(options)) {
    const flags = `${option.short === undefined ? '' : `-${option.short}, `}${flagOf(name)}`
    if (option.isSwitch) parser.option(flags).option(flagOf(name).replace('--', '--no-'))
    else if (option.value === undefined) parser.option(flags)
    else parser.option(`${flags} <value>`, '', (value: string, before: readonly string[] = []) => [...before, value])
  }
}

function readInvocation(
  command: AnyCommand,
  words: readonly string[],
  typed: Readonly<Record<string, unknown>>,
): Invocation {
  return {
    command,
    values: { ...readArguments(command, words), ...readOptions(command.options, typed) },
    options: readOptions({ ...commonOptions, ...readingOptions, ...writingOptions }, typed),
  }
}

function readOptions(options: Options, typed: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const read = ([name, option]: [string, Option<unknown>]) => [
    name,
    option.read(typed[name] as readonly string[], flagOf(name)),
  ]
  return Object.fromEntries(Object.entries(options).map(read))
}

function readArguments(command: AnyCommand, words: readonly string[]): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {}
  let rest = words
  for (const [name, argument] of Object.entries(command.arguments)) {
    const isNext = rest[0] !== undefined && (argument.isOwn?.(rest[0]) ?? true)
    const taken = argument.takesRest ? rest : rest.slice(0, isNext ? 1 : 0)
    if (argument.isRequired && taken.length === 0) {
      throw new UserError('usage', 'cli.missing-argument', { command: command.name, name: argument.shown })
    }
    values[name] = argument.read(taken)
    rest = rest.slice(taken.length)
  }
  if (rest[0] === undefined) return values
  const unread = Object.entries(command.arguments).find(([name, { choices }]) => choices && values[name] === undefined)
  if (unread !== undefined) throw notChosen(rest[0], unread[1].choices ?? [], unread[1].shown)
  throw new UserError('usage', 'cli.excess-argument', { command: command.name, name: rest[0] })
}

/**
 * A filter leaves customers out with a minus (`-blocked`, `-tag:wholesale`, `-标签:批发`), and points are taken off with one (`-50`),
 * which looks like an option: such words go behind `--`, unless an option before a number may take it. Letters that are all options
 * without a value (`-nq`) stay options, and what `--sort` and `--filter` are told stays with them.
 */
function filterTermsLast(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--')
  const words = end < 0 ? argv : argv.slice(0, end)
  const isTerm = (word: string, at: number) =>
    (/^-\d+$/.test(word) && words[at - 1]?.startsWith('-') === false) ||
    (/^-(?:[a-z]{2,}(?:[:=!<>].*)?$|\p{Script=Han})/iu.test(word) &&
      !/^-[nqh]+$/.test(word) &&
      words[at - 1] !== flagOf('sort') &&
      words[at - 1] !== flagOf('filter'))
  const terms = words.filter(isTerm)
  if (terms.length === 0) return argv
  return [...words.filter((word, at) => !isTerm(word, at)), '--', ...terms, ...(end < 0 ? [] : argv.slice(end + 1))]
}

/** Other programs' `--color=always|never|auto`: a word after a blank is never taken for it, as it may be the command's. */
function colorWord(word: string): readonly string[] {
  const ways: Readonly<Record<string, readonly string[]>> = { always: ['--color'], never: ['--no-color'], auto: [] }
  const when = /^--colou?r=(.*)$/.exec(word)?.[1]
  return when === undefined ? [word] : (ways[when] ?? [word])
}

/** Says in our words what commander found; it names the culprit only inside its own sentence, in quotes. */
function usageFailure(error: CommanderError, argv: readonly string[]): UserError {
  const culprit = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  // The first word that names one: `lead add` is not the command `add`.
  const called = argv.find((word) => commands.some(({ name }) => name === word))
  const command = commands.find(({ name }) => name === called)
  const own = { command: command?.name ?? '', name: culprit }
  if (error.code === 'commander.unknownCommand') return unknownCommand(culprit)
  if (error.code === 'commander.unknownOption') {
    const known = Object.keys({ ...commonOptions, ...(command === undefined ? {} : optionsOf(command)) }).map(flagOf)
    return new UserError('usage', 'cli.unknown-option', { ...own, near: nearest(culprit, known).join(', ') })
  }
  if (error.code === 'commander.optionMissingArgument') {
    return new UserError('usage', 'cli.missing-value', { ...own, name: /--[\w-]+/.exec(culprit)?.[0] ?? culprit })
  }
  return new UserError('usage', 'cli.not-understood', { ...own, reason: error.message })
}
