import { bilingual, type Lang } from '../../values/lang.js'
import type { Rfm } from '../rfm.js'
import { codesOf, type Digits } from './codes.js'

/** One segment of a vocabulary. */
export interface Segment {
  /** Its name in filters and machine output. */
  readonly key: string
  /** Its codes R F M, as patterns separated by blanks (see `codesOf`). */
  readonly codes: string
  readonly words: Readonly<Record<Lang, string>>
}

/** Names for the codes that scores make. Every code belongs to exactly one segment. */
export interface Vocabulary {
  readonly name: string
  readonly digits: Digits
  /** Best first, as the reports show them. */
  readonly segments: readonly Segment[]
  readonly words: Readonly<Record<Lang, { readonly meaning: string }>>
}

/** A segment as its file declares it. */
export function segment(key: string, codes: string, en: string, zh: string): Segment {
  return { key, codes, words: bilingual(en, zh) }
}

/** The segments' names as people read them, by key. */
export function segmentNames({ segments }: Vocabulary, lang: Lang): Readonly<Record<string, string>> {
  return Object.fromEntries(segments.map(({ key, words }) => [key, words[lang]]))
}

/** The code that decided about a customer, and the segment it belongs to. */
export interface SegmentHit {
  readonly segment: Segment
  /** Three digits, R F M. */
  readonly code: string
}

/** Finds the segment of a customer by index; null without scores. */
export function segmenter(vocabulary: Vocabulary, rfm: Rfm): (customer: number) => SegmentHit | null {
  const hits: SegmentHit[] = []
  for (const segment of vocabulary.segments)
    for (const code of codesOf(segment.codes, vocabulary.digits) ?? []) hits[Number(code)] = { segment, code }
  const digit = vocabulary.digits === 'scores' ? (scores: Uint8Array) => scores : aboveMean(rfm.scored)
  const [r, f, m] = [digit(rfm.r), digit(rfm.f), digit(rfm.m)]
  return (customer) => {
    if (rfm.r[customer] === 0) return null
    return hits[100 * r[customer]! + 10 * f[customer]! + m[customer]!] ?? null
  }
}

/** 1 for a score strictly above the mean of the scored customers, else 0: where all are equal, all are low. */
function aboveMean(scored: readonly number[]): (scores: Uint8Array) => Uint8Array {
  return (scores) => {
    const sum = sumOf(scores, scored)
    return scores.map((score) => (score * scored.length > sum ? 1 : 0))
  }
}

/** The mean score of the scored customers in each dimension; null without scores. */
export function meanScores({ hasScores, scored, r, f, m }: Rfm): Readonly<Record<'r' | 'f' | 'm', number>> | null {
  if (!hasScores) return null
  const mean = (scores: Uint8Array) => sumOf(scores, scored) / scored.length
  return { r: mean(r), f: mean(f), m: mean(m) }
}

function sumOf(scores: Uint8Array, scored: readonly number[]): number {
  let sum = 0
  for (const customer of scored) sum += scores[customer]!
  return sum
}
