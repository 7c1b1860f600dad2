import { expect, test } from 'vitest'
import { discountRate } from '../../../../src/core/import/orders/discount-rate.js'

/** What of a hundred is paid; null where it is no rate. */
function paid(text: string, key = 'discount'): number | 'unclear' | null {
  const rate = discountRate(text, key)
  return rate === null || rate === 'unclear' ? rate : (rate.paid.units / 10 ** rate.paid.scale) * 100
}

test('折 says what is paid', () => {
  const said: [string, number | null][] = [
    ...([
      ['9折', 90],
      ['8.5折', 85],
      ['85折', 85],
      ['九折', 90],
      ['八五折', 85],
      ['八点五折', 85],
    ] as [string, number][]),
    ...([
      ['一折', 10],
      ['7.55折', 75.5],
      ['十折', 100],
      ['10折', 100],
      ['十', null],
    ] as [string, number | null][]),
  ]
  for (const [text, left] of said) expect([text, paid(text, '折扣')]).toEqual([text, left])
  expect(['０折', '9折-10', '2件8折', '123折', '折', '打折'].map((text) => paid(text))).toEqual(Array(6).fill(null))
})

test('a percentage says what is taken off, but by the words beside it', () => {
  expect(
    ['10%', '-10%', '−10 %', '10% off', '优惠10%', '立减10%', 'VIP 10%', '10,0%'].map((text) => paid(text)),
  ).toEqual(Array(8).fill(90))
  expect(['付90%', '按90%收', 'pays 90%'].map((text) => paid(text))).toEqual([90, 90, 90])
  expect(['120%', '10% + 5%', '10%-5', '%', '5 of 10%'].map((text) => paid(text))).toEqual(Array(5).fill(null))
})

test('above half it is clear under names that speak of what is taken off', () => {
  expect([paid('70%'), paid('70%', '优惠'), paid('70% off', '折扣'), paid('-70%', '折扣')]).toEqual(
    [0, 0, 0, 0].map(() => expect.closeTo(30)),
  )
  expect([paid('70%', '折扣'), paid('90 %', '折扣率'), paid('30%', '折扣')]).toEqual(['unclear', 'unclear', 70])
})

test('half and nothing', () => {
  expect(['对折', '半价', 'half price', 'Half off'].map((text) => paid(text))).toEqual([50, 50, 50, 50])
  expect(['原价', '不打折', '无优惠', 'no discount'].map((text) => paid(text))).toEqual([100, 100, 100, 100])
  expect(['会员价', '满100减10', '12', '¥5', 'half a day'].map((text) => paid(text))).toEqual(Array(5).fill(null))
})
