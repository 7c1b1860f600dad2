import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { absent, outcomes, outcomesIn } from './outcomes.js'
import { docs, pages } from './pages.js'

/** `npm run docs` writes the pages anew. */
const isUpdating = process.env.UPDATE === '1'

describe('pages written from the program say what the program does', () => {
  test.each(Object.entries(pages))('docs/%s', (name, write) => {
    if (isUpdating) writeFileSync(join(docs, name), write())
    expect(readFileSync(join(docs, name), 'utf8')).toBe(write())
  })
})

test.skipIf(absent.length > 0)(
  `the outcome of each odd file is as docs/formats.md says${absent.length > 0 ? ` (skipped: no ${absent.join(', ')} beside the project)` : ''}`,
  async () => {
    const path = join(docs, 'formats.md')
    const page = readFileSync(path, 'utf8')
    const found = await outcomes()
    if (isUpdating)
      writeFileSync(
        path,
        page.replace(outcomesIn(page), () => found),
      )
    expect(outcomesIn(readFileSync(path, 'utf8'))).toBe(found)
  },
)
