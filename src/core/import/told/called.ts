import { comparedName } from './identity.js'

/** How somebody is called: a name, and the nickname or id beside it; '' for none. */
export type Called = readonly [name: string, buyerId: string]

/**
 * Whether a row about somebody's order that has nothing but a name or a nickname means him: by one of them as it is written, or by words of
 * the name alone ("Ann" for Ann Alder), where case and order do not matter. A nickname without a name is the platform's for whoever ordered.
 */
export function isCalled(who: Called, named: Called): boolean {
  if (comparedName(named[0]) === '') return true
  const known = who.map(comparedName).filter((name) => name !== '')
  return named
    .map(comparedName)
    .some((name) => name !== '' && known.some((one) => isPartOf(name, one) || isPartOf(one, name)))
}

function isPartOf(part: string, whole: string): boolean {
  const words = new Set(whole.split(' '))
  return part.split(' ').every((word) => words.has(word))
}
