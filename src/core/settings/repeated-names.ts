/** The names that stand twice in one object of a JSON text, each once: a parser silently keeps the last. The text must be JSON. */
export function repeatedNames(json: string): readonly string[] {
  const open: Set<string>[] = []
  const repeated = new Set<string>()
  // A name is a string with a colon behind it; nothing inside a string can be taken for a brace.
  for (const [token, name] of json.matchAll(/("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (token === '{') open.push(new Set())
    else if (token === '}') open.pop()
    else if (name !== undefined) {
      const known = open.at(-1)!
      const own = JSON.parse(name) as string
      if (known.has(own)) repeated.add(own)
      known.add(own)
    }
  }
  return [...repeated]
}
