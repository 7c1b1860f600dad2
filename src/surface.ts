import type { Context } from './context.js'
import { codeOf, nearToType, type Vocabulary, wordsToType } from './core/follow-up/vocabulary.js'
import { UserError } from './core/values/failure.js'
import type { Lang } from './core/values/lang.js'
import { nearest } from './core/values/nearest.js'

/** The groups of `crm --help`, in its order. */
export const GROUPS = ['data', 'customers', 'value', 'followUp', 'service', 'reports', 'safety'] as const
export type Group = (typeof GROUPS)[number]

/** What can follow a command's name. `T` is what the command gets. */
export interface Argument<T> {
  /** As shown in the usage line, in capitals. */
  readonly shown: string
  readonly isRequired: boolean
  /** Takes all words that are left. */
  readonly takesRest: boolean
  /** The words it takes, where they are few. */
  readonly choices?: readonly string[]
  /** Whether a word is one of this argument's; else it is left for the next. Absent: any word is. */
  readonly isOwn?: (word: string) => boolean
  /** Words before it after which it names a customer, whatever it is else. */
  readonly namesCustomerAfter?: readonly string[]
  read(words: readonly string[]): T
}

/** An option of a command; its long name is the key it stands under, in kebab case. `T` is what the command gets. */
export interface Option<T> {
  readonly short?: string
  /** Word for the value in the usage line; absent for a flag. */
  readonly value?: string
  readonly choices?: readonly string[]
  readonly isRepeatable: boolean
  /** `--name` and `--no-name` both exist. */
  readonly isSwitch: boolean
  /** Turns what was typed (none, one, or several values; `true`/`false` for a flag) into what the command gets. */
  read(typed: readonly string[] | boolean | undefined, flag: string): T
}

export type Arguments = Readonly<Record<string, Argument<unknown>>>
export type Options = Readonly<Record<string, Option<unknown>>>

/** The values a command gets for a table of arguments or options. */
export type Values<E extends Arguments | Options> = {
  readonly [K in keyof E]: E[K] extends Argument<infer T> | Option<infer T> ? T : never
}

/** One command: everything the program, its help and its documentation know about it. */
export interface CommandEntry<A extends Arguments = Arguments, O extends Options = Options> {
  readonly name: string
  readonly group: Group
  /** Has the options of every command that shows a report. */
  readonly isReading?: boolean
  /** Has `--dry-run`. */
  readonly isWriting?: boolean
  readonly arguments: A
  readonly options: O
  readonly words: Readonly<Record<Lang, CommandWords<A, O>>>
  load(): Promise<(args: Values<A> & Values<O>, context: Context) => Promise<number>>
}

/** What help and documentation say of a command. */
export interface CommandWords<A, O> {
  readonly summary: string
  readonly arguments: { readonly [K in keyof A]: string }
  readonly options: { readonly [K in keyof O]: string }
  /** Command lines a reader can type as they stand. */
  readonly examples: readonly string[]
}

/** A command of the table: its own types are checked here and forgotten afterwards. */
export interface AnyCommand extends Omit<CommandEntry, 'load'> {
  run(values: Readonly<Record<string, unknown>>, context: Context): Promise<number>
}

/** Declares a command; the arguments and options it names are exactly those its function gets and its words describe. */
export function command<A extends Arguments, O extends Options>(entry: CommandEntry<A, O>): AnyCommand {
  return { ...entry, run: async (values, context) => (await entry.load())(values as Values<A> & Values<O>, context) }
}

/** One word that must be there. */
export function one(shown: string): Argument<string> {
  return { shown, isRequired: true, takesRest: false, read: (words) => words[0] ?? '' }
}

/** One word that may be left out. */
export function maybe(shown: string): Argument<string | undefined> {
  return { shown, isRequired: false, takesRest: false, read: (words) => words[0] }
}

/** One of a few words; the first is meant when none is typed. */
export function oneOf<const C extends readonly [string, ...string[]]>(
  shown: string,
  ...choices: C
): Argument<C[number]> {
  return {
    shown,
    isRequired: false,
    takesRest: false,
    choices,
    read: (words) => (words[0] === undefined ? choices[0] : chosen(words[0], choices, shown)),
  }
}

/** One of a few words, or none of them: then the word belongs to the next argument. */
export function maybeOneOf<const C extends readonly string[]>(
  shown: string,
  choices: C,
): Argument<C[number] | undefined> {
  const find = (word: string) => choices.find((choice) => choice === word.toLowerCase())
  return {
    ...{ shown, isRequired: false, takesRest: false, choices },
    isOwn: (word) => find(word) !== undefined,
    read: (words) => (words[0] === undefined ? undefined : find(words[0])),
  }
}

/** At least one word. */
export function many(shown: string): Argument<readonly string[]> {
  return { shown, isRequired: true, takesRest: true, read: (words) => words }
}

