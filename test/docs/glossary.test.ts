import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectFolder } from '../cli/transcript.js'
import { pageText } from './markdown.js'

/** Everything the program says, in both languages. */
const said = readdirSync(join(projectFolder, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(projectFolder, 'src', file), 'utf8').toLowerCase())
  .join('\n')

const rows = [...pageText('docs/glossary.md').matchAll(/^\| (.+) \| (.+) \|$/gm)]
  .map(([, english, chinese]) => ({ english: english!, chinese: chinese! }))
  .filter(({ english }) => english !== 'English' && !english.startsWith('---'))

const termsOf = (cell: string) => cell.split(/[,;:、；：]/).map((term) => term.trim().toLowerCase())

describe('the words of the glossary', () => {
  test('are many', () => expect(rows.length).toBeGreaterThan(50))

  test.each(rows)('$english · $chinese: the program uses them, as many in either language', ({ english, chinese }) => {
    const [en, zh] = [termsOf(english), termsOf(chinese)]
    expect(en).toHaveLength(zh.length)
    expect([...en, ...zh].filter((term) => !said.includes(term))).toEqual([])
  })
})
