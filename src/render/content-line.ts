/** What vCard and iCalendar have in common: lines of a property and its value (RFC 2426, RFC 5545). */

const LONGEST_OCTETS = 75

/** Text without characters that have no place in a card or a calendar: control characters are blanks, halves of characters are marked. */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\0-\x09\x0b-\x1f\x7f-\x9f]/g, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
}

/** Text as the value of a property: one line, its separators escaped. */
export function escapeValue(text: string): string {
  return plainText(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** A line in pieces of at most 75 octets, each but the first after a blank; no character and no escape is broken. */
export function fold(line: string): string {
  let folded = ''
  let octets = 0
  let from = 0
  for (let at = 0; at < line.length; ) {
    // An escape such as \\n stays whole for readers that unescape before they unfold.
    const start = line.charCodeAt(at) === BACKSLASH && at + 1 < line.length ? at + 1 : at
    const code = line.codePointAt(start)!
    const size = start - at + octetsOf(code)
    if (octets + size > LONGEST_OCTETS) {
      folded += `${line.slice(from, at)}\r\n `
      from = at
      octets = 1
    }
    octets += size
    at = start + (code > 0xffff ? 2 : 1)
  }
  return folded + line.slice(from)
}

const BACKSLASH = 0x5c

/** Octets of a character in UTF-8. */
function octetsOf(code: number): number {
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
