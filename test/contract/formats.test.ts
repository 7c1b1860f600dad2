import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { matchSheet, openWorkbook } from '../../src/commands/import-match.js'
import { detect, scoreOf } from '../../src/core/import/columns/detect.js'
import { headerOf } from '../../src/core/import/columns/header.js'
import { normaliseHeader } from '../../src/core/values/text.js'
import { openBytes } from '../../src/files.js'
import { formats } from '../../src/formats/index.js'
import { claims } from './layouts.js'

const project = resolve(import.meta.dirname, '..', '..')
const fixtures = join(project, 'fixtures', 'formats')
const shared = process.env.CRM_SHARED_DATA ?? join(project, '..', 'shared')
const headersFile = [join(shared, 'formats', 'headers.json'), join(shared, '..', 'formats', 'headers.json')].find(
  (path) => existsSync(path),
)

const normalise = (text: string) => normaliseHeader(text).key
const claimOf = (headers: readonly string[]) => detect(headerOf(1, headers), formats, new Map(), normalise)

/** Whether a header is one of those spelt out; one that ends with `*` stands for all that begin so. */
const has = (spellings: readonly string[], key: string) =>
  spellings.some((name) => key === name || (name.endsWith('*') && key.startsWith(name.slice(0, -1))))

/** Formats whose score for these headers is the highest. */
function best(headers: readonly string[]): string[] {
  const { keys } = headerOf(1, headers)
  const scores = formats.map((format) => ({ name: format.name, score: scoreOf(format, keys) }))
  const top = Math.max(...scores.map(({ score }) => score))
  return top <= 0 ? [] : scores.filter(({ score }) => score === top).map(({ name }) => name)
}

describe('the registry of formats', () => {
  test('names are unique, in kebab case, and no format is hidden behind another with the same words', () => {
    const names = formats.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  })

  test.each(formats.map((format) => [format.name, format] as const))(
    '%s writes its headers as they are compared',
    (_, format) => {
      const own = format.fields === 'aliases' ? [] : Object.values(format.fields).flat()
      for (const header of [...format.must.flat(), ...(format.any ?? []), ...(format.not ?? []), ...own])
        expect(normalise(header)).toBe(header)
    },
  )

  test.each(formats.map((format) => [format.name, format] as const))(
    '%s says the same in both languages and stands in docs/formats.md',
    (name, format) => {
      expect(format.title.en).toMatch(/^[\x20-\x7e]+$/)
      expect(format.title.zh).toMatch(/\p{Script=Han}/u)
      expect(readFileSync(join(project, 'docs', 'formats.md'), 'utf8')).toContain(`\`${name}\``)
    },
  )

  test('a word of status means one thing in one format', () => {
    for (const { statuses = {} } of formats)
      for (const word of Object.keys(statuses)) expect(word).toBe(word.toLowerCase())
  })
})

/** Formats for sheets in sellers' own words have their cases in unknown-sheet. */
const ownWords = ['order-sheet', 'customer-sheet']

describe('fixtures', () => {
  test.each(formats.map(({ name }) => name).filter((name) => !ownWords.includes(name)))(
    '%s has at least one',
    (name) => {
      const cases = existsSync(join(fixtures, name))
        ? readdirSync(join(fixtures, name)).filter((file) => !file.endsWith('.json'))
        : []
      expect(cases.length).toBeGreaterThan(0)
    },
  )

  const csvs = formats.flatMap(({ name }) =>
    existsSync(join(fixtures, name))
      ? readdirSync(join(fixtures, name))
          .filter((file) => /\.(csv|txt)$/.test(file))
          .map((file) => [name, file] as const)
      : [],
  )
  test.each(csvs)('%s/%s is claimed by that format alone', async (name, file) => {
    const source = openBytes(join(fixtures, name, file))
    const [sheet] = (await openWorkbook(source, {})).sheets
    const match = await matchSheet(sheet!, { map: [] }, file, 'en')
    source.close()
    // Products and payouts are claimed as such and refused in words.
    const { kind } = formats.find((format) => format.name === name)!
    if (match instanceof Error) expect(['products', 'payouts']).toContain(kind)
    else expect(best(match.header.texts)).toEqual([name])
  })
})

interface Layout {
  readonly id: string
  /** How well its headers are known: from real files down to from memory. */
  readonly verified: string
  readonly headers: readonly string[]
}

/** Those whose formats are here. */
const expected = claims.filter(([, name]) => formats.some((format) => format.name === name))

describe.skipIf(headersFile === undefined)('headers of real exports (needs ../shared/formats/headers.json)', () => {
  const layouts: Layout[] = headersFile === undefined ? [] : (JSON.parse(readFileSync(headersFile, 'utf8')) as Layout[])
  const headersOf = (id: string) => layouts.find((layout) => layout.id === id)!.headers

  test.each(expected)(
    '%s is claimed by %s alone, also with its columns reversed or further ones among them',
    (id, name) => {
      const headers = headersOf(id)
      const among = headers.flatMap((header, at) => (at % 5 === 0 ? [header, `Unheard of ${at}`] : [header]))
      for (const variant of [headers, headers.toReversed(), among]) {
        expect(best(variant)).toEqual([name])
        expect(claimOf(variant)?.format.name).toBe(name)
      }
    },
  )

  test.each(expected)('%s is claimed by %s with any column cut that it can do without', (id, name) => {
    const headers = headersOf(id)
    const format = formats.find((one) => one.name === name)!
    const isNeeded = (header: string) => format.must.some((spellings) => has(spellings, normalise(header)))
    const cut = headers.filter((header) => !isNeeded(header))
    expect(cut.length).toBeGreaterThan(0)
    for (const gone of cut) expect(best(headers.filter((header) => header !== gone))).toEqual([name])
    // Nothing but what it must have.
    expect(best(headers.filter(isNeeded))).toEqual([name])
  })

  test('no layout of another platform is taken for one of them', () => {
    const known = new Set(expected.map(([id]) => id))
    const own = new Set(expected.map(([, name]) => name))
    const mistaken = layouts
      // Those known from memory only are further spellings of their platform's own formats.
      .filter(({ id, verified }) => !known.has(id) && verified !== 'memory')
      .flatMap(({ id, headers }) =>
        best(headers)
          .filter((name) => own.has(name))
          .map((name) => `${id}: ${name}`),
      )
    expect(mistaken).toEqual([])
  })

  test('every column one of the formats takes from them is a column of theirs', () => {
    for (const [id, name] of expected) {
      const match = claimOf(headersOf(id))!
      expect([name, match.columns.size]).toEqual([name, expect.any(Number)])
      const columns = [...match.columns.values()].flat()
      expect(Math.max(...columns)).toBeLessThan(headersOf(id).length)
      const { kind, tells = 'orders', hasAmountsElsewhere } = match.format
      const needsAmounts = kind === 'orders' && tells === 'orders' && hasAmountsElsewhere !== true
      const amounts = ['orderTotal', 'goodsTotal', 'itemAmount', 'unitPrice'] as const
      expect(!needsAmounts || amounts.some((field) => match.columns.has(field))).toBe(true)
    }
  })
})
