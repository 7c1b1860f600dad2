/** A filter that keeps only the customers of one owner besides; as it is where nobody is named. */
export function ownedBy(filter: string, owner: string | undefined): string {
  return owner === undefined ? filter : `${filter} owner:${quoted(owner)}`
}

/** A word of a filter as it stands, whatever is in it. */
function quoted(word: string): string {
  return `"${word.replaceAll('"', '')}"`
}
