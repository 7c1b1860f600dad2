import { describe, expect, test } from 'vitest'
import { handsOf } from '../../../src/core/follow-up/team/hands.js'
import { customerFilter } from '../../../src/core/value/customer-filter.js'
import { standingOn, VALUE_DEFAULTS } from '../../../src/core/value/standing.js'
import { UserError } from '../../../src/core/values/failure.js'
import { gradesOf } from '../../support/grades.js'
import { lifecycleIn } from '../../support/lifecycle.js'
import { snapshotOf } from '../../support/snapshot.js'

const asOf = 20000
const snapshot = snapshotOf([
  { id: 'a', name: 'Ann Lee', country: 'US', tags: ['wholesale'], bought: [{ on: asOf - 5, net: 90_00 }] },
  {
    id: 'b',
    name: '王芳',
    country: 'CN',
    platforms: ['taobao'],
    bought: [
      { on: asOf - 100, net: 10_00 },
      { on: asOf - 91, net: 2_00 },
    ],
  },
  { id: 'c', name: 'Cid', country: 'US', blocked: true, bought: [{ on: asOf - 400, net: 500_00 }] },
])
const known = new Map([
  [
    0,
    { language: 'de', channel: 'wechat', birthday: '1990-05-03', interests: 'green tea, cups', 'field.Size': 'XL 3' },
  ],
  [1, { birthday: '--05-30', note: '先打电话', contacts: 'Li / boss' }],
] as const)
const standing = standingOn(snapshot, asOf, VALUE_DEFAULTS)
const chosen = (text: string) => {
  const filter = customerFilter(text, snapshot, standing, {
    grades: () => gradesOf(snapshot, asOf),
    lifecycle: () => lifecycleIn(snapshot, asOf),
    decided: new Map(),
    hands: () =>
      handsOf(
        new Map([
          [0, '小李'],
          [1, 'Wang Wei'],
        ]),
        new Map([[0, { name: 'Mei', isOpen: true }]]),
      ),
    companies: () => new Map([[0, 'Ann & Sons']]),
    details: () => known,
  })
  return snapshot.customers
    .filter((_, i) => filter.includes(i))
    .map(({ id }) => id)
    .join('')
}

describe('customerFilter', () => {
  test.each([
    ['', 'abc'],
    ['tier:A', 'a'],
    ['class:key', 'a'],
    ['company:sons', 'a'],
    ['language:German', 'a'],
    ['语言:德语', 'a'],
    ['-language:de', 'bc'],
    ['channel:微信,phone', 'a'],
    ['birthday:05', 'ab'],
    ['生日:5月', 'ab'],
    ['birthday:june', ''],
    ['interest:"green tea"', 'a'],
    ['note:电话', 'b'],
    ['contact:boss', 'b'],
    ['field.size:xl', 'a'],
    ['字段.Size:XL', 'a'],
    ['owner:李', 'a'],
    ['owner:mei', 'a'],
    ['-owner:mei', 'bc'],
    ['owner:wang', 'b'],
    ['owner=wang', ''],
    ['负责人="wang wei"', 'b'],
    // Whatever a file of the tier should hold; blocked files are not asked after.
    ['missing:phone', 'ab'],
    ['缺少:电话', 'ab'],
    ['missing:reach', 'ab'],
    // Nobody is called Li alone, so part of a name stands for all who bear it; Wang Wei by his whole name is himself.
    ['owner:"wang wei"', 'b'],
    ['owner:none', 'c'],
    ['-负责人:无', 'ab'],
    ['missing:birthday', ''],
    ['consent:unknown', 'abc'],
    ['consent:同意', ''],
    ['客户等级:潜在客户', 'c'],
    ['service:none', 'c'],
    ['服务级别:A', 'a'],
    ['-vip', 'abc'],
    ['vip', ''],
    ['credit:绿', ''],
    ['type:reseller', ''],
    ['potential:steady', ''],
    ['-loyal', 'abc'],
    ['handtier:A类', ''],
    // Too few gaps for a cycle: at risk after 90 days, lapsed after 180.
    ['stage:new', 'a'],
    ['stage:at-risk', 'b'],
    ['stage:"at risk",new', 'ab'],
    ['阶段:流失风险', 'b'],
    ['生命周期:流失', 'c'],
    ['stage:churned', 'c'],
    ['-stage:lapsed', 'ab'],
    ['stage:潜在客户', ''],
    ['tier:B类', 'b'],
    ['tier:A,U', 'ac'],
    ['country:美国 -blocked', 'a'],
    // More than 90 days before the as-of day, not before today; also older than the window.
    ['last>90d', 'bc'],
    ['last<=91d', 'ab'],
    // Of the window: the order of 400 days ago is not in it.
    ['orders>=1', 'ab'],
    ['net>=12', 'ab'],
    ['net>12', 'a'],
    ['tag:wholesale', 'a'],
    ['platform:taobao', 'b'],
    ['王', 'b'],
    ['blocked', 'c'],
  ])('"%s" chooses %s', (text, expected) => {
    expect(chosen(text)).toBe(expected)
  })

  test('an unknown field is pointed at, with near names', () => {
    let thrown: unknown
    try {
      chosen('country:US teir:A')
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(UserError)
    expect(thrown).toMatchObject({
      kind: 'usage',
      code: 'filter.field',
      params: { at: 11, length: 4, near: expect.stringContaining('tier') },
    })
  })

  test('a field of the seller’s own asked for by its bare name is named as it is asked for', () => {
    const near = (text: string) => {
      try {
        chosen(text)
      } catch (error) {
        return error instanceof UserError ? error.params.near : error
      }
      return null
    }
    expect(near('tier:A size:XL')).toBe('field.Size')
    expect(near('field.Size:XL')).toBeNull()
  })
})
