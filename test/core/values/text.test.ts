import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { editDistance } from '../../../src/core/values/nearest.js'
import {
  cleanCell,
  cleanId,
  compareText,
  forTerminal,
  isMasked,
  isPlaceholder,
  isRelayEmail,
  isScientific,
  looksMojibake,
  nearest,
  normaliseHeader,
  trimEdges,
} from '../../../src/core/values/text.js'

test.each([
  ['张三', '张三'],
  ['="1234567890123456"', '1234567890123456'],
  ['="a ""b"" c"', 'a "b" c'],
  ["'18618486065", '18618486065'],
  ["'+97150", '+97150'],
  ["'=SUM(A1)", '=SUM(A1)'],
  ["O'Brien", "O'Brien"],
  ['\t6917926768823643751', '6917926768823643751'],
  ['1\t', '1'],
  ['\ufeff\u200b x \u00a0\u3000', 'x'],
  ['"000000000011"', '000000000011'],
  ['"a" and "b"', '"a" and "b"'],
  ['5" pipe', '5" pipe'],
  ['"', '"'],
  ['=1+1', '=1+1'],
  ['="x', '="x'],
  ['a b', 'a b'],
  ['-5', '-5'],
  ['Nan', 'Nan'],
  ['Null', 'Null'],
  ['无锡', '无锡'],
  ['', ''],
])('the cell %j is %j', (text, expected) => {
  expect(cleanCell(text)).toBe(expected)
})

test.each([
  '-',
  '--',
  '——',
  ' - ',
  'null',
  "'null",
  'NaN',
  'nan',
  'N/A',
  '#N/A',
  '无',
  '无退款申请',
  '="-"',
  '\t',
  '""',
  "'",
])('the cell %j says that there is no value', (text) => {
  expect(cleanCell(text)).toBe('')
})

test.each<[string | number, string, boolean]>([
  ['17850.0', '17850', false],
  ['17850', '17850', false],
  ['17850.5', '17850.5', false],
  ['0012', '0012', false],
  ['C536379', 'C536379', false],
  ['="123"', '123', false],
  ['5.12345E+12', '5.12345E+12', true],
  ['1.23e+18', '1.23e+18', true],
  ['5E3', '5E3', false],
  [17850, '17850', false],
  [123456789012345, '123456789012345', false],
  [123456789012345000, '123456789012345000', true],
  [1e15, '1000000000000000', true],
  [12.5, '12.5', false],
  [1e300, BigInt(1e300).toString(), true],
  ['-', '', false],
])('the id %j is %s (damaged: %s)', (cell, id, damaged) => {
  expect(cleanId(cell)).toEqual({ id, damaged })
})

test('scientific notation is what spreadsheets show for long numbers', () => {
  expect(['1.38E+10', '1E+10', '-1.2e+5'].map(isScientific)).toEqual([true, true, true])
  expect(['1E10', '138E+10', 'E+10', '1.38'].map(isScientific)).toEqual([false, false, false, false])
})

test('masked values are known by their stars and marks', () => {
  const masked = [
    '138****0001',
    'k***s',
    '张*',
    '##密文',
    '$$',
    '$$密文',
    '***',
    '1******6198',
    '138xxxx0001',
    '＊＊',
    '张●●',
  ]
  const open = ['13800000001', '张三', 'Maxx', '$5', '#1001', '阿里木•买买提', '0x1f', '']
  expect(masked.filter((text) => !isMasked(text))).toEqual([])
  expect(open.filter(isMasked)).toEqual([])
})

test('placeholders stand for nobody', () => {
  const nobody = ['guest', ' Guest ', '无', '匿名', '匿名用户', 'test@test.com', 'TEST@qq.com', 'noreply@shop.com', 'a@b.com', 'n/a', 'Unknown', '散客', '', 'none@none.com', 'test@example-shop.com', 'x@nowhere.com', 'a@shop.invalid', '1@1.com', 'asdf@asdf.com', '111@qq.com', '先生', '收件人', '淘宝用户', 'cash sale']
  const people = ['张三', 'Guest House Ltd', 'testa@shop.com', 'li@wu.cn', '无双', 'Tester Smith', '12345', '11111', 'contest@x.org', 'an@example-shop.com', 'anna@example.com', '王先生', '12345@qq.com', 'no.one@shop.com', 'asda@shop.com', 'test.user.smith@shop.com', 'li@none-such.com', '亲亲']
  expect(nobody.filter((text) => !isPlaceholder(text))).toEqual([])
  expect(people.filter(isPlaceholder)).toEqual([])
}) // biome-ignore format: lists

