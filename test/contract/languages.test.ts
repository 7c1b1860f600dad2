import { readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { bilingual, inEach, LANGS } from '../../src/core/values/lang.js'
import { type Language, languages } from '../../src/core/values/languages.js'
import { openWorld, type World } from '../support/world.js'

/** A language as somebody begins one: of which nothing is said yet. `qaa` is a code that no language has. */
const BEGUN = 'qaa'

vi.mock('../../src/core/values/languages.js', async (original) => {
  const { languages: real } = await original<{ languages: Record<string, Language> }>()
  return { languages: { ...real, qaa: { ...real.en, pageTag: 'qaa', spellingTag: 'qaa', standIn: 'en' } } }
})

describe('words of a language that is begun', () => {
  const said = <T>(words: object) => (words as Record<typeof BEGUN, T>)[BEGUN]
  const saying = (words: unknown): object => ({ [BEGUN]: words })

  test('it is one of the languages, and something made for each is made for it', () => {
    expect(LANGS.slice(0, 2)).toEqual(['en', 'zh'])
    expect(LANGS.at(-1)).toBe(BEGUN)
    expect(inEach((lang) => lang.toUpperCase())).toMatchObject({ en: 'EN', zh: 'ZH', qaa: 'QAA' })
  })

  test('what is said of a set stands, and the stand-in says the rest, however deep', () => {
    const en = { title: 'Tiers', many: (n: number) => `${n} days`, columns: { name: 'Name', net: 'Net' }, list: ['a'] }
    const zh = { title: '类别', many: (n: number) => `${n}天`, columns: { name: '姓名', net: '净额' }, list: ['甲'] }
    const some = { many: (n: number) => `${n} Tage`, columns: { net: 'Netto' }, list: ['b', 'c'] }
    const words = bilingual(en, zh, saying(some))
    expect(said(words)).toEqual({ ...en, ...some, columns: { name: 'Name', net: 'Netto' } })
    expect([words.en, words.zh]).toEqual([en, zh])
  })

  test('a text or a sentence alone is said, or its stand-in is', () => {
    expect(said(bilingual('Gift', '礼品'))).toBe('Gift')
    expect(said(bilingual('Gift', '礼品', saying('Geschenk')))).toBe('Geschenk')
    const [en, zh, own] = [(n: number) => `${n} days`, (n: number) => `${n}天`, (n: number) => `${n} Tage`]
    expect(said(bilingual(en, zh))).toBe(en)
    expect(said(bilingual(en, zh, saying(own)))).toBe(own)
  })

  test('a word left undefined is said by the stand-in, and one the others do not have by nobody', () => {
    const words = bilingual({ a: 'a', b: { c: 'c' } }, { a: '甲', b: { c: '丙' } }, saying({ a: undefined, d: 'd' }))
    expect(said(words)).toEqual({ a: 'a', b: { c: 'c' } })
  })
})

test.each(Object.entries<Language>(languages))(
  '%s has tags that programs know, units that fall, signs',
  (code, one) => {
    for (const tag of [one.pageTag, one.spellingTag]) {
      expect(Intl.getCanonicalLocales(tag)).toEqual([tag])
      expect(new Intl.Locale(tag).language).toBe(code)
    }
    const sizes = one.shortUnits.map(([size]) => size)
    expect(sizes.length).toBeGreaterThan(0)
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    const { gap: _may_be_nothing, ...signs } = one.signs
    expect(Object.values(signs).map((sign) => sign.trim())).not.toContain('')
  },
)

const src = resolve(import.meta.dirname, '..', '..', 'src')

/** Rooms whose files declare: loading one does nothing. */
const ROOMS = ['core', 'formats', 'rules', 'reports', 'presets', 'messages', 'render', 'cli', 'completion']

/** The sets of words that a value holds, each with where it stands. */
function* setsOf(value: unknown, path: string, seen: Set<unknown>): Generator<readonly [path: string, words: object]> {
  if (typeof value !== 'object' || value === null || seen.has(value)) return
  seen.add(value)
  if (Object.hasOwn(value, 'en') && Object.hasOwn(value, 'zh')) yield [path, value]
  else if (Object.getPrototypeOf(value) === Object.prototype || Array.isArray(value))
    for (const [key, part] of Object.entries(value)) yield* setsOf(part, `${path}.${key}`, seen)
}

test('every set of words there is has its own', async () => {
  const seen = new Set<unknown>([languages])
  const sets: (readonly [path: string, words: object])[] = []
  for (const room of ROOMS)
    for (const name of readdirSync(join(src, room), { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.ts'))
        sets.push(...setsOf({ ...(await import(join(src, room, name))) }, `${room}/${name}`, seen))
  expect(sets.length).toBeGreaterThan(500)
  expect(sets.filter(([, words]) => !Object.hasOwn(words, BEGUN)).map(([path]) => path)).toEqual([])
})

/** `C` is a customer of the demo. */
const LINES = `
help
help report
status
check
config list
formats
formats new.csv
imports
rates
exports
import new.csv --dry-run
import odd.csv --dry-run
tier
tier --per country
rfm
cohorts
kpi
forecast
backtest
recommend
due
due --format csv
care
lead
feedback summary
credit
points
team
list
show C
why C
dupes
contacts
contacts --format vcf
campaign
report weekly
report vip
report monthly --format html
report quarterly --format json
report customer C
block C --dry-run
tirr
tier --limit x
show nobody
list tier:Z
rate C 9
config load settings.json
config set tier.cuts 1 --dry-run
campaign new X --occasion never
due --rule never
edit C --credit mauve --dry-run
care gift C x --occasion never --dry-run
points redeem C 5 --dry-run
log C hello --channel pigeon --dry-run
`
  .trim()
  .split('\n')

describe('the program in it', () => {
  const shop: World & { readonly remove: () => void } = openWorld({ env: { CRM_DB: 'crm-demo.db' } })
  let customer = ''

  beforeAll(async () => {
    expect((await shop.crm('demo')).code).toBe(0)
    const list = await shop.crm('list', '--json', '--limit', '1')
    customer = list.json<{ rows: { customer: string }[] }>().rows[0]!.customer
    const rows = ['Order No,Order Date,Customer Name,Total,Currency', 'A-1,2026-08-30,Ann,5,CNY', 'A-2,soon,Bob,5,CNY']
    writeFileSync(join(shop.folder, 'new.csv'), rows.join('\n'))
    writeFileSync(join(shop.folder, 'odd.csv'), 'a,b\n1,2\n')
    writeFileSync(join(shop.folder, 'settings.json'), '{"tier.cuts":"1","no.such":1,"care.festivals":"moon"}')
  })
  afterAll(() => shop.remove())

  const ran = async (line: string, lang: string) => {
    shop.setClock('2026-09-01T08:00:00Z')
    const argv = line.split(' ').map((word) => (word === 'C' ? customer : word))
    const { code, stdout, stderr } = await shop.crm(...argv, '--lang', lang)
    // The language itself is named on a page and among the settings.
    const named = stdout.replace('<html lang="qaa"', '<html lang="en"').replace('lang     qaa', 'lang     en ')
    return { code, stdout: named, stderr }
  }

  test.each(LINES)('crm %s says it in the words of the stand-in', async (line) => {
    const english = await ran(line, 'en')
    expect(english.stdout + english.stderr).not.toBe('')
    expect(english.code).not.toBe(70)
    expect(await ran(line, BEGUN)).toEqual(english)
  })
})
