import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { commands } from '../../src/cli.js'
import { isUpdating } from './blocks.js'
import { machineOutput, SHOWING } from './machine-output.js'
import { pageText } from './markdown.js'
import { docs } from './pages.js'
import { langOfPage, tablePages, tables, tablesIn, withTables } from './tables.js'

describe('tables in pages say what the program does', () => {
  test.each(tablePages())('%s', (path) => {
    const lang = langOfPage(path)
    if (isUpdating) writeFileSync(join(docs, '..', path), withTables(pageText(path), lang, tables))
    expect(pageText(path)).toBe(withTables(pageText(path), lang, tables))
  })

  test('every table stands in a page of each language, and no page names another', () => {
    for (const lang of ['en', 'zh']) {
      const pages = tablePages().filter((path) => langOfPage(path) === lang)
      const held = pages.flatMap((path) => tablesIn(pageText(path)))
      expect([...new Set(held)].sort(), lang).toEqual(Object.keys(tables).sort())
    }
  })
})

describe('docs/json.md', () => {
  const dir = mkdtempSync(join(tmpdir(), 'crm-json-'))
  afterAll(() => rmSync(dir, { recursive: true, force: true }))

  test('says what --json of every command holds', async () => {
    writeFileSync(join(dir, 'message.txt'), 'Hello {name}, the spring tea is here.\n')
    const found = await machineOutput(dir)
    const path = 'docs/json.md'
    const known = { 'machine-output': () => found }
    if (isUpdating) writeFileSync(join(docs, 'json.md'), withTables(pageText(path), 'en', known))
    expect(tablesIn(pageText(path))).toEqual(['machine-output'])
    expect(pageText(path)).toBe(withTables(pageText(path), 'en', known))
  })

  test('leaves out no command that shows a report', () => {
    // The demo shows what `report weekly` does.
    const named = ['demo', ...SHOWING.map((line) => line.split(' ')[0])]
    const reading = commands.filter(({ isReading }) => isReading).map(({ name }) => name)
    expect(reading.filter((name) => !named.includes(name))).toEqual([])
  })
})
