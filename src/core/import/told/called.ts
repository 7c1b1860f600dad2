import { comparedName } from './identity.js'

/** How somebody is called: a name, and the nickname or id beside it; '' for none. */
export type Called = readonly [name: string, buyerId: string]

/**
 * Whether a row that has nothing but a name or a nickname calls somebody so: by one of them as it is written, or by words of the name
 * alone ("Ann" for Ann Alder), where case and order do not matter.
 */
export function isCalled(who: Called, named: Called): boolean {
  const known = who.map(comparedName).filter((name) => name !== '')
  return named
    .map(comparedName)
    .some((name) => name !== '' && known.some((one) => isPartOf(name, one) || isPartOf(one, name)))
}

function isPartOf(part: string, whole: string): boolean {
  const words = new Set(whole.split(' '))
  return part.split(' ').every((word) => words.has(word))
}
