import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { commonOptions, readingOptions, writingOptions } from '../src/cli/options.js'
import { commands } from '../src/cli.js'
import type { Lang } from '../src/core/values/lang.js'
import { help as helpOf } from '../src/help.js'
import { optionWords } from '../src/messages/cli.js'
import { parse } from '../src/parse.js'
import { flagOf, GROUPS } from '../src/surface.js'
import { splitWords } from './cli/transcript.js'

const langs: readonly Lang[] = ['en', 'zh']
/** The help of command lines that name no unknown command. */
const help = (...asked: Parameters<typeof helpOf>) => helpOf(...asked) ?? ''
const hasChinese = (text: string) => /[\u4e00-\u9fff]/.test(text)

describe('the table of commands', () => {
  test('names are unique, in the order of the groups', () => {
    const names = commands.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    const groups = commands.map(({ group }) => GROUPS.indexOf(group))
    expect(groups).toEqual([...groups].sort((a, b) => a - b))
  })

  test('no option of a command hides one all commands have', () => {
    for (const { name, options, isReading, isWriting } of commands) {
      const shared = { ...commonOptions, ...(isReading && readingOptions), ...(isWriting && writingOptions) }
      for (const option of Object.keys(options)) expect(shared, name).not.toHaveProperty(option)
    }
  })

  test.each(commands.map((command) => [command.name, command] as const))(
    '%s: every example is understood',
    (name, command) => {
      for (const lang of langs) {
        const { examples } = command.words[lang]
        expect(examples.length).toBeGreaterThan(0)
        for (const example of examples) {
          const [program, ...words] = splitWords(example)
          expect([program, parse(words).command.name]).toEqual(['crm', name])
        }
      }
    },
  )

  test('every shared option is described, and nothing else is', () => {
    const described = Object.keys(optionWords.en).filter((name) => name !== 'help' && name !== 'version')
    expect(described.sort()).toEqual(Object.keys({ ...commonOptions, ...readingOptions, ...writingOptions }).sort())
  })
})

describe('help', () => {
  test.each([
    ['crm lead', ['lead', 'add', '--help']],
    ['crm lead', ['help', 'lead', 'add']],
    ['crm report', ['report', 'problem', '-h']],
    ['crm due', ['--json', 'due', '--help']],
  ])('the first command named is the one asked about: %s', (start, argv) => {
    expect(help(argv, 'en', Number.POSITIVE_INFINITY)).toMatch(new RegExp(`^${start} - `))
  })

  test.each(langs)('crm --help names every command (%s)', (lang) => {
    const text = help(['--help'], lang, Number.POSITIVE_INFINITY)
    for (const command of commands) expect(text).toContain(`  ${command.name} `.trimEnd())
    expect(hasChinese(text)).toBe(lang === 'zh')
  })

  test.each(commands.map(({ name }) => name))(
    'crm %s --help describes every option, in the asked language only',
    (name) => {
      const command = commands.find((candidate) => candidate.name === name)
      for (const lang of langs) {
        const text = help([name, '-h'], lang, Number.POSITIVE_INFINITY)
        for (const option of Object.keys(command?.options ?? {})) expect(text).toContain(flagOf(option))
        const told = text
          .split('\n')
          .filter((line) => /^ {2}-/.test(line))
          .map((line) => line.trim().split(/ {2,}/)[1])
        for (const words of told) expect(hasChinese(words ?? ''), words).toBe(lang === 'zh')
      }
    },
  )

  test.each(langs)('fits a terminal of 80 cells (%s)', (lang) => {
    for (const argv of [['--help'], ...commands.map(({ name }) => ['help', name])]) {
      const long = help(argv, lang, 80)
        .split('\n')
        .filter((line) => stringWidth(line) > 80 && !line.startsWith('  crm ') && !line.startsWith('crm '))
      expect(long).toEqual([])
    }
  })

  test('crm help COMMAND, and a command there is not', () => {
    expect(help(['help', 'tier'], 'en', 80)).toBe(help(['tier', '--help'], 'en', 80))
    expect(helpOf(['help', 'tire'], 'en', 80)).toBeNull()
  })
})
