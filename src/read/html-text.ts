/** The named characters that tables of orders have in them; the others of HTML stay as written. */
const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ' },
  ...{ yen: '¥', euro: '€', pound: '£', cent: '¢', copy: '©', reg: '®', trade: '™', deg: '°', times: '×', middot: '·' },
  ...{ ndash: '–', mdash: '—', minus: '−', hellip: '…', bull: '•', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' },
  ...{ laquo: '«', raquo: '»', ordm: 'º', ordf: 'ª', frac12: '½', sup2: '²', shy: '', zwnj: '\u200c', zwj: '\u200d' },
  ...{ auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß', ntilde: 'ñ', ccedil: 'ç' },
  ...{ aacute: 'á', eacute: 'é', iacute: 'í', oacute: 'ó', uacute: 'ú', agrave: 'à', egrave: 'è', ecirc: 'ê' },
}
const ENTITY = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+\d*));?/gi

/** What a browser shows for a piece of text: characters by name or number put in, line ends and blanks in a row as one blank. */
export function shownText(written: string): string {
  const text = written.replace(/[ \t\r\n\f]+/g, ' ')
  if (!text.includes('&')) return text.replaceAll('\u00a0', ' ')
  const named = text.replace(ENTITY, (match, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? NAMED[name.toLowerCase()] ?? match
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : match
  })
  return named.replaceAll('\u00a0', ' ')
}
