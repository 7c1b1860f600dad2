import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { commonOptions, readingOptions, writingOptions } from '../../src/cli/options.js'
import { commands } from '../../src/cli.js'
import { type Field, fields } from '../../src/core/import/field.js'
import { aliases } from '../../src/core/import/words/aliases.js'
import type { FailureKind } from '../../src/core/values/failure.js'
import type { Lang } from '../../src/core/values/lang.js'
import { EXIT_CODES } from '../../src/failures.js'
import { formats } from '../../src/formats/index.js'
import { optionLines } from '../../src/help.js'
import { cliWords } from '../../src/messages/cli.js'
import { errors } from '../../src/messages/errors.js'
import { fieldWords } from '../../src/messages/fields.js'
import { type AnyCommand, GROUPS, usageOf } from '../../src/surface.js'
import { outcomesIn } from './outcomes.js'

export const docs = resolve(import.meta.dirname, '..', '..', 'docs')

const GENERATED = '<!-- Written by `npm run docs`; a test compares. -->'
const LANGS: readonly Lang[] = ['en', 'zh']

/** The pages of docs/ that are written from the program itself. */
export const pages: Readonly<Record<string, () => string>> = {
  'commands.md': commandsPage,
  'errors.md': errorsPage,
  'formats.md': formatsPage,
}

function page(title: string, ...parts: readonly string[]): string {
  return `${[`# ${title}`, GENERATED, ...parts].join('\n\n')}\n`
}

/** A table of Markdown; a stroke within a cell does not end it. */
export function mdTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A piece of code within a sentence. */
export const mdCode = (text: string) => `\`${text}\``

function commandsPage(): string {
  const groups = GROUPS.map((group) => ({ group, members: commands.filter((command) => command.group === group) }))
  const sections = groups
    .filter(({ members }) => members.length > 0)
    .map(({ group, members }) => {
      const title = LANGS.map((lang) => cliWords[lang].groups[group]).join(' · ')
      return [`## ${title}`, ...members.map(commandSection)].join('\n\n')
    })
  const shared = [
    ['readingOptions', readingOptions],
    ['writingOptions', writingOptions],
    ['commonOptions', commonOptions],
  ] as const
  const sharedSections = shared.map(([key, options]) => {
    return `## ${LANGS.map((lang) => cliWords[lang][key]).join(' · ')}\n\n${optionTable(optionLines(options, 'en'), optionLines(options, 'zh'))}`
  })
  return page(LANGS.map((lang) => cliWords[lang].documentTitle).join(' · '), ...sections, ...sharedSections)
}

function commandSection(command: AnyCommand): string {
  const { en, zh } = command.words
  const examples = [...new Set([...en.examples, ...zh.examples])].join('\n')
  const options =
    Object.keys(command.options).length === 0
      ? []
      : [optionTable(optionLines(command.options, 'en', en.options), optionLines(command.options, 'zh', zh.options))]
  return [
    `### ${mdCode(`crm ${usageOf(command)}`)}`,
    `${en.summary}  \n${zh.summary}`,
    `\`\`\`sh\n${examples}\n\`\`\``,
    ...options,
  ].join('\n\n')
}

function optionTable(en: ReturnType<typeof optionLines>, zh: ReturnType<typeof optionLines>): string {
  return mdTable(
    ['option', 'does', '作用'],
    en.map(([typed, does], at) => [mdCode(typed), does, zh[at]?.[1] ?? '']),
  )
}

function errorsPage(): string {
  const kinds = kindsOfCodes()
  const rows = Object.entries(errors).map(([name, { en, zh }]) => {
    const said = ({ message, hints }: typeof en) => [message, ...hints].join('<br>')
    return [mdCode(name), exitCodes(name, kinds), said(en), said(zh)]
  })
  const codes = Object.entries(EXIT_CODES).map(([kind, exitCode]) => [String(exitCode), kind])
  return page(
    'Errors · 错误信息',
    'Words in braces are filled in; a line whose word is empty is left out.',
    mdTable(['code', 'exit', 'English', '中文'], rows),
    '## Exit codes · 退出码',
    mdTable(['code', 'meaning'], [['0', 'done'], ['3', 'done, some rows rejected'], ...codes, ['70', 'a bug in crm']]),
  )
}

/** Codes that are put together where they are thrown (`read.<kind of file>`) have the kind of their room. */
const kindOfRoom: Readonly<Record<string, FailureKind>> = {
  read: 'bad-data',
  import: 'bad-data',
  filter: 'usage',
  edit: 'usage',
}

function exitCodes(name: string, kinds: ReadonlyMap<string, ReadonlySet<FailureKind>>): string {
  const own = kinds.get(name) ?? [kindOfRoom[name.split('.')[0] ?? '']]
  const exits = [...own].map((kind) => kind && EXIT_CODES[kind])
  if (exits.includes(undefined)) throw new Error(`no exit code is known for ${name}`)
  return exits.join(', ')
}

/** Kind of failure of each code, read off the places that throw it. */
function kindsOfCodes(): Map<string, Set<FailureKind>> {
  const src = resolve(docs, '..', 'src')
  const kinds = new Map<string, Set<FailureKind>>()
  for (const name of readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()) {
    const text = readFileSync(join(src, name), 'utf8')
    for (const [, kind, thrown] of text.matchAll(/'([a-z-]+)',\s*'([a-z]+(?:\.[a-z-]+)?)'/g)) {
      if (Object.hasOwn(EXIT_CODES, kind!) && Object.hasOwn(errors, thrown!)) {
        kinds.set(thrown!, (kinds.get(thrown!) ?? new Set()).add(kind as FailureKind))
      }
    }
  }
  return kinds
}

/** Words of a field that only some kinds of sheets know: four in either language. */
function ownWordsOf(field: Field): string[] {
  const own = [...new Set(formats.flatMap(({ ownWords }) => ownWords?.[field] ?? []))]
  const isChinese = (word: string) => /\p{Script=Han}/u.test(word)
  return [...own.filter(isChinese).slice(0, 4), ...own.filter((word) => !isChinese(word)).slice(0, 4)]
}

function formatsPage(): string {
  const rows = formats.map(({ name, title, platform, kind, must }) => {
    const headers = must
      .map((spellings) => [...spellings.slice(0, 3).map(mdCode), ...(spellings.length > 3 ? ['...'] : [])].join(' / '))
      .join(', ')
    return [mdCode(name), ...LANGS.map((lang) => title[lang]), platform, kind, headers]
  })
  const fieldRows = fields.map((field) => {
    const common = (aliases[field]?.slice(0, 6) ?? ownWordsOf(field)).map(mdCode).join(' ')
    return [mdCode(field), fieldWords.en[field], fieldWords.zh[field], common]
  })
  return page(
    'Formats · 认识的表格',
    mdTable(['format', 'English', '中文', 'platform', 'holds', 'must have · 必须有的列'], rows),
    '## Fields · 字段',
    '`--map FIELD="HEADER"` takes any word of a row, in any case. `--map` 里的字段写这一行的任何一个词都行。',
    mdTable(['field', 'English', '中文', 'common headers · 常见表头'], fieldRows),
    '## Odd files · 特殊文件',
    'What the reader makes of each file of three public collections of odd workbooks and csv files; the sentences of the refusals are in [errors.md](errors.md). 三套公开的特殊文件逐个读取的结果；拒绝时的提示见 [errors.md](errors.md)。',
    outcomesIn(readFileSync(join(docs, 'formats.md'), 'utf8')),
  )
}
