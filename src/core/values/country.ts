import { countries } from './countries.js'
import { bilingual, type Lang } from './lang.js'

const byName = new Map<string, string>()
/** The display names, English and Chinese, by code. */
const codes = new Map<string, readonly [string, string]>()
for (const line of countries) {
  const [code = '', ...names] = line.split('|')
  codes.set(code, [names[0] ?? code, names[1] ?? code])
  for (const name of names) byName.set(keyOf(name), code)
}

/** Letters and digits only, without accents, in lower case: `Korea, Republic of` and `korea republic of` are one. */
function keyOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

const memo = new Map<string, string | null>()

/** The ISO 3166 alpha-2 code of a country given as a code or by its English, Chinese or German name; null when it is none. */
export function countryCode(text: string): string | null {
  if (text.length === 2 && codes.has(text)) return text
  const known = memo.get(text)
  if (known !== undefined) return known
  const key = keyOf(text)
  const upper = key.toUpperCase()
  const code = upper.length === 2 && codes.has(upper) ? upper : (byName.get(key) ?? null)
  if (memo.size < 10_000) memo.set(text, code)
  return code
}

/** Every name a country is known by here, for near names. */
export function countryNames(): Iterable<string> {
  return countries.flatMap((line) => line.split('|').slice(1))
}

/** What countries are called, by code. */
export function countryNamesIn(lang: Lang): Readonly<Record<string, string>> {
  return namesByCode[lang]
}

const namesByCode: Readonly<Record<Lang, Readonly<Record<string, string>>>> = bilingual(
  Object.fromEntries([...codes].map(([code, [en]]) => [code, en])),
  Object.fromEntries([...codes].map(([code, [, zh]]) => [code, zh])),
)

/** What a country is called, by its ISO 3166 alpha-2 code; the code itself where it is none. */
export function countryName(code: string, lang: Lang): string {
  return namesByCode[lang][code] ?? code
}
