/** An element of a workbook's part. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

const TOKEN = /<\/([\w:]+)>|<([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|<\?xml[^>]*\?>|([^<]+)/y

/** The elements of a part; throws where the markup is not well-formed. */
export function treeOf(markup: string): Element {
  const top: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < markup.length) {
    const at = TOKEN.lastIndex
    const [token, closing, name, attributes = '', isEmpty, text] = TOKEN.exec(markup) ?? []
    if (token === undefined) throw new Error(`not well-formed at ${at}: ${markup.slice(at, at + 80)}`)
    const current = open.at(-1)!
    if (text !== undefined) current.text += unescaped(text)
    if (closing !== undefined && open.pop()!.name !== closing) throw new Error(`</${closing}> closes ${current.name}`)
    if (name === undefined) continue
    const pairs = [...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [key!, unescaped(value!)])
    if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new Error(`attribute twice: ${token}`)
    const element: Element = { name, attributes: Object.fromEntries(pairs), children: [], text: '' }
    current.children.push(element)
    if (isEmpty === '') open.push(element)
  }
  if (open.length !== 1 || top.children.length !== 1) throw new Error('not one element')
  return top.children[0]!
}

/** The element and all below it. */
export function allIn(element: Element): Element[] {
  return [element, ...element.children.flatMap(allIn)]
}

/** The elements of a name. */
export function named(element: Element, name: string): Element[] {
  return allIn(element).filter((each) => each.name === name)
}

function unescaped(text: string): string {
  if (/&(?!amp;|lt;|gt;|quot;|apos;|#\d+;)/.test(text) || /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(text))
    throw new Error(`not XML text: ${text}`)
  const words: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return text.replace(/&(?:#(\d+)|(\w+));/g, (_, code, word) =>
    code ? String.fromCodePoint(Number(code)) : words[word]!,
  )
}
