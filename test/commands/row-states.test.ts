import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { chanceOf } from '../support/chance.js'
import { type ImportJson, makeWorld } from '../support/world.js'

interface Taken {
  /** Paid, given back and left, over all orders, in cents. */
  readonly money: readonly number[]
  readonly status: Readonly<Record<string, number>>
  /** Codes and rows of what was said. */
  readonly said: readonly string[]
}

async function taken(...rows: readonly string[]): Promise<Taken> {
  const world = makeWorld()
  writeFileSync(join(world.folder, 'orders.csv'), rows.join('\n'))
  const { code, stdout } = await world.crm('import', 'orders.csv', '--json')
  expect(code).toBe(0)
  interface Issue {
    readonly code: string
    readonly first: readonly { readonly source: { readonly row: number } }[]
  }
  const [file] = (JSON.parse(stdout) as ImportJson).files as unknown as (ImportJson['files'][0] & {
    readonly issues: readonly Issue[]
  })[]
  const { grossMinor, refundMinor, netMinor } = file!.totals[0]!
  const said = file!.issues.flatMap(({ code: issue, first }) => first.map(({ source }) => `${issue} ${source.row}`))
  const status = Object.fromEntries(Object.entries(file!.status).filter(([, count]) => count > 0))
  return { money: [grossMinor, refundMinor, netMinor], status, said }
}

/** All orders of a few rows. */
function permutations<T>(list: readonly T[]): T[][] {
  if (list.length < 2) return [[...list]]
  return list.flatMap((one, at) => permutations(list.toSpliced(at, 1)).map((rest) => [one, ...rest]))
}

/** How often a list is asked whether some of it is so. */
async function askedIn<T>(work: () => Promise<T>): Promise<{ readonly found: T; readonly asked: number }> {
  let asked = 0
  const real = Array.prototype.some
  const counting = vi.spyOn(Array.prototype, 'some').mockImplementation(function (this: unknown[], is) {
    return real.call(this, (...one) => {
      asked++
      return is(...one)
    })
  })
  try {
    return { found: await work(), asked }
  } finally {
    counting.mockRestore()
  }
}

const dated = (number: string, name: string, cells: string) => `${number},2026-03-01,${name},${cells}`
const rowsOf = (cells: readonly string[]) => cells.map((cell) => dated('A1', '王芳', cell))

