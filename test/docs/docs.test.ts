import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { docs, pages } from './pages.js'

/** `npm run docs` writes the pages anew. */
const isUpdating = process.env.UPDATE === '1'

describe('pages written from the program say what the program does', () => {
  test.each(Object.entries(pages))('docs/%s', (name, write) => {
    if (isUpdating) writeFileSync(join(docs, name), write())
    expect(readFileSync(join(docs, name), 'utf8')).toBe(write())
  })
})
