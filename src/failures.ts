import { type FailureKind, UserError } from './core/values/failure.js'
import { shownInput } from './core/values/input-name.js'
import { bilingual, type Lang } from './core/values/lang.js'
import { forTerminal } from './core/values/text.js'
import { argumentNames } from './messages/cli.js'
import { limitFigure, limitWords } from './messages/errors/limits.js'
import { errors } from './messages/errors.js'
import { fill, fillSentence, type Sentence } from './messages/sentence.js'
import { version } from './version.js'

/** The exit code of each kind of failure; a bug is 70. */
export const EXIT_CODES: Readonly<Record<FailureKind, number>> = {
  failed: 1,
  usage: 2,
  'bad-data': 65,
  'no-input': 66,
  environment: 69,
  'cannot-write': 73,
  disk: 74,
  busy: 75,
  settings: 78,
  interrupted: 130,
}

const BUG_EXIT_CODE = 70

const words = bilingual(
  {
    error: (message: string) => `Error: ${message}`,
    bug: (reason: string) => `Internal error in crm ${version}: ${reason}`,
    bugHint: 'Nothing was left half done. Run it again with --debug and report what it prints.',
  },
  {
    error: (message) => `错误：${message}`,
    bug: (reason) => `crm ${version} 内部错误：${reason}`,
    bugHint: '数据没有只改一半。请加上 --debug 再运行一次，并把显示的内容报告给我们。',
  },
)

/** What became of a command that threw: its exit code and what the reader is told on stderr. */
export interface Failure {
  readonly exitCode: number
  readonly text: string
}

/** Turns whatever was thrown into words: sentence and hints for a UserError, `internal error` for a bug. */
export function describeFailure(error: unknown, style: { lang: Lang; json: boolean; debug: boolean }): Failure {
  const exitCode = error instanceof UserError ? EXIT_CODES[error.kind] : BUG_EXIT_CODE
  const sentence = sentenceOf(error, style.lang)
  const stack = style.debug ? stackOf(error) : ''
  return {
    exitCode,
    text: style.json ? asJson(error, exitCode, sentence) + stack : asText(error, sentence, style.lang) + stack,
  }
}

/** What a failure is told as: its sentence and what to do next. */
export function sentenceOf(error: unknown, lang: Lang): Sentence {
  const entry = error instanceof UserError ? errors[error.code] : undefined
  if (error instanceof UserError && entry !== undefined) return fillSentence(entry[lang], paramsOf(error, lang), lang)
  const reason = error instanceof Error ? error.message : String(error)
  return { message: words[lang].bug(reason), hints: [words[lang].bugHint] }
}

/**
 * The parameters of a sentence; the standard input, the limit a file breaks and what is missing on the command line are named in
 * the reader's words.
 */
function paramsOf({ code, params }: UserError, lang: Lang): UserError['params'] {
  const limit = limitWords[lang][String(params.limit)]
  return {
    ...params,
    ...(typeof params.file === 'string' ? { file: shownInput(params.file, lang) } : {}),
    ...(limit === undefined
      ? {}
      : { limit: fill(limit, { most: limitFigure(String(params.limit), Number(params.most)) }) }),
    ...(code === 'cli.missing-argument'
      ? { name: argumentNames[lang][String(params.name)] ?? String(params.name) }
      : {}),
  }
}

function asText(error: unknown, { message, hints }: Sentence, lang: Lang): string {
  const isFault = error instanceof UserError && error.kind !== 'interrupted' && Object.hasOwn(errors, error.code)
  const said = isFault
    ? [words[lang].error(message), ...[...pointer(error.params), ...hints].map(indented)]
    : [message, ...hints.map(indented)]
  return said.map((line) => `${forTerminal(line)}\n`).join('')
}

function indented(line: string): string {
  return `  ${line}`
}

/** A filter with its faulty place marked from below; nothing for errors that point at nothing. */
function pointer({ filter, at, length }: UserError['params']): readonly string[] {
  if (typeof filter !== 'string' || typeof at !== 'number') return []
  const cells = (text: string) => [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0)
  const marked = filter.slice(at, at + Number(length))
  return [filter, ' '.repeat(cells(filter.slice(0, at))) + '^'.repeat(Math.max(1, cells(marked)))]
}

function asJson(error: unknown, exitCode: number, { message, hints }: Sentence): string {
  const code = error instanceof UserError ? error.code : 'bug'
  const params = error instanceof UserError ? asTexts(error.params) : {}
  return `${forTerminal(JSON.stringify({ schemaVersion: 1, error: { code, exitCode, message, hints, params } }))}\n`
}

/** Machines find lists as one text. */
function asTexts(params: UserError['params']): Readonly<Record<string, string | number>> {
  const entries = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'object' ? ('en' in value ? value.en : value).join(', ') : value,
  ])
  return Object.fromEntries(entries)
}

function stackOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? `cause: ${stackOf(error.cause)}` : ''
  return `${error instanceof Error ? error.stack : String(error)}\n${cause}`
}
