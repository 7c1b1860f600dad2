import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { issueWords } from '../../src/messages/issues.js'

const src = resolve(import.meta.dirname, '..', '..', 'src')

/** Texts that look like an issue's code, in the rooms that find issues. */
function codesInUse(): Set<string> {
  const rooms = ['core/import', 'core/worklist', 'commands', 'formats']
  const files = rooms.flatMap((room) =>
    readdirSync(join(src, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(src, room, name)),
  )
  const subjects = [...new Set(Object.keys(issueWords).map((code) => code.split('.')[0]!))].join('|')
  const pattern = new RegExp(`'((?:${subjects})\\.[a-z-]+)'`, 'g')
  return new Set(files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, code]) => code!)))
}

/** Codes of UserErrors that begin like an issue's; their sentences are tested beside them. */
const thrown = new Set(
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) =>
      [...readFileSync(join(src, name), 'utf8').matchAll(/new UserError\(\s*'[a-z-]+',\s*'([\w.-]+)'/g)].map(
        ([, code]) => code!,
      ),
    ),
)

/** A setting's name, and what stands where a rejected order always has its own reason. */
const noIssues = ['currency.base', 'order.invalid']

test('every issue that is reported has its words, and every word its issue', () => {
  const used = [...codesInUse()].filter((code) => !thrown.has(code) && !noIssues.includes(code)).sort()
  expect(used.length).toBeGreaterThan(10)
  expect(used).toEqual(Object.keys(issueWords).sort())
})

const params = {
  ...{ value: 'VALUE', error: 'ERROR', cells: 3, expected: 4, number: 'NUMBER' },
  ...{
    day: '1900-01-10',
    cost: 'EUR',
    order: 'USD',
    paid: 'PAID',
    before: 'BEFORE',
    after: 'AFTER',
    map: 'COLUMN',
    file: 'FILE',
    batch: 7,
  },
  ...{ day: '1900-01-10', cost: 'EUR', order: 'USD', paid: 'PAID', amounts: 'AMOUNTS', rows: 'ROWS', count: 7 },
  ...{ day: '1900-01-10', cost: 'EUR', order: 'USD', paid: 'PAID' },
  ...{ near: 'NEAR', allowed: 'ALLOWED', who: 'WHO', own: 'OWN', owner: 'OWNER', id: 'ID' },
  ...{ ways: 'WAYS', blanks: 7, percent: '90', header: 'HEADER ONE', rest: 'REST' },
}

test.each(Object.entries(issueWords))(
  '%s says the same in both languages: a sentence and what to do',
  (_, { en, zh }) => {
    const [english, chinese] = [en(params), zh(params)]
    for (const text of [...english, ...chinese]) expect(text).not.toMatch(/undefined|^\s*$/)
    for (const text of chinese) expect(text).toMatch(/\p{Script=Han}/u)
    for (const text of english) expect(text).not.toMatch(/\p{Script=Han}{3}/u)
    const told = (texts: readonly string[]) =>
      Object.values(params).filter((value) => texts.some((text) => text.includes(String(value))))
    expect(told(chinese)).toEqual(told(english))
  },
)
