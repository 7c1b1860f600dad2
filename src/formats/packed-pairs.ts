/** The pairs of `name:Mug|sku:MUG|quantity:2`; a bar that no key follows is part of its value. */
export function packedPairs(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(/\|(?=[a-z_]+:)/).flatMap((pair): [string, string][] => {
      const at = pair.indexOf(':')
      return at < 0 ? [] : [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()]]
    }),
  )
}
