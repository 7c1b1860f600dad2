import { commonOptions } from '../cli/options.js'
import { commands } from '../cli.js'
import type { Lang } from '../core/values/lang.js'
import { forTerminal } from '../core/values/text.js'
import { optionWords } from '../messages/cli.js'
import { optionsOf } from '../parse.js'
import { rendererNames } from '../render/index.js'
import { type AnyCommand, type Argument, flagOf, type Option } from '../surface.js'
import { type Shell, wordsOf, writtenFor } from './words.js'

/** A word that may stand where the cursor is, and what it is. */
export interface Candidate {
  readonly value: string
  readonly told?: string
}

/** What is known only by looking: asked for by what it starts with, the files typed so far at hand. */
export interface CompletionSources {
  customers(start: string): Promise<readonly Candidate[]>
  filterTerms(start: string): Promise<readonly Candidate[]>
  settings(): Promise<readonly Candidate[]>
  sheets(files: readonly string[]): Promise<readonly Candidate[]>
}

/** A command line up to the cursor, with the command in it where there is one. */
interface Typed {
  readonly before: readonly string[]
  readonly current: string
  readonly command: AnyCommand | undefined
}

/**
 * The words that may stand at the end of a command line as typed so far (its program's name included), one a line with what each is behind a
 * tab, written as the shell takes them. None where a file is to be named: shells know files themselves.
 */
export async function answer(line: string, shell: Shell, lang: Lang, sources: CompletionSources): Promise<string> {
  const { words, current, quote } = wordsOf(line, shell)
  const before = words.slice(1)
  const command = commands.find(({ name }) => before.includes(name))
  const found = await candidates({ before, current, command }, lang, sources)
  const fit = found.filter(({ value }) => value.toLowerCase().startsWith(current.toLowerCase()))
  return fit.map(({ value, told }) => lineFor(writtenFor(value, current, quote, shell), told, shell)).join('')
}

/** Bash shows the words alone; the others tell what each is. */
function lineFor(value: string, told: string | undefined, shell: Shell): string {
  return shell === 'bash' || told === undefined
    ? `${forTerminal(value)}\n`
    : `${forTerminal(value)}\t${forTerminal(told)}\n`
}

async function candidates(typed: Typed, lang: Lang, sources: CompletionSources): Promise<readonly Candidate[]> {
  const { before, current, command } = typed
  const [flag, start] = optionBefore(typed)
  if (flag !== undefined) {
    const values = await valuesOf(flag, typed, sources)
    return start === current
      ? values
      : values.map(({ value, told }) => ({ value: `${flag}=${value}`, ...telling(told) }))
  }
  if (current.startsWith('-') && !/^-\p{L}{2,}[:=]/u.test(current)) return flags(command, lang)
  if (command === undefined || (before.length === 1 && before[0] === 'help')) return names(lang)
  return argumentValues(typed, command, sources)
}

function telling(told: string | undefined): { readonly told?: string } {
  return told === undefined ? {} : { told }
}

/** The option whose value is being typed, behind a blank or a `=`, and what of the value stands there. */
function optionBefore({ before, current, command }: Typed): readonly [string | undefined, string] {
  const known: Readonly<Record<string, Option<unknown>>> = { ...commonOptions, ...(command && optionsOf(command)) }
  const takesValue = (flag: string | undefined) =>
    Object.entries(known).some(
      ([name, { value, short }]) => value !== undefined && (flag === flagOf(name) || flag === `-${short}`),
    )
  const [, inWord, start = ''] = /^(--[a-z-]+)=(.*)$/s.exec(current) ?? []
  if (takesValue(inWord)) return [inWord, start]
  const last = before.at(-1)
  return takesValue(last) ? [last, current] : [undefined, '']
}

async function valuesOf(
  flag: string,
  { before, command }: Typed,
  sources: CompletionSources,
): Promise<readonly Candidate[]> {
  const known: Readonly<Record<string, Option<unknown>>> = { ...commonOptions, ...(command && optionsOf(command)) }
  const option = Object.entries(known).find(([name, { short }]) => flag === flagOf(name) || flag === `-${short}`)?.[1]
  if (option?.choices !== undefined) return option.choices.map((value) => ({ value }))
  if (flag === '--format') return rendererNames.map((value) => ({ value }))
  if (flag === '--sheet') return sources.sheets(before)
  if (option?.value === 'CUSTOMER') return sources.customers('')
  return []
}

function names(lang: Lang): readonly Candidate[] {
  return commands.map(({ name, words }) => ({ value: name, told: words[lang].summary }))
}

function flags(command: AnyCommand | undefined, lang: Lang): readonly Candidate[] {
  const own = command?.words[lang].options ?? {}
  const known = { ...(command && optionsOf(command)), ...commonOptions }
  const shared: Readonly<Record<string, string>> = optionWords[lang]
  return [
    ...Object.keys(known).map((name) => ({ value: flagOf(name), ...telling(own[name] ?? shared[name]) })),
    { value: '--help', told: optionWords[lang].help },
  ]
}

/** What may follow the command: words of its own, then customers, filters and settings; of files the shell knows more. */
async function argumentValues(
  { before, current }: Typed,
  command: AnyCommand,
  sources: CompletionSources,
): Promise<readonly Candidate[]> {
  const typed = bareWords(before.slice(before.indexOf(command.name) + 1), command)
  const { argument, own } = argumentAt(command, typed)
  const choices = (argument?.choices ?? []).map((value) => ({ value }))
  const shown = argument?.namesCustomerAfter?.includes(typed.at(-own.length - 1) ?? '') ? 'CUSTOMER' : argument?.shown
  return [...choices, ...(await besides(shown ?? '', own, current, sources))]
}

/** The words that are no options and no values of options. */
function bareWords(words: readonly string[], command: AnyCommand): readonly string[] {
  const known = { ...commonOptions, ...optionsOf(command) }
  const takes = Object.entries(known).flatMap(([name, { value, short }]) =>
    value === undefined ? [] : [flagOf(name), `-${short}`],
  )
  return words.filter((word, at) => !word.startsWith('-') && !takes.includes(words[at - 1] ?? ''))
}

/** The argument the next word belongs to, and the words it has already. */
function argumentAt(
  command: AnyCommand,
  words: readonly string[],
): { readonly argument: Argument<unknown> | undefined; readonly own: readonly string[] } {
  let rest = words
  for (const argument of Object.values(command.arguments)) {
    const isTaken = rest[0] !== undefined && (argument.isOwn?.(rest[0]) ?? true)
    if (argument.takesRest || rest.length === 0) return { argument, own: rest }
    if (isTaken) rest = rest.slice(1)
  }
  return { argument: undefined, own: rest }
}

async function besides(
  shown: string,
  own: readonly string[],
  current: string,
  sources: CompletionSources,
): Promise<readonly Candidate[]> {
  if (shown.includes('CUSTOMER')) return namedFurther(own, current, sources)
  if (shown.includes('FILTER')) return sources.filterTerms(current)
  return shown === 'NAME' ? sources.settings() : []
}

/** A name of several words goes on where it stands: after `Hazel` the word is `Lockridge`. */
async function namedFurther(
  own: readonly string[],
  current: string,
  sources: CompletionSources,
): Promise<readonly Candidate[]> {
  const begun = own.map((word) => `${word} `).join('')
  const found = await sources.customers(begun + current)
  return found.map(({ value, told }) => ({ value: value.slice(begun.length), ...telling(told) }))
}
