/** Shells whose completion is known. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const
export type Shell = (typeof SHELLS)[number]

/** A command line up to the cursor: the words before it, what of the word at the cursor is typed, and the quote it stands in. */
export interface LineWords {
  readonly words: readonly string[]
  readonly current: string
  readonly quote: '"' | "'" | ''
}

/** Takes a line apart as the shell does; PowerShell escapes by a grave accent, since a backslash parts folders there. */
export function wordsOf(line: string, shell: Shell): LineWords {
  const mark = shell === 'powershell' ? '`' : '\\'
  const words: string[] = []
  let [current, isBegun, quote, isEscaped]: [string, boolean, '"' | "'" | '', boolean] = ['', false, '', false]
  for (const char of line) {
    if (isEscaped) [current, isEscaped] = [current + char, false]
    else if (char === mark && quote !== "'") [isEscaped, isBegun] = [true, true]
    else if (quote !== '') {
      if (char === quote) quote = ''
      else current += char
    } else if (char === '"' || char === "'") [quote, isBegun] = [char, true]
    else if (/\s/.test(char)) {
      if (isBegun || current !== '') words.push(current)
      ;[current, isBegun] = ['', false]
    } else [current, isBegun] = [current + char, true]
  }
  return { words, current, quote }
}

/**
 * A word as it is put in place of the one at the cursor. Bash takes a word for several at `:` and `=`, and inserts what it gets as it is, as
 * PowerShell does; zsh and fish quote by themselves.
 */
export function writtenFor(value: string, current: string, quote: LineWords['quote'], shell: Shell): string {
  if (shell === 'zsh' || shell === 'fish') return value
  if (shell === 'powershell') return /\s|'/.test(value) ? `'${value.replaceAll("'", "''")}'` : value
  const rest = quote === '' ? value.slice(Math.max(current.lastIndexOf(':'), current.lastIndexOf('=')) + 1) : value
  return quote === '' ? rest.replace(/[^\p{L}\p{N}_@.,:=/+%<>-]/gu, '\\$&') : rest
}
