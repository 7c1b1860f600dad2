/** Days of the week on which people are not called about business (R24), 0 is Sunday. */
const USUAL: readonly number[] = [6, 0]

/** Where the week has its rest on other days than Saturday and Sunday. */
const BY_COUNTRY: Readonly<Record<string, readonly number[]>> = {
  ...{ SA: [5, 6], QA: [5, 6], KW: [5, 6], BH: [5, 6], OM: [5, 6], JO: [5, 6], IQ: [5, 6], EG: [5, 6] },
  ...{ DZ: [5, 6], LY: [5, 6], SY: [5, 6], YE: [5, 6], SD: [5, 6], IL: [5, 6], BD: [5, 6], MV: [5, 6] },
  ...{ IR: [4, 5], AF: [4, 5], BN: [5, 0], NP: [6] },
}

/** The days of rest of a country (ISO alpha-2), 0 is Sunday. */
export function daysOffIn(country: string): readonly number[] {
  return BY_COUNTRY[country] ?? USUAL
}
