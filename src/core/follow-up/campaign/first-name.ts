const title = /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|madam|mme|herr|frau|se[nñ]or|se[nñ]ora)\.?\s+/i

const firm =
  /\b(?:ltd|limited|inc|llc|llp|gmbh|corp|co|company|group|trading|shop|store|studio|cafe|restaurant|hotel|school|office|and|und)\b|&/i

/** Where the family name stands first, also in Latin letters. */
const familyFirst: ReadonlySet<string> = new Set(['CN', 'HK', 'HU', 'JP', 'KR', 'MO', 'SG', 'TW', 'VN'])

/**
 * How somebody is greeted by first name: `Jack` of `Jack Cole`, `Mr Jack Cole` and `COLE, JACK`. The whole name where no first name can be told
 * from it: where the family name stands first, of firms and nicknames, and of initials or a title with one word.
 */
export function firstName(name: string, country: string | null): string {
  if (!/^[\p{Script=Latin}\p{M}\s.,'’-]+$/u.test(name) || firm.test(name)) return name
  if (country !== null && familyFirst.has(country)) return name
  const [family = '', given] = name.split(',').map((part) => part.trim())
  const written = given || family
  const untitled = written.replace(title, '')
  const [first = '', ...others] = untitled.split(/\s+/)
  const isTitledAlone = untitled !== written && others.length === 0
  return isTitledAlone || first.length < 2 || first.includes('.') ? name : capitalised(first)
}

/** `JACK` and `jack` as they are written in a letter; `McCoy` stays. */
function capitalised(word: string): string {
  if (word !== word.toUpperCase() && word !== word.toLowerCase()) return word
  return word.toLowerCase().replace(/(^|[-'’])\p{L}/gu, (start) => start.toUpperCase())
}