/** Any number of words, none too. */
export function any(shown: string): Argument<readonly string[]> {
  return { shown, isRequired: false, takesRest: true, read: (words) => words }
}

/** All words that are left as one text; none gives ''. */
export function phrase(shown: string, isRequired = false): Argument<string> {
  return { shown, isRequired, takesRest: true, read: (words) => words.join(' ') }
}

/** An option without a value. */
export function flag(short?: string): Option<boolean> {
  return {
    ...(short === undefined ? {} : { short }),
    isRepeatable: false,
    isSwitch: false,
    read: (typed) => typed === true,
  }
}

/** `--name` or `--no-name`; undefined when neither is typed. */
export function toggle(): Option<boolean | undefined> {
  return { isRepeatable: false, isSwitch: true, read: (typed) => (typeof typed === 'boolean' ? typed : undefined) }
}

/** An option with a value of any kind. */
export function text(value: string, short?: string): Option<string | undefined> {
  return {
    ...(short === undefined ? {} : { short }),
    value,
    isRepeatable: false,
    isSwitch: false,
    read: (typed) => last(typed),
  }
}

/** An option that can be typed several times. */
export function repeated(value: string): Option<readonly string[]> {
  return { value, isRepeatable: true, isSwitch: false, read: (typed) => (Array.isArray(typed) ? typed : []) }
}

/** An option with several values in one word, separated by commas. */
export function listed(value: string): Option<readonly string[] | undefined> {
  return {
    value,
    isRepeatable: false,
    isSwitch: false,
    read: (typed) =>
      last(typed)
        ?.split(/[,，]/)
        .map((part) => part.trim()),
  }
}

/** An option with a whole number from `least` to `most`; UserError `cli.bad-number`, `cli.large-number`. */
export function count(value: string, least = 1, most = 999_999_999): Option<number | undefined> {
  return {
    value,
    isRepeatable: false,
    isSwitch: false,
    read: (typed, name) => {
      const word = last(typed)
      if (word === undefined) return undefined
      const number = /^\d+$/.test(word) ? Number(word) : -1
      if (number < least) throw new UserError('usage', 'cli.bad-number', { name, value: word, least })
      if (number > most) throw new UserError('usage', 'cli.large-number', { name, value: word, most })
      return number
    },
  }
}

/** An option with one of a few values; UserError `cli.bad-value`. */
export function choice<const C extends readonly string[]>(...choices: C): Option<C[number] | undefined> {
  return {
    value: choices.join('|'),
    choices,
    isRepeatable: false,
    isSwitch: false,
    read: (typed, name) => {
      const word = last(typed)
      return word === undefined ? undefined : chosen(word, choices, name)
    },
  }
}

/** The same with what either language calls the values, which errors list in the reader's; `value` stands for them where they are too many for a usage line. */
export function choiceIn<C extends string>(vocabulary: Vocabulary<C>, value?: string): Option<C | undefined> {
  const choices = Object.keys(vocabulary.words.en)
  return {
    value: value ?? choices.join('|'),
    choices,
    isRepeatable: false,
    isSwitch: false,
    read: (typed, name) => {
      const word = last(typed)
      if (word === undefined) return undefined
      const code = codeOf(vocabulary, word)
      if (code !== null) return code
      throw new UserError('usage', 'cli.bad-value', {
        name,
        value: word,
        allowed: wordsToType(vocabulary),
        near: nearToType(vocabulary, word),
      })
    },
  }
}

function last(typed: readonly string[] | boolean | undefined): string | undefined {
  return typeof typed === 'object' ? typed.at(-1) : undefined
}

/** That a word is none of the few it may be; the nearest of them is named. */
export function notChosen(word: string, choices: readonly string[], name: string): UserError {
  const near = nearest(word.toLowerCase(), choices).slice(0, 1).join('')
  return new UserError('usage', 'cli.bad-value', { name, value: word, allowed: choices.join(', '), near })
}

function chosen<C extends string>(word: string, choices: readonly C[], name: string): C {
  const found = choices.find((candidate) => candidate === word.toLowerCase())
  if (found !== undefined) return found
  throw notChosen(word, choices, name)
}

/** The flag an option is typed as. */
export function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`
}

/** An option as usage lines show it: `-o, --output <FILE>`. */
export function flagsOf(name: string, option: Option<unknown>): string {
  const short = option.short === undefined ? '' : `-${option.short}, `
  const long = option.isSwitch ? `${flagOf(name)}, ${flagOf(name).replace('--', '--no-')}` : flagOf(name)
  return `${short}${long}${option.value === undefined ? '' : ` <${option.value}>`}`
}

/** A command with its arguments as usage lines show it: `undo [BATCH]`, `import FILE...`. */
export function usageOf(command: AnyCommand): string {
  const shown = Object.values(command.arguments).map((argument) => {
    const word = argument.takesRest ? `${argument.shown}...` : argument.shown
    return argument.isRequired ? word : `[${word}]`
  })
  return [command.name, ...shown].join(' ')
}