describe('rows of one order, each with an amount of its own', () => {
  const head = '单号,下单时间,姓名,实付,状态'
  // Its two amounts show that each row has its own.
  const others = ['B1,2026-03-01,李雷,30.00,已付款', 'B1,2026-03-01,李雷,20.00,已付款']
  const cases: readonly (readonly [string, readonly string[], readonly number[], readonly string[]])[] = [
    ['some of one given back', ['100.00,已付款', '50.00,已退款(￥12.00)'], [20000, 1200, 18800], []],
    ['some of both', ['100.00,已退款(￥12.00)', '50.00,已退款(￥8.00)'], [20000, 2000, 18000], []],
    ['one given back', ['100.00,已付款', '50.00,已退款'], [20000, 5000, 15000], ['row.given-back']],
    ['one whole, one in part', ['100.00,已退款', '50.00,已退款(￥8.00)'], [20000, 10800, 9200], []],
    ['all, in two words', ['100.00,已退款', '50.00,退货'], [20000, 15000, 5000], []],
    ['one cancelled', ['100.00,已付款', '50.00,已取消'], [15000, 0, 15000], ['row.not-counted']],
    ['one not paid', ['100.00,已付款', '50.00,待付款'], [15000, 0, 15000], ['row.not-counted']],
    ['one given back, one cancelled', ['100.00,已退款', '50.00,已取消'], [15000, 10000, 5000], ['row.not-counted']],
    ['none paid', ['100.00,待付款', '50.00,已取消'], [5000, 0, 5000], ['row.not-counted']],
    ['blank beside paid', ['100.00,已付款', '50.00,'], [20000, 0, 20000], []],
    ['two words for paid', ['100.00,已付款', '50.00,已发货'], [20000, 0, 20000], []],
    ['in part, nobody knows how much', ['100.00,已付款', '50.00,部分退款'], [20000, 0, 20000], ['refund.unknown']],
    [
      'in part and whole',
      ['100.00,已付款', '50.00,部分退款', '20.00,已退款'],
      [22000, 2000, 20000],
      ['refund.unknown', 'row.given-back'],
    ],
    ['below zero', ['100.00,已付款', '-50.00,已退款'], [15000, 5000, 10000], []],
    ['below zero, with its amount in words', ['100.00,已付款', '-12.00,已退款(￥12.00)'], [15000, 1200, 13800], []],
    ['below zero, cancelled', ['100.00,已付款', '-50.00,已取消'], [15000, 0, 15000], ['row.not-counted']],
    ['a word that is new here', ['100.00,换货中', '50.00,已退款'], [20000, 5000, 15000], ['row.given-back']],
  ]

  test.each(cases)('%s', async (_, cells, money, codes) => {
    for (const rows of permutations(rowsOf(cells))) {
      const found = await taken(head, ...rows, ...others)
      expect(found.money).toEqual(money)
      expect(found.said.map((said) => said.split(' ')[0])).toEqual(codes)
    }
  })

  test('are told by their row and word where they are not counted, with what the order comes to', async () => {
    const world = makeWorld()
    const rows = rowsOf(['100.00,已付款', '50.00,已取消', '7.50,待付款'])
    writeFileSync(join(world.folder, 'orders.csv'), [head, ...rows, ...others].join('\n'))
    const { stderr } = await world.crm('import', 'orders.csv', '--dry-run')
    expect(stderr).toContain(
      'row 3 › 状态: this row says "已取消", other rows of order A1 do not: it is not counted, the order comes to 100.00',
    )
    expect(stderr).toContain('row 4 › 状态: this row says "待付款"')
    expect(stderr).toContain('take the import back (crm undo), give the row the state of the others')
    const zh = await world.crm('import', 'orders.csv', '--dry-run', '--lang', 'zh')
    expect(zh.stderr).toContain(
      '第 3 行 › 状态：订单 A1 的各行状态不同，这一行是“已取消”，没有计入；该订单按 100.00 计算',
    )
    expect(zh.stderr).toContain('请先用 crm undo 撤销，把它的状态改成和其他行一样，保存后再导入一次')
  })

  test('are counted once they are given the state of the others, as it says', async () => {
    const world = makeWorld()
    const net = async (state: string) => {
      const rows = rowsOf(['100.00,已付款', `50.00,${state}`])
      writeFileSync(join(world.folder, 'orders.csv'), [head, ...rows, ...others].join('\n'))
      await world.crm('import', 'orders.csv')
      const { rows: found } = (await world.crm('list', '--json')).json<{ rows: readonly { netMinor: number }[] }>()
      return found.reduce((sum, { netMinor }) => sum + netMinor, 0)
    }
    expect(await net('已取消')).toBe(15000)
    await world.crm('undo')
    expect(await net('已付款')).toBe(20000)
  })

  test('a blank above says what a blank says, one below goes on with it, and is told', async () => {
    expect(await taken(head, ...rowsOf(['100.00,', '50.00,已退款']), ...others)).toMatchObject({
      money: [20000, 5000, 15000],
      said: ['row.given-back 3'],
    })
    expect(await taken(head, ...rowsOf(['100.00,', '50.00,已取消']), ...others)).toMatchObject({
      money: [15000, 0, 15000],
      said: ['row.not-counted 3'],
    })
    const below = await taken(head, ...rowsOf(['100.00,已退款', '50.00,']), ...others)
    expect(below).toMatchObject({ money: [20000, 15000, 5000], said: ['row.goes-on 2'] })
    const numberless = [...rowsOf(['100.00,已退款,茶']), ',,,50.00,,杯', ...others.map((row) => `${row},茶`)]
    expect(await taken(`${head},商品`, ...numberless)).toMatchObject({
      money: [20000, 15000, 5000],
      said: [],
    })
  })

  test('are told where a row without an item may as well give back of the others', async () => {
    const world = makeWorld()
    const rows = rowsOf(['100.00,已付款', '12.00,已退款'])
    writeFileSync(join(world.folder, 'orders.csv'), [head, ...rows, ...others].join('\n'))
    const { stderr } = await world.crm('import', 'orders.csv', '--dry-run')
    expect(stderr).toContain(
      'row 3 › 实付: this row says "已退款" beside rows of order A1 that do not: its 12.00 is taken',
    )
    expect(stderr).toContain('write the amount with a minus')
    const zh = await world.crm('import', 'orders.csv', '--dry-run', '--lang', 'zh')
    expect(zh.stderr).toContain('这一行是“已退款”：12.00 按卖出后又退掉计算')
    const withMinus = await taken(head, ...rowsOf(['100.00,已付款', '-12.00,已退款']), ...others)
    expect(withMinus).toMatchObject({ money: [15000, 1200, 13800], said: [] })
    const withItems = [',A1,2026-03-01,王芳,100.00,已付款', '杯,A1,2026-03-01,王芳,12.00,已退款']
    expect((await taken(`商品,${head}`, ...withItems, ...others.map((row) => `茶,${row}`))).said).toEqual([])
  })

  test('one amount in the words of all is taken off once, and that is said; the sum of it likewise', async () => {
    const both = (words: string) => taken(head, ...rowsOf([`100.00,${words}`, `50.00,${words}`]), ...others)
    expect(await both('已退款(￥12.00)')).toMatchObject({ money: [20000, 1200, 18800], said: ['refund.once 2'] })
    expect(await both('已退款(￥24.00)')).toMatchObject({ money: [20000, 2400, 17600] })
    const beside = rowsOf(['50.00,已退款(￥12.00)', '50.00,已退款(￥12.00)', '100.00,'])
    expect(await taken(head, ...beside, ...others)).toMatchObject({
      money: [25000, 1200, 23800],
      said: ['refund.once 2'],
    })
    const above = rowsOf(['100.00,', '50.00,已退款(￥12.00)', '50.00,已退款(￥12.00)'])
    expect(await taken(head, ...above, ...others)).toMatchObject({ money: [25000, 2400, 22600], said: [] })
    const world = makeWorld()
    const rows = rowsOf(['100.00,已退款(￥12.00)', '50.00,已退款(￥12.00)'])
    writeFileSync(join(world.folder, 'orders.csv'), [head, ...rows, ...others].join('\n'))
    const { stderr } = await world.crm('import', 'orders.csv', '--dry-run')
    expect(stderr).toContain('"已退款(￥12.00)" stands on 2 rows of one order: taken off once')
    const zh = await world.crm('import', 'orders.csv', '--dry-run', '--lang', 'zh')
    expect(zh.stderr).toContain('一个订单有 2 行都写着“已退款(￥12.00)”，只扣减了一次')
    expect(zh.stderr).toContain('请在这几行都改写成退款总额')
  })

  test('add up to the total of the sheet whatever their states', async () => {
    const rows = rowsOf(['100.00,已付款', '50.00,已取消', '40.00,已退款'])
    expect((await taken(head, ...rows, ...others, '合计,,,240.00,')).said.toSorted()).toEqual([
      'row.given-back 4',
      'row.not-counted 3',
    ])
    expect((await taken(head, ...rows, ...others, '合计,,,241.00,')).said).toContain('total.differs 7')
  })

  test('without an order number keep their order known when its state changes', async () => {
    const world = makeWorld()
    const header = '下单时间,姓名,商品,实付,状态'
    const counted = async (state: string) => {
      const rows = ['2026-03-01,王芳,茶,100.00,已付款', `,,杯,50.00,${state}`]
      writeFileSync(join(world.folder, 'orders.csv'), [header, ...rows].join('\n'))
      return (await world.crm('import', 'orders.csv', '--json')).json<ImportJson>().orders
    }
    expect(await counted('已付款')).toMatchObject({ inserted: 1 })
    expect(await counted('已退款')).toMatchObject({ inserted: 0, updated: 1 })
  })

  test('drawn by chance come to what each row says by itself', async () => {
    const states = ['已付款', '已发货', '已退款', '已取消', '待付款', '退货', '']
    for (let seed = 1; seed <= 15; seed++) {
      const chance = chanceOf(seed, 0)
      const drawn = Array.from({ length: chance.int(2, 5) }, (_, at) => {
        const minor = chance.int(2000, 9000)
        // No two say the same amount.
        const part = 100 + at * 10
        const state = chance.int(1, 4) === 1 ? `已退款(￥${(part / 100).toFixed(2)})` : chance.pick(states)
        return { minor, part, state }
      })
      const first = drawn.findIndex(({ state }) => state !== '')
      // Above the first that says something a blank is a paid one; below it goes on.
      const rows = drawn.map((row, at) => (at < first ? { ...row, state: '已付款' } : row))
      const isRefunded = ({ state }: { state: string }) => state === '已退款' || state === '退货'
      const isPart = ({ state }: { state: string }) => state.includes('￥')
      const isUnpaid = ({ state }: { state: string }) => state === '已取消' || state === '待付款'
      const speaking = rows.filter(({ state }) => state !== '')
      const isPaid = speaking.length === 0 || speaking.some((row) => !isUnpaid(row))
      const isWhole = speaking.length > 0 && speaking.filter((row) => !isUnpaid(row)).every(isRefunded)
      const sum = (list: readonly { minor: number }[]) => list.reduce((all, { minor }) => all + minor, 0)
      const gross = isPaid ? sum(rows.filter((row) => !isUnpaid(row))) : 0
      const parts = rows.filter(isPart).reduce((all, { part }) => all + part, 0)
      const back = isWhole ? gross : sum(rows.filter(isRefunded)) + parts
      const lines = drawn.map(({ minor, state }) => dated('A1', '王芳', `${(minor / 100).toFixed(2)},${state}`))
      const found = await taken(head, ...lines, ...others)
      expect([seed, ...found.money]).toEqual([
        seed,
        gross + 5000,
        isPaid ? back : 0,
        gross + 5000 - (isPaid ? back : 0),
      ])
    }
  })
})

