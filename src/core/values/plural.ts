/** An English count with its noun: `1 day`, `31 days`, `1,204 customers`; several of them may be called otherwise than with an s. */
export function plural(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? noun : nouns}`
}
