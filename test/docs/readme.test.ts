import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Lang } from '../../src/core/values/lang.js'
import { projectFolder } from '../cli/transcript.js'
import { answerOf, consoleBlocks, placeFiles, shownLines, shownOf, withAnswer } from './console.js'
import { pageText } from './markdown.js'

/** `README=full npx vitest run test/docs/readme` writes the whole answers in, to be shortened by hand. */
const isWriting = process.env.README === 'full'

/** Lines of a small screen: what is longer belongs to docs/. */
const MOST_LINES = 24

describe.each<[string, Lang]>([
  ['README.md', 'en'],
  ['README.zh.md', 'zh'],
])('%s', (name, lang) => {
  const path = join(projectFolder, name)
  const readme = pageText(name)
  const blocks = consoleBlocks(readme)
  let dir = ''
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'crm-readme-'))
    placeFiles(readme, dir)
  })
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  test('shows the three loops, and the way back', () => {
    const commands = blocks.map(({ command }) => command.split(' ')[1])
    expect(commands).toEqual(['demo', 'import', 'due', 'log', 'tier', 'why', 'report', 'undo'])
  })

  for (const block of blocks) {
    test(block.command, async () => {
      const answer = await answerOf(block.command, { cwd: dir, lang })
      if (isWriting) return writeFileSync(path, withAnswer(readFileSync(path, 'utf8'), block.command, answer))
      expect(shownOf(answer, block.shown)).toEqual(block.shown)
      expect(shownLines(block), 'something is shown').toBeGreaterThan(0)
      expect(block.shown.length).toBeLessThanOrEqual(MOST_LINES)
    })
  }

  test('makes the ten promises', () => {
    expect(promisesOf(readme).map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])
  })
})

describe('docs/promises.md', () => {
  const rows = [...pageText('docs/promises.md').matchAll(/^\| (\d*) ?\| (.+) \| `(\S+)` › (.+) \|$/gm)].map(
    ([, number, promise, file, title]) => ({ number: number!, promise: promise!, file: file!, title: title! }),
  )

  test('has nothing but rows of promise and test', () => {
    const lines = pageText('docs/promises.md').split('\n')
    expect(rows).toHaveLength(lines.filter((line) => line.startsWith('|')).length - 2)
  })

  test('names a test of every promise of the README, in its words', () => {
    const first = (number: string) => rows.find((row) => row.number === number)?.promise
    for (const { number, promise } of promisesOf(pageText('README.md'))) expect(first(number), number).toBe(promise)
  })

  test.each(rows)('$promise ($title)', ({ file, title }) => {
    expect(pageText(file)).toContain(title)
  })
})

/** The numbered list of a README, without the marks of code. */
function promisesOf(readme: string) {
  return [...readme.matchAll(/^(\d+)\. (.+)$/gm)].map(([, number, promise]) => ({
    number: number!,
    promise: promise!.replaceAll('`', ''),
  }))
}
