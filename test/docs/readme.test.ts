import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectFolder } from '../cli/transcript.js'
import { answerOf, consoleBlocks, placeFiles, shownLines, shownOf, withAnswer } from './console.js'

const path = join(projectFolder, 'README.md')
const readme = readFileSync(path, 'utf8')
const blocks = consoleBlocks(readme)

/** `README=full npx vitest run test/docs/readme` writes the whole answers in, to be shortened by hand. */
const isWriting = process.env.README === 'full'

describe('the README', () => {
  let dir = ''
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'crm-readme-'))
    placeFiles(readme, dir)
  })
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  test('shows the three loops', () => {
    const commands = blocks.map(({ command }) => command.split(' ')[1])
    for (const name of ['demo', 'import', 'undo', 'due', 'log', 'tier', 'why']) expect(commands).toContain(name)
  })

  for (const block of blocks) {
    test(block.command, async () => {
      const answer = await answerOf(block.command, { cwd: dir, lang: 'en' })
      if (isWriting) return writeFileSync(path, withAnswer(readFileSync(path, 'utf8'), block.command, answer))
      expect(shownOf(answer, block.shown)).toEqual(block.shown)
      expect(shownLines(block), 'something is shown').toBeGreaterThan(0)
    })
  }

  test('every promise has its test', () => {
    const promises = readFileSync(join(projectFolder, 'docs', 'promises.md'), 'utf8')
    const rows = [...promises.matchAll(/^\|.*\| `(\S+)` › (.+) \|$/gm)]
    expect(rows).toHaveLength(promises.split('\n').filter((line) => line.startsWith('| ')).length - 2)
    for (const [, file, title] of rows) expect(readFileSync(join(projectFolder, file!), 'utf8'), file).toContain(title)
  })
})
