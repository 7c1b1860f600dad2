import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { conventions, type Place } from './conventions-index.js'
import { projectFolder } from './transcript.js'

const textOf = (path: string) => readFileSync(join(projectFolder, path), 'utf8')

/** Whether the place named is there. */
function isThere(place: Place): boolean {
  if ('decision' in place) return textOf('docs/decisions.md').includes(`\n## ${place.decision}\n`)
  if ('test' in place) return textOf(place.test).includes(place.name)
  const lines = textOf(join('test', 'cli', place.transcript)).split('\n')
  // A heading may tell of several numbers: `18. … 20. …`.
  if (/^\d/.test(place.line))
    return lines.some((line) => /^\d+\. /.test(line) && ` ${line}`.includes(` ${place.line} `))
  return lines.some((line) => line === place.line || line.startsWith(`${place.line} `))
}

describe('the conventions of command lines', () => {
  test('are forty', () => {
    expect(Object.keys(conventions).map(Number)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1))
  })

  test.each(Object.entries(conventions))('%s: each place named is there', (_, { places }) => {
    expect(places.filter((place) => !isThere(place))).toEqual([])
    expect(places.length).toBeGreaterThan(0)
  })
})
