import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { examples } from './analytics-examples.js'
import { analyticsPage, blocksIn, isUpdating, LANGS, writeBlocks } from './blocks.js'
import { MEASURED } from './measured.js'
import { docs } from './pages.js'

describe.each(LANGS)('how the figures are worked out, %s', (lang) => {
  if (isUpdating) writeBlocks(lang, 'example', (name) => examples[name]?.(lang) ?? [])
  const shown = blocksIn(lang, 'example')

  test('works out every example once', () => {
    expect(shown.map(([name]) => name).sort()).toEqual(Object.keys(examples).sort())
  })

  test.each(Object.entries(examples))('example %s is what the program works out', (name, lines) => {
    expect(new Map(shown).get(name)).toBe(lines(lang).join('\n'))
  })

  test('shows what was measured once each; the acceptance tests hold it against the data sets', () => {
    expect(
      blocksIn(lang, 'measured')
        .map(([name]) => name)
        .sort(),
    ).toEqual([...MEASURED].sort())
  })
})

test.each(LANGS)('every file the page names is there, %s', (lang) => {
  const named = [...analyticsPage(lang).matchAll(/\b(?:src|test)\/[\w./-]+/g)].map(([path]) => path)
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter((path) => !existsSync(join(docs, '..', path)))).toEqual([])
})

test('both pages have the same headings and blocks, in the same order', () => {
  const outline = (lang: (typeof LANGS)[number]) =>
    analyticsPage(lang)
      .split('\n')
      .flatMap((line) => /^#+ |^<!-- .* -->$/.exec(line)?.[0] ?? [])
  expect(outline('zh')).toEqual(outline('en'))
})
