import { currencyOfMark } from './currency.js'

export { nearest } from './nearest.js'

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
  '- -- --- — —— – / \\N null NULL (null) nil NaN nan <NA> NaT None none N/A n/a #N/A #NULL! #REF! #VALUE! #DIV/0! #NAME? #NUM! #SPILL! #CALC! undefined 无 暂无 无退款申请'.split(
    ' ',
  ),
)
const longestBlank = 9

/** A cell without its wrapping (`="…"`, a leading apostrophe, literal quotes) and invisible edges; '' where it says that there is no value. */
export function cleanCell(text: string): string {
  const trimmed = trimEdges(text)
  if (trimmed === '') return ''
  const first = trimmed.charCodeAt(0)
  const bare = first === 39 || first === 34 || first === 61 ? unwrapped(trimmed) : trimmed
  return bare.length <= longestBlank && blanks.has(bare) ? '' : bare
}

function unwrapped(text: string): string {
  if (text.startsWith("'")) return trimEdges(text.slice(1))
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

/** Whether a platform has masked the value (`138****0001`, `k***s`, `##密文`, `$$…`): shown, never a key. */
export function isMasked(text: string): boolean {
  if (text.includes('*') || text.startsWith('##') || text.startsWith('$$')) return true
  return /＊|●{2}|•{2}|密文|[0-9][xX]{3}/.test(text)
}

const placeholders = new Set([
  ...'guest anonymous unknown unspecified none null nil undefined customer client buyer test tester testing noname nobody noemail nomail default na walkin'.split(
    ' ',
  ),
  ...'n/a|n.a.|no name|no email|no phone|not provided|not available|walk-in|walk in|walk-in customer|walk in customer|guest user|guest customer|guest checkout|cash customer|test user|test customer|-|--|—|——|.|?|??|/'.split(
    '|',
  ),
  ...'无 无名 无名氏 匿名 匿名用户 匿名买家 匿名客户 匿名会员 未知 未填 未填写 未登记 不详 暂无 没有 散客 游客 路人 客户 顾客 买家 用户 微信用户 默认 零售 零售客户 现金客户 测试 测试用户 测试客户'.split(
    ' ',
  ),
])
const nobodysMail =
  /^(?:test|no-?reply|donotreply|none|null|na|noemail|no-?mail|nomail|guest|unknown|anonymous|example|abc|xxx)@|@(?:example|test|none|noemail)\.[a-z]+$|^[a-z]@[a-z]\.[a-z]+$/

/** Whether a name, id or e-mail stands for nobody in particular (guest, 匿名, n/a, test@test.com): never a key. */
export function isPlaceholder(text: string): boolean {
  if (text.length > 40) return false
  const word = text.trim().toLowerCase()
  return word === '' || placeholders.has(word) || (word.includes('@') && nobodysMail.test(word))
}

/** A header ready to be compared, and the unit that stood in brackets behind it. */
export interface NormalHeader {
  readonly key: string
  /** As written but in capitals: `元`, `USD`, `$`, `单`; null when there is none. */
  readonly unit: string | null
}

const bracketed = /^(.*\S) ?[([{【]([^()[\]{}【】]{1,8})[)\]}】]$/
const units = new Set('单 單 品 必填 选填 required optional % 件 个 天 万元'.split(' '))
/** Currency codes that are also words of a header. */
const words = new Set('all try top'.split(' '))

function isUnit(text: string): boolean {
  return units.has(text) || (!words.has(text) && currencyOfMark(text) !== undefined)
}

/** A header in the form all comparisons use: half-width, lower case, one space between words, no marks, no unit in brackets. */
export function normaliseHeader(text: string): NormalHeader {
  const half = trimEdges(text.normalize('NFKC').replace(/[\u200b-\u200f\u2060\ufeff]/g, ''))
  const lower = half
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[*#]+ ?(?=.)/, '')
  const match = bracketed.exec(lower)
  const unit = match !== null && isUnit(match[2]!) ? match[2]! : null
  const spaced = (unit === null ? lower : match![1]!)
    .replace(/[_\-./:]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
  return { key: spaced === '' ? lower : spaced, unit: unit === null ? null : unit.toUpperCase() }
}

const continuation =
  '[\\u0080-\\u00bf\\u0152\\u0153\\u0160\\u0161\\u0178\\u017d\\u017e\\u0192\\u02c6\\u02dc\\u2013\\u2014\\u2018-\\u201e\\u2020-\\u2022\\u2026\\u2030\\u2039\\u203a\\u20ac\\u2122]'
const mojibake = new RegExp(
  `\\ufffd|锟斤拷|烫烫烫|\\?{3}|[\\u00c2\\u00c3][\\u0080-\\u00bf]|[\\u00e0-\\u00ef]${continuation}{2}|[\\u00e4-\\u00e9][\\u00bc-\\u00bf]|\\u00f0${continuation}{3}`,
)

/** Whether the text was decoded wrongly before it came to us (锟斤拷, Ã©, å¼ , ???); its characters are lost or scrambled. */
export function looksMojibake(text: string): boolean {
  return mojibake.test(text)
}

const unprintable = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/
const unprintables = /\r\n|[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** Text that came from outside, safe for a terminal: controls and direction marks become visible `\u001b`, line ends ⏎. */
export function forTerminal(text: string): string {
  if (!unprintable.test(text)) return text
  return text.replace(unprintables, (found) => {
    if (found === '\n' || found === '\r' || found === '\r\n') return '⏎'
    return `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

/** Orders texts by code point (as UTF-8 bytes, as SQLite): the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const left = a.charCodeAt(at)
    const right = b.charCodeAt(at)
    if (left !== right) return rank(left) - rank(right)
  }
  return a.length - b.length
}

/** Lifts surrogates over the rest of the plane they would otherwise sort into. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}
