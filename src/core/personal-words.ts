import { phoneParts } from './values/contact-point.js'

/** What a person is called and reached by, as it may stand in texts about others. */
export interface PersonalWords {
  readonly names: readonly string[]
  /** E-mails, addresses, accounts and the like. */
  readonly texts: readonly string[]
  /** E.164. */
  readonly phones: readonly string[]
}

/** Stands in a text where a forgotten person was named. */
const ERASED = '***'
/** Shorter texts are parts of too many other words. */
const SHORTEST = { name: 2, text: 5 }
/** What may stand between the parts of a name. */
const BETWEEN = '[\\s._\\-+]'

/** A pattern of everything that names a person in a text, in any case of letters, phones in any spacing; null where nothing is to be looked for. */
export function personalPattern({ names, texts, phones }: PersonalWords): RegExp | null {
  const long = (list: readonly string[], least: number) =>
    list.map((text) => text.trim()).filter((text) => text.length >= least)
  const found = [
    ...long(texts, SHORTEST.text).map(literal),
    ...phones.map(phonePattern),
    ...long(names, SHORTEST.name).map((name) => bounded(name, named(name))),
  ].filter((part) => part !== '')
  // Longer ones first, so that no part of one is left.
  return found.length === 0 ? null : new RegExp(found.toSorted((a, b) => b.length - a.length).join('|'), 'giu')
}

/** A name as it is written, also with dashes or points between its parts, as in names of files. */
function named(name: string): string {
  const parts = name.split(/[\s._\-+]+/).filter((part) => part !== '')
  return parts.length === 0 ? literal(name) : parts.map((part) => literal(part)).join(`${BETWEEN}+`)
}

/** A name in letters is no part of a longer word; Han characters stand without spaces. */
function bounded(name: string, pattern: string): string {
  return /\p{Script=Han}/u.test(name) ? pattern : `(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`
}

/** A text, also where it stands in the text of a JSON that is told as a text itself. */
function literal(text: string): string {
  const inJson = JSON.stringify(text).slice(1, -1)
  return inJson === text ? escaped(text) : `(?:${escaped(inJson)}|${escaped(text)})`
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

/** A phone as it is written: with or without the code of its country, digits apart or not. */
function phonePattern(e164: string): string {
  const { callingCode, national } = phoneParts(e164)
  const spaced = (digits: string) => [...digits].join('[\\s().\\-]*')
  if (national.length < SHORTEST.text) return ''
  return `(?:(?:\\+|00)?${spaced(callingCode)}[\\s().\\-]*)?(?<!\\d)${spaced(national)}(?!\\d)|\\+?${spaced(callingCode + national)}(?!\\d)`
}

/** A text without what the pattern finds. */
export function withoutPerson(text: string, pattern: RegExp): string {
  return text.replace(pattern, ERASED)
}

/** The same of a text that is JSON: its values are cleaned, its keys are ours and stay; one that cannot be read is emptied. */
export function jsonWithoutPerson(text: string, pattern: RegExp): string {
  const cleaned = withoutPerson(text, pattern)
  if (cleaned === text) return text
  try {
    return JSON.stringify(JSON.parse(text), (_, value) => valueWithout(value, pattern))
  } catch {
    return '{}'
  }
}

/** A spreadsheet gives a phone back as a number. */
function valueWithout(value: unknown, pattern: RegExp): unknown {
  if (typeof value === 'string') return withoutPerson(value, pattern)
  if (typeof value !== 'number') return value
  return withoutPerson(String(value), pattern) === ERASED ? ERASED : value
}
