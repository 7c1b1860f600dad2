/** How many decimal places the currencies that differ from two have (ISO 4217). */
const digitsOf = new Map<string, number>([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
  ...'CLF UYW'.split(' ').map((code) => [code, 4] as const),
])

const codes = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF ' +
    'CHE CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD ' +
    'GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP ' +
    'LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN ' +
    'PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS ' +
    'TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL'
  ).split(' '),
)

/** Symbols and words that name a currency, in upper case without spaces; null where several currencies share the sign. */
const marks = new Map<string, string | null>([
  ['$', null],
  ['DOLLAR', null],
  ['DOLLARS', null],
  ['KR', null],
  ['KR.', null],
  ['¥', 'CNY'],
  ['元', 'CNY'],
  ['圆', 'CNY'],
  ['块', 'CNY'],
  ['RMB', 'CNY'],
  ['人民币', 'CNY'],
  ['人民幣', 'CNY'],
  ['YUAN', 'CNY'],
  ['CN¥', 'CNY'],
  ['RMB¥', 'CNY'],
  ['JP¥', 'JPY'],
  ['円', 'JPY'],
  ['日元', 'JPY'],
  ['日圆', 'JPY'],
  ['日圓', 'JPY'],
  ['日本円', 'JPY'],
  ['YEN', 'JPY'],
  ['US$', 'USD'],
  ['USD$', 'USD'],
  ['USDOLLAR', 'USD'],
  ['USDOLLARS', 'USD'],
  ['美元', 'USD'],
  ['美金', 'USD'],
  ['HK$', 'HKD'],
  ['港币', 'HKD'],
  ['港元', 'HKD'],
  ['港幣', 'HKD'],
  ['NT$', 'TWD'],
  ['台币', 'TWD'],
  ['新台币', 'TWD'],
  ['新台幣', 'TWD'],
  ['台幣', 'TWD'],
  ['MOP$', 'MOP'],
  ['S$', 'SGD'],
  ['A$', 'AUD'],
  ['AU$', 'AUD'],
  ['C$', 'CAD'],
  ['CA$', 'CAD'],
  ['NZ$', 'NZD'],
  ['MX$', 'MXN'],
  ['R$', 'BRL'],
  ['€', 'EUR'],
  ['欧元', 'EUR'],
  ['歐元', 'EUR'],
  ['EURO', 'EUR'],
  ['EUROS', 'EUR'],
  ['£', 'GBP'],
  ['英镑', 'GBP'],
  ['英鎊', 'GBP'],
  ['POUND', 'GBP'],
  ['POUNDS', 'GBP'],
  ['澳元', 'AUD'],
  ['加元', 'CAD'],
  ['新币', 'SGD'],
  ['新加坡元', 'SGD'],
  ['韩元', 'KRW'],
  ['泰铢', 'THB'],
  ['卢布', 'RUB'],
  ['瑞士法郎', 'CHF'],
  ['瑞郎', 'CHF'],
  ['₩', 'KRW'],
  ['₫', 'VND'],
  ['Đ', 'VND'],
  ['₹', 'INR'],
  ['RS', 'INR'],
  ['RS.', 'INR'],
  ['₽', 'RUB'],
  ['₱', 'PHP'],
  ['฿', 'THB'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
  ['₪', 'ILS'],
  ['RM', 'MYR'],
  ['RP', 'IDR'],
  ['RP.', 'IDR'],
  ['ZŁ', 'PLN'],
  ['KČ', 'CZK'],
  ['FT', 'HUF'],
  ['FR.', 'CHF'],
])

/** Decimal places of a currency's minor unit by ISO 4217: 0 for JPY, 3 for KWD, 2 for most and for unknown codes. */
export function minorDigits(currency: string): number {
  return digitsOf.get(currency) ?? 2
}

/** Whether the text is an ISO 4217 code, in capitals. */
export function isCurrency(code: string): boolean {
  return codes.has(code)
}

/**
 * The currency a sign, word or code stands for: undefined when it names none, null when several share it (a bare `$`).
 * ¥ and ￥ are read as CNY; expects no spaces.
 */
export function currencyOfMark(mark: string): string | null | undefined {
  const upper = mark.toUpperCase()
  return codes.has(upper) ? upper : marks.get(upper)
}
