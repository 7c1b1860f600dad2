import { getCountryCallingCode, isSupportedCountry, parsePhoneNumber } from 'libphonenumber-js'
import { describe, expect, test } from 'vitest'
import { zoneOfCustomer } from '../../../src/core/follow-up/country-zones.js'
import { countryOfPhone } from '../../../src/core/values/calling-code.js'
import { countries } from '../../../src/core/values/countries.js'

const known = countries.map((line) => line.split('|')[0]!).filter((country) => zoneOfCustomer(country, null) !== null)

describe('the country of a phone', () => {
  test.each([
    ['+33612345678', 'FR'],
    ['+8613800138000', 'CN'],
    ['+85261234567', 'HK'],
    ['+12125550123', 'US'],
    ['+18095550123', 'DO'],
    ['+77011234567', 'KZ'],
    ['+79161234567', 'RU'],
    ['+999123', null],
    ['13800138000', null],
  ])('%s: %s', (phone, country) => expect(countryOfPhone(phone)).toBe(country))

  test('is known of every country with a clock, by the code it has', () => {
    const coded = known.filter((country) => isSupportedCountry(country))
    expect(coded.length).toBeGreaterThan(100)
    // Their phones begin as those of a larger neighbour's do.
    const shared = new Set(['CA', 'PR', 'DO', 'JM', 'KZ'])
    const missed = coded.filter((country) => {
      const found = countryOfPhone(`+${getCountryCallingCode(country)}0000000`)
      return found !== country && !shared.has(country)
    })
    expect(missed).toEqual([])
  })

  test('agrees with the numbering plan on numbers within shared codes', () => {
    for (const phone of ['+17875550123', '+19395550123', '+18765550123', '+18295550123', '+77771234567'])
      expect(countryOfPhone(phone)).toBe(parsePhoneNumber(phone).country)
  })
})
