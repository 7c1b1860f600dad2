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

/** A pattern of everything that names a person in a text, in any case of letters, phones in any spacing; null where nothing is to be looked for. */
export function personalPattern({ names, texts, phones }: PersonalWords): RegExp | null {
  const literal = (text: string) => {
    const inJson = JSON.stringify(text).slice(1, -1)
    return inJson === text ? escaped(text) : `${escaped(inJson)}|${escaped(text)}`
  }
  const long = (list: readonly string[], least: number) =>
    list.map((text) => text.trim()).filter((text) => text.length >= least)
  const found = [
    ...long(texts, SHORTEST.text).map(literal),
    ...phones.map(phonePattern),
    ...long(names, SHORTEST.name).map((name) => bounded(name, literal(name))),
  ].filter((part) => part !== '')
  // Longer ones first, so that no part of one is left.
  return found.length === 0 ? null : new RegExp(found.toSorted((a, b) => b.length - a.length).join('|'), 'giu')
}

/** A name in letters is no part of a longer word; Han characters stand without spaces. */
function bounded(name: string, pattern: string): string {
  return /\p{Script=Han}/u.test(name) ? pattern : `(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`
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
