const words: Readonly<Record<string, number>> = {
  positive: 5,
  positiv: 5,
  好评: 5,
  neutral: 3,
  中评: 3,
  negative: 1,
  negativ: 1,
  差评: 1,
}

/** A rating as 1–5: a number, `4/5`, stars, or the platforms' words for good, middling and bad; null when it is none. */
export function readRating(text: string): number | null {
  const word = words[text.trim().toLowerCase()]
  if (word !== undefined) return word
  const stars = text.match(/[★⭐]/gu)?.length ?? 0
  if (stars > 0) return stars <= 5 ? stars : null
  const found = /^([1-5])(?:[.,]0+)?\s*(?:\/\s*5|星|分|颗星|stars?)?$/i.exec(text.trim())
  return found ? Number(found[1]) : null
}
