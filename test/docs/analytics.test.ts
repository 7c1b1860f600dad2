import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { examples } from './analytics-examples.js'
import { docs } from './pages.js'

const isUpdating = process.env.UPDATE === '1'

/** A worked example in a page: its name in a comment, then a block of what the program works out. */
const block = /<!-- example: ([\w-]+) -->\n```text\n([\s\S]*?)\n```/g

const read = (page: string) => readFileSync(join(docs, page), 'utf8')

describe.each(['analytics.md', 'analytics.zh.md'])('docs/%s', (page) => {
  if (isUpdating)
    writeFileSync(
      join(docs, page),
      read(page).replace(block, (_all, name: string) => {
        const lines = examples[name]?.() ?? []
        return `<!-- example: ${name} -->\n\`\`\`text\n${lines.join('\n')}\n\`\`\``
      }),
    )
  const shown = new Map([...read(page).matchAll(block)].map(([, name, text]) => [name!, text!]))

  test('works out every example once', () => {
    expect([...shown.keys()].sort()).toEqual(Object.keys(examples).sort())
    expect([...read(page).matchAll(block)]).toHaveLength(Object.keys(examples).length)
  })

  test.each(Object.entries(examples))('example %s is what the program works out', (name, lines) => {
    expect(shown.get(name)).toBe(lines().join('\n'))
  })
})

test('both pages have the same headings, in the same order', () => {
  const depths = (page: string) =>
    read(page)
      .split('\n')
      .flatMap((line) => /^#+/.exec(line)?.[0] ?? [])
  expect(depths('analytics.zh.md')).toEqual(depths('analytics.md'))
})
