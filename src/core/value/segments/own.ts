import { UserError } from '../../values/failure.js'
import { fold } from '../../values/filter.js'
import { bilingual } from '../../values/lang.js'
import { allCodes, codesOf, patternsIn, patternsOf } from './codes.js'
import { segment, type Vocabulary } from './vocabulary.js'

/** Segments as a seller writes them: names and their patterns, best first. */
export type OwnSegments = readonly (readonly [name: string, codes: string])[]

const LONGEST_NAME = 40

/** A vocabulary of the seller's own; its segments stand under the same names in both languages. */
export function ownVocabulary(name: string, segments: OwnSegments): Vocabulary {
  return {
    name,
    digits: 'scores',
    words: bilingual({ meaning: `your own segments "${name}"` }, { meaning: `自定义分群“${name}”` }),
    segments: segments.map(([own, codes]) => segment(own.trim(), codes, own.trim(), own.trim())),
  }
}

/**
 * Everything that is wrong with own segments: UserErrors `vocabulary.name`, `vocabulary.twice`, `vocabulary.pattern`, and where all patterns can be read
 * `vocabulary.missing` and `vocabulary.overlap` with the codes. None where each of the 125 codes belongs to exactly one segment.
 */
export function vocabularyFaults(name: string, segments: OwnSegments): readonly UserError[] {
  const faults = [...nameFaults(name, segments), ...patternFaults(name, segments)]
  return faults.some(({ code }) => code === 'vocabulary.pattern')
    ? faults
    : [...faults, ...missing(name, segments), ...overlaps(name, segments)]
}

function nameFaults(name: string, segments: OwnSegments): UserError[] {
  const seen = new Set<string>()
  return segments.flatMap(([own]) => {
    const key = fold(own.trim())
    if (!canBeName(own.trim()))
      return [new UserError('usage', 'vocabulary.name', { name, segment: own, most: LONGEST_NAME })]
    if (seen.has(key)) return [new UserError('usage', 'vocabulary.twice', { name, segment: own.trim() })]
    seen.add(key)
    return []
  })
}

/** A number alone would lose its place: the names of a JSON object stand in order, but for whole numbers, which come first. */
function canBeName(own: string): boolean {
  return /[\p{L}\p{N}]/u.test(fold(own)) && !/^\d+$/.test(own) && own.length <= LONGEST_NAME && !/["“”]/.test(own)
}

function patternFaults(name: string, segments: OwnSegments): UserError[] {
  return segments.flatMap(([own, codes]) => {
    const patterns = patternsIn(codes)
    const bad = patterns.filter((pattern) => codesOf(pattern, 'scores') === null)
    if (bad.length === 0 && patterns.length > 0) return []
    return [new UserError('usage', 'vocabulary.pattern', { name, segment: own, pattern: bad.join(' ') })]
  })
}

function missing(name: string, segments: OwnSegments): UserError[] {
  const held = new Set(segments.flatMap(([, codes]) => codesOf(codes, 'scores') ?? []))
  const gaps = allCodes('scores').filter((code) => !held.has(code))
  if (gaps.length === 0) return []
  return [new UserError('usage', 'vocabulary.missing', { name, count: gaps.length, codes: patternsOf(gaps, 'scores') })]
}

/** No name of a segment holds one. */
const SEPARATOR = '"'

/** One fault for each set of segments that share codes. */
function overlaps(name: string, segments: OwnSegments): UserError[] {
  const holders = new Map<string, string[]>()
  for (const [own, codes] of segments)
    for (const code of codesOf(codes, 'scores') ?? []) holders.set(code, [...(holders.get(code) ?? []), own.trim()])
  const shared = new Map<string, string[]>()
  for (const [code, names] of holders)
    if (names.length > 1) shared.set(names.join(SEPARATOR), [...(shared.get(names.join(SEPARATOR)) ?? []), code])
  return [...shared].map(
    ([names, codes]) =>
      new UserError('usage', 'vocabulary.overlap', {
        ...{ name, segments: names.split(SEPARATOR), count: codes.length },
        codes: patternsOf(codes, 'scores'),
      }),
  )
}
