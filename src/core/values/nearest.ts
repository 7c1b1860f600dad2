/** How many insertions, deletions, replacements and swaps of neighbours turn one word into the other (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1)
      row.push(best)
    }
    before = above
    above = row
  }
  return above[b.length]!
}

/** Up to three of the words that a seller may have meant, nearest first: a few slips away, or begun with what was typed. */
export function nearest(word: string, words: Iterable<string>): string[] {
  const typed = word.toLowerCase()
  const allowed = Math.max(1, Math.floor(typed.length / 3))
  const found = new Map<string, { candidate: string; distance: number }>()
  for (const candidate of words) {
    const lower = candidate.toLowerCase()
    if (found.has(lower)) continue
    const distance = distanceTo(typed, lower, allowed)
    if (distance <= allowed) found.set(lower, { candidate, distance })
  }
  return [...found.values()]
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ candidate }) => candidate)
}

function distanceTo(typed: string, candidate: string, allowed: number): number {
  if (typed.length >= 2 && candidate.startsWith(typed)) return 0.5
  if (Math.abs(typed.length - candidate.length) > allowed) return Number.POSITIVE_INFINITY
  const distance = editDistance(typed, candidate)
  return distance < Math.max(typed.length, candidate.length) ? distance : Number.POSITIVE_INFINITY
}
