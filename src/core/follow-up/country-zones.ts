/**
 * Where a customer's clock is: the zone of the country, and where a country has several, that of the region, else the one most
 * people live in. IANA names.
 */
const BY_COUNTRY: Readonly<Record<string, string>> = {
  ...{ CN: 'Asia/Shanghai', HK: 'Asia/Hong_Kong', MO: 'Asia/Macau', TW: 'Asia/Taipei', SG: 'Asia/Singapore' },
  ...{ MY: 'Asia/Kuala_Lumpur', TH: 'Asia/Bangkok', VN: 'Asia/Ho_Chi_Minh', PH: 'Asia/Manila', ID: 'Asia/Jakarta' },
  ...{
    JP: 'Asia/Tokyo',
    KR: 'Asia/Seoul',
    IN: 'Asia/Kolkata',
    PK: 'Asia/Karachi',
    BD: 'Asia/Dhaka',
    LK: 'Asia/Colombo',
  },
  ...{ NP: 'Asia/Kathmandu', KH: 'Asia/Phnom_Penh', LA: 'Asia/Vientiane', MM: 'Asia/Yangon', BN: 'Asia/Brunei' },
  ...{
    AE: 'Asia/Dubai',
    SA: 'Asia/Riyadh',
    QA: 'Asia/Qatar',
    KW: 'Asia/Kuwait',
    BH: 'Asia/Bahrain',
    OM: 'Asia/Muscat',
  },
  ...{
    IL: 'Asia/Jerusalem',
    JO: 'Asia/Amman',
    LB: 'Asia/Beirut',
    IR: 'Asia/Tehran',
    IQ: 'Asia/Baghdad',
    TR: 'Europe/Istanbul',
  },
  ...{
    KZ: 'Asia/Almaty',
    UZ: 'Asia/Tashkent',
    GE: 'Asia/Tbilisi',
    AM: 'Asia/Yerevan',
    AZ: 'Asia/Baku',
    MN: 'Asia/Ulaanbaatar',
  },
  ...{ GB: 'Europe/London', IE: 'Europe/Dublin', PT: 'Europe/Lisbon', ES: 'Europe/Madrid', FR: 'Europe/Paris' },
  ...{
    BE: 'Europe/Brussels',
    NL: 'Europe/Amsterdam',
    LU: 'Europe/Luxembourg',
    DE: 'Europe/Berlin',
    AT: 'Europe/Vienna',
  },
  ...{ CH: 'Europe/Zurich', LI: 'Europe/Vaduz', IT: 'Europe/Rome', MT: 'Europe/Malta', DK: 'Europe/Copenhagen' },
  ...{
    NO: 'Europe/Oslo',
    SE: 'Europe/Stockholm',
    FI: 'Europe/Helsinki',
    IS: 'Atlantic/Reykjavik',
    EE: 'Europe/Tallinn',
  },
  ...{ LV: 'Europe/Riga', LT: 'Europe/Vilnius', PL: 'Europe/Warsaw', CZ: 'Europe/Prague', SK: 'Europe/Bratislava' },
  ...{
    HU: 'Europe/Budapest',
    SI: 'Europe/Ljubljana',
    HR: 'Europe/Zagreb',
    RS: 'Europe/Belgrade',
    BA: 'Europe/Sarajevo',
  },
  ...{
    RO: 'Europe/Bucharest',
    BG: 'Europe/Sofia',
    GR: 'Europe/Athens',
    CY: 'Asia/Nicosia',
    UA: 'Europe/Kyiv',
    MD: 'Europe/Chisinau',
  },
  ...{
    BY: 'Europe/Minsk',
    RU: 'Europe/Moscow',
    AL: 'Europe/Tirane',
    MK: 'Europe/Skopje',
    MC: 'Europe/Monaco',
    AD: 'Europe/Andorra',
  },
  ...{ US: 'America/New_York', CA: 'America/Toronto', MX: 'America/Mexico_City', PR: 'America/Puerto_Rico' },
  ...{
    GT: 'America/Guatemala',
    CR: 'America/Costa_Rica',
    PA: 'America/Panama',
    DO: 'America/Santo_Domingo',
    JM: 'America/Jamaica',
  },
  ...{ CO: 'America/Bogota', PE: 'America/Lima', EC: 'America/Guayaquil', VE: 'America/Caracas', BO: 'America/La_Paz' },
  ...{
    BR: 'America/Sao_Paulo',
    AR: 'America/Argentina/Buenos_Aires',
    CL: 'America/Santiago',
    UY: 'America/Montevideo',
  },
  ...{ PY: 'America/Asuncion', AU: 'Australia/Sydney', NZ: 'Pacific/Auckland', FJ: 'Pacific/Fiji' },
  ...{
    ZA: 'Africa/Johannesburg',
    EG: 'Africa/Cairo',
    MA: 'Africa/Casablanca',
    TN: 'Africa/Tunis',
    DZ: 'Africa/Algiers',
  },
  ...{ NG: 'Africa/Lagos', GH: 'Africa/Accra', KE: 'Africa/Nairobi', TZ: 'Africa/Dar_es_Salaam', UG: 'Africa/Kampala' },
  ...{ ET: 'Africa/Addis_Ababa', SN: 'Africa/Dakar', CI: 'Africa/Abidjan', MU: 'Indian/Mauritius' },
}

