import { expect, test } from 'vitest'
import { isGoods } from '../../src/core/goods.js'

test.each([
  ...['POSTAGE', 'DOTCOM POSTAGE', 'CARRIAGE', 'Manual', 'Bank Charges', 'AMAZON FEE', 'Discount', 'Shipping fee'],
  ...[
    'Shipping & Handling',
    '运费',
    '邮费补差',
    '补差价',
    '补差价专拍链接',
    '【补运费】',
    '差价 专拍',
    '运费险',
    '补邮费链接',
    '定金',
  ],
])('%s is a charge', (name) => expect(isGoods(name)).toBe(false))

test.each([
  ...['', 'POSTAGE STAMP TIN', 'Discount card holder', 'VINTAGE POST BOX', 'Manual coffee grinder', 'Gift wrap reel'],
  ...['补水面膜', '差旅收纳包', '邮差包', '运动鞋 包邮 免运费', '专用清洁剂', '补光灯', '优惠券收纳册'],
])('%s is goods', (name) => expect(isGoods(name)).toBe(true))
