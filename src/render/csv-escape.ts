/**
 * What makes a spreadsheet program read text as a formula: = + - @, also full-width, and a leading tab, CR, LF or NUL.
 * Apostrophes before it belong to the pattern, so that text which already looks escaped can be told from text we escaped.
 */
const trigger = /^'*[=+\-@\t\r\n\0＝＋－＠]/

/** Text that no spreadsheet program takes for a formula: one `'` before a trigger; reversible by `unescapeCsvCell`. */
export function escapeCsvCell(text: string): string {
  return trigger.test(text) ? `'${text}` : text
}

/** The text that `escapeCsvCell` was given. */
export function unescapeCsvCell(text: string): string {
  return text.startsWith("'") && trigger.test(text) ? text.slice(1) : text
}
