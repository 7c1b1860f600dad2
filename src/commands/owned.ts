/** A filter that keeps only the customers in one person's hands besides; as it is where nobody is named. */
export function ownedBy(filter: string, owner: string | undefined): string {
  return owner === undefined ? filter : `${filter} owner=${asWord(owner)}`.trim()
}

/** A word of a filter as it stands, in quotes only where something in it would part it. */
function asWord(word: string): string {
  return /^[\p{L}\p{N}_-]+$/u.test(word) ? word : `"${word.replaceAll('"', '')}"`
}
