/**
 * Countries by the beginning of a phone in E.164. Within +1 the islands have area codes of their own, and Canada's are not told from those
 * of the United States; Kazakhstan has the sixes and sevens of +7.
 */
const CODES =
  'US1 DO1809 DO1829 DO1849 PR1787 PR1939 JM1876 JM1658 RU7 KZ76 KZ77 EG20 ZA27 GR30 NL31 BE32 FR33 ES34 HU36 IT39 RO40 CH41 AT43 GB44 ' +
  'DK45 SE46 NO47 PL48 DE49 PE51 MX52 AR54 BR55 CL56 CO57 VE58 MY60 AU61 ID62 PH63 NZ64 SG65 TH66 JP81 KR82 VN84 CN86 TR90 IN91 PK92 ' +
  'LK94 MM95 IR98 MA212 DZ213 TN216 SN221 CI225 MU230 NG234 GH233 ET251 KE254 TZ255 UG256 PT351 LU352 IE353 IS354 AL355 MT356 CY357 ' +
  'FI358 BG359 LT370 LV371 EE372 MD373 AM374 BY375 AD376 MC377 UA380 RS381 HR385 SI386 BA387 MK389 CZ420 SK421 LI423 GT502 CR506 PA507 ' +
  'BO591 EC593 PY595 UY598 BN673 FJ679 HK852 MO853 KH855 LA856 BD880 TW886 LB961 JO962 IQ964 KW965 SA966 OM968 AE971 IL972 BH973 ' +
  'QA974 MN976 NP977 AZ994 GE995 UZ998'

const countryByCode = new Map(CODES.split(' ').map((one) => [one.slice(2), one.slice(0, 2)]))
const LONGEST = 4

/** The country (ISO alpha-2) of a phone in E.164; null for a phone in another form or of a country not listed here. */
export function countryOfPhone(e164: string): string | null {
  if (!e164.startsWith('+')) return null
  for (let digits = LONGEST; digits > 0; digits--) {
    const country = countryByCode.get(e164.slice(1, 1 + digits))
    if (country !== undefined) return country
  }
  return null
}
