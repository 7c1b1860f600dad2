import { currencyOfMark } from '../core/values/currency.js'

/** Quoted text, an escaped, padding or filling character, a bracket, or one character. */
const TOKEN = /"([^"]*)"?|\\([\s\S])|[_*][\s\S]?|\[([^\]]*)\]?|([\s\S])/g

/** Countries whose currency shares its sign with others, by the language a format names in hexadecimal. */
const byLanguage: Readonly<Record<string, string>> = {
  ...{ '804': 'CNY', '411': 'JPY', '409': 'USD', c09: 'AUD', '1009': 'CAD', c0c: 'CAD', '1409': 'NZD', c04: 'HKD' },
  ...{
    '404': 'TWD',
    '1004': 'SGD',
    '4809': 'SGD',
    '1404': 'MOP',
    '80a': 'MXN',
    '2c0a': 'ARS',
    '340a': 'CLP',
    '240a': 'COP',
  },
  ...{ '41d': 'SEK', '414': 'NOK', '814': 'NOK', '406': 'DKK', '40f': 'ISK' },
}

/** Languages of the same, as newer programs write them. */
const byName: Readonly<Record<string, string>> = {
  ...{ 'zh-cn': 'CNY', 'ja-jp': 'JPY', 'en-us': 'USD', 'en-au': 'AUD', 'en-ca': 'CAD', 'zh-hk': 'HKD', 'zh-tw': 'TWD' },
  ...{ 'en-sg': 'SGD', 'en-nz': 'NZD', 'es-mx': 'MXN', 'sv-se': 'SEK', 'nb-no': 'NOK', 'da-dk': 'DKK' },
}

/** What the first section of a number format writes beside the number: `%`, or the mark or code of a currency; '' for neither. */
export function formatMark(format: string): string {
  let shown = ''
  for (const [token, quoted, escaped, bracket, plain] of format.matchAll(TOKEN)) {
    if (token === ';') break
    if (bracket !== undefined) {
      const mark = bracket.startsWith('$') ? bracketMark(bracket.slice(1)) : ''
      if (mark !== '') return mark
    }
    shown += quoted ?? escaped ?? plain ?? ''
  }
  const text = shown.replace(/[\s#0?,.()+\-/]/g, '')
  if (text === '%') return '%'
  return text !== '' && currencyOfMark(text) !== undefined ? text : ''
}

/** `€-407`, `¥-804`, `USD`, `¥-ja-JP`; `-409` names a language alone. */
function bracketMark(text: string): string {
  const at = text.search(/-(?:[0-9a-f]{1,8}|[a-z]{2}-[a-z]{2})(?:,|$)/i)
  const sign = (at < 0 ? text : text.slice(0, at)).replace(/ /g, '')
  const found = sign === '' ? undefined : currencyOfMark(sign)
  if (found === undefined) return ''
  if (found !== null && sign !== '¥' && sign !== '￥') return sign
  const language = (at < 0 ? '' : text.slice(at + 1)).toLowerCase().replace(/,.*$/, '')
  return byName[language] ?? byLanguage[language.replace(/^0+/, '')] ?? sign
}
