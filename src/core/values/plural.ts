/** An English count with its noun: `1 day`, `31 days`, `1,204 customers`; several of them may be called otherwise than with an s. */
export function plural(count: number, noun: string, nouns = `${noun}s`): string {
  // Small whole numbers need no separators, and nobody who lists thousands of them waits for the locale.
  const isPlain = Number.isInteger(count) && count >= 0 && count < 1000
  return `${isPlain ? count : grouped(count)} ${count === 1 ? noun : nouns}`
}

/** A whole number with its thousands apart: 1,659. */
export function grouped(count: number): string {
  return count.toLocaleString('en-US')
}
