import { describe, expect, test } from 'vitest'
import { answer, type CompletionSources } from '../../src/completion/answer.js'
import { type Shell, wordsOf, writtenFor } from '../../src/completion/words.js'

const sources: CompletionSources = {
  customers: async (start) =>
    ['Hazel Lockridge', 'Hazel Lunt'].filter((name) => name.startsWith(start)).map((value) => ({ value, told: 'c1' })),
  filterTerms: async (start) =>
    start.startsWith('tier:')
      ? [{ value: 'tier:A' }, { value: 'tier:B' }]
      : [{ value: 'tier:' }, { value: 'orders>=' }],
  settings: async () => [{ value: 'zone', told: 'time zone' }],
  sheets: async (files) =>
    files.filter((file) => file.endsWith('.xlsx')).map((told) => ({ value: 'Orders 2026', told })),
}

const ask = async (line: string, shell: Shell = 'fish') =>
  (await answer(line, shell, 'en', sources)).split('\n').slice(0, -1)
const values = async (line: string, shell: Shell = 'fish') =>
  (await ask(line, shell)).map((each) => each.split('\t')[0])

describe('what may follow on a command line', () => {
  test('commands with what they do', async () => {
    expect(await ask('crm recomm')).toEqual([expect.stringMatching(/^recommend\twhat to offer/)])
    expect(await values('crm help backt')).toEqual(['backtest'])
  })

  test.each([
    ['a choice of an option', 'crm tier --boundary ', ['crossing', 'within']],
    ['the same behind =', 'crm tier --boundary=w', ['--boundary=within']],
    ['formats', 'crm list --format js', ['json', 'jsonl']],
    ['options begun', 'crm imports --colu', ['--columns']],
    ['words of the command', 'crm report we', ['weekly']],
    ['customers by the beginning of the name', 'crm show Haz', ['Hazel Lockridge', 'Hazel Lunt']],
    ['the rest of a name', 'crm show Hazel Lo', ['Lockridge']],
    ['the customer of a step', 'crm block propose Hazel', ['Hazel Lockridge', 'Hazel Lunt']],
    ['the customer a report is of', 'crm report statement Hazel Lo', ['Lockridge']],
    ['the same of the whole file', 'crm report customer Haz', ['Hazel Lockridge', 'Hazel Lunt']],
    ['filters of another report', 'crm report weekly ord', ['orders>=']],
    ['filters', 'crm list ord', ['orders>=']],
    ['values of a filter', 'crm list -blocked tier:', ['tier:A', 'tier:B']],
    ['sheets of the file typed', 'crm import a.xlsx --sheet ', ['Orders 2026']],
    ['settings', 'crm config get z', ['zone']],
    ['nothing for files: the shell knows them', 'crm import ord', []],
    ['nothing behind an option with a text', 'crm log C --owner ', []],
  ])('%s', async (_, line, expected) => expect(await values(line)).toEqual(expected))
})

describe('a line is taken apart as its shell does', () => {
  test.each<[Shell, string, object]>([
    ['bash', 'crm show "Hazel L', { words: ['crm', 'show'], current: 'Hazel L', quote: '"' }],
    ['bash', 'crm show Hazel\\ L', { words: ['crm', 'show'], current: 'Hazel L', quote: '' }],
    ['zsh', "crm show '' x ", { words: ['crm', 'show', '', 'x'], current: '', quote: '' }],
    [
      'powershell',
      'crm import C:\\exports\\a.xlsx ',
      { words: ['crm', 'import', 'C:\\exports\\a.xlsx'], current: '', quote: '' },
    ],
  ])('%s: %s', (shell, line, expected) => expect(wordsOf(line, shell)).toEqual(expected))

  test.each<[Shell, string, string, '' | '"', string]>([
    ['bash', 'Hazel Lockridge', 'Haz', '', 'Hazel\\ Lockridge'],
    ['bash', 'Hazel Lockridge', 'Haz', '"', 'Hazel Lockridge'],
    ['bash', 'tier:A', 'tier:', '', 'A'],
    ['bash', "D'Arcy; rm", 'D', '', "D\\'Arcy\\;\\ rm"],
    ['powershell', 'Hazel Lockridge', 'Haz', '', "'Hazel Lockridge'"],
    ['fish', 'Hazel Lockridge', 'Haz', '', 'Hazel Lockridge'],
  ])('%s writes %s', (shell, value, current, quote, written) =>
    expect(writtenFor(value, current, quote, shell)).toBe(written),
  )
})
