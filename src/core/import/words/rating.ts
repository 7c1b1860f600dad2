const words: Readonly<Record<string, number>> = {
  非常满意: 5,
  很满意: 5,
  满意: 4,
  比较满意: 4,
  一般: 3,
  不满意: 2,
  不太满意: 2,
  非常不满意: 1,
  很不满意: 1,
  positive: 5,
  positiv: 5,
  好评: 5,
  neutral: 3,
  中评: 3,
  negative: 1,
  negativ: 1,
  差评: 1,
}

/** A rating as 1–5: a number, `4/5`, stars, the platforms' words for good, middling and bad, or the five answers of a survey; null when it is none. */
export function readRating(text: string): number | null {
  const plain = text.normalize('NFKC').trim()
  const word = words[plain.toLowerCase()]
  if (word !== undefined) return word
  const stars = text.match(/[★⭐]/gu)?.length ?? 0
  if (stars > 0) return stars <= 5 ? stars : null
  const found = /^([1-5])(?:[.,]0+)?\s*(?:\/\s*5|星|分|颗星|stars?)?$/i.exec(plain)
  return found ? Number(found[1]) : null
}