/** Regions whose clock is another than their country's, by code and by name, in small letters. */
const REGIONS: Readonly<Record<string, readonly (readonly [zone: string, regions: string])[]>> = {
  US: [
    [
      'America/Chicago',
      'al alabama ar arkansas ia iowa il illinois ks kansas la louisiana mn minnesota mo missouri ms mississippi nd north-dakota ne nebraska ok oklahoma sd south-dakota tn tennessee tx texas wi wisconsin',
    ],
    ['America/Denver', 'co colorado id idaho mt montana nm new-mexico ut utah wy wyoming'],
    ['America/Phoenix', 'az arizona'],
    ['America/Los_Angeles', 'ca california nv nevada or oregon wa washington'],
    ['America/Anchorage', 'ak alaska'],
    ['Pacific/Honolulu', 'hi hawaii'],
  ],
  CA: [
    ['America/Halifax', 'ns nova-scotia nb new-brunswick pe prince-edward-island'],
    ['America/St_Johns', 'nl newfoundland newfoundland-and-labrador'],
    ['America/Winnipeg', 'mb manitoba'],
    ['America/Regina', 'sk saskatchewan'],
    ['America/Edmonton', 'ab alberta nt northwest-territories'],
    ['America/Vancouver', 'bc british-columbia'],
  ],
  AU: [
    ['Australia/Brisbane', 'qld queensland'],
    ['Australia/Adelaide', 'sa south-australia'],
    ['Australia/Darwin', 'nt northern-territory'],
    ['Australia/Perth', 'wa western-australia'],
  ],
  BR: [['America/Manaus', 'am amazonas mt mato-grosso ms mato-grosso-do-sul ro rondonia rr roraima']],
  MX: [['America/Tijuana', 'bc baja-california']],
  ID: [['Asia/Makassar', 'bali sulawesi-selatan south-sulawesi']],
}

/** The zone of a customer's clock; null where the country is not known. */
export function zoneOfCustomer(country: string | null, region: string | null): string | null {
  if (country === null) return null
  const word =
    region
      ?.trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-') ?? ''
  const ofRegion = word === '' ? undefined : REGIONS[country]?.find(([, regions]) => regions.split(' ').includes(word))
  return ofRegion?.[0] ?? BY_COUNTRY[country] ?? null
}

/** Countries with regions that have clocks of their own. */
export const SEVERAL_CLOCKS: readonly string[] = Object.keys(REGIONS)