describe('rows of one order under a total that stands on each', () => {
  const head = '单号,下单时间,姓名,实付,状态'
  const other = dated('B1', '李雷', '30.00,已付款')
  test.each([
    ['paid, sent, given back', ['已付款', '已发货', '已退款'], [13000, 10000, 3000], []],
    ['not paid, then paid', ['待付款', '已付款'], [13000, 0, 13000], []],
    ['some given back', ['已付款', '已退款(￥12.00)'], [13000, 1200, 11800], []],
    ['some given back twice', ['已退款(￥12.00)', '已退款(￥8.00)'], [13000, 2000, 11000], []],
    ['in part, nobody knows how much', ['已付款', '部分退款'], [13000, 0, 13000], ['refund.unknown']],
    ['not paid, then cancelled', ['待付款', '已取消'], [3000, 0, 3000], []],
    ['paid, then cancelled', ['已付款', '已取消'], [3000, 0, 3000], ['order.cancelled']],
  ] as const)('tell of the whole order: %s', async (_, states, money, codes) => {
    for (const rows of permutations(rowsOf(states.map((state) => `100.00,${state}`)))) {
      const found = await taken(head, ...rows, other)
      expect(found.money).toEqual(money)
      expect(found.said.map((said) => said.split(' ')[0])).toEqual(codes)
    }
  })

  test('paid on one and cancelled on another: it says which counts', async () => {
    const world = makeWorld()
    writeFileSync(join(world.folder, 'orders.csv'), [head, ...rowsOf(['9.00,已付款', '9.00,已取消'])].join('\n'))
    const { stderr } = await world.crm('import', 'orders.csv', '--dry-run')
    expect(stderr).toContain(
      'row 3 › 状态: order A1 is "已付款" on another row and "已取消" on this one: it is taken as cancelled and not counted',
    )
    const zh = await world.crm('import', 'orders.csv', '--dry-run', '--lang', 'zh')
    expect(zh.stderr).toContain('订单 A1 有一行是“已付款”，这一行是“已取消”：按已取消处理，不计入销售')
  })
})

