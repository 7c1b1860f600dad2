/** Days that are told by the weekday or by Easter, as the countries keep them. */
import { civilDay, type Day } from '../../values/calendar.js'

const [SUNDAY, MONDAY, THURSDAY] = [0, 1, 4]

/** 1 January 1970 was a Thursday; 0 is Sunday. */
function weekday(day: Day): number {
  return (((day + THURSDAY) % 7) + 7) % 7
}

/** The nth such weekday of a month. */
function nthWeekday(year: number, month: number, wanted: number, nth: number): Day {
  const first = civilDay(year, month, 1)!
  return first + ((wanted - weekday(first) + 7) % 7) + 7 * (nth - 1)
}

/** Thanksgiving: the second Monday of October in Canada, the fourth Thursday of November in the United States. */
export function thanksgiving(year: number, country: string): Day {
  return country === 'CA' ? nthWeekday(year, 10, MONDAY, 2) : nthWeekday(year, 11, THURSDAY, 4)
}

/** Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
export function easter(year: number): Day {
  const golden = year % 19
  const [century, rest] = [Math.floor(year / 100), year % 100]
  const leapCenturies = Math.floor(century / 4)
  const moon = Math.floor((century + 8) / 25)
  const epact = (19 * golden + century - leapCenturies - Math.floor((century - moon + 1) / 3) + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const sum = epact + toSunday - 7 * late + 114
  return civilDay(year, Math.floor(sum / 31), (sum % 31) + 1)!
}

/** The last Sunday of May: a week before the first of June. */
function lastOfMay(year: number): Day {
  return nthWeekday(year, 6, SUNDAY, 1) - 7
}

/** Mother's Day by country; one that is not here has another day or none that is sure. */
const mothers: readonly { readonly countries: readonly string[]; on(year: number): Day }[] = [
  {
    countries: [
      ...['CN', 'HK', 'MO', 'TW', 'SG', 'MY', 'PH', 'JP', 'IN', 'US', 'CA', 'AU', 'NZ', 'ZA', 'BR', 'CL', 'CO', 'PE'],
      ...[
        'DE',
        'AT',
        'CH',
        'IT',
        'NL',
        'BE',
        'DK',
        'FI',
        'IS',
        'GR',
        'CY',
        'MT',
        'HR',
        'CZ',
        'SK',
        'LV',
        'EE',
        'UA',
        'TR',
      ],
    ],
    on: (year) => nthWeekday(year, 5, SUNDAY, 2),
  },
  // Mothering Sunday is the fourth Sunday of Lent, three weeks before Easter.
  { countries: ['GB', 'IE'], on: (year) => easter(year) - 21 },
  { countries: ['ES', 'PT', 'HU', 'LT', 'RO'], on: (year) => nthWeekday(year, 5, SUNDAY, 1) },
  { countries: ['SE'], on: lastOfMay },
  // Where that is Whit Sunday, seven weeks after Easter, it is a week later (Code de l'action sociale, D. 215-1).
  { countries: ['FR'], on: (year) => lastOfMay(year) + (lastOfMay(year) === easter(year) + 49 ? 7 : 0) },
  { countries: ['NO'], on: (year) => nthWeekday(year, 2, SUNDAY, 2) },
  { countries: ['AR'], on: (year) => nthWeekday(year, 10, SUNDAY, 3) },
  { countries: ['MX'], on: (year) => civilDay(year, 5, 10)! },
  { countries: ['PL'], on: (year) => civilDay(year, 5, 26)! },
]

const mothersByCountry = new Map(mothers.flatMap(({ countries, on }) => countries.map((country) => [country, on])))

/** Where Mother's Day is known, by ISO codes. */
export const motherCountries: readonly string[] = [...mothersByCountry.keys()]

/** Mother's Day of a country; null where it is not known. */
export function mothersDay(year: number, country: string): Day | null {
  return mothersByCountry.get(country)?.(year) ?? null
}
