import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectFolder } from '../cli/transcript.js'
import { isUpdating } from './blocks.js'
import { answerOf, consoleBlocks, placeFiles, shownLines, shownOf, withAnswer } from './console.js'
import { allPages, pageText } from './markdown.js'
import { langOfPage } from './tables.js'

/*
 * What a page of docs/ shows of the program is what it prints. `<!-- the ledger is the demo -->` lets the commands of a page
 * run on the made-up tea shop, as of the day of its newest order.
 */

const OF_DEMO = '<!-- the ledger is the demo -->'
const DEMO_DAY = '2026-08-31'

const shown = allPages.filter((path) => path.startsWith('docs/') && consoleBlocks(pageText(path)).length > 0)

describe('what pages show is what is printed', () => {
  const dir = mkdtempSync(join(tmpdir(), 'crm-docs-'))
  const demo = join(dir, 'demo.db')
  beforeAll(async () => {
    await answerOf('crm demo', { cwd: dir, lang: 'en' })
    renameSync(join(dir, 'crm-demo.db'), demo)
  })
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  test.each(shown)('%s', async (path) => {
    const page = pageText(path)
    const isOfDemo = page.includes(OF_DEMO)
    const cwd = join(dir, path.replaceAll('/', '-'))
    mkdirSync(cwd)
    placeFiles(page, cwd)
    if (isOfDemo) copyFileSync(demo, join(cwd, 'crm.db'))
    const env = isOfDemo ? { CRM_ON: DEMO_DAY } : {}
    for (const block of consoleBlocks(page)) {
      const answer = await answerOf(block.command, { cwd, lang: langOfPage(path), env })
      const found = shownOf(answer, block.shown)
      const file = join(projectFolder, path)
      if (isUpdating) writeFileSync(file, withAnswer(readFileSync(file, 'utf8'), block.command, found))
      else expect(found, block.command).toEqual(block.shown)
      expect(shownLines(block), block.command).toBeGreaterThan(0)
    }
  })
})
