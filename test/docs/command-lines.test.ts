import { describe, expect, test } from 'vitest'
import { commands } from '../../src/cli.js'
import { isOnComputer } from '../../src/commands/config-computer.js'
import { knownSettings } from '../../src/commands/known-settings.js'
import { settingNamed } from '../../src/core/settings/index.js'
import { dayOf } from '../../src/core/values/business-date.js'
import { UserError } from '../../src/core/values/failure.js'
import { parseFilter } from '../../src/core/values/filter.js'
import { type Invocation, parse } from '../../src/parse.js'
import { splitWords } from '../cli/transcript.js'
import { allPages, codeOf, pageText } from './markdown.js'
import { knownFields } from './tables.js'

/** Pages about what the program once did, or about its making. */
const OTHER = /^(CHANGELOG|docs\/decisions|docs\/commands|docs\/errors|fixtures\/README|test\/cli\/README)\.md$/

const isPlaceholder = (word: string) => /^[A-Z][A-Z_]*$|^(客户|原因|号码|文件|名称)$/.test(word)

/** What is typed on a line, without the shell's own signs. */
function typedIn(text: string): string | null {
  const line = text.replace(/^\$ /, '').replace(/ *(#|\|).*$/, '')
  return /^crm( |$)/.test(line) ? line : null
}

const lines = allPages
  .filter((path) => !OTHER.test(path))
  .flatMap((path) =>
    codeOf(pageText(path)).flatMap(({ text, isFenced }) => {
      const line = typedIn(text)
      return line === null ? [] : [{ path, line, isFenced }]
    }),
  )

describe('every line to type in a page is understood', () => {
  test('there are many', () => expect(lines.length).toBeGreaterThan(200))

  test.each(lines)('$path: $line', ({ line, isFenced }) => {
    const words = splitWords(line).slice(1)
    const found = parsed(words, isFenced)
    if (found === null) return
    checkFilter(found)
    checkSetting(found)
  })
})

/** The line taken apart; null where it only names a command, or has placeholders in place of words and numbers. */
function parsed(words: readonly string[], isFenced: boolean): Invocation | null {
  if (words.length === 0 || words[0] === 'help' || words[0] === '--version') return null
  try {
    return parse(words.filter((word) => word !== '--help' && word !== '--version'))
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const isNamed = commands.some(({ name }) => name === words[0])
    const hasHelp = words.includes('--help')
    const isOnlyNamed = !isFenced && isNamed && /^cli\.missing-(argument|value)$/.test(error.code)
    const isOpen = isNamed && isPlaceholder(String(error.params.value ?? error.params.name ?? ''))
    if (isOnlyNamed || isOpen || (hasHelp && isNamed)) return null
    throw error
  }
}

/** A filter in it is one. */
function checkFilter({ command, values }: Invocation): void {
  const filter = values.filter
  const isFilter = Object.values(command.arguments).some(({ shown }) => shown === 'FILTER')
  if (!isFilter || typeof filter !== 'string' || command.name === 'report' || filter.includes('CUSTOMER')) return
  expect(parseFilter(filter, knownFields, dayOf('2026-08-31')), filter).toHaveProperty('ast')
}

/** A setting in it is one, and takes the value. */
function checkSetting({ command, values }: Invocation): void {
  const { action, name, value } = values as Partial<Record<'action' | 'name' | 'value', string>>
  if (command.name !== 'config' || name === undefined || action === 'load' || isPlaceholder(name)) return
  if (isOnComputer(name)) return
  const setting = settingNamed(name, knownSettings)
  expect(setting, name).not.toBeNull()
  if (value !== undefined && !isPlaceholder(value)) expect(setting?.read(value), `${name} ${value}`).not.toBeNull()
}

describe('every filter shown in a page is one', () => {
  const filters = allPages.flatMap((path) =>
    [...pageText(path).matchAll(/^```filter\n([\s\S]*?)^```/gm)].flatMap(([, body]) =>
      body!
        .trimEnd()
        .split('\n')
        .map((filter) => ({ path, filter })),
    ),
  )

  test('there are as many in either language', () => {
    const inLanguage = (isChinese: boolean) => filters.filter(({ path }) => path.endsWith('.zh.md') === isChinese)
    expect(inLanguage(false).length).toBeGreaterThan(10)
    expect(inLanguage(true)).toHaveLength(inLanguage(false).length)
  })

  test.each(
    knownFields.flatMap(({ name, words = [], choices = [] }) => choices.map((choice) => ({ name, words, choice }))),
  )('$name:$choice.value is understood, by every word for it', ({ name, words, choice }) => {
    for (const field of [name, ...words])
      for (const value of [choice.value, ...choice.words])
        expect(parseFilter(`${field}:"${value}"`, knownFields, dayOf('2026-08-31'))).toEqual({
          ast: { terms: [expect.objectContaining({ field: name, words: [choice.value.toLowerCase()] })] },
        })
  })

  test.each(filters)('$filter', ({ filter }) => {
    const own = {
      name: /^(?:field|字段)\.(.+):/.exec(filter)?.[0].slice(0, -1).toLowerCase() ?? '-',
      kind: 'text',
    } as const
    expect(parseFilter(filter, [...knownFields, own], dayOf('2026-08-31'))).toHaveProperty('ast')
  })
})
