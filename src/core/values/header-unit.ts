import { currencyOfMark } from './currency.js'

/** What the unit of a header says of the amounts under it. */
export interface HeaderUnit {
  /** The sign, word or code of its currency, '' where it names none. */
  readonly mark: string
  /** Power of ten the amounts are to be multiplied by: 4 for 万元, -2 for cents. */
  readonly shift: number
}

const chinesePowers: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 萬: 4, 亿: 8, 億: 8 }

/** Of the mark, or of a fen and a jiao. */
const chineseParts: Readonly<Record<string, number>> = { 分: -2, 角: -1 }

const words: readonly (readonly [RegExp, number])[] = [
  [/^(?:thousands?|'?000'?s?|k|tsd\.?|tausend|milliers|millares|miles)$/, 3],
  [/^(?:millions?|mio\.?|mn)$/, 6],
  [/^(?:billions?|bn)$/, 9],
  [/^(?:lakhs?|lacs?)$/, 5],
  [/^crores?$/, 7],
  [/^(?:cents?|pence|paise|centimes?|céntimos|centavos)$/, -2],
]

/** Written onto a sign or code, as in k$, TEUR, €m; `m` and `t` alone are other things. */
const letters: Readonly<Record<string, number>> = { k: 3, t: 3, m: 6 }

/** Currency codes that are also words of a header. */
const codesToo = new Set('all try top cup pen gel mad bob cop mop sos lak bam dop'.split(' '))

const isMark = (text: string): boolean => text !== '' && currencyOfMark(text) !== undefined

/** The unit a text in lower case names: 万元, `usd '000`, `k$`, `in thousands of euros`, `chf`; null where it names none. */
export function headerUnit(text: string): HeaderUnit | null {
  const said = text
    .trim()
    .replace(/^(?:金额)?(?:货币)?单位 ?[:：]? ?|^units? ?[:：] ?/, '')
    .replaceAll('’', "'")
  return markOnly(said) ?? chineseUnit(said) ?? unitInWords(said)
}

function markOnly(text: string): HeaderUnit | null {
  const mark = text.replaceAll(' ', '')
  return isMark(mark) && !codesToo.has(mark) ? { mark, shift: 0 } : null
}

function chineseUnit(text: string): HeaderUnit | null {
  const [, powers = '', mark = ''] = /^([十百千万萬亿億]*)(.*)$/.exec(text)!
  if (powers === '') return Object.hasOwn(chineseParts, mark) ? { mark: '', shift: chineseParts[mark]! } : null
  const shift = [...powers].reduce((sum, power) => sum + chinesePowers[power]!, 0)
  return mark === '' || isMark(mark) ? { mark, shift } : null
}

function unitInWords(text: string): HeaderUnit | null {
  const rest: string[] = []
  let shift = 0
  for (const token of text.replace(/\bus (?=cents?)/, 'usd ').split(/[ ,/]+/)) {
    const power = words.find(([word]) => word.test(token))?.[1]
    if (power !== undefined && shift === 0) shift = power
    else if (!/^(?:in|en|em|of|de|von)$/.test(token)) rest.push(token)
  }
  const mark = rest.join('')
  if (shift !== 0) return mark === '' || isMark(mark) ? { mark, shift } : null
  if (rest.length < text.split(' ').length && markOnly(mark)) return markOnly(mark)
  return lettered(mark)
}

/** k$, kEUR, TEUR, $k, €m. */
function lettered(text: string): HeaderUnit | null {
  const [first, last] = [text.charAt(0), text.charAt(text.length - 1)]
  const [behind, ahead] = [text.slice(1), text.slice(0, -1)]
  if (Object.hasOwn(letters, first) && isMark(behind)) return { mark: behind, shift: letters[first]! }
  // Letters end words of their own: only a sign can stand before one.
  if (Object.hasOwn(letters, last) && isMark(ahead) && !/^[a-z]+$/.test(ahead))
    return { mark: ahead, shift: letters[last]! }
  return null
}

/** The end of a name under which amounts stand. */
const amountName =
  /(?:金额|金額|[总總][额額价價]|[单單][价價]|价格|[销銷]售[额額]|[额額款价價]|实付|实收|合计|合計|小计|小計|[运運]费|优惠|成本|売上|代金|価格|売価|\b(?:amount|amt|total|sum|revenue|sales|turnover|price|value|paid|payment|subtotal|cost|fee|shipping|discount|tax|refund|spent|gross|betrag|umsatz|summe|preis|montant|somme|prix|importe|valor|precio|totale|importo|prezzo|beløb|beløp|belopp|summa|pris|bedrag|totaal|prijs|kwota|wartość|cena|razem)|(?:umsatz|betrag|summe|preis))$/

const longestName = 60

/** A header that ends in a unit without brackets: `Amount EUR`, `Total in CHF`, 成交额/万元, 金额 单位:万元; null for any other. */
export function trailingUnit(header: string): { readonly name: string; readonly unit: string } | null {
  if (header.length > longestName) return null
  for (let at = 1; at < header.length; at++) {
    const isSeparated = /[\s_/:,·-]/.test(header.charAt(at))
    // Chinese needs no space; a lone 分 or 万 behind a name is part of a word.
    if (!isSeparated && !/\p{Script=Han}/u.test(header.charAt(at - 1))) continue
    const name = header.slice(0, at).replace(/[\s_/:,·-]+$/, '')
    const unit = header.slice(at).replace(/^[\s_/:,·-]+/, '')
    if (!amountName.test(name) || (!isSeparated && unit.length < 2)) continue
    if (headerUnit(unit) !== null) return { name, unit }
  }
  return null
}
