/** Spaces of every width, tabs, line ends, zero-width and direction marks, BOM: nothing a value begins or ends with. */
function isEdge(code: number): boolean {
  if (code <= 32 || code === 0x7f || code === 0xa0) return true
  if (code < 0x2000) return false
  if (code <= 0x200f || (code >= 0x2028 && code <= 0x202f) || (code >= 0x205f && code <= 0x2064)) return true
  return (code >= 0x2066 && code <= 0x2069) || code === 0x3000 || code === 0xfeff
}

/** The text without invisible characters at both ends; the same string when there are none. */
export function trimEdges(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isEdge(text.charCodeAt(start))) start++
  while (end > start && isEdge(text.charCodeAt(end - 1))) end--
  return start === 0 && end === text.length ? text : text.slice(start, end)
}

/** What platforms and programs write where they have no value; exact spellings, so that a Mr Null or Ms Nan keeps the name. */
const blanks = new Set(
  '- -- --- — —— – / \\N null NULL (null) nil NaN nan <NA> NaT None none N/A n/a undefined 无 暂无 无退款申请'.split(
    ' ',
  ),
)
/** What Excel and others leave of a cell that holds an error when they save a text file, in the languages that have own words for them. */
const errorWords = new Set(
  [
    '#N/A #REF! #DIV/0! #VALUE! #NAME? #NUM! #NULL! #SPILL! #CALC! #ERROR! #NV #BEZUG! #WERT! #ZAHL! #VALEUR! #NOM? #NOMBRE! #NUL!',
    '#N/D #¡REF! #¡DIV/0! #¡VALOR! #¿NOMBRE? #¡NUM! #¡NULO! #VALOR! #NOME? #NÚM! #NULO! #RIF! #VALORE! #NULLO!',
  ].flatMap((words) => words.split(' ')),
)
const longestBlank = 9

/** A cell without its wrapping (`="…"`, a leading apostrophe or backtick, literal quotes) and invisible edges; '' where it says that there is no value. */
export function cleanCell(text: string): string {
  const bare = bareCell(text)
  return bare.length <= longestBlank && (blanks.has(bare) || errorWords.has(bare)) ? '' : bare
}

/** The error a spreadsheet program wrote into a text file in place of a value (`#REF!`); null for any other text. */
export function spreadsheetError(text: string): string | null {
  if (!text.includes('#')) return null
  const bare = bareCell(text)
  return errorWords.has(bare) ? bare : null
}

function bareCell(text: string): string {
  const trimmed = trimEdges(text)
  if (trimmed === '') return ''
  const first = trimmed.charCodeAt(0)
  return first === 39 || first === 34 || first === 61 || first === 96 ? unwrapped(trimmed) : trimmed
}

function unwrapped(text: string): string {
  if (text.startsWith("'") || text.startsWith('`')) return trimEdges(text.slice(1))
  const start = text.startsWith('="') ? 2 : 1
  if (!text.endsWith('"') || text.length <= start || (start === 1 && text.startsWith('='))) return text
  const inside = text.slice(start, -1)
  return /^(?:[^"]|"")*$/.test(inside) ? trimEdges(inside.replaceAll('""', '"')) : text
}

/** An id as text; `damaged` when a spreadsheet program has dropped digits of it, so that it must not be a key. */
export interface CleanId {
  readonly id: string
  readonly damaged: boolean
}

/** An id cell as text: `17850.0` is 17850; scientific notation and numbers from 10 ** 15 on are damaged. */
export function cleanId(cell: string | number): CleanId {
  if (typeof cell === 'number') return idOfNumber(cell)
  const id = cleanCell(cell)
  const last = id.charCodeAt(id.length - 1)
  if (!(last >= 48 && last <= 57)) return { id, damaged: false }
  if (last === 48 && /^[0-9]+\.0+$/.test(id)) return { id: id.slice(0, id.indexOf('.')), damaged: false }
  return { id, damaged: isScientific(id) }
}

function idOfNumber(n: number): CleanId {
  if (!Number.isInteger(n)) return { id: Number.isFinite(n) ? String(n) : '', damaged: !Number.isFinite(n) }
  const id = Math.abs(n) < 1e21 ? String(n) : String(BigInt(n))
  return { id, damaged: Math.abs(n) >= 1e15 }
}

/** Whether the text is a number in scientific notation as spreadsheet programs show long ids and phones: `1.38E+10`. */
export function isScientific(text: string): boolean {
  return text.length >= 5 && /^-?[0-9](?:\.[0-9]+)?[eE]\+[0-9]{1,3}$/.test(text)
}
