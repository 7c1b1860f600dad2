import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectFolder, splitWords } from '../cli/transcript.js'
import { allPages, codeOf, fenceCount, headingsOf, leadsSomewhere, linksOf, pageText } from './markdown.js'

const docs = allPages.filter((path) => path.startsWith('docs/'))
const index = { en: 'docs/README.md', zh: 'docs/README.zh.md' }

test.each(allPages)('every link of %s leads somewhere', (path) => {
  expect(linksOf(path).filter((link) => !leadsSomewhere(link))).toEqual([])
})

describe('the table of contents', () => {
  const named = (path: string) => new Set(linksOf(path).map(({ file }) => file))
  const twinOf = (path: string) => path.replace(/\.md$/, '.zh.md')

  test('names every page', () => {
    const english = docs.filter((path) => !path.endsWith('.zh.md') && path !== index.en)
    expect(english.filter((path) => !named(index.en).has(path))).toEqual([])
  })

  test('names in Chinese every page, in Chinese where there is one', () => {
    const readable = docs
      .filter((path) => !path.endsWith('.zh.md') && path !== index.en)
      .map((path) => (docs.includes(twinOf(path)) ? twinOf(path) : path))
    expect(readable.filter((path) => !named(index.zh).has(path))).toEqual([])
  })
})

/** A line as the other language has it too: the command and its options, without names and words. */
function shapeOf(line: string): string {
  const [, command = '', ...rest] = splitWords(line)
  return [command, ...rest.filter((word) => /^-{1,2}[a-z]/.test(word) && !/^-[a-z]{2,}/.test(word))].join(' ')
}

describe('pages in two languages', () => {
  const chinese = allPages.filter((path) => path.endsWith('.zh.md'))
  const english = (path: string) => path.replace('.zh.md', '.md')
  const shapes = (path: string, isFenced: boolean) =>
    codeOf(pageText(path))
      .filter((code) => code.isFenced === isFenced && /^crm /.test(code.text))
      .map(({ text }) => shapeOf(text))

  test.each(chinese)('%s has the headings, blocks and tables of its twin', (path) => {
    const levels = (of: string) => headingsOf(pageText(of)).map((heading) => /^#+/.exec(heading)![0].length)
    expect(levels(path)).toEqual(levels(english(path)))
    expect(fenceCount(pageText(path))).toBe(fenceCount(pageText(english(path))))
    const tableRows = (of: string) => pageText(of).match(/^\|/gm)?.length ?? 0
    expect(tableRows(path)).toBe(tableRows(english(path)))
  })

  test.each(chinese)('%s tells the same commands as its twin', (path) => {
    expect(shapes(path, true)).toEqual(shapes(english(path), true))
    expect(shapes(path, false).sort()).toEqual(shapes(english(path), false).sort())
  })

  test.each(chinese)('%s and its twin lead to each other', (path) => {
    expect(linksOf(path).map(({ file }) => file)).toContain(english(path))
    expect(linksOf(english(path)).map(({ file }) => file)).toContain(path)
  })
})

test('every file docs/architecture.md names is there', () => {
  const named = [...pageText('docs/architecture.md').matchAll(/`((?:src|test|fixtures|bin)\/[\w./-]+)`/g)]
  const files = [...new Set(named.map(([, file]) => file!))].filter((file) => !file.includes('NAME'))
  expect(files.length).toBeGreaterThan(40)
  expect(files.filter((file) => !existsSync(join(projectFolder, file)))).toEqual([])
})
