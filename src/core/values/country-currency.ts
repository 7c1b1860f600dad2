const euro = 'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'
const own = `AE AED, AU AUD, BR BRL, CA CAD, CH CHF, CL CLP, CN CNY, CO COP, CZ CZK, DK DKK, GB GBP, HK HKD, HU HUF, ID IDR, IL ILS, IN INR,
  JP JPY, KR KRW, MO MOP, MX MXN, MY MYR, NO NOK, NZ NZD, PH PHP, PL PLN, RO RON, RU RUB, SA SAR, SE SEK, SG SGD, TH THB, TR TRY, TW TWD,
  US USD, VN VND, ZA ZAR`

/** Currency of a country (ISO alpha-2), for files and readers that name a country and no currency (R4). */
export const currencyOfCountry: Readonly<Record<string, string>> = Object.fromEntries([
  ...euro.split(' ').map((country) => [country, 'EUR'] as const),
  ...own.split(',').map((pair) => pair.trim().split(' ') as [string, string]),
])