describe('items of one order in different states', () => {
  const head = '单号,下单时间,姓名,商品,小计,运费,实付,状态'
  const other = dated('B1', '李雷', '壶,30.00,,30.00,已付款')
  const sheet = (...cells: readonly string[]) => taken(head, ...rowsOf(cells), other)

  test('give back their own amount under one total', async () => {
    expect(await sheet('茶,60.00,,100.00,已付款', '杯,40.00,,100.00,已退款')).toMatchObject({
      money: [13000, 4000, 9000],
      status: { paid: 1, partially_refunded: 1 },
    })
    expect((await sheet('茶,60.00,,100.00,已退款(￥12.00)', '杯,40.00,,100.00,已退款(￥8.00)')).money).toEqual([
      13000, 2000, 11000,
    ])
  })

  test('that are not counted are taken off a total that is the sum of all, and of no other', async () => {
    const both = (total: string, shipping = '') => [
      `茶,60.00,${shipping},${total},已付款`,
      `杯,40.00,${shipping},${total},已取消`,
    ]
    expect((await sheet(...both('100.00'))).money).toEqual([9000, 0, 9000])
    expect((await sheet(...both('105.00', '5.00'))).money).toEqual([9500, 0, 9500])
    expect((await sheet(...both('60.00'))).money).toEqual([9000, 0, 9000])
    expect((await sheet(...both('90.00'))).money).toEqual([12000, 0, 12000])
  })

  test('are taken off the total of a long order in as many steps as it has rows', async () => {
    const steps = async (count: number) => {
      const states = Array.from({ length: count }, (_, at) => (at % 2 === 0 ? '已付款' : '已取消'))
      const { found, asked } = await askedIn(() =>
        sheet(...states.map((state, at) => `茶${at},2.00,,${count * 2}.00,${state}`)),
      )
      expect(found.money).toEqual([count * 100 + 3000, 0, count * 100 + 3000])
      return asked
    }
    expect(await steps(800)).toBeLessThan(3 * (await steps(400)))
  })

  test('keep a total that stands on one that is not counted', async () => {
    expect((await sheet('茶,60.00,,100.00,已取消', '杯,40.00,,,已付款')).money).toEqual([7000, 0, 7000])
  })

  test('whose amount is not written are said to be given back without one', async () => {
    const rows = rowsOf(['茶,100.00,已付款', '杯,100.00,已退款'])
    const found = await taken('单号,下单时间,姓名,商品,实付,状态', ...rows, dated('B1', '李雷', '壶,30.00,已付款'))
    expect(found).toMatchObject({ money: [13000, 0, 13000], said: ['refund.unknown 3'] })
  })

  test('without a total of the order add up as those that count', async () => {
    const header = '单号,下单时间,姓名,商品,数量,单价,状态'
    const rows = rowsOf(['茶,2,30.00,已付款', '杯,1,40.00,已取消', '壶,2,5.00,已退款'])
    expect((await taken(header, ...rows)).money).toEqual([7000, 1000, 6000])
  })
})

