/** What the digits of a code are: the scores 1 to 5, or 1 for a score above the mean of the scored customers, else 0. */
export type Digits = 'scores' | 'above-mean'

/** The digits a place of a code can hold. */
const digitsOf: Readonly<Record<Digits, string>> = { scores: '12345', 'above-mean': '01' }

/** Every code there is: 125 of scores, 8 of high and low. */
export function allCodes(digits: Digits): readonly string[] {
  const all = [...digitsOf[digits]]
  return all.flatMap((r) => all.flatMap((f) => all.map((m) => r + f + m)))
}

/**
 * The codes of patterns separated by blanks or commas. A pattern has three places R F M, each a digit, `[4-5]` from one digit to another, `[135]` any of
 * them, or `*` any at all. Null where a pattern is none; a code that several patterns hold stands once.
 */
export function codesOf(patterns: string, digits: Digits): readonly string[] | null {
  const codes = new Set<string>()
  for (const pattern of patternsIn(patterns)) {
    const places = placesOf(pattern, digits)
    if (places === null) return null
    const [r, f, m] = places
    for (const a of r) for (const b of f) for (const c of m) codes.add(a + b + c)
  }
  return [...codes]
}

/** The patterns of a text, half-width. */
export function patternsIn(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .split(/[\s,;、]+/)
    .filter((pattern) => pattern !== '')
}

type Places = readonly [string, string, string]

function placesOf(pattern: string, digits: Digits): Places | null {
  const place = '\\*|\\d|\\[\\d+\\]|\\[\\d-\\d\\]'
  const match = new RegExp(`^(${place})(${place})(${place})$`).exec(pattern)
  if (match === null) return null
  const places = match.slice(1).map((written) => placeOf(written, digitsOf[digits]))
  return places.every((held) => held !== null) ? (places as unknown as Places) : null
}

/** The digits of a place; null where one of them is none of a code, or a range falls. */
function placeOf(written: string, all: string): string | null {
  if (written === '*') return all
  const inner = written.replace(/[[\]]/g, '')
  const isRange = inner.includes('-')
  const ends = isRange ? inner.split('-') : [...inner]
  if (!ends.every((digit) => all.includes(digit)) || (isRange && ends[0]! > ends[1]!)) return null
  return isRange ? [...all].filter((digit) => digit >= ends[0]! && digit <= ends[1]!).join('') : inner
}

/** Codes in as few patterns as their order allows, such as `11* 2** 335`: what a reader can type back. */
export function patternsOf(codes: readonly string[], digits: Digits): string {
  const all = [...digitsOf[digits]]
  const held = new Set(codes)
  const hasPair = (r: string, f: string) => all.every((m) => held.has(r + f + m))
  return all
    .flatMap((r) => {
      if (all.every((f) => hasPair(r, f))) return [`${r}**`]
      return all.flatMap((f) => (hasPair(r, f) ? [`${r}${f}*`] : all.map((m) => r + f + m).filter((c) => held.has(c))))
    })
    .join(' ')
}
