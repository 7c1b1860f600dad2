/** Languages and the countries in which most people who buy by post read them; every other country reads English. */
const readers: Readonly<Record<string, string>> = {
  zh: 'CN TW HK MO',
  de: 'DE AT CH LI',
  fr: 'FR MC LU',
  nl: 'NL BE',
  es: 'ES MX AR CL CO PE VE EC GT CU BO DO HN PY SV NI CR PA UY PR GQ',
  pt: 'PT BR AO MZ CV',
  it: 'IT SM VA',
  ja: 'JP',
  ko: 'KR',
  ru: 'RU BY KZ KG',
  uk: 'UA',
  pl: 'PL',
  cs: 'CZ',
  sk: 'SK',
  hu: 'HU',
  ro: 'RO MD',
  bg: 'BG',
  el: 'GR CY',
  sv: 'SE',
  da: 'DK',
  no: 'NO',
  fi: 'FI',
  tr: 'TR',
  ar: 'SA AE EG QA KW OM BH JO LB IQ MA DZ TN LY YE',
  he: 'IL',
  th: 'TH',
  vi: 'VN',
  id: 'ID',
}

const languages = new Map(
  Object.entries(readers).flatMap(([language, countries]) => countries.split(' ').map((code) => [code, language])),
)

/** The language (ISO 639-1) to write in to somebody of a country (ISO 3166), for want of a word from him; null without a country. */
export function languageOfCountry(country: string | null): string | null {
  return country === null ? null : (languages.get(country) ?? 'en')
}