describe('a column of refunds beside the state of each row', () => {
  test('says how much a row gave back, before its own amount', async () => {
    const head = '单号,下单时间,姓名,商品,小计,退款金额,状态'
    const rows = rowsOf(['茶,60.00,,已付款', '杯,40.00,15.00,已退款', '壶,20.00,,已退款'])
    expect((await taken(head, ...rows)).money).toEqual([12000, 3500, 8500])
    expect((await taken(head, ...rows.toReversed())).money).toEqual([12000, 3500, 8500])
  })

  test('that has one amount on every row of the order is taken off once, and that is said', async () => {
    const head = '单号,下单时间,姓名,商品,小计,退款金额,状态'
    const rows = rowsOf(['茶,60.00,15.00,部分退款', '杯,40.00,15.00,已退款'])
    expect(await taken(head, ...rows)).toMatchObject({ money: [10000, 1500, 8500], said: ['refund.once 2'] })
  })

  test('speaks for a row without words, wherever it stands', async () => {
    const head = '单号,下单时间,姓名,商品,小计,退款金额,状态'
    const others = [dated('B1', '李雷', '壶,9.00,,已付款'), dated('B1', '李雷', '碗,7.00,,已付款')]
    const cases: readonly (readonly [readonly string[], readonly number[], readonly string[]])[] = [
      [['茶,16.00,,已退款', '杯,30.50,1.50,'], [6250, 1750, 4500], []],
      [['茶,16.00,,已退款', '杯,30.50,30.50,'], [6250, 4650, 1600], []],
      [['茶,16.00,,已付款', '杯,30.50,1.50,'], [6250, 150, 6100], []],
      [['茶,16.00,,已付款', '杯,30.50,1.50,', '盘,5.00,,已退款'], [6750, 650, 6100], []],
      [['茶,16.00,2.00,已退款', '杯,30.50,1.50,'], [6250, 350, 5900], []],
      [['茶,16.00,,已取消', '杯,30.50,1.50,'], [4650, 150, 4500], ['row.not-counted']],
    ]
    for (const [cells, money, codes] of cases)
      for (const rows of permutations(rowsOf(cells))) {
        const found = await taken(head, ...rows, ...others)
        expect([rows, found.money]).toEqual([rows, money])
        expect(found.said.map((said) => said.split(' ')[0])).toEqual(codes)
      }
  })

  test('keeps what was given back of a row that was cancelled', async () => {
    const head = '单号,下单时间,姓名,实付,退款金额,状态'
    const rows = rowsOf(['100.00,,已付款', '50.00,50.00,已取消'])
    expect((await taken(head, ...rows)).money).toEqual([15000, 5000, 10000])
  })

  test('is not taken off where the row says that it was not given back', async () => {
    const head = '单号,下单时间,姓名,实付,退款金额,退款状态'
    const rows = rowsOf(['100.00,15,退款关闭', '50.00,20,退款成功'])
    for (const list of [rows, rows.toReversed()]) {
      const { money, said } = await taken(head, ...list)
      expect([money, said.length]).toEqual([[15000, 2000, 13000], 1])
    }
    expect((await taken(head, ...rows)).said).toEqual(['refund.not-given 2'])
  })
})

