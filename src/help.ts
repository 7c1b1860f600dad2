import { commonOptions, readingOptions, writingOptions } from './cli/options.js'
import { commands } from './cli.js'
import type { Lang } from './core/values/lang.js'
import { cliWords, optionWords } from './messages/cli.js'
import { type AnyCommand, flagsOf, GROUPS, type Options, usageOf } from './surface.js'

/** Cells left for the words of the right column, however narrow the terminal. */
const LEAST_ROOM = 24

/** Two columns of help: what is typed, what it does. */
type Lines = readonly (readonly [string, string])[]

/** The help a command line with `--help`, `-h` or `help` in front asks for; null where it names no command. */
export function help(argv: readonly string[], lang: Lang, width: number): string | null {
  const [asked] = argv[0] === 'help' ? argv.slice(1) : []
  const command = argv.map((word) => commands.find(({ name }) => name === word)).find((found) => found !== undefined)
  if (command !== undefined) return commandHelp(command, lang, width)
  if (asked !== undefined && !asked.startsWith('-')) return null
  return programHelp(lang, width)
}

/** The text of `crm --help`: how to start, then every command under its group. */
export function programHelp(lang: Lang, width: number): string {
  const words = cliWords[lang]
  const groups = GROUPS.map((group) => [
    words.groups[group],
    commands
      .filter((command) => command.group === group)
      .map((command) => [usageOf(command), command.words[lang].summary]),
  ]) satisfies [string, Lines][]
  return [
    `${words.tagline}\n\n${words.usage}: ${words.commandsUsage}\n`,
    block(words.start, words.startLines as Lines, width),
    ...groups.filter(([, lines]) => lines.length > 0).map(([title, lines]) => block(title, lines, width)),
    block(words.commonOptions, [...optionLines(commonOptions, lang), ...ownFlags(lang)], width),
    `${words.more}\n`,
  ].join('\n')
}

/** The text of `crm COMMAND --help`: examples first. */
export function commandHelp(command: AnyCommand, lang: Lang, width: number): string {
  const words = cliWords[lang]
  const own = command.words[lang]
  const parts: [string, Lines][] = [
    [words.examples, own.examples.map((example) => [example, ''])],
    [words.arguments, Object.entries(command.arguments).map(([name, { shown }]) => [shown, own.arguments[name] ?? ''])],
    [words.options, optionLines(command.options, lang, own.options)],
    [words.readingOptions, command.isReading ? optionLines(readingOptions, lang) : []],
    [words.writingOptions, command.isWriting ? optionLines(writingOptions, lang) : []],
    [words.commonOptions, [...optionLines(commonOptions, lang), ...ownFlags(lang).slice(0, 1)]],
  ]
  const shown = parts.filter(([, lines]) => lines.length > 0).map(([title, lines]) => block(title, lines, width))
  return [
    `crm ${command.name} - ${own.summary}\n\n${words.usage}: crm ${usageOf(command)} ${words.anyOptions}\n`,
    ...shown,
  ].join('\n')
}

/** Options and what they do, by default in the words shared by all commands. */
export function optionLines(
  options: Options,
  lang: Lang,
  own: Readonly<Record<string, string>> = optionWords[lang],
): Lines {
  return Object.entries(options).map(([name, option]) => [flagsOf(name, option), own[name] ?? ''])
}

function ownFlags(lang: Lang): Lines {
  return [
    ['-h, --help', optionWords[lang].help],
    ['--version', optionWords[lang].version],
  ]
}

function block(title: string, lines: Lines, width: number): string {
  const left = Math.max(...lines.map(([typed]) => cells(typed)))
  const indent = ' '.repeat(left + 4)
  const rows = lines.map(([typed, does]) => {
    const told = wrapWords(does, Math.max(LEAST_ROOM, width - indent.length)).join(`\n${indent}`)
    return `  ${typed}${' '.repeat(left - cells(typed))}  ${told}`.trimEnd()
  })
  return `${title}\n${rows.join('\n')}\n`
}

/** Lines of at most `width` cells, broken at spaces and between Chinese characters. */
function wrapWords(text: string, width: number): readonly string[] {
  const lines: string[] = ['']
  for (const [piece] of text.matchAll(/[\u2e80-\uffff][，。；：、）”]*\s*|[^\s\u2e80-\uffff]+\s*/g)) {
    const line = lines.at(-1) ?? ''
    if (line !== '' && cells(line + piece.trimEnd()) > width) lines.push(piece)
    else lines[lines.length - 1] = line + piece
  }
  return lines.map((line) => line.trimEnd())
}

/** Terminal cells of words of ours: ASCII at one, Chinese at two. (What comes from data is measured by the renderers.) */
function cells(text: string): number {
  let count = 0
  for (const sign of text) count += sign > '\u2e7f' ? 2 : 1
  return count
}
