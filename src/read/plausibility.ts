/** Byte pairs that stand for usual characters: punctuation, kana and the first level of ideographs, by which the standards sort them. */
interface UsualPairs {
  readonly leads: readonly (readonly [number, number])[]
  readonly trailFrom: number
  /** Bytes that are a character by themselves (half-width katakana). */
  readonly single?: readonly [number, number]
}

const USUAL_PAIRS: Readonly<Record<string, UsualPairs>> = {
  gb18030: {
    leads: [
      [0xa1, 0xa3],
      [0xb0, 0xd7],
    ],
    trailFrom: 0xa1,
  },
  big5: { leads: [[0xa1, 0xc6]], trailFrom: 0x40 },
  shift_jis: {
    leads: [
      [0x81, 0x83],
      [0x88, 0x97],
    ],
    trailFrom: 0x40,
    single: [0xa1, 0xdf],
  },
}

/**
 * How much bytes look like text in an encoding, 0 to 1: of its characters beyond ASCII, the share of usual ones. For
 * windows-1252 the share of bytes that stand alone among ASCII, as accented letters do. A tie-break only: it cannot
 * tell encodings apart on a few characters.
 */
export function plausibility(bytes: Uint8Array, encoding: string): number {
  if (encoding === 'utf-8') return validShare(bytes)
  const pairs = USUAL_PAIRS[encoding]
  return pairs ? usualShare(bytes, pairs) : loneShare(bytes)
}

function usualShare(bytes: Uint8Array, { leads, trailFrom, single }: UsualPairs): number {
  let characters = 0
  let usual = 0
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i]!
    if (lead < 0x80) continue
    characters++
    if (single && isWithin(lead, single)) continue
    i++
    if ((bytes[i] ?? 0) >= trailFrom && leads.some((range) => isWithin(lead, range))) usual++
  }
  return characters === 0 ? 0 : usual / characters
}

function isWithin(byte: number, [from, to]: readonly [number, number]): boolean {
  return byte >= from && byte <= to
}

function loneShare(bytes: Uint8Array): number {
  let wide = 0
  let lone = 0
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i]! < 0x80) continue
    wide++
    if ((bytes[i - 1] ?? 0) < 0x80 && (bytes[i + 1] ?? 0) < 0x80) lone++
  }
  return wide === 0 ? 0 : lone / wide
}

/** The share of bytes beyond ASCII that are part of a whole UTF-8 character. */
function validShare(bytes: Uint8Array): number {
  const wide = bytes.reduce((count, byte) => (byte < 0x80 ? count : count + 1), 0)
  if (wide === 0) return 0
  const text = new TextDecoder().decode(bytes)
  const broken = text.split('\ufffd').length - 1
  return Math.max(0, 1 - broken / wide)
}
