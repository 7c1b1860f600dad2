/** An English count with its noun: `1 day`, `31 days`, `1,204 customers`. */
export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`
}