test.each([
  ['Order ID', 'order id', null],
  ['order_id', 'order id', null],
  ['  订单编号 ', '订单编号', null],
  ['Ｏｒｄｅｒ　ＩＤ', 'order id', null],
  ['*ContactName', 'contactname', null],
  ['# Order', 'order', null],
  ['Order #', 'order #', null],
  ['#', '#', null],
  ['金额(元)', '金额', '元'],
  ['实付金额（元）', '实付金额', '元'],
  ['金额(￥)', '金额', '¥'],
  ['Total (USD)', 'total', 'USD'],
  ['Total Amount (PHP)', 'total amount', 'PHP'],
  ['Price ($)', 'price', '$'],
  ['訂單金額 (單)', '訂單金額', '單'],
  ['商品价格 (品)', '商品价格', '品'],
  ['手机号(必填)', '手机号', '必填'],
  ['金额【元】', '金额', '元'],
  ['First Name (Billing)', 'first name (billing)', null],
  ['Amount (all)', 'amount (all)', null],
  ['Quantity (- Refund)', 'quantity ( refund)', null],
  ['产品信息\n（双击单元格展开所有产品信息！）', '产品信息 (双击单元格展开所有产品信息!)', null],
  ['\ufeff订单号：', '订单号', null],
  ['Paid at', 'paid at', null],
  ['buyer-email', 'buyer email', null],
  ['', '', null],
])('the header %j is %j with the unit %s', (text, key, unit) => {
  expect(normaliseHeader(text)).toEqual({ key, unit })
})

test('wrongly decoded text is noticed, other languages are not', () => {
  const broken = ['锟斤拷', '寮犱笁\ufffd', 'å¼ ä¸‰', 'å¼\u00a0ä¸‰', 'MÃ¼ller', 'cafÃ©', 'Â£5', '???', 'ä¸­å›½', 'â‚¬5', 'ðŸ˜€']
  const right = ['张三', 'Müller', 'José', 'Åse Ørsted', 'Ærø', 'naïve', 'déjà vu', 'Ångström', 'Où ?', '“olé”', 'İstanbul', 'Привет', 'ÄÖÜ', '5 °C', 'é…', '']
  expect(broken.filter((text) => !looksMojibake(text))).toEqual([])
  expect(right.filter(looksMojibake)).toEqual([])
}) // biome-ignore format: lists

describe('forTerminal', () => {
  test.each([
    ['张三 café ★', '张三 café ★'],
    ['\u001b]0;x\u0007', '\\u001b]0;x\\u0007'],
    ['a\nb\r\nc\rd', 'a⏎b⏎c⏎d'],
    ['a\u009b2Jb', 'a\\u009b2Jb'],
    ['\u202eevil\u2069', '\\u202eevil\\u2069'],
    ['a\u2028b', 'a\\u2028b'],
    ['\t', '\\u0009'],
  ])('shows %j as %s', (text, expected) => {
    expect(forTerminal(text)).toBe(expected)
  })

  it('leaves nothing that moves a cursor, and twice is once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = forTerminal(text)
        expect([...shown].some((char) => char < ' ' || (char >= '\u007f' && char <= '\u009f'))).toBe(false)
        expect(/[\u200e\u200f\u2028-\u202e\u2066-\u2069]/.test(shown)).toBe(false)
        expect(forTerminal(shown)).toBe(shown)
      }),
    )
  })
})

test('texts are ordered as their UTF-8 bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      expect(Math.sign(compareText(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)))
    }),
  )
  expect(compareText('\ufffd', '😀')).toBeLessThan(0)
})

test('trimming a trimmed text changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(trimEdges(trimEdges(text))).toBe(trimEdges(text))
    }),
  )
})

describe('near words', () => {
  test.each([
    ['ab', 'ab', 0],
    ['teir', 'tier', 1],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
  ])('%j and %j are %i apart', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance)
    expect(editDistance(b, a)).toBe(distance)
  })

  it('offers the nearest first, and words begun with what was typed', () => {
    const words = ['tier', 'tag', 'orders', 'country', 'segment', 'last', 'net']
    expect(nearest('teir', words)).toEqual(['tier'])
    expect(nearest('TIERS', words)).toEqual(['tier'])
    expect(nearest('ord', words)).toEqual(['orders'])
    expect(nearest('contry', words)).toEqual(['country'])
    expect(nearest('xyzzy', words)).toEqual([])
    expect(nearest('国加', ['国家', '等级'])).toEqual(['国家'])
  })
})

test('addresses that marketplaces make for buyers are told from their own', () => {
  const made = [
    'k3v9q1@marketplace.amazon.com',
    'a1@marketplace.amazon.co.jp',
    'ab12cd@members.ebay.com',
    'x@members.ebay.de',
  ]
  const own = ['ann@amazon.com', 'ann@ebay.de', 'ann@mymarketplace.amazon.example.com', 'ann@example.com']
  expect(made.filter((address) => !isRelayEmail(address))).toEqual([])
  expect(own.filter(isRelayEmail)).toEqual([])
})
