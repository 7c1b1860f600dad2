const LONGEST = 31

/**
 * Names Excel takes for sheets, one for each title in its order: at most 31 UTF-16 units, without `* ? : \ / [ ]`, control
 * characters or apostrophes, not `History`, unique ignoring case.
 */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set(['history'])
  return titles.map((title) => {
    const name = freeName(cleanName(title), taken)
    taken.add(name.toLowerCase())
    return name
  })
}

function cleanName(title: string): string {
  // exceljs does not double the apostrophe of a name inside a reference, which would damage the workbook.
  const clean = title
    .replaceAll("'", '’')
    .replace(/[*?:\\/[\]\0-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]+/g, ' ')
    .replace(/\s+/g, ' ')
  return cut(clean.trim(), LONGEST) || 'Sheet'
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let candidate = name
  for (let count = 2; taken.has(candidate.toLowerCase()); count++) {
    const suffix = ` (${count})`
    candidate = cut(name, LONGEST - suffix.length) + suffix
  }
  return candidate
}

// Half a character never stays.
function cut(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()
}
