import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { limitFigure, limitWords } from '../src/messages/errors/limits.js'
import { errors } from '../src/messages/errors.js'
import { fill, fillSentence, parametersOf, said } from '../src/messages/sentence.js'
import { LIMITS } from '../src/read/xlsx-place.js'

const src = resolve(import.meta.dirname, '..', 'src')
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join(src, name), 'utf8') }))

/** Codes written out where they are thrown. */
function thrownCodes(): Set<string> {
  const codes = new Set<string>()
  for (const { text } of sources) {
    for (const [, code] of text.matchAll(/new UserError\(\s*'[a-z-]+',\s*'([\w.-]+)'/g)) codes.add(code!)
  }
  return codes
}

/** Codes that stand in a table or a helper before they are thrown: texts that look like one, in the rooms that throw them. */
function namedCodes(): Set<string> {
  const codes = new Set<string>()
  for (const { name, text } of sources) {
    if (name.startsWith('messages/')) continue
    for (const [, code] of text.matchAll(
      /'((?:read|file|write|disk|ledger|stdout|cli|output|encoding|import|filter)\.[a-z-]+)'/g,
    ))
      codes.add(code!)
  }
  return codes
}

/** Codes put together from a union of words: `read.<kind of file>`, `filter.<what was expected>`, `edit.bad-<kind of value>`. */
function composedCodes(): string[] {
  const kinds = union('read/sniff.ts', /type FileKind =((?:\s*\|?\s*'[a-z-]+')+)/).filter(
    (kind) => kind !== 'zip' && kind !== 'text',
  )
  const expected = union('core/values/filter-field.ts', /readonly expected:((?:\s*\|?\s*'[a-z-]+')+)/)
  const bad = union('core/hand-values.ts', /type BadValue =((?:\s*\|?\s*'[a-z-]+')+)/)
  return [
    ...kinds.map((kind) => `read.${kind}`),
    ...expected.map((word) => `filter.${word}`),
    ...bad.map((kind) => `edit.bad-${kind}`),
  ]
}

function union(file: string, pattern: RegExp): string[] {
  const text = sources.find(({ name }) => name === file)?.text ?? ''
  const words = pattern.exec(text)?.[1] ?? ''
  return [...words.matchAll(/'([a-z-]+)'/g)].map(([, word]) => word!)
}

describe('the sentences of errors', () => {
  const thrown = new Set([...thrownCodes(), ...namedCodes(), ...composedCodes()])

  test('codes are found where they are thrown', () => {
    expect(thrown.size).toBeGreaterThan(30)
    expect([...thrown]).toEqual(
      expect.arrayContaining(['file.missing', 'disk.full', 'read.empty', 'filter.quote', 'ledger.busy']),
    )
  })

  test('every code that is thrown has its sentence', () => {
    expect([...thrown].filter((code) => !Object.hasOwn(errors, code)).sort()).toEqual([])
  })

  test('every sentence belongs to a code that is thrown', () => {
    expect(
      Object.keys(errors)
        .filter((code) => !thrown.has(code))
        .sort(),
    ).toEqual([])
  })

  test.each(Object.entries(errors))('%s says the same in both languages', (_, { en, zh }) => {
    const places = ({ message, hints }: typeof en) => [message, ...hints].map((text) => [...parametersOf(text)].sort())
    expect(places(zh)).toEqual(places(en))
    expect(zh.message).toMatch(/[\u4e00-\u9fff]/)
    expect([en.message, ...en.hints].join('')).not.toMatch(/[\u4e00-\u9fff]{5}/)
  })
})

describe('the limits of files', () => {
  test('each is named in both languages, and no other', () => {
    for (const words of [limitWords.en, limitWords.zh])
      expect(Object.keys(words).sort()).toEqual(Object.keys(LIMITS).sort())
  })

  test.each(Object.entries(LIMITS).filter(([limit]) => limit !== 'entry-name'))('%s says its figure', (limit) => {
    for (const words of [limitWords.en, limitWords.zh]) expect(parametersOf(words[limit]!)).toEqual(['most'])
  })

  test('bytes are told in megabytes, other figures with their thousands set apart', () => {
    expect(limitFigure('file-bytes', LIMITS['file-bytes'])).toBe('500 MB')
    expect(limitFigure('bytes', LIMITS.bytes)).toBe('4096 MB')
    expect(limitFigure('token', LIMITS.token)).toBe('4 MB')
    expect(limitFigure('rows', LIMITS.rows)).toBe('1,048,576')
  })
})

describe('filling a sentence', () => {
  test('parameters take their places', () => {
    expect(fill('{a} and {b}, {a}', { a: 1, b: 'two' })).toBe('1 and two, 1')
    expect(fill('{a}', { a: '{b}', b: 'no' })).toBe('{b}')
  })

  test('a hint without its parameter is left out, the others stay', () => {
    const sentence = said('M {x}', 'near {near}', 'always', 'count {count}')
    expect(fillSentence(sentence, { x: 'x', near: '', count: 0 })).toEqual({
      message: 'M x',
      hints: ['always', 'count 0'],
    })
  })
})
