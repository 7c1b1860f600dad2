import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normaliseEmail, normalisePhone } from '../../../src/core/values/contact-point.js'
import { maskAddress, maskContactId, maskEmail, maskPhone, maskReach, maskText } from '../../../src/core/values/mask.js'
import { isMasked } from '../../../src/core/values/text.js'

describe('one value', () => {
  test.each([
    ['+8613800138000', '138****8000'],
    ['138 0013 8000', '138****8000'],
    ['+861012345678', '010-****5678'],
    ['+8657112345678', '0571-****5678'],
    ['+15417543000', '+154****00'],
    ['+6512345678', '+651****78'],
    ['138****8000', '138****8000'],
    ['110', '****'],
    ['', ''],
  ])('phone %j is %j', (phone, expected) => expect(maskPhone(phone)).toBe(expected))

  test.each([
    ['zhang@qq.com', 'z***@qq.com'],
    ['a@b.cn', '***@b.cn'],
    ['😀smile@example.com', '😀***@example.com'],
    ['k***s@qq.com', 'k***s@qq.com'],
  ])('e-mail %j is %j', (email, expected) => expect(maskEmail(email)).toBe(expected))

  test.each([
    ['wxid_abc123', 'w***'],
    ['13800138000', '138****8000'],
    ['zhang@qq.com', 'z***@qq.com'],
  ])('way to reach %j is %j', (reach, expected) => expect(maskReach(reach)).toBe(expected))

  test.each([
    ['浙江省杭州市西湖区文三路 12号 3单元', '浙江省杭州市西湖区***'],
    ['北京 北京市 朝阳区 样例路81号(100000)', '北京 北京市 朝阳区***'],
    ['广东省中山市小榄镇1号', '广东省中山市***'],
    ['阳光小区3栋', '***'],
    ['128 Harbour Lane', '***'],
    ['', ''],
  ])('address %j is %j', (address, expected) => expect(maskAddress(address)).toBe(expected))

  test.each([
    ['7100000081922', '7100000081922'],
    ['13800138000', '138****8000'],
    ['zhang@qq.com', 'z***@qq.com'],
    ['+15417543000', '+154****00'],
  ])('id %j is %j', (id, expected) => expect(maskContactId(id)).toBe(expected))
})

describe('running text', () => {
  test.each([
    ['call 138 0013 8000 after 2026-08-31', 'call 138****8000 after 2026-08-31'],
    ['电话13800138000，邮箱zhang@qq.com联系', '电话138****8000，邮箱z***@qq.com联系'],
    ['tel (541) 754-3000 or +44 20 7183 8750', 'tel 5417****00 or +442****50'],
    ['010-12345678 办公室', '010-****5678 办公室'],
    ['Aged White Tea Cake, 2019 - 357g', 'Aged White Tea Cake, 2019 - 357g'],
    ['¥1,234,567.89 of 12345678.90', '¥1,234,567.89 of 12345678.90'],
    ['2026-08-31 10:00 to 2026-09-02', '2026-08-31 10:00 to 2026-09-02'],
    ['cv4te36yrd and SKU 10098-77', 'cv4te36yrd and SKU 10098-77'],
  ])('%j reads %j', (text, expected) => expect(maskText(text)).toBe(expected))
})

test('what was masked is known as masked when it comes back, and is no key', () => {
  const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${length}}$`))
  fc.assert(
    fc.property(fc.oneof(digits(7), digits(10), digits(12)), fc.constantFrom('+', '+86', '', '0'), (number, sign) => {
      const masked = maskPhone(`${sign}${number}`)
      expect(isMasked(masked)).toBe(true)
      expect('problem' in normalisePhone(masked)).toBe(true)
      expect(maskPhone(masked)).toBe(masked)
    }),
  )
  fc.assert(
    fc.property(
      fc.emailAddress().filter((email) => !isMasked(email)),
      (email) => {
        const masked = maskEmail(email)
        expect(normaliseEmail(masked)).toBeNull()
        expect(maskEmail(masked)).toBe(masked)
        expect(maskText(`mail ${email} now`)).not.toContain(email)
      },
    ),
  )
})