test('two payments of one order in the bill of a wallet are each given back in part', async () => {
  const head = '交易时间,交易类型,交易对方,商品,收/支,金额(元),当前状态,交易单号,商户单号'
  const rows = [
    '2026-03-01 10:00:00,商户消费,王芳,茶,收入,¥100.00,已退款(￥12.00),T1,M1',
    '2026-03-01 10:00:00,商户消费,王芳,杯,收入,¥50.00,已退款(￥8.00),T2,M1',
    '2026-03-02 10:00:00,商户消费,李雷,壶,收入,¥30.00,支付成功,T3,M2',
  ]
  const back = '2026-03-03 10:00:00,退款,王芳,茶,支出,¥12.00,支付成功,T4,M1'
  expect((await taken(head, ...rows)).money).toEqual([18000, 2000, 16000])
  // Its own row tells of the same money.
  expect((await taken(head, ...rows, back)).money).toEqual([18000, 2000, 16000])
})

test('how a sheet would be read is told as before', async () => {
  const world = makeWorld()
  const head = '单号,下单时间,姓名,实付,状态'
  const rows = rowsOf(['100.00,已付款', '50.00,已退款(￥12.00)'])
  writeFileSync(join(world.folder, 'orders.csv'), [head, ...rows].join('\n'))
  const { code, stdout, stderr } = await world.crm('formats', 'orders.csv')
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toContain('已退款(￥12.00)')
})
