/** The syllables of a Chinese name in Latin letters without tones, one a character. */
export type Romanise = (name: string) => readonly string[]

const han = /^\p{Script=Han}+$/u
const twoPartSurnames = new Set(
  '欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 司徒 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 夏侯 端木 南宫 南宮 长孙 長孫 宇文'.split(
    ' ',
  ),
)

/**
 * The spellings under which a name is the same as others, surname first: 张伟, Zhang Wei and WEI ZHANG have one in common.
 * A Latin name does not say which end the surname stands at, so it has two.
 */
export function spellingsOf(name: string, romanise: Romanise): readonly string[] {
  const compact = name.normalize('NFKC').replace(/[\s·]/g, '')
  if (han.test(compact)) return [ofHan(compact, romanise)]
  const words = latinWords(name)
  if (words.length < 2) return words.length === 0 ? [] : [words.join('')]
  const [first, last] = [words[0]!, words.at(-1)!]
  return [...new Set([spelling(first, words.slice(1)), spelling(last, words.slice(0, -1))])]
}

function ofHan(name: string, romanise: Romanise): string {
  const surname = twoPartSurnames.has(name.slice(0, 2)) && name.length > 2 ? 2 : 1
  const syllables = romanise(name).map(plainVowel)
  return spelling(syllables.slice(0, surname).join(''), syllables.slice(surname))
}

function spelling(surname: string, given: readonly string[]): string {
  return given.length === 0 ? surname : `${surname} ${given.join('')}`
}

/** Words in small letters without accents; marks between them are spaces. */
function latinWords(name: string): string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(plainVowel)
}

/** ü is typed as u, v or yu. */
function plainVowel(syllable: string): string {
  return syllable.replace('ü', 'u').replace(/^([ln])(?:v|yu)(?=e?$)/, '$1u')
}
